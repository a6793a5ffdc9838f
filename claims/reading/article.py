"""A file, a page on the web, or a text, to its article or articles."""

import gzip
import hashlib
import logging
import os
import sys
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, BinaryIO, Final, Literal, TypeVar

from claims.errors import ClaimsError
from claims.reading.byline import credited
from claims.reading.fetched_page import FetchedPage
from claims.reading.formats import ending_of, format_of
from claims.reading.layout.blocks import blocks_of
from claims.reading.no_article import NoArticle
from claims.reading.origins import with_origins
from claims.reading.parsed_article import ContainedArticle, ParsedArticle, with_address
from claims.reading.readers import OPENERS, READERS
from claims.reading.sizes import LARGEST, LARGEST_DOCUMENT
from claims.reading.time_limits import time_limit
from claims.reading.urls import is_url, without_credentials
from claims.records import Article
from claims.release import REINSTALL

if TYPE_CHECKING:
    from claims.reading.page_fetcher import PageFetcher

_log = logging.getLogger("claims")

T = TypeVar("T")

STANDARD_INPUT: Final = "-"
_DOCUMENTS: Final = frozenset({".pdf", ".docx", ".odt", ".rtf"})
_LARGEST_UNPACKED: Final = 200_000_000  # bytes of a file that gzip compressed
_SECONDS: Final = 25.0
"""Of a processor's time, for an article; most take a tenth of a second."""
_NO_COLUMNS: Final[Mapping[str, str]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Unread:
    """A file, or a part of one, that gave no article, and why, in one line that names it.

    ``status`` is "skipped" for what holds no article, such as a picture, and "failed" for what should. ``expected``
    says that nobody looks for an article there: a README file beside articles.
    """

    name: str
    problem: str
    status: Literal["failed", "skipped"]
    expected: bool = False


def read(path: Path | str, *, root: Path | None = None) -> Article:
    """Read one file that is one article, or the page at an http or https address (a string).

    The format is told by the content first, by the ending of the name second. A file's ``path`` is relative to
    ``root`` (default: the current folder) where the file lies below it, else absolute, with "/" on every system; its
    ``key`` is the page's address where the file gives one (:func:`claims.reading.urls.canonical_url`), else that
    path. A page has no path; its key and URL are the address that it gives for itself, if that is on the same site,
    else the one where it was found after all redirects. Raises ClaimsError for what cannot be read: no file, a
    folder, an unknown format, more than 5 MB of text, binary or empty content, an unknown encoding, a file of several
    articles (:func:`read_all` has them); and for a page that cannot be had (:func:`claims.reading.fetching.fetch`).
    """
    found: Article | Unread | None = None
    for each in read_all(path, root=root):
        if found is not None:
            raise ClaimsError(f"{path}: holds several articles; use claims.reading.read_all, or claims add")
        found = each
    if isinstance(found, Article):
        return found
    raise ClaimsError(found.problem if found else f"{path}: no article in this file")


def read_all(
    source: Path | str | FetchedPage,
    *,
    root: Path | None = None,
    columns: Mapping[str, str] = _NO_COLUMNS,
) -> Iterator[Article | Unread]:
    """The articles of one file, or of the page at an address, one by one, with what of it could not be read, and why.

    A file that holds several (a mailbox, a feed, a table, an archive) gives each; their paths and, where they have
    no address, keys are the file's with "#" and their name in it. The source "-" is the standard input; a page that
    was fetched before is read without any connection. ``columns``
    are the names of a table's columns for fields that are not called as usual: "text", "title", "author", "outlet",
    "url", "date" and "id". What takes more than 25 seconds of a processor's time for an article is given up
    (:func:`claims.reading.time_limits.time_limit`).
    """
    name = name_of(source)
    found = _read_all(source, name, root, columns)
    while True:
        try:
            with time_limit(name, _SECONDS, "reading it"):
                each = next(found, None)
        except ClaimsError as error:
            yield _unread(name, error)
            return
        if each is None:
            return
        yield each


def _read_all(
    source: Path | str | FetchedPage, name: str, root: Path | None, columns: Mapping[str, str]
) -> Iterator[Article | Unread]:
    try:
        if not isinstance(source, str | Path):
            yield from _on_page(source, columns)
            return
        if isinstance(source, str) and is_url(source):
            yield from _fetched(source, columns)
            return
        if source == STANDARD_INPUT:
            yield from _standard_input(columns)
            return
        path = Path(source)
        place = _place(path, root)
        with _opened(path, name) as file:
            yield from _articles(file, name, place, columns)
    except ClaimsError as error:
        yield _unread(name, error)


def background_fetcher(fetched: Callable[[FetchedPage], None]) -> "PageFetcher":
    """What gets pages in the background (:class:`claims.reading.page_fetcher.PageFetcher`)."""
    # Imported here so that nobody who reads files loads what makes connections.
    from claims.reading.page_fetcher import PageFetcher  # noqa: PLC0415

    return PageFetcher(fetched)


def name_of(source: Path | str | FetchedPage) -> str:
    """What a file, an address or a fetched page is called in messages, without names and passwords in addresses."""
    if not isinstance(source, str | Path):
        return source.address
    return without_credentials(source) if isinstance(source, str) and is_url(source) else str(source)


def may_hold_several(source: Path | str | FetchedPage) -> bool:
    """Whether a file may hold several articles, by what stands in it; of one that cannot be opened, False.

    The standard input, which only the process has that was started with it, counts as one.
    """
    if not isinstance(source, str | Path):
        return source.suffix in OPENERS
    if source == STANDARD_INPUT:
        return True
    if isinstance(source, str) and is_url(source):
        return False
    try:
        with _opened(Path(source), str(source)) as file:
            ending = format_of(file, str(source))
            if ending == ".eml":  # which holds one, unless documents came with it
                # Imported here so that nobody who reads other files loads it.
                from claims.reading.mail_files import may_have_documents  # noqa: PLC0415

                return may_have_documents(file.read(LARGEST_DOCUMENT))
            return ending in (*OPENERS, ".gz")
    except (ClaimsError, OSError):
        return False


def from_text(
    text: str,
    *,
    key: str,
    title: str | None = None,
    author: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
    published: date | None = None,
    path: str | None = None,
) -> Article:
    """Plain text as an article, with its blocks; ``text`` is kept exactly.

    ``key`` names the article across its versions. Without a ``title``, that of the text is taken, if it has one.
    """
    parsed = ParsedArticle(text, blocks_of(text), title, author, outlet, url, published)
    return _article(parsed, key=key, path=path)


def _articles(
    file: BinaryIO, name: str, place: str, columns: Mapping[str, str]
) -> Iterator[Article | Unread]:
    ending = format_of(file, name)
    if ending == ".gz":
        file, ending = _unpacked(file, name)
    if ending not in OPENERS:
        data = _content(file, name, LARGEST_DOCUMENT if ending in _DOCUMENTS else LARGEST)
        parsed = _parsed(lambda: READERS[ending](data, name), name)
        yield _article(credited(parsed), key=parsed.url or place, path=place)
        return
    yield from _members(OPENERS[ending](file, name, columns), name, place)


def _members(found: Iterator[ContainedArticle], name: str, place: str | None) -> Iterator[Article | Unread]:
    """The articles of a file that holds several; ``place`` is its path, None where it came from an address."""
    count = 0
    for member in _guarded(found, name):
        count += 1
        try:
            parsed = _parsed(member.read, _inside(name, member))
        except ClaimsError as error:
            yield _unread(_inside(name, member), error)
        else:
            inside = _inside(place or name, member)
            yield _article(credited(parsed), key=parsed.url or inside, path=inside if place else None)
    if not count:
        raise NoArticle(f"{name}: no article in this file")


def _inside(name: str, member: ContainedArticle) -> str:
    return f"{name}#{member.name}" if member.name else name


def _fetched(url: str, columns: Mapping[str, str]) -> Iterator[Article | Unread]:
    # Imported here so that nobody who reads files loads what makes connections.
    from claims.reading.fetching import fetch  # noqa: PLC0415

    page = fetch(url, largest=LARGEST, largest_document=LARGEST_DOCUMENT)
    if page is not None:
        yield from _on_page(page, columns)


def _on_page(page: FetchedPage, columns: Mapping[str, str]) -> Iterator[Article | Unread]:
    name = page.address
    if page.suffix in OPENERS:
        yield from _members(OPENERS[page.suffix](BytesIO(page.data), name, columns), name, None)
        return
    parsed = with_address(_parsed(lambda: READERS[page.suffix](page.data, name), name), page.url)
    yield _article(credited(parsed), key=parsed.url or name, path=None)


def _standard_input(columns: Mapping[str, str]) -> Iterator[Article | Unread]:
    """What another program writes: an article of its own each time, unless it gives its address."""
    name = "standard input"
    data = sys.stdin.buffer.read(LARGEST_DOCUMENT + 1)
    if len(data) > LARGEST_DOCUMENT:
        raise ClaimsError(
            f"{name}: more than {LARGEST_DOCUMENT // 1_000_000} MB; write it to a file and name that"
        )
    yield from _articles(
        BytesIO(data), name, f"standard-input-{hashlib.sha256(data).hexdigest()[:12]}", columns
    )


def _article(parsed: ParsedArticle, *, key: str, path: str | None) -> Article:
    parsed = with_origins(parsed)
    return Article(
        key=key,
        text=parsed.text,
        blocks=parsed.blocks,
        title=parsed.title or parsed.headline,
        author=parsed.author,
        outlet=parsed.outlet,
        url=parsed.url,
        published=parsed.published,
        path=path,
        pages=parsed.pages,
        origins=parsed.origins,
    )


def _parsed(parse: Callable[[], ParsedArticle], name: str) -> ParsedArticle:
    """What a reader makes of a file; whatever a damaged file does to a library is said in one line."""
    try:
        parsed = parse()
    except ClaimsError:
        raise
    except Exception as error:
        raise _damaged(name, error) from error
    if len(parsed.text) > LARGEST:
        raise ClaimsError(
            f"{name}: more than {LARGEST // 1_000_000} million characters; give one article a file"
        )
    return parsed


def _guarded(members: Iterator[T], name: str) -> Iterator[T]:
    try:
        yield from members
    except ClaimsError:
        raise
    except Exception as error:
        raise _damaged(name, error) from error


def _damaged(name: str, error: Exception) -> ClaimsError:
    _log.debug("%s", name, exc_info=error)
    if isinstance(error, ImportError):
        reason = str(error).splitlines()[0]
        return ClaimsError(f"{name}: a library that reads it is missing ({reason}); {REINSTALL}")
    return ClaimsError(
        f"{name}: damaged, or not as its format has it ({type(error).__name__}); save it again, or as text"
    )


def _unread(name: str, error: ClaimsError) -> Unread:
    return Unread(name, " ".join(str(error).split()), "skipped" if isinstance(error, NoArticle) else "failed")


def _opened(path: Path, name: str) -> BinaryIO:
    try:
        if path.is_dir():
            raise ClaimsError(f"{name}: this is a folder; name the files in it")
        if path.exists() and not path.is_file():
            raise ClaimsError(f"{name}: not a file; give a file with an article's text")
        return path.open("rb")
    except FileNotFoundError:
        raise ClaimsError(f"{name}: no such file; check the name") from None
    except OSError as error:
        raise ClaimsError(
            f"{name}: cannot be read ({error.strerror}); check its name and permissions"
        ) from None


def _content(file: BinaryIO, name: str, largest: int) -> bytes:
    """The file's bytes; not more of a file that is too large than shows that it is."""
    try:
        data = file.read(largest + 1)
    except OSError as error:
        raise ClaimsError(
            f"{name}: cannot be read ({error.strerror}); check its name and permissions"
        ) from None
    if len(data) > largest:
        raise ClaimsError(f"{name}: larger than {largest // 1_000_000} MB; give one article a file")
    return data


def _unpacked(file: BinaryIO, name: str) -> tuple[BinaryIO, str]:
    """What a gzip-compressed file holds, and the ending of its format.

    A web archive, which is packed by the record, stays as it is.
    """
    inside = name[: -len(".gz")] if ending_of(name) == ".gz" else name
    try:
        packed = gzip.GzipFile(fileobj=file)
        if packed.read(5) == b"WARC/":
            file.seek(0)
            return file, ".warc"
        packed.seek(0)
        data = packed.read(_LARGEST_UNPACKED + 1)
    except (OSError, EOFError, zlib.error):
        raise ClaimsError(f"{name}: damaged, or cut short; save or copy the file again") from None
    if len(data) > _LARGEST_UNPACKED:
        limit = _LARGEST_UNPACKED // 1_000_000
        raise ClaimsError(f"{name}: unpacks to more than {limit} MB; unpack what is needed of it")
    if (ending := format_of(unpacked := BytesIO(data), inside)) == ".gz":
        raise NoArticle(f"{name}: an archive in an archive is not read; unpack it")
    return unpacked, ending


def _place(path: Path, root: Path | None) -> str:
    whole = Path(os.path.realpath(path))  # which follows links as far as they lead anywhere
    base = (root or Path()).resolve()
    place = whole.relative_to(base) if whole.is_relative_to(base) else whole
    return place.as_posix().encode("utf-8", "backslashreplace").decode()
