"""Finding claims: by what they say, who says it, how, where and when; or by their id."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from operator import itemgetter
from typing import Any, Final, Literal, get_args

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Connection,
    Row,
    Select,
    and_,
    bindparam,
    literal_column,
    select,
    union_all,
)

from claims.errors import ClaimsError
from claims.ledger.counting import is_live
from claims.ledger.databases import database_of
from claims.ledger.mapping import (
    GIVEN,
    begins,
    by_place,
    chunks,
    claim_rows,
    claims_of,
    end_of,
    load_claims,
    load_numbered,
    read,
)
from claims.ledger.schema import appearances, articles, claims, groups, is_latest, speakers
from claims.ledger.speaking import said_by
from claims.records import Act, Claim, Kind, Stance, Tag
from claims.text.normalisation import plain, unaccented

IdKind = Literal["claim", "group", "speaker", "article"]
"""What an id may be of."""

_SHORTEST_PREFIX = 4
_CANDIDATES_SHOWN = 5
_AS_GOOD = 100
"""So many more than are asked for are ranked, as some may be as good as the last one."""
_ID_KIND: Final[dict[str, IdKind]] = {kind: kind for kind in get_args(IdKind)}
_MOST = 2**31 - 1  # no ledger holds more; larger numbers do not fit into SQL
_ARTICLE_FIRST: Final[ColumnElement[int]] = literal_column("+articles.id")
"""The id of an article, looked up by no index: the claims are found by their articles, which come in their order.

