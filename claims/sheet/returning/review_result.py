"""What ``claims review`` works with: what is on record, and what a sheet that came back brings."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from claims.records import Decision, Verdict
from claims.sheet.claim_columns import REVIEW_COLUMNS, VERDICT_FIELDS


@dataclass(frozen=True, slots=True)
class OnRecord:
    """What is on record: against it a sheet is judged.

    ``verdicts`` are the history, oldest first; ``versions`` those of the article that have each claim, by the
    claim's id; ``truths`` the vocabulary; ``decisions`` those that hold; ``ledger`` the ledger's mark.
    """

    verdicts: Sequence[Verdict]
    versions: Mapping[str, Sequence[int]]
    truths: Sequence[str]
    decisions: Sequence[Decision] = ()
    ledger: str | None = None


@dataclass(frozen=True, slots=True)
class GivenVerdict:
    """A verdict that a row gives; ``before`` is the last one of this reviewer on the claim, None for a new one."""

    row: int
    verdict: Verdict
    before: Verdict | None = None

    @property
    def differences(self) -> tuple[tuple[str, str | None, str | None], ...]:
        """Each column of the sheet whose value is another than before: its heading, the old and the new value."""
        values = (
            (REVIEW_COLUMNS[name].heading, said(name, self.before), said(name, self.verdict))
            for name in VERDICT_FIELDS
        )
        return tuple((heading, old, new) for heading, old, new in values if old != new)


@dataclass(frozen=True, slots=True)
class Refusal:
    """What cannot be taken back: the sheet's row, the column's heading (None if it is the row as a whole), and why."""

    row: int
    column: str | None
    why: str

    def __str__(self) -> str:
        return f"row {self.row}{f', {self.column}' if self.column else ''}: {self.why}"


@dataclass(frozen=True, slots=True)
class Review:
    """What a sheet brings. Where anything is refused, nothing of it is stored.

    ``path``: the sheet's file.
    ``new``, ``changed``: verdicts by reviewers who had not judged the claim before, and by those who had.
    ``unchanged``: how many rows have a verdict that is on record.
    ``outdated``: the rows, among these, whose verdict a later one of the same reviewer has replaced.
    ``refused``: what cannot be taken back, and why.
    ``corrections``: decisions on who really said what.
    ``disputed``: the ids of the sheet's claims on which reviewers now differ.
    ``without_claim``: how many rows have notes and no claim.
    ``unread``: the headings of columns that are none of ours, or were renamed.
    """

    path: Path
    new: tuple[GivenVerdict, ...] = ()
    changed: tuple[GivenVerdict, ...] = ()
    unchanged: int = 0
    outdated: tuple[int, ...] = ()
    refused: tuple[Refusal, ...] = ()
    corrections: tuple[Decision, ...] = ()
    disputed: tuple[str, ...] = ()
    without_claim: int = 0
    unread: tuple[str, ...] = ()

    @property
    def given(self) -> tuple[GivenVerdict, ...]:
        """The new and the changed verdicts, in the order of the sheet."""
        return tuple(sorted((*self.new, *self.changed), key=lambda given: given.row))


def said(name: str, verdict: Verdict | None) -> str | None:
    """What a verdict says in a column of the reviewer's, as text; None where that is nothing."""
    value = VERDICT_FIELDS[name](verdict) if verdict else None
    return None if value is None else str(value)
