"""What was decided about speakers and assertions just before, and the way to take it back."""

from collections.abc import Mapping
from typing import Final

from claims import desk
from claims.errors import ClaimsError
from claims.records import Decision
from claims.serve.visit import Visit

_DIGITS: Final = 10
"""No decision has a number of so many."""
_SAID: Final[Mapping[str, str]] = {
    "same": "{0} and {1} are one speaker",
    "different": "{0} and {1} are two speakers",
    "rename": "{0} goes by the name {value}",
    "role": "{0} has the role {value}",
    "join": "two claims make the same assertion",
    "split": "a claim stands apart from the assertion it was in",
}


def decider(visit: Visit) -> str:
    """Who decides; raises :class:`ClaimsError` where nobody has been named."""
    if not visit.reviewer:
        raise ClaimsError("Nobody is named who decides: give your name first (above, right).")
    return visit.reviewer


def decided_before(visit: Visit) -> tuple[int, str] | None:
    """The number of the decision that was made just before, as the address says, and it in words; while it stands."""
    asked = visit.asked("decided")
    number = int(asked) if asked.isdecimal() and len(asked) < _DIGITS else 0
    found = next((d for d in visit.ledger.decisions() if d.number == number), None)
    return (number, _in_words(visit, found)) if found else None


def _in_words(visit: Visit, decision: Decision) -> str:
    speakers = {owner for id_ in decision.about for owner in visit.ledger.speaker_ids(id_).values()}
    known = visit.ledger.speakers(speakers)
    names = {id_: alias.name for one in known for alias in one.aliases for id_ in alias.ids}
    about = [names.get(id_, id_) for id_ in decision.about]
    return _SAID.get(decision.kind, decision.kind).format(*about, value=decision.value)


def undone(visit: Visit) -> None:
    """Take a decision back that the form names."""
    number = visit.filled("number")
    if not number.isdecimal() or len(number) >= _DIGITS:
        raise ClaimsError("There is no such decision to undo: open the page again.")
    decider(visit)
    desk.undo(visit.ledger, int(number))
