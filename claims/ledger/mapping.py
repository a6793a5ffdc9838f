"""Records to rows and back. What is read is checked: a damaged row is never shown as somebody's words."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache, partial
from itertools import islice, zip_longest
from typing import Any, Final, NamedTuple, ParamSpec, TypeVar, get_args

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    Executable,
    Row,
    Select,
    Table,
    and_,
    bindparam,
    insert,
    select,
)

from claims.ledger.failures import DamagedRowError
from claims.ledger.schema import appearances, articles, claims, co_speakers, speakers
from claims.records import (
    ACTS,
    AMONG_SPEAKERS,
    KINDS,
    STANCES,
    TAGS,
    Act,
    Article,
    Block,
    BlockKind,
    Claim,
    DescribedField,
    Kind,
    Origin,
    Span,
    Speaker,
    SpeakerType,
    Stance,
    Tag,
    article_id,
    together,
)

_P = ParamSpec("_P")
_T = TypeVar("_T")

# Looking a word up gives it its type, refuses what is none of them, and shares one string among all rows.
_BLOCK_KIND: Final[dict[str, BlockKind]] = {kind: kind for kind in get_args(BlockKind)}
_SPEAKER_TYPE: Final[dict[str, SpeakerType]] = {type_: type_ for type_ in get_args(SpeakerType)}
_FIELD: Final[dict[str, DescribedField]] = {field: field for field in get_args(DescribedField)}
_KIND: Final[dict[str, Kind]] = {kind: kind for kind in KINDS}
_STANCE: Final[dict[str, Stance]] = {stance: stance for stance in STANCES}
_ACT: Final[dict[str, Act]] = {act: act for act in ACTS}
_TAG: Final[dict[str, Tag]] = {tag: tag for tag in TAGS}

_ROWS_AT_ONCE: Final = 100_000
IDS_A_QUERY: Final = 500  # SQLite before 3.32 took no more than 999 parameters

GIVEN: Final[BindParameter[Any]] = bindparam("given", expanding=True)
"""A list of values that a statement is executed with: so it is put together once, which takes longer than it runs."""

claim_rows: Final[Select[Any]] = (
    select(
        claims.c.number,
        claims.c.id,
        claims.c.article_id,
        claims.c.speaker_id,
        claims.c.speaker_name,
        claims.c.kind,
        claims.c.stance,
        claims.c.act,
        claims.c.confidence,
        claims.c.words_confidence,
        claims.c.speaker_confidence,
        claims.c.tag,
        claims.c.reasons,
        claims.c.offsets,
        speakers.c.name,
        speakers.c.type,
        speakers.c.role,
        appearances.c.role.label("own_role"),
        appearances.c.role_offsets,
    )
    .select_from(claims)
    .join(articles, articles.c.id == claims.c.article_id)
    .outerjoin(speakers, speakers.c.id == claims.c.speaker_id)
    .outerjoin(appearances, appearances.c.number == claims.c.appearance_number)
)
"""What :func:`load_claims` needs of every claim; callers add conditions and an order."""

by_place: Final = (articles.c.key, articles.c.version, claims.c.starts, claims.c.ends, claims.c.number)
"""The order of claims everywhere: by article, then as they stand in it, whatever was added first."""

_NUMBERED: Final = claim_rows.where(claims.c.number.in_(GIVEN)).order_by(*by_place)
_CO_SPEAKERS: Final = (
    select(
        co_speakers.c.claim_number,
        co_speakers.c.speaker_id,
        speakers.c.name,
        speakers.c.type,
        speakers.c.role,
        appearances.c.role.label("own_role"),
        appearances.c.role_offsets,
    )
    .join(speakers, speakers.c.id == co_speakers.c.speaker_id)
    .outerjoin(appearances, appearances.c.number == co_speakers.c.appearance_number)
    .where(co_speakers.c.claim_number.in_(GIVEN))
    .order_by(co_speakers.c.claim_number, co_speakers.c.place)
)


class ArticleNames(NamedTuple):
    """What an article may be called by."""

    key: str
    title: str | None
    path: str | None
    url: str | None


def article_row(article: Article) -> dict[str, object]:
    """The row of ``articles`` for an article, without its id."""
    return {
        "title": article.title,
        "outlet": article.outlet,
        "author": article.author,
        "published": article.published.isoformat() if article.published else None,
        "url": article.url,
        "path": article.path,
        "key": article.key,
        "shown_id": article_id(article.key),
        "version": article.version,
        "added": datetime.now(UTC).isoformat(timespec="seconds"),
        "hash": article.digest,
        "blocks": json.dumps([{"kind": b.kind, "start": b.start, "end": b.end} for b in article.blocks]),
        "pages": json.dumps(article.pages) if article.pages else None,
        "origins": stored_origins(article),
        "text": article.text,
    }


def claim_row(
    claim: Claim, *, article_id: int, appearance: int | None, speakers: Sequence[tuple[str, str]]
) -> dict[str, object]:
    """The row of ``claims`` for a claim, without its number.

    ``appearance`` is that of the first speaker in the article; ``speakers`` are the id and name of each.
    """
    offsets = {
        part: [[span.start, span.end] for span in spans]
        for part, spans in (("mention", claim.mention), ("cue", claim.cue), ("content", claim.content))
    }
    return {
        "id": claim.id,
        "article_id": article_id,
        "appearance_number": appearance,
        **spoken_by(speakers),
        "mention": claim.mention_text,
        "cue": claim.cue_text,
        "content": claim.content_text,
        "kind": claim.kind,
        "stance": claim.stance,
        "act": claim.act,
        "confidence": claim.confidence,
        "words_confidence": claim.words_confidence,
        "speaker_confidence": claim.speaker_confidence,
        "tag": claim.tag,
        "reasons": json.dumps(claim.reasons),
        "starts": claim.start,
        "ends": claim.end,
        "offsets": json.dumps(offsets),
    }


def spoken_by(speakers: Sequence[tuple[str, str]]) -> dict[str, str | None]:
    """The columns of ``claims`` that say whose claim it is, given the id and name of each speaker."""
    return {
        "speaker_id": speakers[0][0] if speakers else None,
        "speaker_name": AMONG_SPEAKERS.join(name for _, name in speakers) if speakers else None,
    }


def co_speaker_rows(
    claim: int, appearances: Sequence[int | None], speakers: Sequence[tuple[str, str]]
) -> list[dict[str, object]]:
    """The rows of ``co_speakers`` for a claim: all but the first of its appearances, and of its speakers."""
    pairs = zip_longest(appearances, (id_ for id_, _ in speakers))
    return [
        {"claim_number": claim, "place": place, "appearance_number": number, "speaker_id": id_}
        for place, (number, id_) in enumerate(pairs)
        if place
    ]


def load_articles(connection: Connection, statement: Select[Any]) -> list[Article]:
    """The articles of a select of all columns of ``articles``, in its order."""
    return [read(_article, row) for row in connection.execute(statement)]


def load_claims(connection: Connection, *statements: Select[Any]) -> list[Claim]:
    """The claims of selects built on :data:`claim_rows`, in their order; claims of one article share it."""
    return claims_of(connection, [row for statement in statements for row in connection.execute(statement)])


def claims_of(connection: Connection, rows: Sequence[Row[Any]]) -> list[Claim]:
    """The claims of rows as of :data:`claim_rows`; claims of one article share it.

    Ends a reading transaction as soon as the rows are read, so that no writer waits while 100,000 claims are built.
    """
    build = _builder(connection, rows)
    if not connection.get_execution_options().get("writes"):
        connection.rollback()
    return [read(build, row) for row in rows]


def load_rows(connection: Connection, statement: Select[Any]) -> list[tuple[Row[Any], Claim]]:
    """As :func:`load_claims`, each claim with its row, in a transaction that goes on."""
    return _built(connection, connection.execute(statement).all())


def load_numbered(connection: Connection, numbers: Iterable[int]) -> list[tuple[Row[Any], Claim]]:
    """The claims of rows with these numbers by place, each with its row, in a transaction that goes on."""
    rows = [row for some in chunks(numbers) for row in connection.execute(_NUMBERED, {"given": some})]
    return _built(connection, rows)


def _built(connection: Connection, rows: Sequence[Row[Any]]) -> list[tuple[Row[Any], Claim]]:
    build = _builder(connection, rows)
    return [(row, read(build, row)) for row in rows]


def _builder(connection: Connection, rows: Sequence[Row[Any]]) -> Callable[[Row[Any]], Claim]:
    """What makes the claims of these rows."""
    article_rows = list(select_ids(connection, articles, {row.article_id for row in rows}))
    others = _co_speakers(connection, rows)
    spoken = (*rows, *(row for some in others.values() for row in some))
    speaker_rows = {row.speaker_id: row for row in spoken if row.speaker_id is not None}
    return partial(
        _claim,
        articles_by_id={row.id: read(_article, row) for row in article_rows},
        speakers_by_id={id_: replace(read(speaker_of, row), id=id_) for id_, row in speaker_rows.items()},
        others=others,
    )


def _co_speakers(connection: Connection, rows: Iterable[Row[Any]]) -> dict[int, list[Row[Any]]]:
    """The speakers that claims have beside the first, as :data:`claim_rows` has that one, by the claims' numbers."""
    several = {row.number for row in rows if row.speaker_name and AMONG_SPEAKERS in row.speaker_name}
    found: dict[int, list[Any]] = {}
    for some in chunks(sorted(several)):
        for row in connection.execute(_CO_SPEAKERS, {"given": some}):
            found.setdefault(row.claim_number, []).append(row)
    return found


