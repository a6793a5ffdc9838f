"""Where title, author, outlet and day of an article were found, and how surely they are these."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from claims.reading.parsed_article import ParsedArticle
from claims.records import DescribedField, Origin

_FIELDS: Final[tuple[DescribedField, ...]] = ("title", "author", "outlet", "published")


def having(origins: Iterable[Origin], *better: Origin) -> tuple[Origin, ...]:
    """The origins, with others in the place of those of the same fields; in the order of the fields."""
    known = {origin.field: origin for origin in (*origins, *better)}
    return tuple(known[field] for field in _FIELDS if field in known)


def with_origins(parsed: ParsedArticle) -> ParsedArticle:
    """The article with an origin for each field that it has: where the reader said nothing else, the file's own fields.

    A title that only stands in the text was told by its look.
    """
    known = {origin.field for origin in parsed.origins}
    values = {
        "title": parsed.title or parsed.headline,
        "author": parsed.author,
        "outlet": parsed.outlet,
        "published": parsed.published,
    }
    by_look = parsed.title is None
    new = [
        Origin(field, "its first lines", "medium")
        if field == "title" and by_look
        else Origin(field, "metadata", "high")
        for field in _FIELDS
        if values[field] and field not in known
    ]
    kept = [origin for origin in parsed.origins if values[origin.field]]
    return replace(parsed, origins=having(kept, *new))
