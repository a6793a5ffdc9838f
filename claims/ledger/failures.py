"""The one place where a failure of the database becomes a line for the user."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from claims.errors import ClaimsError
from claims.ledger import sqlite


class DamagedRowError(Exception):
    """A row that this program cannot have written."""


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what the database raises inside into a :class:`ClaimsError` that names ``path`` and the fix."""
    try:
        yield
    except UnicodeEncodeError as error:
        around = error.object[max(0, error.start - 20) : error.end + 20]
        raise ClaimsError(
            f"{around!a}: a lone surrogate (character {error.start}) is no text and cannot be stored: "
            "read the text again in its right encoding, or replace the character"
        ) from error
    except DBAPIError as error:
        raise ClaimsError(f"{path}: {sqlite.reason(error.orig)}") from error
    except (sqlite3.Error, SQLAlchemyError, UnicodeDecodeError, DamagedRowError) as error:
        raise ClaimsError(f"{path}: {sqlite.reason(error)}") from error
