"""Who spoke; one speaker's dossier; links that are to be settled; who is whom, with what each decision would change."""

from typing import Final, Literal

from starlette.responses import Response
from starlette.routing import BaseRoute

from claims import desk
from claims.errors import ClaimsError
from claims.exporting import Dossier
from claims.serve.decided import decided_before, decider, undone
from claims.serve.visit import Visit, change, page

A_PAGE: Final = 50
_STATEMENTS: Final = 4
"""So many statements of each are shown where two may be one."""


def speakers(visit: Visit) -> Response:
    """Everybody who spoke, or whom a name may mean."""
    name = visit.asked("name")
    found = desk.find_speakers(visit.ledger, name) if name else None
    total = visit.ledger.number_of_speakers() if found is None else len(found)
    pages = max(1, -(-total // A_PAGE))
    number = visit.number("page", pages)
    start = (number - 1) * A_PAGE
    return visit.render(
        "speakers.html.j2",
        name=name,
        speakers=visit.ledger.speaker_entries(start, A_PAGE)
        if found is None
        else found[start : start + A_PAGE],
        total=total,
        number=number,
        pages=pages,
        a_page=A_PAGE,
        doubtful=len(visit.ledger.doubtful_links()),
    )


def speaker(visit: Visit) -> Response:
    """The dossier of one speaker, with the ways to say who it is."""
    _, known = desk.identify_speaker(visit.ledger, visit.named("id"))
    found = desk.dossier(visit.ledger, known.id)
    return visit.render(
        "speaker.html.j2",
        dossier=found,
        numbers={statement.main.id: number for number, statement in enumerate(found.statements, 1)},
        aliases=known.aliases,
        decided=decided_before(visit),
    )


def doubtful(visit: Visit) -> Response:
    """One of the links that are to be settled, both sides beside each other."""
    links = visit.ledger.doubtful_links()
    number = visit.number("at", max(1, len(links)))
    link = links[number - 1] if links else None
    return visit.render(
        "doubtful.html.j2",
        link=link,
        sides=[_dossier(visit, one.id) for one in (link.one, link.other)] if link else [],
        number=number,
        total=len(links),
        shown=_STATEMENTS,
        wide=True,
        decided=decided_before(visit),
    )


def foreseen(visit: Visit) -> Response:
    """What it would change that two speakers are one, or that they are two; nothing is changed."""
    kind = _kind(visit.named("kind"))
    decision, one, other = desk.speaker_decision(
        visit.ledger, kind, visit.asked("one"), visit.asked("other"), reviewer=visit.reviewer or None
    )
    return visit.render(
        "foreseen.html.j2",
        kind=kind,
        decision=decision,
        one=one,
        other=other,
        preview=desk.preview(visit.ledger, decision),
        wide=True,
    )


def settled(visit: Visit) -> Response:
    """Decide that two speakers are one, or that they are two."""
    kind = _kind(visit.named("kind"))
    one, other = visit.filled("one"), visit.filled("other")
    made, first, _ = desk.same_or_different(visit.ledger, kind, one, other, reviewer=decider(visit))
    if visit.filled("at"):
        return visit.go("/speakers/doubtful", at=visit.filled("at"), decided=made.number)
    return visit.go(f"/speakers/{_still(visit, first.id)}", decided=made.number)


def named(visit: Visit) -> Response:
    """Decide by which name a speaker goes, or which role the speaker has."""
    kind: Literal["rename", "role"] = "role" if visit.named("kind") == "role" else "rename"
    value, id_ = visit.filled("value"), visit.filled("one")
    made, known = desk.name_or_role(visit.ledger, kind, id_, value, reviewer=decider(visit))
    return visit.go(f"/speakers/{known.id}", decided=made.number)


def taken_back(visit: Visit) -> Response:
    """Take a decision about speakers back."""
    undone(visit)
    at = visit.filled("at")
    return visit.go("/speakers/doubtful", at=at) if at else visit.go("/speakers")


def _dossier(visit: Visit, id_: str | None) -> Dossier:
    return desk.dossier(visit.ledger, id_ or "")


def _still(visit: Visit, id_: str) -> str:
    """The id under which the ledger has a speaker now."""
    return next(iter(visit.ledger.speaker_ids(id_).values()), id_)


def _kind(said: str) -> Literal["same", "different"]:
    if said == "same":
        return "same"
    if said == "different":
        return "different"
    raise ClaimsError("There is no such page at this desk: go back to the speakers.")


ROUTES: Final[list[BaseRoute]] = [
    page("/speakers", speakers),
    page("/speakers/doubtful", doubtful),
    page("/speakers/if/{kind}", foreseen),
    page("/speakers/{id}", speaker),
    change("/speakers/undo", taken_back),
    change("/speakers/decide/{kind}", settled),
    change("/speakers/call/{kind}", named),
]
NAVIGATION: Final = ("Speakers", "/speakers")
