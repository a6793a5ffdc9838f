"""What became of each claim between two versions of an article."""

from claims.versions.carry_over import CarriedVerdicts, carry_verdicts, successors
from claims.versions.diff import VersionDiff, compare, diff
from claims.versions.severity import at_least

__all__ = ["CarriedVerdicts", "VersionDiff", "at_least", "carry_verdicts", "compare", "diff", "successors"]
