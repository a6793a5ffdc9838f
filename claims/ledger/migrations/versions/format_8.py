"""Format 8: what an article shows beside a speaker's name, and links that are proposed to the desk."""

import sqlalchemy as sa
from alembic import op

revision = "8"
down_revision = "7"


def upgrade() -> None:
    """Nothing is known beside the names that are there, until their articles are extracted anew."""
    op.add_column("appearances", sa.Column("beside", sa.Text))
    op.add_column("speakers", sa.Column("proposals", sa.Text))
