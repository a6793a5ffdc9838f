"""What the desk decides about speakers, groups and articles: stored for good, and in effect at once."""

from typing import Literal

from claims.desk.identifying import find_group
from claims.desk.refreshing import refresh, settled
from claims.desk.revisions import find_article
from claims.desk.speaker_search import identify_speaker
from claims.errors import ClaimsError
from claims.ledger import Ledger, SpeakerSummary
from claims.records import Decision


def decide(ledger: Ledger, decision: Decision) -> Decision:
    """Store a decision and let it take effect on speakers and groups; gives it back with its number."""
    stored = ledger.decide(decision)
    refresh(ledger)
    return stored


def undo(ledger: Ledger, number: int) -> Decision:
    """Undo a decision, so that speakers and groups are as if it had not been made.

    Raises :class:`ClaimsError` where there is none of this number, or it is undone already.
    """
    undone = ledger.undo(number)
    refresh(ledger)
    return undone


def same_or_different(
    ledger: Ledger, kind: Literal["same", "different"], one: str, other: str, *, reviewer: str | None = None
) -> tuple[Decision, SpeakerSummary, SpeakerSummary]:
    """Decide that two speakers, or two appearances of one, are the "same" or "different".

    Each is named as for :func:`claims.desk.identify_speaker`; gives the decision and both as they were before. Raises
    :class:`ClaimsError` where nobody or several are meant, or both are one appearance.
    """
    with settled(ledger):
        decision, first, second = speaker_decision(ledger, kind, one, other, reviewer=reviewer)
        stored = ledger.decide(decision)
    refresh(ledger)
    return stored, first, second


def speaker_decision(
    ledger: Ledger, kind: Literal["same", "different"], one: str, other: str, *, reviewer: str | None = None
) -> tuple[Decision, SpeakerSummary, SpeakerSummary]:
    """The decision that :func:`same_or_different` would make, for :func:`claims.desk.preview`."""
    (a, first), (b, second) = identify_speaker(ledger, one), identify_speaker(ledger, other)
    if a == b:
        raise ClaimsError(
            f"'{one}' and '{other}' are both {first.speaker.name} ({a}): "
            f"`claims speakers aliases {a}` lists the ids of each article's"
        )
    return Decision(kind, (a, b), reviewer=reviewer), first, second


def name_or_role(
    ledger: Ledger, kind: Literal["rename", "role"], one: str, value: str, *, reviewer: str | None = None
) -> tuple[Decision, SpeakerSummary]:
    """Decide by which name a speaker goes ("rename"), or which "role" the speaker has; the id stays.

    The speaker is named as for :func:`claims.desk.identify_speaker`; gives the decision and the speaker as before.
    Raises :class:`ClaimsError` where nobody or several are meant, or nothing is given.
    """
    if not value.strip():
        empty = "name" if kind == "rename" else "role"
        raise ClaimsError(f"an empty {empty} tells nothing: give a few words")
    with settled(ledger):
        anchor, found = identify_speaker(ledger, one)
        stored = ledger.decide(Decision(kind, (anchor,), " ".join(value.split()), reviewer=reviewer))
    refresh(ledger)
    return stored, found


def join(ledger: Ledger, one: str, other: str, *, reviewer: str | None = None) -> Decision:
    """Decide that two claims, by the beginnings of their ids, make the same assertion, whatever they say.

    Raises :class:`ClaimsError` where they are one claim, or an id is unknown or that of several.
    """
    return _decide_on_two(ledger, "join", one, other, reviewer)


def keep_apart(ledger: Ledger, one: str, other: str, *, reviewer: str | None = None) -> Decision:
    """Decide that two claims, by the beginnings of their ids, make two assertions, and are never in one group.

    Raises :class:`ClaimsError` as :func:`join` does.
    """
    return _decide_on_two(ledger, "split", one, other, reviewer)


def split(ledger: Ledger, group: str, claim: str, *, reviewer: str | None = None) -> Decision:
    """Decide that a claim does not make the assertion of the group it is in; both by the beginnings of their ids.

    Raises :class:`ClaimsError` where there is no such group, or the claim is not in it.
    """
    with settled(ledger):
        apart = ledger.claim(claim).id
        whole = find_group(ledger, group)
        others = [c.id for c in whole.claims if c.id != apart]
        if len(others) == len(whole.claims):
            raise ClaimsError(
                f"claim {apart} is not in group {whole.id}: `claims groups` lists who is in which"
            )
        stored = ledger.decide(Decision("split", (apart, *others), reviewer=reviewer))
    refresh(ledger)
    return stored


def remove(ledger: Ledger, article: str, *, reviewer: str | None = None) -> Decision:
    """Decide that an article does not count: its claims leave groups, sheets and searches, and nothing adds it again.

    ``article`` is as for :func:`claims.desk.find_article`. All that was stored stays, verdicts too, for
    :func:`undo` to bring back. Raises :class:`ClaimsError` where no article or several are meant.
    """
    with ledger.transaction():
        meant = find_article(ledger, article)
        stored = ledger.decide(Decision("remove", (meant.id,), meant.key, reviewer))
    refresh(ledger)
    return stored


def _decide_on_two(
    ledger: Ledger, kind: Literal["join", "split"], one: str, other: str, reviewer: str | None
) -> Decision:
    with settled(ledger):
        first, second = ledger.claim(one), ledger.claim(other)
        if first.id == second.id:
            raise ClaimsError(f"'{one}' and '{other}' are one claim, {first.id}: name two")
        stored = ledger.decide(Decision(kind, (first.id, second.id), reviewer=reviewer))
    refresh(ledger)
    return stored
