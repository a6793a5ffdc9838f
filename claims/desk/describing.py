"""The articles of the ledger, and what the desk says of one where its page does not."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from typing import get_args

from claims.desk.refreshing import refresh
from claims.desk.revisions import find_article
from claims.errors import ClaimsError
from claims.ledger import ArticleSummary, Ledger
from claims.records import Article, DescribedField, Origin
from claims.text.normalisation import normalised


def list_articles(
    ledger: Ledger,
    *,
    outlet: str | None = None,
    since: date | None = None,
    until: date | None = None,
    undated: bool = False,
) -> list[ArticleSummary]:
    """The articles that meet all that is given, the oldest first, undated ones last, by their latest version.

    ``outlet`` is a part of its name. Articles without a date are not ``since`` or ``until`` any day.
    """
    found = [
        article
        for article in ledger.list_articles()
        if (outlet is None or normalised(outlet) in normalised(article.outlet or ""))
        and (since is None or (article.published is not None and article.published >= since))
        and (until is None or (article.published is not None and article.published <= until))
        and not (undated and article.published)
    ]
    return sorted(found, key=lambda a: (a.published or date.max, a.key))


def describe(
    ledger: Ledger,
    asked: str,
    *,
    published: date | None = None,
    outlet: str | None = None,
    title: str | None = None,
    author: str | None = None,
    url: str | None = None,
) -> Article:
    """Say of the latest version of an article what is given, and leave the rest; its key and its versions stay.

    ``asked`` is as for :func:`claims.desk.find_article`. Raises :class:`ClaimsError` where nothing is given, or no
    article or several are meant.
    """
    given = {"published": published, "outlet": outlet, "title": title, "author": author, "url": url}
    said = {name: value for name, value in given.items() if value is not None}
    if not said or not all(str(value).strip() for value in said.values()):
        raise ClaimsError("nothing is said of the article: give a date, outlet, title, author or url")
    with ledger.transaction():
        meant = find_article(ledger, asked)
        told = replace(meant, **said, origins=said_by_desk(meant, said))  # type: ignore[arg-type]
        ledger.describe(told)
    refresh(ledger)
    return told


def said_by_desk(article: Article, fields: Collection[str]) -> tuple[Origin, ...]:
    """The article's origins once the desk has said these fields, among others that have none."""
    kept = {origin.field: origin for origin in article.origins}
    told = {field: Origin(field, "the desk", "high") for field in get_args(DescribedField) if field in fields}
    return tuple((kept | told).values())
