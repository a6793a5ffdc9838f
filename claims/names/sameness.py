"""Whether two names are compatible: may belong to one person or body."""

from claims.names.keys import key
from claims.names.match_probability import compare
from claims.names.name_lexicon import NICKNAMES
from claims.names.parsing import folded, is_body, parse, sex_of

_LIKELY = 0.5


def same(a: str, b: str) -> bool:
    """Whether two names may be one person or body: nothing in them speaks against it.

    Persons: the family names are equal but for spelling, the first names are compatible (missing, an initial,
    a short form, a nickname), the suffixes (Jr., Sr.) and the forms of address (Mr., Mrs.) do not conflict.
    Bodies: equal names, or one is the acronym of the other. Besides, names that :func:`compare` takes for one.
    """
    if not key(a) or not key(b):
        return False
    return _may_be_same(a, b) or compare(a, b).probability >= _LIKELY


def _may_be_same(a: str, b: str) -> bool:
    one, other = parse(a), parse(b)
    if len(sex_of(one) | sex_of(other)) > 1:
        return False
    if key(a) == key(b):
        return True
    if is_body(a) or is_body(b):
        return False
    return (
        key(one.family) == key(other.family)
        and _first_names_agree(one.given, other.given)
        and not (one.suffixes and other.suffixes and key(one.suffixes[0]) != key(other.suffixes[0]))
    )


def first_names_agree(a: str, b: str) -> bool:
    """Whether two first names may be one: equal, an initial, a beginning, a nickname ("Bill", "William")."""
    a, b = folded(a).replace("-", ""), folded(b).replace("-", "")
    short, long = sorted((a, b), key=len)
    if a == b or (len(short) != 2 and long.startswith(short)):
        return True
    full_a, full_b = NICKNAMES.get(a, frozenset()) | {a}, NICKNAMES.get(b, frozenset()) | {b}
    return not full_a.isdisjoint(full_b)


def _first_names_agree(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Any given name may be the one in use: "J. Edgar", "Edgar"."""
    if not a or not b:
        return True
    return any(first_names_agree(a[0], w) for w in b) or any(first_names_agree(b[0], w) for w in a)
