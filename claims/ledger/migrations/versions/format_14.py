"""Format 14: what speakers, groups and articles are looked up and counted by, however many there are."""

import sqlalchemy as sa
from alembic import op

from claims.ledger.column_types import Integer, Text
from claims.ledger.schema import SPEAKER_INDEXES

revision = "14"
down_revision = "13"

_INDEXES = {
    "ix_articles_shown_id": ("articles", "shown_id", None),
    "ix_articles_path": ("articles", "path", "hash"),
    "ix_speakers_claims": ("speakers", "claims", None),
    "ix_speakers_name": ("speakers", "name", "hash"),
    "ix_appearances_name": ("appearances", "name", "hash"),
    "ix_speakers_role": ("speakers", "role", "hash"),
    "ix_groups_articles": ("groups", "articles", None),
}


def upgrade() -> None:
    """The new columns and tables are filled once all steps are done, from what is there."""
    for table, column in (
        ("articles", sa.Column("shown_id", Text)),
        ("speakers", sa.Column("claims", Integer, nullable=False, server_default="0")),
    ):
        there = {known["name"] for known in sa.inspect(op.get_bind()).get_columns(table)}
        if column.name not in there:  # brought up from a format before 6, a ledger has all columns
            op.add_column(table, column)
    for name, columns in (
        ("speaker_words", ("kind", "word", "phrase")),
        ("vocabulary", ("kind", "word")),
    ):
        op.create_table(
            name,
            *(sa.Column(column, Text) for column in columns),
            sa.PrimaryKeyConstraint(*columns),
            sqlite_with_rowid=False,
            if_not_exists=True,
        )
    for name, (table, indexed, method) in _INDEXES.items():
        op.create_index(name, table, [indexed], postgresql_using=method, if_not_exists=True)
    proposed = sa.text("proposals IS NOT NULL")
    op.create_index(
        "ix_speakers_proposals",
        "speakers",
        ["id"],
        sqlite_where=proposed,
        postgresql_where=proposed,
        if_not_exists=True,
    )
    on_file = op.get_bind().dialect.name == "sqlite"
    for name, (table, short, long) in SPEAKER_INDEXES.items():
        op.drop_index(f"{name}_id", table, if_exists=True)
        op.create_index(name, table, [*short, *(long if on_file else ())], if_not_exists=True)
