"""How severe a change is.

*Substantial* is what changes who said what: a claim added or removed, given to another speaker, another figure or
day, another stance (said, claimed), a sentence put into a quotation or taken out of it, a content that was
negated or turned from for to against, or of whose words, stop words left out, more than half changed.

*Moderate* are other words with a meaning of their own, quantity and certainty among them (all, some, may, will),
another role of the speaker (minister, former minister), another verb of the same stance, a quotation that became a
paraphrase or the reverse, a rounded figure; and a claim added or removed of which the tagger is not sure, or whose
words are in the other version without its speaker.

*Minor* are spelling, contractions, punctuation, inflection, words without a meaning of their own, the words that
describe the same speaker, another place in the article, and an old entry that fell off the end of a live blog.
"""

from collections import Counter
from collections.abc import Iterable
from typing import Final

from rapidfuzz.distance import OSA

from claims.lexicons import word_set, words
from claims.records import SEVERITIES, Claim, Severity
from claims.text.canonical import STOP_WORDS, canonical, content_stems, stem, stems

MOST: Final = 0.5
"""Share of a content's counted words from which a rewording is substantial."""
SHORTEST_MISSPELLED: Final = 6
"""Letters; shorter words become other words by one letter too often."""
LONG: Final = 10
"""Letters from which two may differ in a misspelling."""

_WEIGHTY: Final = word_set("function_words.qualifiers")
"""Stop words that change what a claim says; they are counted like words that are none."""
_UNSAID_CUE: Final = stems(words("slots.unsaid_cue"))
_UNSAID: Final = stems(words("slots.unsaid"))
_CONFUSABLE: Final = word_set("spelling.confusable")
"""Known words that one or two letters turn into another one."""


def most_severe(severities: Iterable[Severity]) -> Severity:
    """The highest of some severities."""
    return max(severities, key=SEVERITIES.index)


def at_least(severity: Severity, least: Severity) -> bool:
    """Whether a change is as severe as ``least``, or more."""
    return SEVERITIES.index(severity) >= SEVERITIES.index(least)


def severity_of_rewording(edits: Iterable[tuple[str, str]], whole: tuple[str, str]) -> Severity:
    """The severity of edits, each its old and its new words, in two wordings, whose ``whole`` words are given."""
    old: Counter[str] = Counter()
    new: Counter[str] = Counter()
    for before, after in edits:
        one, other = canonical(before), canonical(after)
        same_letters = "".join(one) == "".join(other)  # "semi-private" and "semiprivate" are one
        if not (same_letters or _differ_in_spelling(before, after)):
            old.update(_counted(one))
            new.update(_counted(other))
    changed = max((old - new).total(), (new - old).total())
    if not changed:
        return "minor"
    most = MOST * max(len(_counted(canonical(words))) for words in whole)
    return "substantial" if changed > most else "moderate"


def _differ_in_spelling(before: str, after: str) -> bool:
    """Whether the words differ in their spelling only; a name in other letters may be another name."""
    one, other = before.split(), after.split()
    alike = (a == b or misspelled(a, b) for a, b in zip(one, other, strict=False))
    return len(one) == len(other) and before.islower() and after.islower() and all(alike)


def says_nothing(claim: Claim) -> bool:
    """Whether a claim only reports that nothing was said, or stays unnamed: "declined to comment"."""
    content = content_stems(canonical(claim.content_text))
    return (
        bool(content)
        and content[0] in _UNSAID
        and not _UNSAID_CUE.isdisjoint(stems(canonical(claim.cue_text)))
    )


def _counted(words: Iterable[str]) -> list[str]:
    return [stem(w) for w in words if w in _WEIGHTY or w not in STOP_WORDS]


def misspelled(old: str, new: str) -> bool:
    """Whether one of two words, both in lower case, looks like a misspelling of the other.

    So do words with the same first letter at an optimal string alignment distance (Damerau, CACM 7, 1964) of 1, or 2
    for long ones, that are not both known words.
    """
    shorter = min(len(old), len(new))
    if shorter < SHORTEST_MISSPELLED or old[0] != new[0] or not (old.isalpha() and new.isalpha()):
        return False
    if old in _CONFUSABLE and new in _CONFUSABLE:
        return False
    most = 1 if shorter < LONG else 2
    return OSA.distance(old, new, score_cutoff=most) <= most


def severity_of_presence(claim: Claim, *, words_kept: bool, in_entry: bool) -> Severity:
    """The severity of a claim added or removed.

    ``words_kept``: its words are in the other version, too; ``in_entry``: it went with an old entry of a live blog.
    """
    if in_entry:
        return "minor"
    return "moderate" if words_kept or claim.tag == "low" else "substantial"
