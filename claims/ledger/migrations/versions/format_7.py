"""Format 7: the confidence of a claim's words and of its speaker; and a decision may remove an article.

Articles are looked up by their address. The views, which are made anew, show the one and leave out what the other
removes.
"""

import sqlalchemy as sa
from alembic import op

revision = "7"
down_revision = "6"


def upgrade() -> None:
    """Claims that are there get no such confidence, until they are extracted anew."""
    for name in ("words_confidence", "speaker_confidence"):
        op.add_column("claims", sa.Column(name, sa.Float))
    op.create_index("ix_articles_url", "articles", ["url"])
