"""Who may come to the desk under a name of their own: reviewers, each with the hash of a token."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Connection, Row, delete, func, insert, select

from claims.ledger.mapping import read
from claims.ledger.schema import reviewers, verdicts


@dataclass(frozen=True, slots=True)
class ReviewerSummary:
    """Somebody who has given verdicts, has a token, or both.

    Fields:
        name: as it stands beside the verdicts.
        made: when the token was made, in UTC; None for who has none.
        verdicts: how many were given under the name.
        last: the day of the last one; None where there is none.
    """

    name: str
    made: datetime | None
    verdicts: int
    last: date | None


def list_reviewers(connection: Connection) -> list[ReviewerSummary]:
    """Everybody who has a token or has given a verdict, by name."""
    given = select(
        verdicts.c.reviewer, func.count().label("number"), func.max(verdicts.c.decided).label("last")
    )
    judged = {row.reviewer: row for row in connection.execute(given.group_by(verdicts.c.reviewer))}
    tokens = {row.name: row.made for row in connection.execute(select(reviewers))}
    return [
        read(_summary, name, tokens.get(name), judged.get(name))
        for name in sorted({*judged, *tokens}, key=lambda name: (name.casefold(), name))
    ]


def _summary(name: str, made: str | None, given: Row[Any] | None) -> ReviewerSummary:
    return ReviewerSummary(
        name,
        datetime.fromisoformat(made) if made else None,
        given.number if given else 0,
        date.fromisoformat(given.last) if given else None,
    )


def add(connection: Connection, name: str, token_hash: str) -> None:
    """Keep a reviewer with the hash of a token; the caller has seen to it that the name is new."""
    made = datetime.now(UTC).isoformat(timespec="seconds")
    connection.execute(insert(reviewers).values(name=name, token_hash=token_hash, made=made))


def remove(connection: Connection, name: str) -> bool:
    """Forget a reviewer's token; whether there was one."""
    return connection.execute(delete(reviewers).where(reviewers.c.name == name)).rowcount > 0


def with_hash(connection: Connection, token_hash: str) -> str | None:
    """The name of the reviewer whose token has this hash; None where nobody's has."""
    found = select(reviewers.c.name).where(reviewers.c.token_hash == token_hash)
    return connection.execute(found).scalar_one_or_none()
