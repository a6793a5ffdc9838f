"""What the reader of a page can filter by."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from claims.exporting.page.speaker_looks import PageSpeaker


@dataclass(frozen=True, slots=True)
class Option:
    """A value to tick: ``value`` is what claims carry, ``label`` what is read.

    ``count`` says how many there are, if that says anything; ``code`` and ``look`` are the letters and the
    class of its sign, where it has one.
    """

    value: str
    label: str
    count: int | None
    code: str = ""
    look: str = ""


@dataclass(frozen=True, slots=True)
class Facet:
    """One thing to filter by, such as the speaker; ``name`` is the attribute of claims that holds it."""

    name: str
    legend: str
    options: tuple[Option, ...]


def speaker_facet(speakers: Iterable[PageSpeaker]) -> Facet:
    """The speakers, those with most claims first."""
    options = (Option(str(v.number), v.name, v.claims, v.code, f"code s{v.colour}") for v in speakers)
    return Facet("speaker", "Speaker", tuple(options))


def word_facet(
    name: str,
    legend: str,
    values: Iterable[str],
    order: Sequence[str],
    looks: Mapping[str, tuple[str, str]],
) -> Facet:
    """The values that occur, in the order given; ``looks`` has the sign and its class for each."""
    counts = Counter(values)
    options = (Option(v, v, counts[v], *looks.get(v, ("", ""))) for v in order if counts[v])
    return Facet(name, legend, tuple(options))


def offered(*facets: Facet) -> list[Facet]:
    """Those facets that leave a choice."""
    return [facet for facet in facets if len(facet.options) > 1]
