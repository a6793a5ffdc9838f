"""Format 9: which speakers may have to do with each other, so that only what is new, and what it meets, is linked."""

import sqlalchemy as sa
from alembic import op

revision = "9"
down_revision = "8"


def upgrade() -> None:
    """Nobody is linked yet in the sense of this format: the next linking takes up all speakers."""
    op.add_column("speakers", sa.Column("component", sa.Text))
    op.create_index("ix_speakers_component", "speakers", ["component"])
    op.create_table(
        "component_keys",
        sa.Column("key", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("component", sa.Text, primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_table("touched_components", sa.Column("component", sa.Text, primary_key=True))
