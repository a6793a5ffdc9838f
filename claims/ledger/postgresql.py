"""Everything that is PostgreSQL's alone: opening, the writers' lock, full-text search and what its errors mean.

A ledger has a schema to itself: the first one of the connection's search path, by default "public". PostgreSQL 14 or
later is needed, and a database in UTF-8.
"""

import logging
import os
import re
import socket
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from selectors import EVENT_READ, DefaultSelector
from time import monotonic
from typing import Any, Final

from sqlalchemy import (
    URL,
    BigInteger,
    Column,
    ColumnElement,
    Connection,
    Engine,
    Select,
    Text,
    and_,
    any_,
    create_engine,
    event,
    false,
    func,
    literal,
    literal_column,
    make_url,
    select,
)
from sqlalchemy.dialects import postgresql as dialect
from sqlalchemy.exc import ArgumentError, DisconnectionError
from sqlalchemy.pool import ConnectionPoolEntry

from claims.errors import ClaimsError
from claims.ledger import waiting
from claims.ledger.migrations import migrate
from claims.ledger.schema import NAME_INDEXES, SCHEMA_VERSION, claims, is_short, metadata, speakers
from claims.ledger.search_words import words_and_phrases
from claims.ledger.speaking import said
from claims.ledger.sql_views import create_views, drop_views

_DRIVER: Final = "postgresql+psycopg"
_CONNECT_SECONDS: Final = "10"
_RESTED_SECONDS: Final = 5.0
"""A connection that was not used for so long may be lost on the way, which only an answer tells."""
_LOCK: Final = 0x434C414D
"""The first half of the key of the lock that the one writer holds, as SQLite's mark of a ledger; the second half is the
schema's."""
_HASHED: Final = frozenset(
    ("ix_articles_path", "ix_speakers_name", "ix_speakers_role", "ix_appearances_name")
)
"""Indexes of columns that may be long, which the other kinds of index refuse."""
_LOG: Final = logging.getLogger(__name__)

insert: Final = dialect.insert
"""An insert that can say what is to happen where a row is there already."""

# What parts words for the search of an SQLite ledger, whatever the database's locale holds for a letter; and the marks
# that NFD sets beside letters, so that accents make no difference.
_APART: Final = (
    "!\"#$%%&''()*+,-./:;<=>?@[\\]^_`{|}~" + "«»‘’‚‛“”„‟‹›–—‐‑‒―…¿¡·•"
)  # as SQL of the driver's: %% and '' are one
_SEARCHED: Final = " || ' 0field0 ' || ".join(
    f"left(coalesce({name}, ''), 100000)" for name in ("content", "mention", "cue", "speaker_name")
)
"""A word that nobody types keeps phrases from going on from one column into the next."""
_FULL_TEXT_SEARCH: Final = (
    f"""CREATE FUNCTION claims_plain(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN translate(regexp_replace(normalize($1, NFD), '[\\u0300-\\u036f]', '', 'g'),
                     '{_APART}', '{" " * (len(_APART) - 2)}')""",
    "CREATE TEXT SEARCH DICTIONARY claims_stem (TEMPLATE = pg_catalog.snowball, LANGUAGE = porter)",
    "CREATE TEXT SEARCH CONFIGURATION claims_words (PARSER = pg_catalog.default)",
    """ALTER TEXT SEARCH CONFIGURATION claims_words ADD MAPPING FOR
    asciiword, word, numword, int, uint, float, sfloat, version, asciihword, hword, numhword, hword_asciipart,
    hword_part, hword_numpart, email, url, host, url_path, file WITH claims_stem""",
    """CREATE FUNCTION claims_query(text[]) RETURNS tsquery LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN (SELECT string_agg(nullif(phraseto_tsquery('claims_words', claims_plain(words))::text, ''), ' & ')::tsquery
            FROM unnest($1) AS words)""",
    f"""ALTER TABLE claims ADD COLUMN search tsvector
    GENERATED ALWAYS AS (to_tsvector('claims_words', claims_plain({_SEARCHED}))) STORED""",
    "CREATE INDEX ix_claims_search ON claims USING gin (search)",
)
_SEARCH: Final[Column[Any]] = literal_column("claims.search", dialect.TSVECTOR)  # type: ignore[assignment]
_FORMAT: Final = "ledger_format"
"""The table that says that a schema holds a ledger, and in which format."""

