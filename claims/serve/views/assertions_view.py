"""Assertions with their reports, the oldest first, how many are independent; join and split by key, drag or button."""

from typing import Final

from starlette.responses import Response
from starlette.routing import BaseRoute

from claims import desk
from claims.ledger import Query
from claims.records import Claim, Group
from claims.serve.decided import decided_before, decider, undone
from claims.serve.visit import Visit, change, page

A_PAGE: Final = 20
_SINGLE: Final = 60
"""So many claims that nobody else reports are shown beside the assertions that have the words looked for."""


def assertions(visit: Visit) -> Response:
    """The assertions that several articles carry; with words, those that have them, and single claims that do."""
    words = visit.asked("words")
    groups: list[Group] = []
    singles: list[Claim] = []
    if words:
        found = desk.search(visit.ledger, words, limit=20 * _SINGLE)
        in_groups = visit.ledger.group_ids(claim.id for claim in found)
        groups = visit.ledger.groups(set(in_groups.values()))
        singles = [claim for claim in found if claim.id not in in_groups][:_SINGLE]
    total = len(groups) if words else visit.ledger.number_of_groups()
    pages = max(1, -(-total // A_PAGE))
    number = visit.number("page", pages)
    start = (number - 1) * A_PAGE
    return visit.render(
        "assertions.html.j2",
        words=words,
        groups=groups[start : start + A_PAGE] if words else visit.ledger.groups_window(start, A_PAGE),
        singles=singles if number == pages else [],
        total=total,
        number=number,
        pages=pages,
        a_page=A_PAGE,
        decided=decided_before(visit),
        by_day=by_day,
    )


def assertion(visit: Visit) -> Response:
    """One assertion, what disagrees with it, and the speaker's other claims, to join."""
    found = desk.identify(visit.ledger, visit.named("id"))
    group = found.group or next(iter(visit.ledger.groups(visit.ledger.group_ids([found.id]).values())), None)
    ids = {claim.id for claim in (group.claims if group else found.claims)}
    speakers = {one.id for c in found.claims for one in c.speakers if one.id}
    others = visit.ledger.search(Query(speaker_ids=tuple(speakers), limit=_SINGLE)) if speakers else []
    return visit.render(
        "assertions.html.j2",
        words="",
        groups=[group] if group else [],
        singles=[*(() if group else found.claims), *(claim for claim in others if claim.id not in ids)],
        total=1,
        number=1,
        pages=1,
        a_page=A_PAGE,
        decided=decided_before(visit),
        by_day=by_day,
    )


def by_day(group: Group) -> list[tuple[int, Claim, str, bool]]:
    """The reports of a group by day: which text each is a copy of, the claim, why it is here, whether it is a copy."""
    members = sorted(
        group.members,
        key=lambda m: (m.claim.article.published is None, str(m.claim.article.published), m.report),
    )
    seen: set[int] = set()
    rows = []
    for member in members:
        rows.append((member.report + 1, member.claim, member.reason, member.report in seen))
        seen.add(member.report)
    return rows


def joined(visit: Visit) -> Response:
    """Decide that two claims make the same assertion."""
    made = desk.join(visit.ledger, visit.filled("one"), visit.filled("other"), reviewer=decider(visit))
    return _back(visit, made.number)


def split(visit: Visit) -> Response:
    """Decide that a claim does not make the assertion of the group that it is in."""
    made = desk.split(visit.ledger, visit.filled("group"), visit.filled("one"), reviewer=decider(visit))
    return _back(visit, made.number)


def taken_back(visit: Visit) -> Response:
    """Take a decision about assertions back."""
    undone(visit)
    return _back(visit)


def _back(visit: Visit, decided: int | None = None) -> Response:
    """The list as it was asked for, with what was decided."""
    return visit.go("/assertions", words=visit.filled("words"), page=visit.filled("page"), decided=decided)


ROUTES: Final[list[BaseRoute]] = [
    page("/assertions", assertions),
    page("/assertions/{id}", assertion),
    change("/assertions/join", joined),
    change("/assertions/split", split),
    change("/assertions/undo", taken_back),
]
NAVIGATION: Final = ("Assertions", "/assertions")
