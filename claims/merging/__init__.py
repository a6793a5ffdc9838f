"""The same assertion in several articles: comparing two claims, and grouping many."""

from claims.merging.comparing import Comparison, Relation, compare
from claims.merging.grouping import conflicts_of, find_conflicts, merge
from claims.merging.rulings import Rulings, rulings
from claims.merging.updating import update

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
