"""What a decision about speakers or groups would change: it is made, looked at, and not kept."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from claims.desk.refreshing import Changed, relink_and_regroup, settled
from claims.ledger import Ledger, SpeakerSummary
from claims.records import Decision, Group

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Preview:
    """What is now and would be otherwise, and what would be there instead.

    Fields:
        speakers, then_speakers: those whose names, roles or claims would be others, now and then.
        groups, then_groups: assertions that would have other reports, or stop or begin to be, now and then.
    """

    speakers: tuple[SpeakerSummary, ...]
    then_speakers: tuple[SpeakerSummary, ...]
    groups: tuple[Group, ...]
    then_groups: tuple[Group, ...]

    @property
    def changes_nothing(self) -> bool:
        """Whether all would stay as it is."""
        return not (self.speakers or self.then_speakers or self.groups or self.then_groups)


def preview(ledger: Ledger, decision: Decision) -> Preview:
    """What a decision would change, exactly: it is carried out in a transaction that is then taken back.

    Only what it may change is read. Others who want to store something wait meanwhile. Raises :class:`ClaimsError`
    where the ledger cannot be written.
    """
    with settled(ledger):
        with ledger.taken_back():
            ledger.decide(decision)
            changed = relink_and_regroup(ledger)
            then_speakers, then_groups = _touched(ledger, changed)
        speakers, groups = _touched(ledger, changed)
    gone, come = _differences(speakers, then_speakers, _said)
    left, entered = _differences(groups, then_groups, _reports)
    return Preview(gone, come, left, entered)


def _touched(ledger: Ledger, changed: Changed) -> tuple[list[SpeakerSummary], list[Group]]:
    groups = set(ledger.group_ids(changed.claims).values())
    return ledger.speakers(changed.speakers), ledger.groups(groups)


def _said(one: SpeakerSummary) -> object:
    aliases = sorted((alias.name, sorted(alias.ids)) for alias in one.aliases)
    return one.id, one.speaker.name, one.speaker.role, one.claims, aliases


def _reports(group: Group) -> object:
    return sorted(claim.id for claim in group.claims)


def _differences(
    before: Iterable[_T], after: Iterable[_T], key: Callable[[_T], object]
) -> tuple[tuple[_T, ...], tuple[_T, ...]]:
    """What only is before, and what only is after."""
    now, then = ({repr(key(one)): one for one in some} for some in (before, after))
    return (
        tuple(one for said, one in now.items() if said not in then),
        tuple(one for said, one in then.items() if said not in now),
    )
