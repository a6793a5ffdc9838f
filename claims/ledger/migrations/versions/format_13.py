"""Format 13: who says a claim together with its first speaker."""

import sqlalchemy as sa
from alembic import op

from claims.ledger.column_types import Integer, Text

revision = "13"
down_revision = "12"


def upgrade() -> None:
    """Lists that are one speaker are taken apart once all appearances are there (``claims.ledger.speaker_lists``)."""
    if sa.inspect(op.get_bind()).has_table("co_speakers"):
        return  # brought up from a format before 6, a ledger has all tables
    op.create_table(
        "co_speakers",
        sa.Column("claim_number", Integer, sa.ForeignKey("claims.number"), primary_key=True),
        sa.Column("place", Integer, primary_key=True, autoincrement=False),
        sa.Column("speaker_id", Text, sa.ForeignKey("speakers.id"), index=True),
        sa.Column("appearance_number", Integer, sa.ForeignKey("appearances.number"), index=True),
        sqlite_with_rowid=False,
    )
