"""The articles of the ledger, and what the desk says of one where its page does not."""

from dataclasses import replace
from datetime import date

from claims.desk.refreshing import refresh
from claims.desk.revisions import find_article
from claims.errors import ClaimsError
from claims.ledger import ArticleSummary, Ledger
from claims.records import Article
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
        told = replace(find_article(ledger, asked), **said)  # type: ignore[arg-type]
        ledger.describe(told)
    refresh(ledger)
    return told
