"""The one place where a failure of the database becomes a line for the user."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from claims.errors import ClaimsError

if TYPE_CHECKING:
    from claims.ledger.databases import Database


class DamagedRowError(Exception):
    """A row that this program cannot have written."""


class PassingError(ClaimsError):
    """A transaction was refused, and nothing of it stored, for a reason that may be gone the next time."""


@contextmanager
def explained(database: "Database", name: str) -> Iterator[None]:
    """Turn what the database raises inside into a :class:`ClaimsError` that names the ledger and the fix."""
    try:
        yield
    except UnicodeEncodeError as error:
        around = error.object[max(0, error.start - 20) : error.end + 20]
        raise ClaimsError(
            f"{around!a}: a lone surrogate (character {error.start}) is no text and cannot be stored: "
            "read the text again in its right encoding, or replace the character"
        ) from error
    except DBAPIError as error:
        kind = PassingError if database.passes(error.orig) else ClaimsError
        raise kind(f"{name}: {database.reason(error.orig)}") from error
    except (sqlite3.Error, SQLAlchemyError, UnicodeDecodeError, DamagedRowError) as error:
        raise ClaimsError(f"{name}: {database.reason(error)}") from error
