"""What the reader of a format returns, and the way from titles, headings and paragraphs to it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from claims.reading.layout.blocks import blocks_of, paragraphs_of
from claims.records import Block, BlockKind

_BETWEEN = "\n\n"


@dataclass(frozen=True, slots=True)
class ParsedArticle:
    """An article as its file has it; what the file does not say is None.

    ``text``: the text in which all offsets count (0-based code points), kept as it is.
    ``blocks``: title, headings and paragraphs, in order; together they hold all that is not white space.
    ``title``, ``author``, ``outlet``: as the file names them, each in one line.
    ``url``: the page's address in the spelling of :func:`claims.reading.urls.canonical_url`.
    ``published``: the day of publication.
    """

    text: str
    blocks: tuple[Block, ...]
    title: str | None = None
    author: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: date | None = None

    @property
    def headline(self) -> str | None:
        """The title that stands in the text, in one line; None where there is none."""
        found = next((self.text[b.start : b.end] for b in self.blocks if b.kind == "title"), None)
        return None if found is None else " ".join(found.split())


def joined(units: Iterable[tuple[BlockKind, str]]) -> tuple[str, tuple[Block, ...]]:
    """The text of some titles, headings and paragraphs, a blank line between them, and its blocks.

    Units without words are left out. Paragraphs are judged as those of plain text: one with line breaks may
    be several, and one that looks like a heading, where it stands, is one.
    """
    parts: list[str] = []
    blocks: list[Block] = []
    start = 0
    for kind, words in units:
        part = words.strip()
        if not part:
            continue
        inside = paragraphs_of(part) if kind == "paragraph" else (Block(kind, 0, len(part)),)
        blocks += (replace(block, start=start + block.start, end=start + block.end) for block in inside)
        parts.append(part)
        start += len(part) + len(_BETWEEN)
    text = _BETWEEN.join(parts)
    headings = {(b.start, b.end) for b in blocks_of(text) if b.kind == "heading"}
    return text, tuple(
        replace(b, kind="heading") if b.kind == "paragraph" and (b.start, b.end) in headings else b
        for b in blocks
    )