def begins(column: ColumnElement[str], prefix: str) -> ColumnElement[bool]:
    """Whether an id is or begins with ``prefix``, in lower case: a range of an index, which LIKE is not."""
    return and_(column >= prefix, column < end_of(prefix))


def end_of(prefix: str) -> str:
    """What comes after all that begins with ``prefix``."""
    return f"{prefix}\U0010ffff"


def select_ids(connection: Connection, table: Table, ids: Iterable[object]) -> Iterator[Row[Any]]:
    """The rows of a table that have one of these ids, however many there are."""
    for some in chunks(ids):
        yield from connection.execute(_with_ids(table), {"given": some})


@cache
def _with_ids(table: Table) -> Select[Any]:
    return select(table).where(table.c.id.in_(GIVEN))


def rows_of(
    connection: Connection, statement: Select[Any], id_: ColumnElement[str], of: Iterable[str] | None
) -> Iterator[Row[Any]]:
    """The rows of a statement, of all claims or of those with some ids."""
    if of is None:
        yield from connection.execute(statement)
        return
    for some in chunks(sorted(set(of))):
        yield from connection.execute(statement.where(id_.in_(some)))


def execute_many(connection: Connection, statement: Executable, rows: Iterable[Mapping[str, object]]) -> None:
    """Execute a statement with each of many rows, however many there are; with none, not at all."""
    for some in chunks(rows, _ROWS_AT_ONCE):
        connection.execute(statement, some)