_REASONS: Final = {
    "08": "the connection to the server was lost: try again; what is stored already adds nothing",
    "25006": "the server lets this user only read: ask who keeps the database, or name another ledger",
    "40": "others changed the same at the same time: try again",
    "42501": "this user may not do that ({}): ask who keeps the database, who finds the rights in docs/postgresql.md",
    "53": "the server has no room left ({}): ask who keeps it, then try again",
    "54": "a text is longer than PostgreSQL can store ({}): split the article",
    "55P03": "the ledger is in use by another program: wait, then try again",
    "57": "the server ended the work ({}): try again; what is stored already adds nothing",
}
_UNREACHED: Final = (
    "the server cannot be reached, or refuses ({}): check the address, the user and that it runs"
)
_AT_OPENING: Final = ("connection failed", "connection timeout", "failed to resolve")
_GROWN: Final = """SELECT quote_ident(relname) FROM pg_class
    WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r' AND pg_has_role(relowner, 'USAGE')
    AND pg_relation_size(oid) / current_setting('block_size')::int - relallvisible > 100 + 0.2 * relallvisible"""
"""The tables of which much was stored since the server last tidied up, of those that this user may have tidied."""
_DAMAGED: Final = "the ledger is damaged ({}): restore the database from a copy"


def named(where: str) -> str:
    """The address without the password, or anything else but the place."""
    url = _url(where)
    place = {key: url.query[key] for key in ("host", "port", "options") if key in url.query}
    return url.set(password=None, query=place).render_as_string()


def folder(where: str) -> Path:
    """The current folder: no folder is a server's."""
    return Path.cwd()


def engine(where: str, *, create: bool) -> Engine:
    """An engine for the database that the address names, which is there already.

    A reader sees the ledger as it was when it first asked (repeatable read). The one writer holds a lock to the end of
    its transaction and sees, with each statement, all that was stored before it had the lock (read committed).
    """
    name, url = named(where), _url(where)
    if find_spec("psycopg") is None:
        raise ClaimsError(f"{name}: psycopg is missing: pip install 'claimsheet[postgresql]'")
    asked = {"connect_timeout": _CONNECT_SECONDS, "fallback_application_name": _caller()}
    made = create_engine(
        url.set(drivername=_DRIVER),
        isolation_level="REPEATABLE READ",
        use_native_hstore=False,  # a ledger has none, and each connection would look for it
        connect_args={key: value for key, value in asked.items() if key not in url.query},
    )

    @event.listens_for(made, "checkin")
    def rest(raw: Any, record: ConnectionPoolEntry) -> None:
        record.info["since"] = monotonic()

    @event.listens_for(made, "checkout")
    def take_up(raw: Any, record: ConnectionPoolEntry, _: object) -> None:
        since = record.info.get("since")
        if since is not None and (monotonic() - since >= _RESTED_SECONDS or _has_news(raw)):
            _answers(made, raw)

    @event.listens_for(made, "begin")
    def begin(connection: Connection) -> None:
        if connection.get_execution_options().get("writes", False):
            _begin_writing(connection.connection.dbapi_connection, name)

    return made


def _has_news(raw: Any) -> bool:
    """Whether the server has sent something unasked, as it does when it is stopped; it is not asked."""
    with DefaultSelector() as selector:
        selector.register(raw.pgconn.socket, EVENT_READ)
        return bool(selector.select(0))


def _answers(made: Engine, raw: Any) -> None:
    """Ask the server whether it is still there.

    Raises :class:`DisconnectionError` where it is not, for which a new connection takes the place of this one: it may
    have been started anew.
    """
    import psycopg  # noqa: PLC0415

    try:
        made.dialect.do_ping(raw)
    except psycopg.Error as error:
        raise DisconnectionError from error


def _url(where: str) -> URL:
    """The address, checked; what is wrong is said without the password, which may stand anywhere in it."""
    try:
        url = make_url(where)
    except (ArgumentError, ValueError):
        url = None
    if url is None or "@" in (url.host or "") or url.drivername.partition("+")[2] not in ("", "psycopg"):
        raise ClaimsError(
            "the ledger's address cannot be understood: write postgresql+psycopg://USER@HOST:PORT/DATABASE, with %40 "
            "for @ in a user or password"
        )
    return url


def _caller() -> str:
    return f"claims, process {os.getpid()} on {socket.gethostname()}"


