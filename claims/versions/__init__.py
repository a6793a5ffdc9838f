"""What became of each claim between two versions of an article."""

from claims.versions.comparison import Comparison
from claims.versions.diffing import compare, diff
from claims.versions.severity import at_least
from claims.versions.succession import successors
from claims.versions.verdicts import carried

__all__ = ["Comparison", "at_least", "carried", "compare", "diff", "successors"]
