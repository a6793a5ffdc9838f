"""One file, one page on the web, or one text, to one article."""

import logging
from dataclasses import replace
from datetime import date
from pathlib import Path

from claims.errors import ClaimsError
from claims.reading.layout.blocks import blocks_of
from claims.reading.parsed_article import ParsedArticle
from claims.reading.readers import READERS
from claims.reading.urls import canonical_url, is_url, same_site
from claims.records import Article

_log = logging.getLogger("claims")
LARGEST = 5_000_000  # bytes; a long newspaper article has 50,000


def read(path: Path | str, *, root: Path | None = None) -> Article:
    """Read one file, by the reader of its suffix, or the page at an http or https address (a string).

    A file's ``path`` is relative to ``root`` (default: the current folder) where the file lies below it,
    else absolute, with "/" on every system; its ``key`` is the page's address where the file gives one
    (:func:`claims.reading.urls.canonical_url`), else that path. A page has no path; its key and URL are the address
    that it gives for itself, if that is on the same site, else the one where it was found after all redirects.
    Raises ClaimsError for what cannot be read: no file, a folder, an unknown suffix, more than 5 MB, binary or empty
    content, an unknown encoding; and for a page that cannot be had (:func:`claims.reading.fetching.fetch`).
    """
    if isinstance(path, str) and is_url(path):
        return _fetched(path)
    path = Path(path)
    name = str(path)
    reader = READERS.get(path.suffix.lower())
    data = _content(path, name)
    if reader is None:
        suffixes = ", ".join(suffix for suffix in READERS if suffix)
        raise ClaimsError(
            f"{name}: {path.suffix} files cannot be read; save the article as one of {suffixes}"
        )
    parsed = reader(data, name)
    place = _place(path, root)
    return _article(parsed, key=parsed.url or place, path=place)


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


def _fetched(url: str) -> Article:
    # Imported here so that nobody who reads files loads what makes connections.
    from claims.reading.fetching import fetch  # noqa: PLC0415

    page = fetch(url, largest=LARGEST)
    parsed = READERS[page.suffix](page.data, url)
    own = canonical_url(page.url) or page.url
    address = parsed.url or own
    if not same_site(address, own):
        _log.warning(
            "%s: names %s as its address, which is another site's: kept as an article of its own",
            own,
            address,
        )
        address = own
    outlet = parsed.outlet or page.host.removeprefix("www.")
    return _article(replace(parsed, url=address, outlet=outlet), key=address, path=None)


def _article(parsed: ParsedArticle, *, key: str, path: str | None) -> Article:
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
    )


def _content(path: Path, name: str) -> bytes:
    """The file's bytes; not more of a file that is too large than shows that it is."""
    try:
        if path.is_dir():
            raise ClaimsError(f"{name}: this is a folder; name the files in it")
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except FileNotFoundError:
        raise ClaimsError(f"{name}: no such file; check the name") from None
    except OSError as error:
        raise ClaimsError(
            f"{name}: cannot be read ({error.strerror}); check its name and permissions"
        ) from None
    if len(data) > LARGEST:
        raise ClaimsError(f"{name}: larger than 5 MB; give one article a file")
    return data


def _place(path: Path, root: Path | None) -> str:
    whole = path.resolve()
    base = (root or Path()).resolve()
    place = whole.relative_to(base) if whole.is_relative_to(base) else whole
    return place.as_posix().encode("utf-8", "backslashreplace").decode()
