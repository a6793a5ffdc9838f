"""The articles that the ledger has, with what is said of them and how many versions and claims there are."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, bindparam, func, or_, select, true, update

from claims.ledger import progress
from claims.ledger.groups import release
from claims.ledger.mapping import ArticleNames, begins, origins_of, read, stored_origins
from claims.ledger.schema import articles, claims, is_latest
from claims.records import Article, Origin, article_id


@dataclass(frozen=True, slots=True)
class ArticleSummary:
    """An article of the ledger, by its latest version.

    Fields:
        id: 12 hexadecimal digits, the same in all of its versions.
        key: as the article's.
        title, outlet, author, published: as the page or file says, or the desk; None where nobody does.
        where: its address, else its path, else its key.
        versions, claims: how many versions there are, and how many claims the latest has.
        added: when the latest version was added, in UTC.
        origins: where title, author, outlet and day were found; empty where that is not known.
    """

    id: str
    key: str
    title: str | None
    outlet: str | None
    author: str | None
    published: date | None
    where: str
    versions: int
    claims: int
    added: datetime
    origins: tuple[Origin, ...] = ()


def list_articles(connection: Connection) -> list[ArticleSummary]:
    """Every article by its latest version, in the order of their keys; no text is read."""
    its = select(func.count()).where(claims.c.article_id == articles.c.id).scalar_subquery()
    every = articles.alias("every")
    versions = select(func.count()).where(every.c.key == articles.c.key).scalar_subquery()
    names = ("key", "title", "outlet", "author", "published", "url", "path", "added", "origins")
    columns = (*(articles.c[name] for name in names), its.label("claims"), versions.label("versions"))
    rows: Select[Any] = select(*columns).where(is_latest)
    return [read(_summary, row) for row in connection.execute(rows.order_by(articles.c.key))]


def names(connection: Connection) -> list[ArticleNames]:
    """What the latest version of every article is called, by key; no text is read."""
    return _names(connection, true())


def called(connection: Connection, asked: Collection[str]) -> list[ArticleNames]:
    """The same of those that have one of these keys, paths or addresses."""
    return _names(
        connection, or_(*(column.in_(asked) for column in (articles.c.key, articles.c.path, articles.c.url)))
    )


def with_id(connection: Connection, prefix: str) -> list[ArticleNames]:
    """The same of those whose id is or begins with ``prefix``."""
    return _names(connection, begins(articles.c.shown_id, prefix))


def _names(connection: Connection, condition: ColumnElement[bool]) -> list[ArticleNames]:
    columns = (getattr(articles.c, name) for name in ArticleNames._fields)
    rows = connection.execute(select(*columns).where(is_latest, condition).order_by(articles.c.key))
    return [ArticleNames(*row) for row in rows]


def number_of_articles(connection: Connection) -> int:
    """How many articles there are that are not removed."""
    return connection.execute(select(func.count()).select_from(articles).where(is_latest)).scalar_one()


def name_all(connection: Connection) -> None:
    """Give the articles of a ledger that did not keep it what people call them by."""
    keys = connection.execute(
        select(articles.c.id, articles.c.key).where(articles.c.shown_id.is_(None))
    ).all()
    if keys:
        named = update(articles).where(articles.c.id == bindparam("at")).values(shown_id=bindparam("own"))
        connection.execute(named, [{"at": row.id, "own": article_id(row.key)} for row in keys])


def describe(connection: Connection, article: Article) -> None:
    """Put the title, author, outlet, address and day of a stored version in the place of those that it had.

    Grouping goes by the day and the outlet, so its claims are grouped anew.
    """
    its = select(articles.c.id).where(articles.c.key == article.key, articles.c.version == article.version)
    id_ = connection.execute(its).scalar_one()
    given = {
        "title": article.title,
        "author": article.author,
        "outlet": article.outlet,
        "url": article.url,
        "published": article.published.isoformat() if article.published else None,
        "origins": stored_origins(article),
    }
    connection.execute(update(articles).where(articles.c.id == id_).values(given))
    progress.changed(connection)
    numbers = select(claims.c.number).where(claims.c.article_id == id_)
    release(connection, connection.execute(numbers).scalars().all())


def _summary(row: Row[Any]) -> ArticleSummary:
    return ArticleSummary(
        article_id(row.key),
        row.key,
        row.title,
        row.outlet,
        row.author,
        None if row.published is None else date.fromisoformat(row.published),
        row.url or row.path or row.key,
        row.versions,
        row.claims,
        datetime.fromisoformat(row.added),
        origins_of(row.origins),
    )
