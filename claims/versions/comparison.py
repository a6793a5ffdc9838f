"""Everything that a comparison of two versions tells."""

from dataclasses import dataclass

from claims.records import Change
from claims.versions.outside import Outside


@dataclass(frozen=True, slots=True)
class Comparison:
    """The changes of claims, what changed outside of them, and what else a reader must know to judge both.

    ``notes`` are lines in words: what was taken for a rolling story, or for no part of the report.
    """

    changes: tuple[Change, ...]
    outside: Outside
    notes: tuple[str, ...]

    @property
    def lines(self) -> tuple[str, ...]:
        """The notes, and the line on what changed outside claims, if anything did."""
        return (*self.notes, *filter(None, [str(self.outside)]))
