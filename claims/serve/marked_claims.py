"""An article with its claims marked, each of which leads to its page."""

from collections.abc import Sequence

from claims.exporting.page import (
    MarkedArticle,
    Note,
    looks_of,
    marked_article,
    page_speakers,
    reading_order,
)
from claims.records import Article, Claim


def marked(article: Article, claims: Sequence[Claim]) -> MarkedArticle:
    """The article with these claims of its own marked, numbered from 1 in reading order."""
    speakers = page_speakers(claims)
    ordered = sorted(claims, key=reading_order)
    notes = [Note(number, claim, looks_of(claim, speakers), 0) for number, claim in enumerate(ordered, 1)]
    return marked_article(0, article, notes)
