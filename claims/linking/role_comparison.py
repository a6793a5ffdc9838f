"""Comparing two roles, the words by which articles describe a speaker: whether they agree or clash."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from claims.lexicons import rows, word_set, words
from claims.text.normalisation import unaccented

RoleAgreement = Literal["same office", "same office and place", "unknown", "another field", "another place"]

_APART: Final = frozenset(frozenset(pair) for pair in rows("roles.apart"))
_FIELDS: Final = {word: field for pair in _APART for field in pair for word in words(f"roles.{field}")}
_VARIANTS: Final = {word: row[0] for row in rows("roles.variants") for word in row}
_TERRITORIAL: Final = word_set("roles.of_one_place")
_OF_RELATIVES: Final = re.compile(rf"\b(?:{'|'.join(sorted(words('roles.relatives')))}) of\b")
"""After it another person's trade is told."""
_WORD: Final = re.compile(r"[^\W\d_][\w'’.-]*")
_PLACING: Final = frozenset({"of", "for", "in", "from", "to", "at"})


@dataclass(frozen=True, slots=True)
class _ParsedRole:
    """A role, all words folded.

    ``offices``: its nouns for an office or trade; ``fields``: the fields these belong to; ``proper``: its proper
    nouns; ``place``: those of them after a preposition ("mayor of Tarnholt").
    """

    offices: frozenset[str]
    fields: frozenset[str]
    proper: frozenset[str]
    place: frozenset[str]


def agreement(one: str | None, other: str | None) -> RoleAgreement:
    """How two roles compare; "unknown" where they neither agree nor clash.

    Roles change and articles choose which to mention, so only two things count against one person: offices of which
    there is one a place, in two places ("mayor of ..."), and trades of fields that seldom go together.
    """
    if not one or not other:
        return "unknown"
    a, b = _parsed(one), _parsed(other)
    shared = a.offices & b.offices
    if shared:
        if a.proper & b.proper:
            return "same office and place"
        if shared & _TERRITORIAL and a.place and b.place and not a.place & b.place:
            return "another place"
        return "same office"
    fields = {frozenset({x, y}) for x in a.fields for y in b.fields}
    return "another field" if fields and fields <= _APART else "unknown"


def clash(one: str | None, other: str | None) -> bool:
    """Whether two roles speak against one person."""
    return agreement(one, other) in ("another field", "another place")


def agree(one: str | None, other: str | None) -> bool:
    """Whether two roles speak for one person."""
    return agreement(one, other) in ("same office", "same office and place")


@lru_cache(maxsize=65_536)
def _parsed(role: str) -> _ParsedRole:
    words = _WORD.findall(unaccented(_OF_RELATIVES.split(role)[0]))
    folded = [_VARIANTS.get(w, w) for w in (w.casefold().replace(".", "") for w in words)]
    offices = frozenset(w for w in folded if w in _FIELDS)
    # A title's capital ("Mayor", "Major General") makes no name of it.
    proper = [f if w[0].isupper() and f not in _FIELDS else "" for w, f in zip(words, folded, strict=True)]
    at = next((i for i, w in enumerate(folded) if w in _PLACING), len(folded))
    fields = frozenset(_FIELDS[w] for w in offices)
    return _ParsedRole(offices, fields, frozenset(proper) - {""}, frozenset(proper[at:]) - {""})
