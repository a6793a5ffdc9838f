"""One file, or one text, to one article."""

from datetime import date
from pathlib import Path

from claims.errors import ClaimsError
from claims.reading.draft import Draft
from claims.reading.formats import READERS
from claims.reading.layout import blocks_of
from claims.records import Article

LARGEST = 5_000_000  # bytes; a long newspaper article has 50,000


def read(path: Path | str, *, root: Path | None = None) -> Article:
    """Read one file, by the reader of its suffix.

    The article's ``path`` is relative to ``root`` (default: the current folder) where the file lies below it,
    else absolute, with "/" on every system; its ``key`` is the page's address where the file gives one
    (:func:`claims.reading.urls.canonical`), else that path. Raises ClaimsError for what cannot be read: no
    file, a folder, an unknown suffix, more than 5 MB, binary or empty content, an unknown encoding.
    """
    path = Path(path)
    name = str(path)
    reader = READERS.get(path.suffix.lower())
    data = _content(path, name)
    if reader is None:
        suffixes = ", ".join(suffix for suffix in READERS if suffix)
        raise ClaimsError(
            f"{name}: {path.suffix} files cannot be read; save the article as one of {suffixes}"
        )
    draft = reader(data, name)
    place = _place(path, root)
    return _article(draft, key=draft.url or place, path=place)


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
    draft = Draft(text, blocks_of(text), title, author, outlet, url, published)
    return _article(draft, key=key, path=path)


def _article(draft: Draft, *, key: str, path: str | None) -> Article:
    return Article(
        key=key,
        text=draft.text,
        blocks=draft.blocks,
        title=draft.title or draft.headline,
        author=draft.author,
        outlet=draft.outlet,
        url=draft.url,
        published=draft.published,
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
