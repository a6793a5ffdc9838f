"""The same assertion in several articles: comparing two claims, and grouping many.

The order: duplicates, blocking, features, model, contradictions, events, comparing, unrelated, pairs, clustering,
conflicts; incremental in a ledger.
"""

from claims.merging.clustering import merge
from claims.merging.comparing import ClaimComparison, Relation, compare
from claims.merging.conflicts import conflicts_of, find_conflicts
from claims.merging.incremental import update
from claims.merging.rulings import Rulings, rulings

__all__ = [
    "ClaimComparison",
    "Relation",
    "Rulings",
    "compare",
    "conflicts_of",
    "find_conflicts",
    "merge",
    "rulings",
    "update",
]
