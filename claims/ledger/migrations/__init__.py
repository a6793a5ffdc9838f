"""From an earlier format of the ledger to this release's: a step for each format, in ``versions``, run by Alembic."""

from pathlib import Path
from typing import Final

from sqlalchemy import Connection

_FIRST: Final = 6
"""The format of the first step, which brings all formats before it up to it."""


def migrate(connection: Connection, from_format: int) -> None:
    """Bring the tables of a ledger from its format to that of the last step; the rows stay. The caller commits.

    The caller has switched foreign keys off, and makes the views anew. Alembic is imported here only: most commands
    open a ledger that is up to date.
    """
    from alembic.migration import MigrationContext  # noqa: PLC0415
    from alembic.operations import Operations  # noqa: PLC0415
    from alembic.script import ScriptDirectory  # noqa: PLC0415

    steps = ScriptDirectory(str(Path(__file__).parent))
    before = "base" if from_format < _FIRST else str(from_format)
    due = reversed(list(steps.iterate_revisions("head", before)))
    with Operations.context(MigrationContext.configure(connection)):
        for step in due:
            step.module.upgrade()
