"""How severe a change is.

*Substantial* is what changes who said what: a claim added or removed, given to another speaker, another figure or
day, a stance that turned (said, claimed), a sentence put into a quotation or taken out of it, a content that was
turned round (negated, for and against) or of whose telling words more than half changed.

*Moderate* are other words with a meaning of their own, quantity and certainty among them (all, some, may, will),
another role of the speaker (minister, former minister), another verb of the same stance, a quotation that became a
paraphrase or the reverse, a rounded figure; and a claim added or removed of which the tagger is not sure, or whose
words stand in the other version without its speaker.

*Minor* are spelling, contractions, punctuation, inflection, words without a meaning of their own, the words that
describe the same speaker, another place in the article, and an old entry that fell off the end of a rolling story.
"""

from collections import Counter
from collections.abc import Iterable
from typing import Final

from claims.records import SEVERITIES, Claim, Severity
from claims.text.canonical import STOP_WORDS, canonical, stem
from claims.versions.lexicon import listed
from claims.versions.misspelling import misspelled

MOST: Final = 0.5
"""Share of a content's telling words from which a rewording is substantial."""

_WEIGHTY: Final = listed("weighty")
"""Words that tell little of a claim's topic, but change what it says."""


def gravest(severities: Iterable[Severity]) -> Severity:
    """The highest of some severities."""
    return max(severities, key=SEVERITIES.index)


def at_least(severity: Severity, least: Severity) -> bool:
    """Whether a change is as severe as ``least``, or more."""
    return SEVERITIES.index(severity) >= SEVERITIES.index(least)


def of_rewording(differing: Iterable[tuple[str, str]], whole: tuple[str, str]) -> Severity:
    """How severe it is that the words of these places differ, the old and the new ones, in these two wordings."""
    old: Counter[str] = Counter()
    new: Counter[str] = Counter()
    for before, after in differing:
        one, other = canonical(before), canonical(after)
        if "".join(one) != "".join(other) and not _slips(
            before, after
        ):  # "semi-private" and "semiprivate" are one
            old.update(_telling(one))
            new.update(_telling(other))
    changed = max((old - new).total(), (new - old).total())
    if not changed:
        return "minor"
    telling = max(len(_telling(canonical(words))) for words in whole)
    return "substantial" if changed > MOST * telling else "moderate"


def _slips(before: str, after: str) -> bool:
    """Whether the words differ in their spelling only; a name in other letters may be another name."""
    one, other = before.split(), after.split()
    alike = (a == b or misspelled(a, b) for a, b in zip(one, other, strict=False))
    return len(one) == len(other) and before.islower() and after.islower() and all(alike)


def _telling(words: Iterable[str]) -> list[str]:
    return [stem(w) for w in words if w in _WEIGHTY or w not in STOP_WORDS]


def of_coming_and_going(claim: Claim, *, still_told: bool, rolled: bool) -> Severity:
    """How severe it is that a claim was added or removed.

    ``still_told`` says that its words stand in the other version, too; ``rolled`` that it went with an old entry.
    """
    if rolled:
        return "minor"
    return "moderate" if still_told or claim.tag == "low" else "substantial"
