"""Zip archives of articles: each file in it is read as if it lay in a folder; nothing is unpacked to the disk."""

from collections.abc import Iterator, Mapping
from functools import partial
from io import BytesIO
from typing import BinaryIO, Final

from claims.errors import ClaimsError
from claims.reading.formats import format_of
from claims.reading.no_article import NoArticle
from claims.reading.parsed_article import ContainedArticle, ParsedArticle
from claims.reading.readers import OPENERS, READERS
from claims.reading.zip_parts import opened

_LARGEST: Final = 1_000_000_000  # bytes of all files, unpacked


def members(file: BinaryIO, name: str, columns: Mapping[str, str]) -> Iterator[ContainedArticle]:
    """The articles of an archive, by their files' names in it; files that hold several have theirs behind "#"."""
    with opened(file, name) as parts:
        left = _LARGEST
        for part, entry in parts.entries.items():
            if entry.is_dir() or _is_hidden(part):
                continue
            try:
                data = parts.content(part)
            except ClaimsError as error:
                yield ContainedArticle(part, partial(_fail, type(error), str(error)))
                continue
            left -= len(data)
            if left < 0:
                raise ClaimsError(
                    f"{name}: unpacks to more than {_LARGEST // 1_000_000} MB; unpack what is needed of it"
                )
            yield from articles_in(part, data, f"{name}#{part}", columns)


def articles_in(part: str, data: bytes, name: str, columns: Mapping[str, str]) -> Iterator[ContainedArticle]:
    """The articles of a file in an archive, of which ``part`` is the name and ``name`` that for messages."""
    try:
        ending = format_of(BytesIO(data), part)
        if ending in (".zip", ".gz"):
            raise NoArticle(f"{name}: an archive in an archive is not read; unpack it")
        if ending in OPENERS:
            for member in OPENERS[ending](BytesIO(data), name, columns):
                yield ContainedArticle(f"{part}#{member.name}" if member.name else part, member.read)
        else:
            yield ContainedArticle(part, partial(READERS[ending], data, name))
    except ClaimsError as error:
        named = str(error)
        told = named if named.startswith(name) else f"{name}: {named.partition(': ')[2]}"
        yield ContainedArticle(part, partial(_fail, type(error), told))


def _is_hidden(part: str) -> bool:
    """Whether it is a file that a system adds by itself, or that describes the articles beside it."""
    names = part.split("/")
    return any(each.startswith(".") or each == "__MACOSX" for each in names) or names[-1].lower().startswith(
        "readme."
    )


def _fail(kind: type[ClaimsError], problem: str) -> ParsedArticle:
    # Not the error itself, which would hold on to what was unpacked when it was raised.
    raise kind(problem)
