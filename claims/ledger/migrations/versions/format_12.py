"""Format 12: reviewers with a token of their own, and verdicts that settle what reviewers differ in."""

import sqlalchemy as sa
from alembic import op

revision = "12"
down_revision = "11"


def upgrade() -> None:
    """Nobody has a token yet, and no verdict was given to settle anything."""
    if "settles" not in {column["name"] for column in sa.inspect(op.get_bind()).get_columns("verdicts")}:
        op.add_column("verdicts", sa.Column("settles", sa.Integer))  # from before 6, a ledger has all columns
    op.create_table(
        "reviewers",
        sa.Column("name", sa.Text, primary_key=True),
        sa.Column("token_hash", sa.Text, nullable=False, unique=True),
        sa.Column("made", sa.Text, nullable=False),
        if_not_exists=True,  # brought up from a format before 6, a ledger has all tables
    )
