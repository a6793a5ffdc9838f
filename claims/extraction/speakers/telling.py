"""The article as far as it has been read, and whom a name means there."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from claims.extraction.speakers.cast import Cast, Figure
from claims.extraction.speakers.lexicon import Sex
from claims.extraction.speakers.naming import Use
from claims.extraction.speakers.page import Page
from claims.extraction.speakers.roles import role_nouns
from claims.extraction.speakers.scene import Scene

SEX_OF_PRONOUN: Final[Mapping[str, Sex]] = {"he": "man", "she": "woman"}
LEAST_STANDING: Final = 0.03
_FULL_AGAIN: Final = 0.6


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention's tokens, and the tokens of everything said under it."""

    tokens: tuple[int, ...]
    content: frozenset[int]


@dataclass(slots=True)
class Telling:
    """The article as far as it has been read."""

    page: Page
    uses: list[Use]
    uses_at: dict[int, Use]
    cast: Cast
    scene: Scene
    author: Figure
    holders: dict[int, Figure] = field(default_factory=dict)
    known: dict[str, Figure] = field(default_factory=dict)
    introduced: dict[str, tuple[Figure, int]] = field(default_factory=dict)


def holder(telling: Telling, use: Use) -> Figure | None:
    """The figure that a name means at its place."""
    cast = telling.cast
    if (use.kind in ("person", "unknown") or use.name.isupper()) and (found := cast.persons(use.name)):
        if use.sex and (fitting := [f for f in found if f.sex in (None, use.sex)]):
            found = fitting
        if use.title and len(found) > 1:
            found = _titled(telling, use, found)
        if len(found) == 1:
            return found[0]
        # Who is called by the full name again and again is not whom the bare surname means.
        standing = telling.scene.standing(use.first, set(found))
        if not standing:
            return min(found, key=lambda f: f.first_at)
        return max(standing, key=lambda f: standing[f] * _FULL_AGAIN ** max(f.full_uses - f.bare_uses, 0))
    return cast.body(use.name) if use.kind != "person" else None


def _titled(telling: Telling, use: Use, found: list[Figure]) -> list[Figure]:
    """Those of some persons who bear the title of a name, if any do."""
    titles = set(role_nouns([t.bare for t in telling.page.tokens[use.start : use.first]]))
    return [f for f in found if any(titles & r.nouns for r in f.roles)] or found
