"""What a ledger's file has that no ledger has: a trigger or view in it would run with every command."""

from typing import Final

from sqlalchemy import Connection

from claims.ledger.schema import VIEWS, metadata
from claims.ledger.sqlite import TRIGGERS

_SEARCH: Final = "claims_fts"
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
            "table": name in metadata.tables or str(name).startswith((_SEARCH, "sqlite_")),
            "trigger": _folded(sql) in triggers,
            "view": _folded(sql) in views or (name in VIEWS and not current),
        }
        if not ours.get(type_, False):
            found.append(f"{type_} {name}")
    return found


def _folded(sql: object) -> str:
    return " ".join(str(sql).split())
