"""The groups of the last grouping, with their members and why each was put there."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import groupby
from typing import Any, Final

from sqlalchemy import Connection, Row, Select, bindparam, delete, func, insert, select, update

from claims.ledger.mapping import GIVEN, begins, chunks, claim_rows, claims_of, read
from claims.ledger.schema import articles, claims, group_members, groups, is_latest, touched_units
from claims.records import Claim, Group, Member

SUPERSEDED: Final = 0
"""The unit of claims whose article has a later version, or is removed: none."""
_WINDOW: Final = (
    select(groups.c.id)
    .order_by(groups.c.articles.desc(), groups.c.speaker_name, groups.c.id)
    .offset(bindparam("start"))
    .limit(bindparam("length"))
)


@dataclass(slots=True)
class Regrouping:
    """What grouping changes: the claims that leave their groups, by number and id, and the rows of the new groups."""

    numbers: list[int] = field(default_factory=list)
    claims: list[str] = field(default_factory=list)
    groups: list[dict[str, Any]] = field(default_factory=list)
    members: list[dict[str, Any]] = field(default_factory=list)

    def add(self, regrouped: Mapping[int, Claim], found: Sequence[Group]) -> None:
        """Put new groups in the place of those of these claims, which are given by the numbers of their rows."""
        number = {(claim.article.key, claim.id): n for n, claim in regrouped.items()}
        self.numbers += regrouped
        self.claims += (claim.id for claim in regrouped.values())
        self.groups += (
            {"id": g.id, "articles": len({c.article.key for c in g.claims}), "speaker_name": g.speaker_name}
            for g in found
        )
        self.members += (
            {
                "claim_number": number[member.claim.article.key, member.claim.id],
                "group_id": group.id,
                "place": place,
                "reason": member.reason,
                "report": member.report,
            }
            for group in found
            for place, member in enumerate(group.members)
        )


def regroup(connection: Connection, found: Regrouping) -> None:
    """Drop the groups of the claims that were grouped anew, store the new ones, and forget what was touched."""
    _drop(connection, found.numbers)
    if found.groups:
        connection.execute(insert(groups), found.groups)
        connection.execute(insert(group_members), found.members)
    connection.execute(delete(touched_units))


def release(connection: Connection, claim_numbers: Iterable[int], *, superseded: bool = False) -> None:
    """Take claims out of their units and groups, because they changed or a later version ``superseded`` them.

    The next grouping gives those that changed a unit again, and looks after those whom they left.
    """
    numbers = list(claim_numbers)
    left = set(numbers) | _drop(connection, numbers)
    for some in chunks(sorted(left)):
        live = claims.c.number.in_(some), claims.c.unit != SUPERSEDED
        units = set(connection.execute(select(claims.c.unit).where(*live)).scalars())
        known = select(touched_units.c.unit).where(touched_units.c.unit.in_(units))
        new = units - set(connection.execute(known).scalars())
        if new:
            connection.execute(insert(touched_units), [{"unit": unit} for unit in sorted(new)])
    for some in chunks(numbers):
        its = update(claims).where(claims.c.number.in_(some))
        if not superseded:
            its = its.where(claims.c.unit != SUPERSEDED)  # these never come back into a group
        connection.execute(its.values(unit=SUPERSEDED if superseded else None))


def bring_back(connection: Connection, key: str) -> None:
    """Let the next grouping decide on the claims of an article that was removed and no longer is."""
    latest = select(articles.c.id).where(articles.c.key == key, is_latest)
    connection.execute(update(claims).where(claims.c.article_id.in_(latest)).values(unit=None))


def mark_superseded(connection: Connection) -> None:
    """Mark the claims of versions that are not the latest, in a ledger that did not know units."""
    older = select(articles.c.id).where(~is_latest)
    connection.execute(update(claims).where(claims.c.article_id.in_(older)).values(unit=SUPERSEDED))


def _drop(connection: Connection, claim_numbers: Iterable[int]) -> set[int]:
    """Drop the groups of these claims; gives the numbers of all who were in them."""
    left: set[int] = set()
    for some in chunks(claim_numbers):
        theirs = select(group_members.c.group_id).where(group_members.c.claim_number.in_(some))
        old = set(connection.execute(theirs).scalars())
        members = select(group_members.c.claim_number).where(group_members.c.group_id.in_(old))
        left.update(connection.execute(members).scalars())
        connection.execute(delete(group_members).where(group_members.c.group_id.in_(old)))
        connection.execute(delete(groups).where(groups.c.id.in_(old)))
    return left


def load_groups(connection: Connection, ids: Iterable[str] | None = None) -> list[Group]:
    """The stored groups, or those with these ids: those that most articles carry first, then by speaker."""
    asked = [{}] if ids is None else [{"given": some} for some in chunks(ids)]
    rows = [row for given in asked for row in connection.execute(_members(ids is None), given)]
    found = read(_groups, rows, claims_of(connection, rows))
    return sorted(found, key=lambda g: (-len({c.article.key for c in g.claims}), g.speaker_name, g.id))


@cache
def _members(every: bool) -> Select[Any]:
    """The claims of all groups, or of given ones, group after group, each with its group and why it is in it."""
    order = (groups.c.articles.desc(), groups.c.speaker_name, groups.c.id, group_members.c.place)
    members = (
        claim_rows.add_columns(
            group_members.c.group_id, group_members.c.reason.label("joined"), group_members.c.report
        )
        .join(group_members, group_members.c.claim_number == claims.c.number)
        .join(groups, groups.c.id == group_members.c.group_id)
        .order_by(*order)
    )
    return members if every else members.where(groups.c.id.in_(GIVEN))


def window(connection: Connection, start: int, length: int) -> list[str]:
    """The ids of some of the groups, from a place in the order of :func:`load_groups` on."""
    return list(connection.execute(_WINDOW, {"start": start, "length": length}).scalars())


def with_id(connection: Connection, prefix: str) -> list[str]:
    """The ids of the groups that begin so."""
    return list(connection.execute(select(groups.c.id).where(begins(groups.c.id, prefix))).scalars())


def group_ids(connection: Connection, claim_ids: Iterable[str]) -> dict[str, str]:
    """The id of the group of each of these claims that is in one, by the claim's id."""
    of_claims = select(claims.c.id, group_members.c.group_id).join(
        group_members, group_members.c.claim_number == claims.c.number
    )
    return {
        row.id: row.group_id
        for some in chunks(claim_ids)
        for row in connection.execute(of_claims.where(claims.c.id.in_(some)))
    }


def number_of_groups(connection: Connection) -> int:
    """How many groups there are."""
    return connection.execute(select(func.count()).select_from(groups)).scalar_one()


def _groups(member_rows: Sequence[Row[Any]], their_claims: Sequence[Claim]) -> list[Group]:
    pairs = zip(member_rows, their_claims, strict=True)
    return [
        Group(id_, tuple(Member(claim, row.joined, row.report) for row, claim in members))
        for id_, members in groupby(pairs, key=lambda pair: pair[0].group_id)
    ]
