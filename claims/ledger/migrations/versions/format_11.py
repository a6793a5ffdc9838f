"""Format 11: a tie says that two wordings disagree; whether they are told of one event is decided when asked for."""

from alembic import op

revision = "11"
down_revision = "10"


def upgrade() -> None:
    """All claims are to be grouped anew, since ties of claims that disagree were left out; groups stay until then."""
    op.execute("UPDATE claims SET unit = NULL WHERE unit <> 0")
    op.execute("DELETE FROM ties")
    op.execute("DELETE FROM unit_keys")
    op.execute("DELETE FROM units")
    op.execute("DELETE FROM touched_units")
    op.execute("UPDATE progress SET grouped = 0")
