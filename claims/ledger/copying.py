"""All that one ledger holds into another, whatever databases the two are in."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final

from sqlalchemy import Connection, Table, delete, func, insert, select

from claims.errors import ClaimsError
from claims.ledger.databases import database_of
from claims.ledger.schema import metadata, progress

_ROWS_AT_ONCE: Final = 1000

RowsOfTable = Callable[[Table], Iterable[list[dict[str, Any]]]]
"""The rows of a table, some at a time."""


def rows_of_table(connection: Connection, table: Table) -> Iterator[list[dict[str, Any]]]:
    """The rows of a table, some at a time, however many there are."""
    found = connection.execute(select(table).execution_options(yield_per=_ROWS_AT_ONCE))
    for some in found.mappings().partitions():
        yield [dict(row) for row in some]


def fill(connection: Connection, name: str, rows: RowsOfTable) -> dict[str, int]:
    """Store these rows, with their numbers, in a ledger that has none; gives how many there are of each table.

    Raises :class:`ClaimsError`, which says so of ``name``, where the ledger has rows.
    """
    for table in metadata.sorted_tables:
        if table is not progress and connection.execute(select(table).limit(1)).first() is not None:
            raise ClaimsError(f"{name}: holds something already: name a new ledger, to which all is copied")
    connection.execute(delete(progress))
    for table in metadata.sorted_tables:
        for some in rows(table):
            connection.execute(insert(table), some)
    database_of(connection).numbers_given(connection)
    counted = {
        t.name: connection.execute(select(func.count()).select_from(t)) for t in metadata.sorted_tables
    }
    return {name: count.scalar_one() for name, count in counted.items()}
