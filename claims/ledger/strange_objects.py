"""What a ledger's file has that no ledger has: a trigger or view in it would run with every command."""

from typing import Final

from sqlalchemy import Connection

from claims.ledger.schema import metadata
from claims.ledger.sql_views import VIEWS
from claims.ledger.sqlite_search import FULL_TEXT_SEARCH, TRIGGERS

_OF_THE_SEARCH: Final = frozenset(f"claims_fts_{part}" for part in ("data", "idx", "docsize", "config"))
"""The tables in which FTS5 keeps the words of one whose text stands elsewhere."""
_EARLIER: Final = "CREATE TRIGGER claims_updated AFTER UPDATE ON claims BEGIN "
"""How the first formats began that trigger, which fired on every column."""


def strange_objects(connection: Connection, *, current: bool) -> list[str]:
    """The tables, views and triggers that are none of a ledger's, or are defined otherwise, such as "trigger x".

    Indexes may be added by hand. The views of a ledger that is not of the ``current`` format may be older; they are
    made anew before anything else is done. On a server there are none: a file comes from anywhere, and there only those
    can add anything who keep the ledger.
    """
    if connection.dialect.name != "sqlite":
        return []
    triggers = {_folded(sql) for sql in TRIGGERS}
    if not current:
        triggers |= {_folded(_EARLIER + sql.partition(" BEGIN ")[2]) for sql in TRIGGERS}
    views = {_folded(f"CREATE VIEW {name} AS {sql}") for name, sql in VIEWS.items()}
    found = []
    rows = connection.exec_driver_sql("SELECT type, name, sql FROM sqlite_master ORDER BY type, name")
    for type_, name, sql in rows:
        ours = {
            "index": True,
            "table": _is_ours(name, _folded(sql)),
            "trigger": _folded(sql) in triggers,
            "view": _folded(sql) in views or (name in VIEWS and not current),
        }
        if not ours.get(type_, False):
            found.append(f"{type_} {name}")
    return found


def _is_ours(name: str, sql: str) -> bool:
    """Whether a table is a ledger's: no module that SQLite may have besides is run for one of our names."""
    if sql.upper().startswith("CREATE VIRTUAL"):
        return sql == FULL_TEXT_SEARCH
    return name in metadata.tables or name in _OF_THE_SEARCH or name.startswith("sqlite_")


def _folded(sql: object) -> str:
    return " ".join(str(sql).split())
