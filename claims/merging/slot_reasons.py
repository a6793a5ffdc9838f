"""What differs in the slots of two claims, in words for a desk: "other place: Geneva / Vienna"."""

from collections.abc import Sequence
from typing import Final

from claims.lexicons import word_set
from claims.text.canonical import canonical
from claims.text.slot_difference import DifferenceKind, SlotDifference

MOST_REASONS: Final = 3
"""So many differences are said at the most."""
LEAST_SAID: Final = 0.2
"""How much (0 to 1) a difference must weigh to be said."""
NEARLY: Final = 0.8
"""What weighs this share of what weighs most counts like it."""
EXCLUSIVE: Final[frozenset[DifferenceKind]] = frozenset(
    {
        "name", "date", "number", "unit", "quantifier", "negation", "opposite", "swap", "post", "name apart",
        "date apart", "unit apart", "negation apart",
    }
)  # fmt: skip
"""Kinds of which only the one or the other can be true; the others make two assertions that may both be."""
_CERTAINTY: Final[frozenset[DifferenceKind]] = frozenset({"modality", "modality added", "modality apart"})
_OTHER_PLANS: Final[frozenset[DifferenceKind]] = frozenset({"name", "name apart", "post"})
_SAID: Final = {
    "name": "other name",
    "date": "other time",
    "number": "figure",
    "unit": "other unit",
    "quantifier": "other amount",
    "quantifier added": "other amount",
    "negation": "only one of them is negated",
    "opposite": "opposite words",
    "swap": "who does it to whom",
    "modality": "how certain",
    "modality added": "how certain",
    "post": "other post",
    "word": "other words",
    "kind": "other words",
    "verb": "other words",
    "condition": "only one names a condition",
    "only": "only one leaves others out",
}
_PLACES: Final = word_set("places.place")
_ADJECTIVES: Final = word_set("places.adjective")
_FIRST_NAMES: Final = word_set("first_names.men", "first_names.women", "first_names.either")
_NOTHING: Final = "-"
"""What stands for a slot that one claim leaves empty."""


def slot_reasons(found: Sequence[SlotDifference]) -> tuple[str, ...]:
    """The surest differences in words, the same in both orders of the claims."""
    said = [reason(d) for d in found if d.weight >= LEAST_SAID]
    return tuple(dict.fromkeys(said))[:MOST_REASONS]


def are_exclusive(found: Sequence[SlotDifference]) -> bool:
    """Whether what weighs most, or nearly so, leaves only one of two claims true.

    Where one only may or will be so, another name is another plan.
    """
    weighty = {d.kind for d in found if d.weight >= NEARLY * found[0].weight}
    excluding = weighty & EXCLUSIVE
    return bool(excluding if weighty.isdisjoint(_CERTAINTY) else excluding - _OTHER_PLANS)


def reason(difference: SlotDifference) -> str:
    """A difference in words, with both fillings of the slot."""
    fillings = sorted(filling or _NOTHING for filling in (difference.one, difference.other))
    kind = difference.kind.removesuffix(" apart").removesuffix(" at start").removeprefix("only ")
    if kind == "negation":
        return f"opposite: {_SAID['negation']}"
    name = _name_of(fillings) if kind == "name" else _SAID[kind]
    return f"{name}: {' / '.join(fillings)}"


def _name_of(fillings: list[str]) -> str:
    """What the names are names of, as far as lists tell."""
    words = [frozenset(canonical(filling)) for filling in fillings]
    if all(w & _PLACES for w in words):
        return "other place"
    if any(w & _FIRST_NAMES for w in words):
        return "other person"
    if any(w & _ADJECTIVES for w in words):
        return "other people"
    if all(filling.isupper() for filling in fillings):
        return "other organisation"
    return _SAID["name"]