SQLite would rather go through all claims and put them in order.
"""


def _ids() -> CompoundSelect[Any]:
    """The ids that begin with a prefix, each with its kind and the place of the kind in the order."""
    latest = select(claims.c.id).join(articles, articles.c.id == claims.c.article_id).where(is_latest)
    owners = select(appearances.c.speaker_id).join(speakers, speakers.c.id == appearances.c.speaker_id)
    asked: dict[IdKind, Select[Any]] = {
        "claim": latest.where(_begins(claims.c.id)),
        "group": select(groups.c.id).where(_begins(groups.c.id)),
        "speaker": owners.where(_begins(appearances.c.id), speakers.c.claims > 0),
        "article": select(articles.c.shown_id).where(_begins(articles.c.shown_id), is_latest),
    }
    return union_all(
        *(
            statement.distinct().with_only_columns(
                literal_column(str(place)), literal_column(f"'{kind}'"), *statement.selected_columns
            )
            for place, (kind, statement) in enumerate(asked.items())
        )
    )


def _begins(column: ColumnElement[str]) -> ColumnElement[bool]:
    return and_(column >= bindparam("prefix"), column < bindparam("end"))


_IDS: Final = _ids()
_FIRST_OF_SPEAKERS: Final = (
    select(claims.c.number)
    .join(articles, claims.c.article_id == articles.c.id)
    .where(is_live(), said_by(GIVEN))
    .order_by(*by_place)
    .limit(bindparam("most"))
)
_BESIDE_SPEAKERS: Final = ("kind", "tag", "stance", "act", "outlet", "since", "until", "article")
_OF_ID: Final = claim_rows.where(claims.c.id.in_(GIVEN)).order_by(articles.c.version)


@dataclass(frozen=True, slots=True)
class Query:
    """What to look for in the latest versions; a claim must meet all that is given.

    Fields:
        words: they all stand in the content, mention, cue or speaker's name, in any form of the word and with or
            without accents; words in double quotes stand together.
        speaker_ids: one of these speakers; none at all where it is empty.
        kind, tag, stance, act: as the claim has it.
        outlet: all or part of its name, in any case.
        since, until: published on this day or later, or earlier; articles without a date do not count.
        article: the article's key.
        limit: at most so many claims.
    """

    words: str | None = None
    speaker_ids: tuple[str, ...] | None = None
    kind: Kind | None = None
    tag: Tag | None = None
    stance: Stance | None = None
    act: Act | None = None
    outlet: str | None = None
    since: date | None = None
    until: date | None = None
    article: str | None = None
    limit: int | None = None


def search(connection: Connection, query: Query) -> list[Claim]:
    """The claims of the latest versions that meet the query: best first if it has words, else by place."""
    words = storable(query.words) if query.words and query.words.strip() else ""
    limit = None if query.limit is None else min(max(query.limit, 0), _MOST)
    if limit and not words:
        return _first(connection, query, limit)
    best = _best(connection, query, words, limit) if words and limit else None
    if best is not None:
        return best
    statement = _meeting(connection, claim_rows, query)
    if words:
        statement = statement.order_by(database_of(connection).rank(words))
    return load_claims(connection, statement.order_by(*by_place).limit(limit))


def _first(connection: Connection, query: Query, limit: int) -> list[Claim]:
    """The first claims of a query without words by place, of which alone the rows are read that a claim is made of."""
    if query.speaker_ids is not None and all(getattr(query, name) is None for name in _BESIDE_SPEAKERS):
        given = {"given": [storable(id_) for id_ in query.speaker_ids], "most": limit}
        numbers = connection.execute(_FIRST_OF_SPEAKERS, given).scalars().all()
    else:
        article = _ARTICLE_FIRST if query.speaker_ids is None else articles.c.id
        every = select(claims.c.number).join_from(articles, claims, claims.c.article_id == article)
        asked = narrowed(connection, every.where(is_live()), query)
        numbers = connection.execute(asked.order_by(*by_place).limit(limit)).scalars().all()
    return [claim for _, claim in load_numbered(connection, numbers)]


def _best(connection: Connection, query: Query, words: str, limit: int) -> list[Claim] | None:
    """The best claims of a query with words, of which alone the rows are read that a claim is made of.

    None where so many are as good as the last one that they have to be put in order first.
    """
    database = database_of(connection)
    rank = database.rank(words).label("ranked")
    asked = database.matching(
        narrowed(connection, select(claims.c.number, rank).where(is_live()), query), words
    )
    if any(it is not None for it in (query.outlet, query.since, query.until, query.article)):
        asked = asked.join(articles, articles.c.id == claims.c.article_id)
    rows = connection.execute(asked.order_by(rank).limit(limit + _AS_GOOD)).all()
    if len(rows) == limit + _AS_GOOD and rows[-1].ranked == rows[limit - 1].ranked:
        return None
    last = rows[min(limit, len(rows)) - 1].ranked if rows else 0.0
    ranks = {row.number: row.ranked for row in rows if row.ranked <= last}
    found = load_numbered(connection, ranks)
    found.sort(key=lambda pair: (ranks[pair[0].number], *_place(*pair)))
    return [claim for _, claim in found[:limit]]


def _place(row: Row[Any], claim: Claim) -> tuple[str, int, int, int, int]:
    return claim.article.key, claim.article.version, claim.start, claim.end, row.number


def undated(connection: Connection, query: Query) -> int:
    """How many articles without a date have claims that meet the query but for its days."""
    keys = select(articles.c.key).join(claims, claims.c.article_id == articles.c.id).distinct()
    query = replace(query, since=None, until=None)
    meeting = _meeting(connection, keys.where(articles.c.published.is_(None)), query)
    return len(connection.execute(meeting).all())


def _meeting(connection: Connection, statement: Select[Any], query: Query) -> Select[Any]:
    """The statement, on claims with their articles, narrowed to the latest claims that meet the query but its limit."""
    statement = narrowed(connection, statement.where(is_latest), query)
    if query.words and query.words.strip():
        statement = database_of(connection).matching(statement, storable(query.words))
    return statement


def narrowed(connection: Connection, statement: Select[Any], query: Query) -> Select[Any]:
    """The statement, on claims with their articles, narrowed to what the query asks for but for its words and limit."""
    if query.since is not None:
        statement = statement.where(articles.c.published >= query.since.isoformat())
    if query.until is not None:
        statement = statement.where(articles.c.published <= query.until.isoformat())
    if query.speaker_ids is not None:
        statement = statement.where(said_by([storable(id_) for id_ in query.speaker_ids]))
    for column, wanted in (
        (claims.c.kind, query.kind),
        (claims.c.tag, query.tag),
        (claims.c.stance, query.stance),
        (claims.c.act, query.act),
        (articles.c.key, query.article),
    ):
        if wanted is not None:
            statement = statement.where(column == storable(wanted))
    if query.outlet is not None:
        statement = statement.where(articles.c.outlet.in_(_outlets(connection, query.outlet)))
    return statement


def by_id(connection: Connection, prefix: str) -> Claim:
    """The claim whose id is or begins with ``prefix``, of the latest version that has it.

    Raises :class:`ClaimsError` where the prefix is too short, or no claim or several have it.
    """
    prefix = storable(prefix).strip().lower()
    if len(prefix) < _SHORTEST_PREFIX:
        raise ClaimsError(f"claim {prefix!r}: give at least {_SHORTEST_PREFIX} characters of the id")
    matches = begins(claims.c.id, prefix)
    ids = (
        connection.execute(select(claims.c.id).where(matches).distinct().order_by(claims.c.id))
        .scalars()
        .all()
    )
    if not ids:
        raise ClaimsError(f"claim {prefix!r}: no such id in the ledger: `claims search` lists the ids")
    if len(ids) > 1 and prefix not in ids:
        shown = ", ".join(ids[:_CANDIDATES_SHOWN]) + (", ..." if len(ids) > _CANDIDATES_SHOWN else "")
        raise ClaimsError(f"claim {prefix!r}: {len(ids)} ids begin so ({shown}): give more characters")
    id_ = prefix if prefix in ids else ids[0]
    newest_first = (articles.c.version.desc(), claims.c.number.desc())
    versions = load_claims(connection, claim_rows.where(claims.c.id == id_).order_by(*newest_first))
    newest: Claim = read(itemgetter(0), versions)
    return newest


def ids(connection: Connection, prefix: str) -> list[tuple[IdKind, str]]:
    """The claims, groups, speakers and articles of the latest versions whose id is or begins with ``prefix``.

    A speaker is also found by the id of one of the speaker's appearances.
    """
    rows = connection.execute(_IDS, {"prefix": prefix, "end": end_of(prefix)})
    return [(_ID_KIND[kind], id_) for _, kind, id_ in read(sorted, [tuple(row) for row in rows])]


def by_ids(connection: Connection, ids: Iterable[str]) -> dict[str, Claim]:
    """The claims with these ids that were ever stored, by id, each of the latest version that has it."""
    rows = [row for some in chunks(sorted(ids)) for row in connection.execute(_OF_ID, {"given": some})]
    return {claim.id: claim for claim in claims_of(connection, rows)}


def article_keys(connection: Connection, claim_ids: Iterable[str]) -> dict[str, str]:
    """The key of the article of each claim that is there."""
    return {
        id_: key
        for id_ in claim_ids
        for key in connection.execute(
            select(articles.c.key)
            .join(claims, claims.c.article_id == articles.c.id)
            .where(claims.c.id == id_)
        ).scalars()
    }


def _outlets(connection: Connection, wanted: str) -> list[str]:
    """The outlets whose name has these words in it, spelt as stored."""
    stored = select(articles.c.outlet).where(articles.c.outlet.is_not(None)).distinct()
    part = _folded(wanted)
    return [outlet for outlet in connection.execute(stored).scalars() if part in read(_folded, outlet)]


def _folded(outlet: str) -> str:
    return unaccented(plain(outlet)).casefold()


def storable(text: str) -> str:
    """The text with "?" for lone surrogates, which can be neither stored nor asked for."""
    return text.encode("utf-8", "replace").decode()


def numbers_of_article(connection: Connection, key: str) -> list[int]:
    """The numbers of the rows of all claims of an article, in whatever version."""
    its = select(claims.c.number).join(articles, articles.c.id == claims.c.article_id)
    return list(connection.execute(its.where(articles.c.key == key)).scalars())


def claim_numbers(connection: Connection, claim_ids: Iterable[str]) -> list[int]:
    """The numbers of the rows of these claims in the latest versions."""
    latest = select(claims.c.number).join(articles, articles.c.id == claims.c.article_id).where(is_latest)
    return [
        number
        for some in chunks(claim_ids)
        for number in connection.execute(latest.where(claims.c.id.in_(some))).scalars()
    ]
