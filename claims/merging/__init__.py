"""The same assertion in several articles: comparing two claims, and grouping many."""

from claims.merging.comparing import Comparison, Relation, compare
from claims.merging.grouping import conflicts_of, find_conflicts, merge
from claims.merging.incremental import update
from claims.merging.rulings import Rulings, rulings

__all__ = [
    "Comparison",
    "Relation",
    "Rulings",
    "compare",
    "conflicts_of",
    "find_conflicts",
    "merge",
    "rulings",
    "update",
]
