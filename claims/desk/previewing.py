"""What a decision about speakers or groups would change: it is made, looked at, and not kept."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from claims.desk.refreshing import relink_and_regroup, settled
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


class _NotKept(Exception):  # noqa: N818 - no error: it ends the transaction
    """Ends the transaction in which a decision was tried."""


def preview(ledger: Ledger, decision: Decision) -> Preview:
    """What a decision would change, exactly: it is carried out in a transaction that is then taken back.

    Others who want to store something wait meanwhile. Raises :class:`ClaimsError` where the ledger cannot be written.
    """
    found: list[Preview] = []
    try:
        with settled(ledger):
            speakers, groups = ledger.speakers(), ledger.groups()
            ledger.decide(decision)
            relink_and_regroup(ledger)
            then_speakers, then_groups = ledger.speakers(), ledger.groups()
            gone, come = _differences(speakers, then_speakers, _said)
            left, entered = _differences(groups, then_groups, _reports)
            found.append(Preview(gone, come, left, entered))
            raise _NotKept
    except _NotKept:
        (preview_,) = found
        return preview_


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
