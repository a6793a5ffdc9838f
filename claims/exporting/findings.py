"""What goes into an export, and what is said about it afterwards."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from claims.records import Claim, Group, Verdict


@dataclass(frozen=True, slots=True)
class Findings:
    """Claims in the order in which they are to be listed, with their groups and verdicts.

    Articles and speakers are those of the claims. Where a claim has several verdicts, the latest is shown.
    """

    claims: tuple[Claim, ...]
    groups: tuple[Group, ...] = ()
    verdicts: tuple[Verdict, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """What an export wrote: where, how many claims, and how many cells could not be written as they are."""

    path: Path
    claims: int
    altered: int


def latest_verdicts(verdicts: Iterable[Verdict]) -> dict[str, Verdict]:
    """The verdict that counts for each claim's id: the latest, of one day the last given."""
    return {verdict.claim_id: verdict for verdict in sorted(verdicts, key=lambda v: v.decided)}
