"""An article as it was read: its text, its blocks and spans, and what is known of its publication."""

import hashlib
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final, Literal, get_args

BlockKind = Literal["title", "heading", "paragraph"]
Tag = Literal["high", "medium", "low"]
DescribedField = Literal["title", "author", "outlet", "published"]
TAGS: Final[tuple[Tag, ...]] = get_args(Tag)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of an article: ``article.text[start:end] == text``."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Block:
    """One unit of an article's layout: its title, a heading or a paragraph, by offsets.

    Line breaks inside a paragraph only wrap the line; those between blocks end a paragraph.
    """

    kind: BlockKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Origin:
    """Where something that is said of an article was found, in words, and how sure it is.

    High: a field of the format, or of the page's metadata, says just this. Medium: it was read off a line such as a
    byline. Low: it was inferred, as an outlet from the name of its host.
    """

    field: DescribedField
    found_in: str
    certainty: Tag


@dataclass(frozen=True, slots=True)
class Article:
    """One published text in one version.

    Fields:
        key: names the article across versions: its URL where that is known, else its path.
        text: exactly as read; all offsets are into it.
        blocks: its layout, in order, without overlaps. A title that stands in the text has a block of kind "title";
            one that is known from metadata only has none.
        title, author, outlet, url: as the page or file says, None where it does not.
        published: the day of publication, None where it is not known.
        path: of the file, relative to the folder of the ledger; None for a page read from the web.
        version: from 1, in the order in which the ledger was given them.
        pages: where in the text each page of a PDF file begins, from the first on; empty where there are no pages.
        origins: where the file or page has title, author, outlet and day; empty where that is not known.
    """

    key: str
    text: str = field(repr=False)
    blocks: tuple[Block, ...] = field(repr=False)
    title: str | None = None
    author: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: date | None = None
    path: str | None = None
    version: int = 1
    pages: tuple[int, ...] = field(default=(), repr=False)
    origins: tuple["Origin", ...] = field(default=(), repr=False)

    @property
    def id(self) -> str:
        """12 hexadecimal digits, the same in all versions of the article."""
        return article_id(self.key)

    @property
    def digest(self) -> str:
        """SHA-256 of the text in UTF-8, in hexadecimal."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    @property
    def name(self) -> str:
        """What to call the article in one line: its title, else its path, else its key."""
        return self.title or self.path or self.key

    @property
    def where(self) -> str:
        """Where it can be found again: its URL, else its path, else its key."""
        return self.url or self.path or self.key

    def page_at(self, offset: int) -> int | None:
        """The number of the page, from 1, on which a character stands; None where the text has no pages."""
        return bisect_right(self.pages, offset) or None

    def span(self, start: int, end: int) -> Span:
        """The span from ``start`` to ``end`` with its words."""
        return Span(start, end, self.text[start:end])


@dataclass(frozen=True, slots=True)
class PageState:
    """What a server said of a page when it was fetched last, by which it can be asked only whether that has changed.

    Fields:
        address: what was asked for.
        reached: the address where it was found, after all redirects.
        etag, last_modified: the answer's headers ETag and Last-Modified, None where it had none.
        fresh_until: until when the server says that the page holds (Cache-Control), in UTC; None where it does not.
    """

    address: str
    reached: str
    etag: str | None = None
    last_modified: str | None = None
    fresh_until: datetime | None = None


def joined(spans: Sequence[Span]) -> str:
    """The words of some spans, white space folded, pieces joined by one space."""
    text = spans[0].text if len(spans) == 1 else " ".join([s.text for s in spans])
    return single_spaced(text)


def single_spaced(text: str) -> str:
    """The text with its white space folded: no space before or after it, and one between two words."""
    # Most texts have no other, which is sooner told than brought about: what is printable has spaces only.
    return text.strip(" ") if text.isprintable() and "  " not in text else " ".join(text.split())


def article_id(key: str) -> str:
    """The id of the article with this key: 12 hexadecimal digits."""
    return short_hash("article", key)


def short_hash(*parts: str) -> str:
    """12 hexadecimal digits of the SHA-256 of the parts, which are kept apart by a separator."""
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:12]
