"""The groups of the last merging, with their members and why each was put there."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Row, Select, delete, insert, select

from claims.errors import ClaimsError
from claims.ledger.rows import claim_rows, load_claims, read
from claims.ledger.schema import articles, claims, group_members, groups
from claims.records import Claim, Group, Member


def replace_groups(connection: Connection, merged: Sequence[Group]) -> None:
    """Put these groups in the place of all that were stored.

    Raises :class:`ClaimsError` for a member that is not in the ledger. Every group has an id of its own and a
    member at least, and a claim is in one group at most; else :class:`ValueError`, the caller's defect.
    """
    stored = select(articles.c.key, articles.c.version, claims.c.id, claims.c.number).join(
        articles, articles.c.id == claims.c.article_id
    )
    numbers = {(row.key, row.version, row.id): row.number for row in connection.execute(stored)}
    if len({group.id for group in merged}) < len(merged):
        raise ValueError("two groups have the same id")
    rows: dict[int, dict[str, object]] = {}
    for group in merged:
        if not group.members:
            raise ValueError(f"group {group.id} has no members")
        for place, member in enumerate(group.members):
            claim = member.claim
            number = numbers.get((claim.article.key, claim.article.version, claim.id))
            if number is None:
                raise ClaimsError(f"claim {claim.id} is not in the ledger: add its article first")
            if number in rows:
                raise ValueError(f"claim {claim.id} is twice in the groups")
            rows[number] = {
                "claim_number": number,
                "group_id": group.id,
                "place": place,
                "reason": member.reason,
            }
    connection.execute(delete(group_members))
    connection.execute(delete(groups))
    if merged:
        connection.execute(insert(groups), [{"id": g.id, "place": i} for i, g in enumerate(merged)])
        connection.execute(insert(group_members), list(rows.values()))


def load_groups(connection: Connection) -> list[Group]:
    """The stored groups, in the order in which they were given."""
    order = (groups.c.place, group_members.c.place)
    members: Select[Any] = (
        select(group_members.c.group_id, group_members.c.reason)
        .join(groups, groups.c.id == group_members.c.group_id)
        .order_by(*order)
    )
    their_claims = (
        claim_rows.join(group_members, group_members.c.claim_number == claims.c.number)
        .join(groups, groups.c.id == group_members.c.group_id)
        .order_by(*order)
    )
    return read(_groups, connection.execute(members).all(), load_claims(connection, their_claims))


def group_ids(connection: Connection) -> dict[str, str]:
    """The id of the group of every claim that is in one, by the claim's id."""
    of_claims = select(claims.c.id, group_members.c.group_id).join(
        group_members, group_members.c.claim_number == claims.c.number
    )
    return {row.id: row.group_id for row in connection.execute(of_claims)}


def _groups(member_rows: Sequence[Row[Any]], their_claims: Sequence[Claim]) -> list[Group]:
    pairs = zip(member_rows, their_claims, strict=True)
    return [
        Group(id_, tuple(Member(claim, row.reason) for row, claim in members))
        for id_, members in groupby(pairs, key=lambda pair: pair[0].group_id)
    ]
