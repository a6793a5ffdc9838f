"""Appearances of invented speakers, and how linking partitions them."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from claims.linking import link
from claims.records import Appearance, Decision, SpeakerType


def appear(
    id_: str,
    name: str,
    role: str | None = None,
    *,
    type_: SpeakerType = "person",
    article: str = "",
    number: int = 0,
    versions: tuple[int, ...] = (1,),
) -> Appearance:
    """An appearance, each in an article of its own unless one is given."""
    return Appearance(id_, article or f"article of {id_}", name, type_, role, number, versions)


def numbered(appearances: Sequence[Appearance]) -> list[Appearance]:
    """The appearances in the order of the list, as if their articles had been added so."""
    return [replace(a, number=number) for number, a in enumerate(appearances, 1)]


def partition(appearances: Sequence[Appearance], decisions: Iterable[Decision] = ()) -> set[frozenset[str]]:
    """The ids that are one speaker."""
    return {
        frozenset(link.appearance for link in speaker.links)
        for speaker in link(numbered(appearances), decisions)
    }


def together(appearances: Sequence[Appearance], *ids: str, decisions: Iterable[Decision] = ()) -> bool:
    """Whether these appearances are one speaker."""
    return any(set(ids) <= group for group in partition(appearances, decisions))
