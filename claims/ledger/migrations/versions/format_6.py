"""Format 6, that of the first release with migrations; before it, tables and columns were added as they came."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Final

from alembic import op
from sqlalchemy import Connection, inspect

revision = "6"
down_revision = None

_WITH_UNITS: Final = 3
"""The format from which groups rest on units."""
_SCHEMA: Final = Path(__file__).parents[1] / "format_6.sql"


def upgrade() -> None:
    """Add what an earlier ledger lacks, and let a text come again as a later version.

    Groups of the first formats are left out: they are no more than what the next grouping finds again.
    """
    connection = op.get_bind()
    with closing(sqlite3.connect(":memory:")) as format_6:
        format_6.executescript(_SCHEMA.read_text("utf-8"))
        wanted = format_6.execute(
            "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL"
        ).fetchall()
        columns = {table: _columns(format_6, table) for type_, table, _ in wanted if type_ == "table"}
    statements = {(type_, name): sql for type_, name, sql in wanted}
    _rebuild_articles(connection, statements["table", "articles"], list(columns["articles"]))
    if int(connection.exec_driver_sql("PRAGMA user_version").scalar_one()) < _WITH_UNITS:
        for table in ("group_members", "groups"):
            connection.exec_driver_sql(f"DROP TABLE {table}")
    known = inspect(connection)
    for table, its in columns.items():
        if not known.has_table(table):
            connection.exec_driver_sql(statements["table", table])
            continue
        present = {column["name"] for column in known.get_columns(table)}
        for name, defined in its.items():
            if name not in present:
                connection.exec_driver_sql(f'ALTER TABLE {table} ADD COLUMN "{name}" {defined}')
    for (kind, name), sql in statements.items():
        if kind != "table":
            connection.exec_driver_sql(f"DROP {kind} IF EXISTS {name}")
            connection.exec_driver_sql(sql)


def _columns(format_6: sqlite3.Connection, table: str) -> dict[str, str]:
    """The columns of a table, each with its type and what it refers to."""
    parents = {
        row[3]: f" REFERENCES {row[2]} ({row[4]})"
        for row in format_6.execute(f"PRAGMA foreign_key_list ({table})")
    }
    found = format_6.execute(f"PRAGMA table_info ({table})")
    return {name: type_ + parents.get(name, "") for _, name, type_, *_ in found}


def _rebuild_articles(connection: Connection, sql: str, columns: list[str]) -> None:
    """Without the constraint that no text comes twice under one key, which earlier formats had."""
    connection.exec_driver_sql(sql.replace("CREATE TABLE articles", "CREATE TABLE articles_rebuilt", 1))
    named = ", ".join(f'"{name}"' for name in columns)
    connection.exec_driver_sql(
        f"INSERT INTO articles_rebuilt ({named}) SELECT {named} FROM articles"  # noqa: S608
    )
    connection.exec_driver_sql("DROP TABLE articles")
    connection.exec_driver_sql("ALTER TABLE articles_rebuilt RENAME TO articles")
