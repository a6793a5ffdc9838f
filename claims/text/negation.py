"""What a claim as a whole does with its content, and which of its words it says yes or no to."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from claims.lexicons import word_set, words
from claims.text.canonical import STOP_WORDS, stem, stems, stems_in_order
from claims.text.cue_sense import FAVOURING, NEGATING_VERBS, NEGATORS, OPPOSING, CueSense

Attitude = Literal["asserts", "negates", "favours", "opposes"]

_WANTS: Final = stems(words("cues.wants"))
_FAVOURS_WITH: Final = stems(words("cues.favours_with"))
_PREPOSITIONS: Final = frozenset({"for", "to"})
_OPENINGS: Final = _PREPOSITIONS | {"that"}
_OPPOSES: Final = OPPOSING | stems(words("cues.objects"))
_NEGATES: Final = NEGATING_VERBS | stems(words("cues.preventing"))
_NEGATES_NOTHING: Final = word_set("function_words.negates_nothing")
_SCOPE_ENDS: Final = word_set("function_words.scope_ends")
_SILENT: Final = STOP_WORDS | _SCOPE_ENDS
_NO_NEGATION: Final = stems(words("spelling.no_negation"))
_SCOPE: Final = 5
"""How many words that carry meaning a negation reaches."""
_LEAST_NEGATED: Final = 4
"""Least number of letters after an "un" that negates."""


def attitude(cue: tuple[str, ...], content: Sequence[str], own: CueSense) -> Attitude:
    """What a claim does with its content, from the canonical words of its cue and its content.

    ``own`` is what the speaker does inside the content.

    "pressed his attack that ..." asserts what the clause says; "rejected the plan" opposes the plan.
    """
    opening = content[0] if content and content[0] in _OPENINGS else ""
    return _attitude(cue, opening, own)


@lru_cache(maxsize=16_384)
def _attitude(cue: tuple[str, ...], opening: str, own: CueSense) -> Attitude:
    roots, negated = stems(cue), _negations(cue) % 2 == 1
    if roots & _OPPOSES and opening != "that":
        return "favours" if negated else "opposes"
    wants = roots & _WANTS and opening != "that"
    calls = roots & _FAVOURS_WITH and _PREPOSITIONS & {*cue, opening}
    if roots & FAVOURING or wants or calls:
        return "opposes" if negated else "favours"
    if own == "asserts":
        return "negates" if negated else "asserts"
    return "favours" if own == "favours" else "opposes"


@dataclass(frozen=True, slots=True)
class Signs:
    """The stems with a meaning of their own that a content says yes to and those that it says no to."""

    affirmed: frozenset[str]
    negated: frozenset[str]


def signs(cue: tuple[str, ...], content: Sequence[str]) -> Signs:
    """What the canonical words of a claim say yes and no to; a stem may stand on both sides.

    Each negation turns the sign of the words that follow, one in the cue that of the whole content; "ban" and
    "not allow" count alike, and "unqualified" is "qualified" with the other sign.
    """
    found: tuple[set[str], set[str]] = (set(), set())
    denied = _negations(cue)
    roots = stems_in_order(tuple(content))
    if NEGATORS.isdisjoint(content) and _NEGATES.isdisjoint(roots):
        said = {root for word, root in zip(content, roots, strict=True) if word not in _SILENT}
        turned = {root for root in said if bare_stem(root) != root}
        signs_ = frozenset(said - turned), frozenset(map(bare_stem, turned))
        return Signs(*reversed(signs_)) if denied % 2 else Signs(*signs_)
    reach: list[int] = []
    after_negator = False
    for word, root in zip(content, roots, strict=True):
        if after_negator and word in _NEGATES_NOTHING:
            reach.pop()
        after_negator = _is_negation(word)
        if after_negator:
            reach.append(_SCOPE)
        elif word in _SCOPE_ENDS:
            reach.clear()
        elif word not in STOP_WORDS:
            bare = bare_stem(root)
            found[(denied + len(reach) + (bare != root)) % 2].add(bare)
            reach = [left - 1 for left in reach if left > 1]
    return Signs(frozenset(found[0]), frozenset(found[1]))


def has_signs(cue: tuple[str, ...], content: Sequence[str]) -> bool:
    """Whether a claim may say no to any word: only then its signs are worth finding."""
    roots = stems_in_order(tuple(content))
    return (
        not NEGATORS.isdisjoint(content)
        or not _NEGATES.isdisjoint(roots)
        or _negations(cue) > 0
        or any(bare_stem(root) != root for root in roots if root.startswith("un"))
    )


def contrary(a: Signs, b: Signs) -> float:
    """Share (0 to 1) of the stems that both have which never stand with the same sign; 0 where none is shared."""
    shared = (a.affirmed | a.negated) & (b.affirmed | b.negated)
    agreed = a.affirmed & b.affirmed | a.negated & b.negated
    return len(shared - agreed) / len(shared) if shared else 0.0


@lru_cache(maxsize=65_536)
def bare_stem(root: str) -> str:
    """The stem without an "un" that negates it."""
    if root.startswith("un") and len(root) >= 2 + _LEAST_NEGATED and root not in _NO_NEGATION:
        return root[2:]
    return root


@lru_cache(maxsize=16_384)
def _negations(cue: tuple[str, ...]) -> int:
    return sum(_is_negation(word) or word == "yet" for word in cue)


def _is_negation(word: str) -> bool:
    return word in NEGATORS or stem(word) in _NEGATES
