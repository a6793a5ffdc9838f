"""The same assertion in several articles: comparing two claims, and grouping many.

The order: duplicates, blocking, events, features, model, contradictions, comparing, pairs, clustering; incremental in a
ledger.
"""

from claims.merging.blocking import ENOUGH_KEYS, BlockingIndex, key_weight, sharing_stems
from claims.merging.clustering import conflicts_of, find_conflicts, groups_of, merge
from claims.merging.comparing import ClaimComparison, Relation, compare
from claims.merging.duplicates import unit_of, units_of
from claims.merging.incremental import update
from claims.merging.pairs import ties_of
from claims.merging.rulings import NO_RULINGS, Rulings, rulings

__all__ = [
    "ENOUGH_KEYS",
    "NO_RULINGS",
    "BlockingIndex",
    "ClaimComparison",
    "Relation",
    "Rulings",
    "compare",
    "conflicts_of",
    "find_conflicts",
    "groups_of",
    "key_weight",
    "merge",
    "rulings",
    "sharing_stems",
    "ties_of",
    "unit_of",
    "units_of",
    "update",
]
