"""Format 15: indexes by which the claims to verify are gone through, newest first or least sure first."""

import sqlalchemy as sa
from alembic import op

revision = "15"
down_revision = "12"


def upgrade() -> None:
    """Make both."""
    op.create_index(
        "ix_articles_day", "articles", [sa.text("coalesce(published, '')")], if_not_exists=True
    )  # from before 6, a ledger has all of them
    op.create_index(
        "ix_claims_doubt",
        "claims",
        [sa.text("coalesce(speaker_confidence, confidence)"), "article_id", "starts", "ends"],
        if_not_exists=True,
    )
