"""The article as far as it has been read, and whom a name means there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from claims.extraction.coref.entities import Entity, EntityTable
from claims.extraction.coref.lexicon import Sex
from claims.extraction.coref.name_recognition import NameSpan
from claims.extraction.coref.roles import role_nouns
from claims.extraction.coref.salience import Salience
from claims.extraction.coref.tokens import TokenisedArticle
from claims.names import key
from claims.names.words import COURTESY

SEX_OF_PRONOUN: Final[Mapping[str, Sex]] = {"he": "man", "she": "woman"}
LEAST_SALIENCE: Final = 0.03
_FULL_AGAIN: Final = 0.6
_NEVER_BARE: Final = 0.3
"""How much less a surname means somebody who was never called by it, where another one was."""
_OWNED_WITHIN: Final = 8
_RULE: Final = 3
_HEAD: Final = 2
"""The blocks at the beginning that may be headlines."""


@dataclass(frozen=True, slots=True)
class SpeakerMention:
    """A mention's tokens, and the tokens of everything said under it."""

    tokens: tuple[int, ...]
    content: frozenset[int]


@dataclass(slots=True)
class DiscourseState:
    """The article as far as it has been read; ``courteous`` says that it gives surnames a "Mr." or "Ms.".

    ``joint`` are the last entities who spoke together, and at which token.
    """

    doc: TokenisedArticle
    names: list[NameSpan]
    name_at: dict[int, NameSpan]
    table: EntityTable
    salience: Salience
    author: Entity
    courteous: bool = False
    joint: tuple[tuple[Entity, ...], int] = ((), 0)
    referents: dict[int, Entity] = field(default_factory=dict)
    known: dict[str, Entity] = field(default_factory=dict)
    introduced: dict[str, tuple[Entity, int]] = field(default_factory=dict)


def is_courteous(doc: TokenisedArticle, names: Sequence[NameSpan]) -> bool:
    """Whether an article gives surnames a form of address as a rule, headlines and quotations aside."""
    first = doc.tokens[0].block if doc.tokens else 0
    told = [u for u in names if u.is_single and not doc.tokens[u.first].quoted]
    addressed = [u for u in told if u.title.casefold().strip(".") in COURTESY]
    surnames = {u.name for u in addressed}
    bare = sum(u.name in surnames and not u.title and doc.tokens[u.first].block > first + _HEAD for u in told)
    return len(addressed) >= _RULE and bare * _RULE <= len(addressed)


def referent_of(state: DiscourseState, span: NameSpan) -> Entity | None:
    """The entity that a name means at its place."""
    table = state.table
    if _is_body_by_style(state, span):
        return table.body(span.name) or table.add_body(span.name)
    if (span.kind in ("person", "unknown") or span.name.isupper()) and (found := table.persons(span.name)):
        if span.sex and (fitting := [f for f in found if f.sex in (None, span.sex)]):
            found = fitting
        if span.title and len(found) > 1:
            found = _titled(state, span, found)
        if len(found) > 1 and (sex := _sex_of_owner(state, span)):
            found = [f for f in found if f.sex in (None, sex)] or found
        if len(found) == 1:
            return found[0]
        # Who is called by the full name again and again is not whom the bare surname means.
        standing = state.salience.scores(span.first, set(found))
        if not standing:
            return min(found, key=lambda f: (-f.told, f.first_at))
        most = max(f.bare_uses for f in standing)

        def fits(entity: Entity) -> float:
            usual = entity.bare_uses / most if most else 1.0
            again = _FULL_AGAIN ** max(entity.full_uses - entity.bare_uses, 0)
            return standing[entity] * again * (_NEVER_BARE + (1 - _NEVER_BARE) * usual)

        return max(standing, key=fits)
    return table.body(span.name) if span.kind != "person" else None


def _is_body_by_style(state: DiscourseState, span: NameSpan) -> bool:
    """Whether an article that calls everybody "Mr. Roe" has a bare surname that can only be a body's."""
    if (
        not state.courteous
        or span.kind != "unknown"
        or not span.is_single
        or state.doc.tokens[span.first].quoted
    ):
        return False
    if state.doc.tokens[span.first].block <= state.doc.tokens[0].block + _HEAD:
        return False
    found = state.table.persons(span.name)
    by_surname = all(f.given and f.family == key(span.name) for f in found)
    after = state.doc.tokens[span.last].text if span.last < len(state.doc.tokens) else ""
    return (
        bool(found)
        and by_surname
        and all(f.first_at > span.first for f in found)
        and after not in {"'s", "’s"}
    )


def _sex_of_owner(state: DiscourseState, span: NameSpan) -> Sex | None:
    """The sex that "his" or "her" just after a name tells, with nobody else between: "Roe defended her record"."""
    tokens = state.doc.tokens
    for i in range(span.last, min(span.last + _OWNED_WITHIN, len(tokens))):
        same = (
            tokens[i].sentence == tokens[span.first].sentence
            and tokens[i].quoted == tokens[span.first].quoted
        )
        if not same or i in state.name_at:
            return None
        if tokens[i].bare in {"his", "her"}:
            return "man" if tokens[i].bare == "his" else "woman"
    return None


def _titled(state: DiscourseState, span: NameSpan, found: list[Entity]) -> list[Entity]:
    """Those of some persons who bear the title of a name, if any do."""
    titles = set(role_nouns([t.bare for t in state.doc.tokens[span.start : span.first]]))
    return [f for f in found if any(titles & r.nouns for r in f.roles)] or found
