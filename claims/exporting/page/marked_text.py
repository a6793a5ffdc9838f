"""An article's text cut at the edges of its claims, so that overlapping claims can all be marked."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final, Literal

from claims.records import Article, Block, BlockKind, Claim, Span

MarkKind = Literal["content", "mention", "cue", "changed"]


@dataclass(frozen=True, slots=True)
class MarkedPiece:
    """A stretch of text in which nothing begins or ends, with the numbers of the claims it belongs to.

    ``opens`` are the claims whose content begins with it; ``content`` are those that it is asserted in, the
    shortest (innermost) first. ``changed`` says whether these very words differ in the other version.
    """

    text: str
    opens: tuple[int, ...] = ()
    content: tuple[int, ...] = ()
    mention: tuple[int, ...] = ()
    cue: tuple[int, ...] = ()
    changed: bool = False


@dataclass(frozen=True, slots=True)
class MarkedBlock:
    """A title, heading or paragraph in pieces; joined, they are its text."""

    kind: BlockKind
    pieces: tuple[MarkedPiece, ...]

    @property
    def text(self) -> str:
        """The words of the block as they stand in the article."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def numbers(self) -> frozenset[int]:
        """The claims that have their content, or part of it, in the block."""
        return frozenset(number for piece in self.pieces for number in piece.content)


def reading_order(claim: Claim) -> tuple[int, int, str]:
    """Where a claim stands among an article's: by its content, and an outer one before those inside it."""
    return min(span.start for span in claim.content), -claim.end, claim.id


def marked_blocks(
    article: Article, claims: Mapping[int, Claim], changed: Iterable[Span] = ()
) -> list[MarkedBlock]:
    """The article's blocks in order, cut into pieces; text between blocks becomes a paragraph of its own.

    ``claims`` are those of this article by their numbers on the page; ``changed`` are the words that differ in
    another version. No character is lost but white space between blocks.
    """
    edges = _edges(article, claims, changed)
    places = sorted(edges)
    result = []
    upcoming = 0
    active: set[_Mark] = set()
    opened: set[int] = set()
    for block in _blocks(article):
        pieces = []
        start = block.start
        while start < block.end:
            while upcoming < len(places) and places[upcoming] <= start:
                active ^= edges[places[upcoming]]
                upcoming += 1
            end = min(block.end, places[upcoming]) if upcoming < len(places) else block.end
            pieces.append(_piece(article.text[start:end], active, opened, claims))
            start = end
        result.append(MarkedBlock(block.kind, tuple(pieces)))
    return result


_Mark = tuple[MarkKind, int]
"""What a stretch of text is marked as, for the claim of that number."""

_NOBODY: Final = 0
"""The number that stands with words that changed, whichever claim they are in."""


def _edges(article: Article, claims: Mapping[int, Claim], changed: Iterable[Span]) -> dict[int, set[_Mark]]:
    """The marks that begin or end at each place; none does both, since stretches that touch are one."""
    edges: dict[int, set[_Mark]] = defaultdict(set)

    def add(role: MarkKind, number: int, spans: Iterable[Span]) -> None:
        for place in chain.from_iterable(_union(spans, len(article.text))):
            edges[place].add((role, number))

    for number, claim in claims.items():
        add("content", number, claim.content)
        add("mention", number, claim.mention)
        add("cue", number, claim.cue)
    add("changed", _NOBODY, changed)
    return edges


def _union(spans: Iterable[Span], length: int) -> Iterator[tuple[int, int]]:
    """The stretches that some spans cover together, in order, none touching another."""
    start = end = -1
    for span in sorted(spans):
        if span.start > end:
            if start < end:
                yield start, min(end, length)
            start, end = span.start, span.end
        end = max(end, span.end)
    if start < end:
        yield start, min(end, length)


def _piece(text: str, active: set[_Mark], opened: set[int], claims: Mapping[int, Claim]) -> MarkedPiece:
    """The piece in which all of ``active`` hold; claims that begin with it are added to ``opened``."""
    numbers: dict[MarkKind, list[int]] = defaultdict(list)
    for role, number in sorted(active):
        numbers[role].append(number)
    inner_first = sorted(numbers["content"], key=lambda n: (_length(claims[n]), n))
    opens = tuple(n for n in numbers["content"] if n not in opened)
    opened.update(opens)
    mention, cue = tuple(numbers["mention"]), tuple(numbers["cue"])
    return MarkedPiece(text, opens, tuple(inner_first), mention, cue, changed=bool(numbers["changed"]))


def _length(claim: Claim) -> int:
    return sum(span.end - span.start for span in claim.content)


def _blocks(article: Article) -> Iterator[Block]:
    """The article's blocks, and paragraphs for what text stands outside them."""
    end = 0
    for block in article.blocks:
        yield from _between(article, end, block.start)
        yield block
        end = block.end
    yield from _between(article, end, len(article.text))


def _between(article: Article, start: int, end: int) -> Sequence[Block]:
    return [Block("paragraph", start, end)] if article.text[start:end].strip() else []
