"""Negation: which words of a text are negated, and how often.

The scope of a negation is a number of words after it, as in NegEx (Chapman et al., 2001); a conjunction ends it.
"""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from claims.lexicons import word_set, words
from claims.text.canonical import STOP_WORDS, stem, stems, stems_in_order

SCOPE: Final = 5
"""How many words that carry meaning a negation reaches."""

_NEGATORS: Final = word_set("function_words.negators")
_NEGATING_VERBS: Final = stems((*words("cues.negating"), *words("cues.preventing")))
_NEGATES_NOTHING: Final = word_set("function_words.negates_nothing")
_SCOPE_ENDS: Final = word_set("function_words.scope_ends")
_NOT_REACHED: Final = _SCOPE_ENDS | STOP_WORDS
_NO_NEGATION: Final = stems(words("spelling.no_negation"))
_BE: Final = frozenset({"is", "are", "was", "were"})
_LEAST_NEGATED: Final = 4
"""Least number of letters after an "un" that negates."""


def is_negation(word: str) -> bool:
    """Whether a canonical word negates what follows: "not", "refuse", "ban"."""
    return word in _NEGATORS or stem(word) in _NEGATING_VERBS


@lru_cache(maxsize=16_384)
def negations(cue: tuple[str, ...]) -> int:
    """How many negations the canonical words of a cue have."""
    return sum(is_negation(word) or word == "yet" for word in cue)


def scopes(content: tuple[str, ...]) -> list[tuple[str, tuple[int, ...]]]:
    """The stems of the canonical words that carry meaning, in order, each with the negations that reach it.

    A negation is named by its index in ``content``. It reaches :data:`SCOPE` stems, but not beyond "but" and the
    like, and none where the next word takes it away ("not only").
    """
    roots = stems_in_order(content)
    if _NEGATORS.isdisjoint(content) and _NEGATING_VERBS.isdisjoint(roots):
        return [(root, ()) for word, root in zip(content, roots, strict=True) if word not in _NOT_REACHED]
    found: list[tuple[str, tuple[int, ...]]] = []
    left: dict[int, int] = {}
    after_negator = False
    for at, (word, root) in enumerate(zip(content, roots, strict=True)):
        if after_negator and word in _NEGATES_NOTHING:
            left.popitem()
        after_negator = word in _NEGATORS or root in _NEGATING_VERBS
        if after_negator:
            left[at] = SCOPE
        elif word in _SCOPE_ENDS:
            left.clear()
        elif word not in STOP_WORDS:
            found.append((root, tuple(left)))
            if left:
                left = {negation: more - 1 for negation, more in left.items() if more > 1}
    return found


@dataclass(frozen=True, slots=True)
class SignedStems:
    """The stems with a meaning of their own that a content says yes to and those that it says no to.

    ``over`` are those of what it says is over, which another one may say no to as well.
    """

    affirmed: frozenset[str]
    negated: frozenset[str]
    over: frozenset[str]


def signed_stems(cue: tuple[str, ...], content: tuple[str, ...]) -> SignedStems:
    """What the canonical words of a claim say yes and no to; a stem may stand on both sides.

    Each negation turns the sign of the words that it reaches, one in the cue that of the whole content; "ban" and
    "not allow" count alike, and "unqualified" is "qualified" with the other sign.
    """
    found: tuple[set[str], set[str]] = (set(), set())
    denied = negations(cue)
    for root, reaching in scopes(content):
        bare = bare_stem(root)
        found[(denied + len(reaching) + (bare != root)) % 2].add(bare)
    return SignedStems(frozenset(found[0]), frozenset(found[1]), _over(content))


def _over(content: tuple[str, ...]) -> frozenset[str]:
    """The stems of what is over: as far before "is over" as a negation reaches behind itself."""
    if "over" not in content:
        return frozenset()
    found: set[str] = set()
    for place in places_of_over(content, _BE):
        for at in range(place - 2, -1, -1):
            if content[at] in _SCOPE_ENDS or len(found) == SCOPE:
                break
            found |= {stem(content[at])} if content[at] not in STOP_WORDS else set()
    return frozenset(found)


def places_of_over(words: Sequence[str], behind: Set[str]) -> Iterator[int]:
    """Where canonical words say "over" right behind one of some others: "is over", but not "is over 40"."""
    for place in (k for k, word in enumerate(words) if word == "over" and k):
        if words[place - 1] in behind and not "".join(words[place + 1 : place + 2])[:1].isdigit():
            yield place


def may_negate(cue: tuple[str, ...], content: tuple[str, ...]) -> bool:
    """Whether a claim may negate any of its words: only then its signed stems are worth finding."""
    roots = stems_in_order(content)
    return (
        not _NEGATORS.isdisjoint(content)
        or not _NEGATING_VERBS.isdisjoint(roots)
        or negations(cue) > 0
        or any(bare_stem(root) != root for root in roots if root[:2] == "un")
    )


def contrary(a: SignedStems, b: SignedStems) -> float:
    """Share (0 to 1) of the stems that both have which never stand with the same sign; 0 where none is shared."""
    shared = (a.affirmed | a.negated) & (b.affirmed | b.negated)
    agreed = a.affirmed & b.affirmed | a.negated & b.negated
    return len(shared - agreed - a.over - b.over) / len(shared) if shared else 0.0


def bare_stem(root: str) -> str:
    """The stem without an "un" that negates it."""
    if root.startswith("un") and len(root) >= 2 + _LEAST_NEGATED and root not in _NO_NEGATION:
        return root[2:]
    return root
