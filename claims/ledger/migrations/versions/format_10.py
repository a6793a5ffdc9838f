"""Format 10: the pages of a PDF file's text, where the rest that is said of an article was found, what servers said."""

import sqlalchemy as sa
from alembic import op

revision = "10"
down_revision = "9"


def upgrade() -> None:
    """Nothing of this is known of the articles that are there, until they are read again."""
    op.add_column("articles", sa.Column("pages", sa.Text))
    op.add_column("articles", sa.Column("origins", sa.Text))
    op.create_table(
        "page_states",
        sa.Column("address", sa.Text, primary_key=True),
        sa.Column("reached", sa.Text, nullable=False),
        sa.Column("etag", sa.Text),
        sa.Column("last_modified", sa.Text),
        sa.Column("fresh_until", sa.Text),
        sa.Column("key", sa.Text, nullable=False),
        if_not_exists=True,  # brought up from a format before 6, a ledger has all tables
    )
