"""The article as far as it has been read, and whom a name means there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from claims.extraction.speakers.cast import Cast, Figure
from claims.extraction.speakers.lexicon import Sex
from claims.extraction.speakers.naming import Use
from claims.extraction.speakers.page import Page
from claims.extraction.speakers.roles import role_nouns
from claims.extraction.speakers.scene import Scene
from claims.names import key
from claims.names.words import COURTESY

SEX_OF_PRONOUN: Final[Mapping[str, Sex]] = {"he": "man", "she": "woman"}
LEAST_STANDING: Final = 0.03
_FULL_AGAIN: Final = 0.6
_NEVER_BARE: Final = 0.3
"""How much less a surname means somebody who was never called by it, where another one was."""
_OWNED_WITHIN: Final = 8
_RULE: Final = 3
_HEAD: Final = 2
"""The blocks at the beginning that may be headlines."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention's tokens, and the tokens of everything said under it."""

    tokens: tuple[int, ...]
    content: frozenset[int]


@dataclass(slots=True)
class Telling:
    """The article as far as it has been read; ``courteous`` says that it gives surnames a "Mr." or "Ms.".

    ``joint`` are the last figures who spoke together, and at which token.
    """

    page: Page
    uses: list[Use]
    uses_at: dict[int, Use]
    cast: Cast
    scene: Scene
    author: Figure
    courteous: bool = False
    joint: tuple[tuple[Figure, ...], int] = ((), 0)
    holders: dict[int, Figure] = field(default_factory=dict)
    known: dict[str, Figure] = field(default_factory=dict)
    introduced: dict[str, tuple[Figure, int]] = field(default_factory=dict)


def is_courteous(page: Page, uses: Sequence[Use]) -> bool:
    """Whether an article gives surnames a form of address as a rule, headlines and quotations aside."""
    first = page.tokens[0].block if page.tokens else 0
    told = [u for u in uses if u.is_single and not page.tokens[u.first].quoted]
    addressed = [u for u in told if u.title.casefold().strip(".") in COURTESY]
    names = {u.name for u in addressed}
    bare = sum(u.name in names and not u.title and page.tokens[u.first].block > first + _HEAD for u in told)
    return len(addressed) >= _RULE and bare * _RULE <= len(addressed)


def holder(telling: Telling, use: Use) -> Figure | None:
    """The figure that a name means at its place."""
    cast = telling.cast
    if _is_body_by_style(telling, use):
        return cast.body(use.name) or cast.add_body(use.name)
    if (use.kind in ("person", "unknown") or use.name.isupper()) and (found := cast.persons(use.name)):
        if use.sex and (fitting := [f for f in found if f.sex in (None, use.sex)]):
            found = fitting
        if use.title and len(found) > 1:
            found = _titled(telling, use, found)
        if len(found) > 1 and (sex := _sex_of_owner(telling, use)):
            found = [f for f in found if f.sex in (None, sex)] or found
        if len(found) == 1:
            return found[0]
        # Who is called by the full name again and again is not whom the bare surname means.
        standing = telling.scene.standing(use.first, set(found))
        if not standing:
            return min(found, key=lambda f: (-f.told, f.first_at))
        most = max(f.bare_uses for f in standing)

        def fits(figure: Figure) -> float:
            usual = figure.bare_uses / most if most else 1.0
            again = _FULL_AGAIN ** max(figure.full_uses - figure.bare_uses, 0)
            return standing[figure] * again * (_NEVER_BARE + (1 - _NEVER_BARE) * usual)

        return max(standing, key=fits)
    return cast.body(use.name) if use.kind != "person" else None


def _is_body_by_style(telling: Telling, use: Use) -> bool:
    """Whether an article that calls everybody "Mr. Roe" has a bare surname that can only be a body's."""
    if (
        not telling.courteous
        or use.kind != "unknown"
        or not use.is_single
        or telling.page.tokens[use.first].quoted
    ):
        return False
    if telling.page.tokens[use.first].block <= telling.page.tokens[0].block + _HEAD:
        return False
    found = telling.cast.persons(use.name)
    by_surname = all(f.given and f.family == key(use.name) for f in found)
    after = telling.page.tokens[use.last].text if use.last < len(telling.page.tokens) else ""
    return (
        bool(found)
        and by_surname
        and all(f.first_at > use.first for f in found)
        and after not in {"'s", "’s"}
    )


def _sex_of_owner(telling: Telling, use: Use) -> Sex | None:
    """The sex that "his" or "her" just after a name tells, with nobody else between: "Roe defended her record"."""
    tokens = telling.page.tokens
    for i in range(use.last, min(use.last + _OWNED_WITHIN, len(tokens))):
        same = (
            tokens[i].sentence == tokens[use.first].sentence and tokens[i].quoted == tokens[use.first].quoted
        )
        if not same or i in telling.uses_at:
            return None
        if tokens[i].bare in {"his", "her"}:
            return "man" if tokens[i].bare == "his" else "woman"
    return None


def _titled(telling: Telling, use: Use, found: list[Figure]) -> list[Figure]:
    """Those of some persons who bear the title of a name, if any do."""
    titles = set(role_nouns([t.bare for t in telling.page.tokens[use.start : use.first]]))
    return [f for f in found if any(titles & r.nouns for r in f.roles)] or found
