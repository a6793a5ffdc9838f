"""What came or went as a whole: foreign parts of the page, and entries of a rolling story."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, Self

from claims.records import Claim
from claims.versions.foreign import Foreign, foreign
from claims.versions.rolling import Rolled, rolled_off
from claims.versions.sides import Sides
from claims.versions.version import Version

KEPT_FROM: Final = 0.5
"""Share of a foreign part's words from which the other version has it, too."""
_LONGEST: Final = 12
"""How many words of a foreign part a note quotes."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Of one version: the foreign parts that the other lacks, and the entries that the story rolled over."""

    foreign: tuple[Foreign, ...]
    rolled: Rolled

    @classmethod
    def of(cls, sides: Sides) -> Self:
        """Those of the old version."""
        article = sides.old.article
        parts = [p for p in foreign(article) if sides.share_kept(p.start, p.end) < KEPT_FROM]
        return cls(tuple(parts), rolled_off(sides))

    def part(self, claim: Claim) -> Foreign | None:
        """The foreign part that a claim stands in."""
        return next((p for p in self.foreign if p.start <= claim.content[0].start < p.end), None)

    def without_foreign(self, version: Version) -> Version:
        """The version without the claims in these foreign parts."""
        return replace(version, claims=tuple(p for p in version.claims if not self.part(p.claim)))

    @property
    def stretches(self) -> list[tuple[int, int]]:
        """All of it, as stretches of the text."""
        return [*((p.start, p.end) for p in self.foreign), *self.rolled.stretches]


def notes(
    sides: Sides, old: Surroundings, new: Surroundings, claims: tuple[Sequence[Claim], Sequence[Claim]]
) -> Iterator[str]:
    """Lines that tell of both versions' surroundings; ``claims`` are all of the two versions."""
    if old.rolled.entries or new.rolled.entries:
        counts = (
            f"{_counted(old.rolled.entries, 'old')} fell off, {_counted(new.rolled.entries, 'new')} came on"
        )
        yield f"rolling story: {counts}; what went with an old entry was not retracted"
    yield from _parts(sides, old, claims[0], "taken out")
    yield from _parts(sides.swapped, new, claims[1], "added")


def _counted(entries: int, age: str) -> str:
    return f"{entries} {age} {'entry' if entries == 1 else 'entries'}"


def _parts(sides: Sides, surroundings: Surroundings, claims: Sequence[Claim], became: str) -> Iterator[str]:
    for part in surroundings.foreign:
        words = sides.old.article.text[part.start : part.end].split()
        quoted = " ".join(words[:_LONGEST]) + (" ..." if len(words) > _LONGEST else "")
        inside = sum(surroundings.part(claim) is part for claim in claims)
        told = f" ({inside} {'claim' if inside == 1 else 'claims'} in it not listed)" if inside else ""
        yield f"{part.what} was {became}: “{quoted}”{told}"