def _begin_writing(raw: Any, name: str) -> None:
    """Begin a transaction with the writers' lock, and say so where another program keeps it waiting."""
    import psycopg  # noqa: PLC0415

    try:
        for seconds in (waiting.SILENT_SECONDS, waiting.BUSY_SECONDS - waiting.SILENT_SECONDS):
            try:
                raw.execute(
                    "SET TRANSACTION ISOLATION LEVEL READ COMMITTED; "
                    f"SET LOCAL lock_timeout = {max(1, int(1000 * seconds))}; "
                    f"SELECT pg_advisory_xact_lock({_LOCK}, hashtext(current_schema()))"
                )
            except psycopg.errors.LockNotAvailable:
                raw.rollback()
                if seconds != waiting.SILENT_SECONDS:
                    raise
                _LOG.warning("%s: waiting for %s, which is using the ledger", name, _user(raw))
            else:
                return
    except psycopg.Error as error:
        raise ClaimsError(f"{name}: {reason(error)}") from error


def _user(raw: Any) -> str:
    """Who holds the writers' lock, as far as the server tells."""
    found = raw.execute(
        "SELECT usename, application_name FROM pg_locks JOIN pg_stat_activity USING (pid) WHERE locktype = 'advisory' "
        "AND granted AND classid = %s AND objid = (hashtext(current_schema())::bigint & 4294967295)::oid",
        [_LOCK],  # the halves of a lock's key are listed as numbers without a sign
    ).fetchone()
    raw.rollback()
    return f"{found[0]} ({found[1]})" if found and found[0] else "another program"


def format_of(connection: Connection, where: str) -> int | None:
    """The format of the ledger in the schema, this release's or an earlier one; None for an empty schema.

    Raises :class:`ClaimsError` for another program's tables and for a later release's ledger.
    """
    row = connection.exec_driver_sql(
        "SELECT current_schema(), current_setting('server_encoding'), current_setting('server_version_num')::int, "
        "ARRAY(SELECT tablename::text FROM pg_tables WHERE schemaname = current_schema())"
    ).one()
    schema, encoding, version, tables = row
    if schema is None:
        raise ClaimsError(
            f"{named(where)}: there is no schema that this user may use: CREATE SCHEMA, or name another in search_path"
        )
    if _FORMAT in tables:
        found = _format(connection)
        if found > SCHEMA_VERSION:
            raise ClaimsError(
                f"{named(where)}: written by a later release of claims (ledger format {found}, this release reads "
                f"{SCHEMA_VERSION}): update claims"
            )
        return found
    if tables:
        raise ClaimsError(
            f"{named(where)}: the schema {schema} has tables of another program, left untouched: make a database or "
            "schema for the ledger alone"
        )
    if encoding != "UTF8" or version < 140000:
        raise ClaimsError(
            f"{named(where)}: a ledger needs PostgreSQL 14 or later and a database in UTF-8: create one with "
            "ENCODING 'UTF8' TEMPLATE template0"
        )
    return None


def _format(connection: Connection) -> int:
    return int(connection.exec_driver_sql("SELECT number FROM ledger_format").scalar_one())


def create_ledger(connection: Connection) -> None:
    """Make tables, views and the full-text search in an empty schema, and mark it; the caller commits."""
    _set_index_options()
    metadata.create_all(connection, checkfirst=False)
    create_views(connection)
    for statement in _FULL_TEXT_SEARCH:
        connection.exec_driver_sql(statement)
    connection.exec_driver_sql("CREATE TABLE ledger_format (number integer NOT NULL)")
    connection.exec_driver_sql(f"INSERT INTO ledger_format VALUES ({SCHEMA_VERSION})")  # noqa: S608


def _set_index_options() -> None:
    """Say of the schema's indexes what PostgreSQL is told of them.

    It is not said where they are defined, since that would load this dialect with every ledger in a file.
    """
    for index in (index for table in metadata.sorted_tables for index in table.indexes):
        options = index.dialect_options["postgresql"]
        if index.name in _HASHED:
            options["using"] = "hash"
        if index.name == "ix_speakers_proposals":
            options["where"] = speakers.c.proposals.is_not(None)
        if index.name in NAME_INDEXES:
            *_, options["include"], options["where"] = NAME_INDEXES[index.name]


