"""What is said once for a whole ledger: what the desk has chosen for all its sheets, and the ledger's fingerprint."""

import json
from typing import Final

from sqlalchemy import Connection, delete, insert, select

from claims.ledger.mapping import read
from claims.ledger.schema import articles, settings
from claims.records import TRUTH_VERDICTS, short_hash

_TRUTHS: Final = "truths"


def truths(connection: Connection) -> tuple[str, ...]:
    """The verdicts of the truth that reviewers may choose."""
    stored = connection.execute(
        select(settings.c.value).where(settings.c.name == _TRUTHS)
    ).scalar_one_or_none()
    return TRUTH_VERDICTS if stored is None else read(_words, stored)


def choose_truths(connection: Connection, chosen: tuple[str, ...]) -> None:
    """Put these in the place of those chosen before."""
    connection.execute(delete(settings).where(settings.c.name == _TRUTHS))
    connection.execute(insert(settings).values(name=_TRUTHS, value=json.dumps(chosen, ensure_ascii=False)))


def fingerprint(connection: Connection) -> str:
    """What tells this ledger from others, for ever and in all its copies; its sheets carry it.

    It comes from the first article that was added: the same articles added in the same order give the same sheets.
    """
    first = connection.execute(
        select(articles.c.key, articles.c.hash).order_by(articles.c.id).limit(1)
    ).first()
    return short_hash("ledger", *(first or ()))


def _words(stored: str) -> tuple[str, ...]:
    return tuple(map(str, json.loads(stored)))
