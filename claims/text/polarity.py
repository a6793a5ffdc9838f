"""Whether two claims say yes and no to the same: negation, opposites, and what the cues do to the contents."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from claims.lexicons import rows, word_set
from claims.records import Stance
from claims.text.canonical import STOP_WORDS, stems, stems_in_order
from claims.text.cue_sense import AGAINST, NEGATING_VERBS, NEGATORS, CueSense, cue_sense, own_attitude

_NEGATES_NOTHING: Final = word_set("function_words.negates_nothing")
_SCOPE_ENDS: Final = word_set("function_words.scope_ends")
_SILENT: Final = STOP_WORDS | _SCOPE_ENDS
_SCOPE: Final = 4
"""How many words that carry meaning a negation reaches."""
_POLES: Final = tuple(
    (root, (axis, side))
    for axis, row in enumerate(rows("opposites.opposites"))
    for side, words in enumerate((row[: row.index("|")], row[row.index("|") + 1 :]))
    for root in stems(words)
)
_POLES_OF: Final = {root: frozenset(pole for r, pole in _POLES if r == root) for root, _ in _POLES}
"""Stems that have an opposite, each with its axes and the side on which it stands there."""


@dataclass(frozen=True, slots=True)
class Polarity:
    """What a claim says yes and no to.

    ``scopes`` has the content's stems that each negation reaches, the nearest first; ``plain`` are those outside
    of any negation. ``cue`` is the sense of the cue, ``own`` the attitude that the speaker takes in the content;
    ``against`` tells whether anybody in the content is against something; ``poles`` are the axes and
    sides of the plain stems that have an opposite ("open", "closed").
    """

    scopes: tuple[tuple[str, ...], ...]
    plain: frozenset[str]
    cue: CueSense
    own: CueSense
    against: bool
    poles: frozenset[tuple[int, int]]

    @property
    def reached(self) -> frozenset[str]:
        """Every stem that a negation reaches."""
        return frozenset(root for scope in self.scopes for root in scope)


def polarity(content: Sequence[str], cue: Sequence[str], stance: Stance) -> Polarity:
    """The polarity of a claim from the canonical words of its content and its cue."""
    roots = stems_in_order(tuple(content))
    scopes, plain = _reach(content, roots)
    reached = tuple(tuple(scope) for scope in scopes if scope)
    sense = cue_sense(tuple(cue), stance)
    poles = frozenset(pole for root in plain & _POLES_OF.keys() for pole in _POLES_OF[root])
    against = not AGAINST.isdisjoint(roots)
    return Polarity(reached, frozenset(plain), sense, own_attitude(content), against, poles)


def _reach(content: Sequence[str], roots: Sequence[str]) -> tuple[list[list[str]], set[str]]:
    """The stems that each negation reaches, and those that none does."""
    if NEGATORS.isdisjoint(content) and NEGATING_VERBS.isdisjoint(roots):
        return [], {root for word, root in zip(content, roots, strict=True) if word not in _SILENT}
    scopes: list[list[str]] = []
    plain: set[str] = set()
    left, negator = 0, False
    for word, root in zip(content, roots, strict=True):
        if negator and word in _NEGATES_NOTHING:
            left = 0
        negator = word in NEGATORS or root in NEGATING_VERBS
        if negator:
            left = _SCOPE
            scopes.append([])
        elif word in _SCOPE_ENDS:
            left = 0
        elif word not in STOP_WORDS and left:
            scopes[-1].append(root)
            left -= 1
        elif word not in STOP_WORDS:
            plain.add(root)
    return scopes, plain


def opposed(a: Polarity, b: Polarity) -> str | None:
    """In what two claims oppose each other, in words; None where they do not."""
    if _sides(a, b) in ({"favours", "opposes"}, {"favours", "denies"}):
        return "one speaks for it, the other against it"
    if {a.cue, b.cue} == {"asserts", "denies"}:
        # "denied that he paid" and "said that he did not pay" agree.
        denied, other = (a, b) if a.cue == "denies" else (b, a)
        agrees = not denied.scopes and other.reached & denied.plain
        return None if agrees else "one denies it"
    if a.cue != b.cue and "denies" in (a.cue, b.cue):
        return None  # "did not mention the mill", "criticised the mill"
    if _negates(a, b) or _negates(b, a):
        return "only one of them is negated"
    if not (a.scopes or b.scopes):
        return _opposite_words(a, b)
    return None


def _sides(a: Polarity, b: Polarity) -> set[CueSense]:
    """The senses of two cues; where one only asserts and the other takes sides, what the content of the one does."""
    taken = ("favours", "opposes")
    one = a.own if a.cue == "asserts" and b.cue in taken else a.cue
    other = b.own if b.cue == "asserts" and a.cue in taken else b.cue
    return {one, other}


def _negates(one: Polarity, other: Polarity) -> bool:
    """Whether one content negates what the other states plainly: the next word, and half of what is reached."""
    if not one.scopes:
        return False
    stated = other.plain - other.reached
    return any(
        scope[0] in stated - one.plain and 2 * sum(root in stated for root in scope) >= len(scope)
        for scope in one.scopes
    )


def _opposite_words(a: Polarity, b: Polarity) -> str | None:
    """Whether one side has a word and the other only its opposite."""
    for axis, side in a.poles:
        other = axis, 1 - side
        if other in b.poles and other not in a.poles and (axis, side) not in b.poles:
            return "they use opposite words"
    return None