def upgrade_ledger(connection: Connection) -> None:
    """Bring an earlier release's ledger to this release's format; its rows stay. The caller commits."""
    drop_views(connection)
    migrate(connection, _format(connection))
    create_views(connection)
    connection.exec_driver_sql(f"UPDATE ledger_format SET number = {SCHEMA_VERSION}")  # noqa: S608


def matching(statement: Select[Any], text: str) -> Select[Any]:
    """The statement, on ``claims``, narrowed to claims with all words of ``text``.

    As in an SQLite ledger, every word or quoted phrase counts as its stem (Porter 1980), and no character has a meaning
    of its own.
    """
    return statement.where(_SEARCH.op("@@")(_query(text)))


def rank(text: str) -> ColumnElement[float]:
    """ts_rank, negative, so that the lower is the better."""
    return -func.ts_rank(_SEARCH, _query(text), 1)


def numbers_matching(text: str) -> Select[Any]:
    """The numbers of the claims with all words of ``text``."""
    return select(claims.c.number).where(_SEARCH.op("@@")(_query(text))).correlate(None)


def numbers_of_speakers(text: str) -> Select[Any]:
    """The numbers of the claims whose speaker's name has words that begin like each word of ``text``."""
    words = re.findall(r"\w+", text)
    plain = func.claims_plain(speakers.c.name)
    named = [
        plain.op("~*", is_comparison=True)(func.concat(r"\m", func.claims_plain(word))) for word in words
    ]
    those = select(speakers.c.id).where(and_(*named) if named else false()).correlate(None)
    return select(said.c.number).where(said.c.speaker_id.in_(those)).correlate(None)


def numbers_of_mentions(words: Sequence[Sequence[str]]) -> Select[Any]:
    """The numbers of the claims whose mention has one of each of these lists of words."""
    mention = func.to_tsvector("claims_words", func.claims_plain(claims.c.mention))
    found: list[ColumnElement[bool]] = []
    for some in words:
        any_: ColumnElement[Any] = _query(some[0])
        for word in some[1:]:
            any_ = any_.op("||")(_query(word))
        found += [_SEARCH.op("@@")(any_), mention.op("@@")(any_)]
    return select(claims.c.number).where(and_(*found)).correlate(None)


def _query(text: str) -> Any:
    return func.claims_query(literal(words_and_phrases(text), dialect.ARRAY(Text())))


def is_among(column: ColumnElement[int], numbers: Sequence[int]) -> ColumnElement[bool]:
    """Whether a column is one of very many whole numbers, which are one parameter."""
    return column == any_(literal(numbers, dialect.ARRAY(BigInteger)))


def parts_of(column: ColumnElement[str]) -> tuple[ColumnElement[bool], ...]:
    """The short texts, which an index has, and the long ones."""
    return is_short(column), ~is_short(column)


def numbers_given(connection: Connection) -> None:
    """Let the sequences of numbers go on after the highest that is there."""
    for table in metadata.sorted_tables:
        column = table.autoincrement_column
        if column is not None:
            connection.exec_driver_sql(
                f"SELECT setval(pg_get_serial_sequence('{table.name}', '{column.name}'), "  # noqa: S608
                f"(SELECT max({column.name}) FROM {table.name}))"
            )


def tidy(engine: Engine) -> None:
    """Have the server tidy up those tables of which much was stored: VACUUM and ANALYZE.

    Until then it looks at each row that it finds in an index, and takes three times as long over a list of speakers.
    It does so unasked some minutes later, or where somebody else has it done.
    """
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        for table in connection.exec_driver_sql(_GROWN).scalars().all():
            connection.exec_driver_sql(f"VACUUM (ANALYZE, SKIP_LOCKED) {table}")


def reason(error: BaseException | None) -> str:
    """What an error of PostgreSQL means to the user, and the fix."""
    state = getattr(error, "sqlstate", None)
    said = getattr(getattr(error, "diag", None), "message_primary", None) or " ".join(str(error).split())
    if state is None and type(error).__name__ == "OperationalError":
        return _UNREACHED.format(said) if said.startswith(_AT_OPENING) else _REASONS["08"]
    for start, words in _REASONS.items():
        if (state or "").startswith(start):
            return words.format(said)
    return _DAMAGED.format(said)


def passes(error: BaseException | None) -> bool:
    """Whether a transaction was refused for what others did at the same time: serialisation failure, or deadlock."""
    return str(getattr(error, "sqlstate", None) or "").startswith("40")