def insert_rows(connection: Connection, table: Table, rows: Iterable[tuple[Any, ...]]) -> None:
    """Insert many rows, which have all columns of a table, in their order and as the database's driver takes them.

    For rows of numbers by the hundred thousand: to look at each value takes longer than to store it.
    """
    compiled = insert(table).compile(dialect=connection.dialect)
    for some in chunks(rows, _ROWS_AT_ONCE):
        if compiled.positional:
            connection.exec_driver_sql(str(compiled), some)
        else:
            names = table.columns.keys()
            connection.exec_driver_sql(str(compiled), [dict(zip(names, row, strict=True)) for row in some])


def chunks(values: Iterable[_T], size: int = IDS_A_QUERY) -> Iterator[list[_T]]:
    """The values in lists of at most ``size``, by default as many as one query takes."""
    remaining = iter(values)
    while some := list(islice(remaining, size)):
        yield some


def read(build: Callable[_P, _T], *args: _P.args, **kwargs: _P.kwargs) -> _T:
    """What ``build`` makes of a row, or :class:`DamagedRowError`.

    A file with a broken page or an edit by hand can put anything anywhere, so every error counts that
    unexpected values cause.
    """
    try:
        return build(*args, **kwargs)
    except (AttributeError, LookupError, TypeError, ValueError) as error:
        raise DamagedRowError(f"unreadable row: {type(error).__name__} {error}") from error


