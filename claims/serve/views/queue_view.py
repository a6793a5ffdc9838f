"""The claims to verify, filtered and sorted, a page of them at a time, and how far the desk has come."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final
from urllib.parse import urlencode

from starlette.responses import Response
from starlette.routing import BaseRoute

from claims import desk
from claims.errors import ClaimsError
from claims.ledger import QueueOrder
from claims.records import ACTS, KINDS, STANCES, TAGS, Claim, Verdict
from claims.serve.just_done import done_before, presence_of
from claims.serve.visit import Visit, page

A_PAGE: Final = 50
_ORDERS: Final[Mapping[QueueOrder, str]] = {
    "place": "article by article",
    "newest": "newest first",
    "doubt": "least sure who first",
    "conflicts": "conflicts first",
}
_AN_ID: Final = re.compile(r"[0-9a-f]{8,12}")
_PLACES: Final = {"claim": "/claims", "article": "/articles", "speaker": "/speakers", "group": "/assertions"}
"""Where what has an id is shown."""
_CHOICES: Final[Mapping[str, tuple[str, ...]]] = {"tag": TAGS, "act": ACTS, "kind": KINDS, "stance": STANCES}
_SHOWN: Final[Mapping[str, str]] = {"": "to verify", "disputed": "disputed", "all": "all claims"}


@dataclass(frozen=True, slots=True)
class Asked:
    """What a queue is asked for in the address, as it goes along from claim to claim.

    ``show`` is "" for claims to verify, "disputed" or "all"; ``order`` as for :func:`claims.desk.queue`. ``words``,
    ``tag``, ``act``, ``kind``, ``stance``, ``speaker``, ``outlet``, ``article``, ``since`` and ``until`` (days) are as
    in :class:`claims.desk.Filter`, empty for any.
    """

    words: str = ""
    show: str = ""
    order: QueueOrder = "place"
    tag: str = ""
    act: str = ""
    kind: str = ""
    stance: str = ""
    speaker: str = ""
    outlet: str = ""
    article: str = ""
    since: str = ""
    until: str = ""

    @classmethod
    def of(cls, visit: Visit) -> "Asked":
        """What the address of a visit asks for; raises :class:`ClaimsError` where it cannot be understood."""
        order = _order(visit.asked("order"))
        said = {name: visit.asked(name) for name in cls.__slots__ if name != "order"}
        for name, known in {"show": tuple(_SHOWN), **_CHOICES}.items():
            if said[name] and said[name] not in known:
                raise ClaimsError(
                    f"'{said[name]}' cannot be asked for: choose one of {', '.join(filter(None, known))}"
                )
        return cls(order=order, **said)

    @property
    def query(self) -> str:
        """It as the part of an address after "?", with the sign; empty where nothing is asked."""
        said = {name: getattr(self, name) for name in self.__slots__ if getattr(self, name)}
        if self.order == "place":
            said.pop("order")
        return f"?{urlencode(said)}" if said else ""

    def filter(self) -> desk.Filter:
        """The filter that it asks for."""
        return desk.Filter(
            words=self.words or None,
            unreviewed=self.show == "",
            disputed=self.show == "disputed",
            tag=next((tag for tag in TAGS if tag == self.tag), None),
            act=next((act for act in ACTS if act == self.act), None),
            kind=next((kind for kind in KINDS if kind == self.kind), None),
            stance=next((stance for stance in STANCES if stance == self.stance), None),
            speaker=self.speaker or None,
            outlet=self.outlet or None,
            article=self.article or None,
            since=day(self.since),
            until=day(self.until),
        )

    def queue(self, visit: Visit) -> desk.Queue:
        """The claims that it asks for."""
        return desk.queue(visit.ledger, self.filter(), self.order)


def day(given: str) -> date | None:
    """The day that was given, None for none; raises :class:`ClaimsError` for what is no day."""
    try:
        return date.fromisoformat(given) if given else None
    except ValueError:
        raise ClaimsError(f"'{given}' is no day: write it as 2026-03-14") from None


def _order(asked: str) -> QueueOrder:
    for known in _ORDERS:
        if known == asked:
            return known
    return "place"


def queue(visit: Visit) -> Response:
    """The claims that are asked for."""
    asked = Asked.of(visit)
    if _AN_ID.fullmatch(asked.words) and len(meant := visit.ledger.ids(asked.words)) == 1:
        kind, id_ = meant[0]
        return visit.go(f"{_PLACES[kind]}/{id_}")
    found = asked.queue(visit)
    count = found.count()
    left = len(found.query.among or ()) if asked.show == "disputed" else count.claims
    left = count.claims - count.reviewed if asked.show == "" else left
    pages = max(1, -(-left // A_PAGE))
    number = visit.number("page", pages)
    claims = found.window((number - 1) * A_PAGE, A_PAGE)
    return visit.render(
        "queue.html.j2",
        asked=asked,
        claims=claims,
        standing=_standing(visit, claims),
        disputed=found.disputed({claim.id for claim in claims}),
        count=count,
        left=left,
        number=number,
        pages=pages,
        orders=_ORDERS,
        shown=_SHOWN,
        choices=_CHOICES,
        done=done_before(visit),
        again=bool(visit.asked("again")),
        others=presence_of(visit).others(visit.reviewer),
        wide=True,
    )


def _standing(visit: Visit, claims: list[Claim]) -> dict[str, Verdict]:
    """The latest verdict on each of some claims."""
    return {
        verdict.claim_id: verdict for verdict in desk.verdicts(visit.ledger, {claim.id for claim in claims})
    }


ROUTES: Final[list[BaseRoute]] = [page("/", queue)]
NAVIGATION: Final = ("Queue", "/")
