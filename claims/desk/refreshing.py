"""Speakers and groups by what the ledger holds now and what the desk decided."""

import logging
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from claims import linking, merging
from claims.errors import ClaimsError
from claims.freed_memory import forget, uncollected
from claims.ledger import ChangedMeanwhileError, Ledger
from claims.records import Claim, Conflict, DoubtfulMatch, Tie

_OUTSIDE_THE_LOCK: Final = 3
"""So often linking and grouping are tried while others may store; then they wait until it is done."""
_LOG: Final = logging.getLogger(__name__)


def open_ledger(path: str | Path, *, create: bool = False) -> Ledger:
    """Open a ledger as :meth:`Ledger.open` does, and do what an earlier process left undone.

    That is, link and group what was stored or decided by one that was ended from outside. Where the process still
    runs, it is left to it, with a line in the log; so it is where the ledger cannot be written.
    """
    ledger = Ledger.open(path, create=create)
    try:
        left = ledger.progress()
        if (left.linking or left.grouping) and left.process:
            _LOG.warning(
                "%s: %s is at work: speakers and groups may not be up to date", ledger.name, left.process
            )
        elif left.linking or left.grouping:
            _complete(ledger)
    except BaseException:
        ledger.close()
        raise
    return ledger


def _complete(ledger: Ledger) -> None:
    try:
        refresh(ledger)
    except ClaimsError as error:
        _LOG.warning("speakers and groups may not be up to date: %s", error)


def refresh(ledger: Ledger) -> None:
    """Link the ledger's speakers and group its claims, where something was stored or decided since.

    Both are computed while others may store, and stored only where none did; after a few times in vain, while they
    wait.
    """
    for _ in range(_OUTSIDE_THE_LOCK):
        try:
            relink_and_regroup(ledger)
        except ChangedMeanwhileError:
            continue
        return
    with ledger.transaction():
        relink_and_regroup(ledger)


@contextmanager
def settled(ledger: Ledger) -> Iterator[None]:
    """A transaction over a ledger in which nothing is left to link or group: what a person decides on is all there.

    Otherwise a speaker might be two for as long as another process adds an article.
    """
    refresh(ledger)
    with ledger.transaction():
        relink_and_regroup(ledger)
        yield


@dataclass(slots=True)
class Changed:
    """What linking and grouping may have changed: all others are as they were.

    Fields:
        speakers: ids of those who began or ended, or whose name, role, appearances or claims changed.
        claims: ids of those whose speaker or group changed.
    """

    speakers: set[str] = field(default_factory=set)
    claims: set[str] = field(default_factory=set)


def relink_and_regroup(ledger: Ledger) -> Changed:
    """Do what is left to link and group, once; gives what this may have changed.

    Raises :class:`ChangedMeanwhileError` where another process stored something meanwhile.
    """
    changed = Changed()
    while ledger.progress().linking:
        changed.speakers |= link(ledger)
    while (left := ledger.progress()).grouping:
        if left.linking:
            raise ChangedMeanwhileError
        changed.claims |= merge(ledger)
    return changed


def link(ledger: Ledger) -> set[str]:
    """Link what is new in the ledger, or has changed, with what it may have to do with; of very much, a part.

    Gives the ids of the speakers that this may have changed.
    """
    with uncollected(), ledger.linking_store() as store:
        linking.relink(store, ledger.decisions())
    forget("claims.linking", "claims.names")
    return store.changed_speakers()


def merge(ledger: Ledger) -> set[str]:
    """Group what is new in the ledger's latest versions with what it may have to do with.

    It is taken up some claims at a time (:data:`claims.merging.incremental.AT_ONCE`).

    Gives the ids of the claims that were grouped anew.
    """
    with uncollected(), ledger.grouping_store() as store:
        merging.update(store, merging.rulings(ledger.decisions()))
    return store.regrouped_claims()


def conflicts(ledger: Ledger, of: Collection[str] | None = None) -> list[Conflict]:
    """The claims of different articles about the same thing that disagree, a pair for each two assertions.

    All of them, or those of the claims with some ids.
    """
    ties, units = _with_units(ledger.conflicts(of))
    return merging.conflicts_of(units, ties, _groups_of(ledger, units))


def doubtful_matches(ledger: Ledger) -> list[DoubtfulMatch]:
    """The claims of different articles that may be one assertion and are in no group together, the likeliest first.

    A pair for each two assertions; :func:`claims.desk.join` or :func:`claims.desk.keep_apart` settles it.
    """
    ties, units = _with_units(ledger.unjoined())
    rulings = merging.rulings(ledger.decisions())
    return merging.doubtful_matches(units, ties, _groups_of(ledger, units), rulings)


def _with_units(
    found: Iterable[tuple[Tie, list[Claim], list[Claim]]],
) -> tuple[list[Tie], dict[int, list[Claim]]]:
    """The ties, and the claims of their units by the units' numbers."""
    ties: list[Tie] = []
    units: dict[int, list[Claim]] = {}
    for tie, one, other in found:
        ties.append(tie)
        units |= {tie.first: one, tie.second: other}
    return ties, units


def _groups_of(ledger: Ledger, units: Mapping[int, Sequence[Claim]]) -> dict[str, str]:
    return ledger.group_ids({claim.id for some in units.values() for claim in some})