def speaker_of(row: Any) -> Speaker:
    """The speaker of a row, or of what else has its columns name, type and role."""
    return Speaker(row.name, _SPEAKER_TYPE[row.type], row.role)


_NONE: Final = "[]"
"""A list of nothing, in JSON: most claims have no reasons, and most roles stand in no place."""


def _article(row: Row[Any]) -> Article:
    article = Article(
        key=row.key,
        text=row.text,
        blocks=tuple(Block(_BLOCK_KIND[b["kind"]], b["start"], b["end"]) for b in json.loads(row.blocks)),
        title=row.title,
        author=row.author,
        outlet=row.outlet,
        url=row.url,
        published=None if row.published is None else date.fromisoformat(row.published),
        path=row.path,
        version=row.version,
        pages=_pages(row.pages, len(row.text)),
        origins=origins_of(row.origins),
    )
    if article.digest != row.hash:
        raise DamagedRowError(f"the text of article {row.id} is not the one that was stored")
    return article


def stored_origins(article: Article) -> str | None:
    """An article's origins as its row has them; None where none is known."""
    found = [[origin.field, origin.found_in, origin.certainty] for origin in article.origins]
    return json.dumps(found) if found else None


def origins_of(stored: str | None) -> tuple[Origin, ...]:
    """The origins that a row has."""
    found = json.loads(stored) if stored else ()
    return tuple(Origin(_FIELD[field], str(where), _TAG[sure]) for field, where, sure in found)


def _pages(stored: str | None, length: int) -> tuple[int, ...]:
    if not stored:
        return ()
    pages = tuple(int(start) for start in json.loads(stored))
    if list(pages) != sorted(pages) or any(not 0 <= start <= length for start in pages):
        raise ValueError("pages outside the text")
    return pages


def _claim(
    row: Row[Any],
    *,
    articles_by_id: dict[int, Article],
    speakers_by_id: dict[str, Speaker],
    others: dict[int, list[Row[Any]]],
) -> Claim:
    article = articles_by_id[row.article_id]
    spoken = [row, *others.get(row.number, ())] if row.speaker_id is not None else []
    said_by = [_speaker(one, article, speakers_by_id) for one in spoken]
    offsets = json.loads(row.offsets)
    return Claim(
        id=row.id,
        article=article,
        mention=_spans(article, offsets["mention"]),
        cue=_spans(article, offsets["cue"]),
        content=_spans(article, offsets["content"]),
        speaker=said_by[0] if len(said_by) == 1 else together(said_by),
        kind=_KIND[row.kind],
        stance=_STANCE[row.stance],
        confidence=float(row.confidence),
        tag=_TAG[row.tag],
        act=_ACT[row.act],
        reasons=tuple(map(str, json.loads(row.reasons))) if row.reasons != _NONE else (),
        words_confidence=row.words_confidence,
        speaker_confidence=row.speaker_confidence,
    )


def _speaker(row: Row[Any], article: Article, speakers_by_id: dict[str, Speaker]) -> Speaker:
    """The ledger's speaker, with the place of the role where it is this article that gives it."""
    speaker = speakers_by_id[row.speaker_id]
    if not speaker.role or speaker.role != row.own_role or row.role_offsets == _NONE:
        return speaker
    return replace(speaker, role_spans=_spans(article, json.loads(row.role_offsets)))


def _spans(article: Article, offsets: list[list[int]]) -> tuple[Span, ...]:
    spans = []
    for start, end in offsets:
        if not 0 <= start <= end <= len(article.text):
            raise ValueError(f"[{start}, {end}] is outside the text")
        spans.append(article.span(start, end))
    return tuple(spans)
