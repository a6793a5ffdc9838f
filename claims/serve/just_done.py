"""What a reviewer decided just before, and who else is at work: said on the queue and on each claim."""

from typing import cast

from claims import desk
from claims.exporting import latest_by_reviewer
from claims.records import Claim, Verdict
from claims.serve.presence import Presence
from claims.serve.visit import Visit


def presence_of(visit: Visit) -> Presence:
    """Who has which claim open at this desk."""
    return cast(Presence, visit.request.app.state.presence)


def done_before(visit: Visit) -> tuple[Claim, Verdict] | None:
    """The claim on which the reviewer gave a verdict just before, with that verdict while it stands."""
    if not visit.asked("done"):
        return None
    before = visit.ledger.claim(visit.asked("done"))
    verdict = own_verdict(verdicts_on(visit, before.id), visit.reviewer)
    return (before, verdict) if verdict else None


def verdicts_on(visit: Visit, id_: str) -> list[Verdict]:
    """The history of verdicts on a claim, oldest first; if it has none, those on what it was in earlier versions."""
    own = [v for v in desk.verdicts(visit.ledger, {id_}) if v.claim_id == id_]
    return own or desk.carried_verdicts(visit.ledger).get(id_, [])


def own_verdict(given: list[Verdict], reviewer: str) -> Verdict | None:
    """The verdict of a reviewer that stands, of a claim's history."""
    by_reviewer = (v for some in latest_by_reviewer(given).values() for v in some)
    return next((v for v in by_reviewer if v.reviewer.casefold() == reviewer.casefold()), None)
