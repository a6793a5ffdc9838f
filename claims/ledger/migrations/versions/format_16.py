"""Format 16: indexes of PostgreSQL from which the names and mentions of speakers are read without their rows."""

from alembic import op

from claims.ledger.schema import NAME_INDEXES

revision = "16"
down_revision = "15"


def upgrade() -> None:
    """Make them; in a file, the indexes that there are have all columns."""
    if op.get_bind().dialect.name != "postgresql":
        return
    for name, (table, columns, beside, where) in NAME_INDEXES.items():
        op.create_index(
            name,
            table.name,
            list(columns),
            postgresql_include=list(beside),
            postgresql_where=where,
            if_not_exists=True,
        )
