"""What the reader of a format returns, and the way from titles, headings and paragraphs to it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlsplit

from claims.reading.layout.blocks import blocks_of, paragraphs_of
from claims.reading.remarks import remark
from claims.reading.urls import canonical_url, same_site
from claims.records import Block, BlockKind, Origin

BETWEEN = "\n\n"
"""What stands between two blocks."""


@dataclass(frozen=True, slots=True)
class ParsedArticle:
    """An article as its file has it; what the file does not say is None.

    ``text``: the text in which all offsets count (0-based code points), kept as it is.
    ``blocks``: title, headings and paragraphs, in order; together they hold all that is not white space.
    ``title``, ``author``, ``outlet``: as the file names them, each in one line.
    ``url``: the page's address in the spelling of :func:`claims.reading.urls.canonical_url`.
    ``published``: the day of publication.
    ``pages``: where in the text each page of a PDF file begins; empty where there are none.
    ``origins``: where the file has title, author, outlet and day, as far as the reader knows better than that its own
    fields say them.
    """

    text: str
    blocks: tuple[Block, ...]
    title: str | None = None
    author: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: date | None = None
    pages: tuple[int, ...] = ()
    origins: tuple[Origin, ...] = ()

    @property
    def headline(self) -> str | None:
        """The title that stands in the text, in one line; None where there is none."""
        found = next((self.text[b.start : b.end] for b in self.blocks if b.kind == "title"), None)
        return None if found is None else " ".join(found.split())


def with_address(parsed: ParsedArticle, url: str) -> ParsedArticle:
    """The article with its own address if that is on the same site, else that at which it was found.

    The host stands for an outlet that is not given. Where the page names another site's address, that is
    remarked.
    """
    found = canonical_url(url) or url
    address = parsed.url or found
    if not same_site(address, found):
        remark(
            "address",
            found,
            f"names {address} as its address, which is another site's: kept as an article of its own "
            "(--same-as ARTICLE makes it a version of one)",
        )
        address = found
    host = (urlsplit(url).hostname or "").removeprefix("www.")
    guessed = () if parsed.outlet or not host else (Origin("outlet", "the name of its host", "low"),)
    return replace(
        parsed, url=address, outlet=parsed.outlet or host or None, origins=(*parsed.origins, *guessed)
    )


@dataclass(frozen=True, slots=True)
class ContainedArticle:
    """One article of a file that holds several: its name there, such as a number, and the way to read it.

    The name is empty for what the file itself is, as a message is beside the documents that came with it.
    """

    name: str
    read: Callable[[], ParsedArticle]


def parsed_from(units: Iterable[tuple[BlockKind, str]]) -> ParsedArticle:
    """An article of titles, headings and paragraphs; where none is called its title, the first may look like it."""
    text, blocks = joined(units)
    if blocks and all(block.kind != "title" for block in blocks):
        like = next((b for b in blocks_of(text) if b.kind == "title"), None)
        blocks = tuple(like if like and (b.start, b.end) == (like.start, like.end) else b for b in blocks)
    return ParsedArticle(text, blocks)


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
        start += len(part) + len(BETWEEN)
    text = BETWEEN.join(parts)
    headings = {(b.start, b.end) for b in blocks_of(text) if b.kind == "heading"}
    return text, tuple(
        replace(b, kind="heading") if b.kind == "paragraph" and (b.start, b.end) in headings else b
        for b in blocks
    )
