"""The same assertion in several articles: comparing two claims, and grouping many.

The order: duplicates, blocking, repeated, features, model, contradictions, article_words, events, comparing,
unrelated, pairs, following, clustering, conflicts, doubtful; at_once, or incremental in a ledger.
"""

from typing import TYPE_CHECKING

from claims.lazy import attach_modules
from claims.merging.rulings import NO_RULINGS, Rulings, rulings

if TYPE_CHECKING:
    from claims.merging.at_once import merge
    from claims.merging.blocking import ENOUGH_KEYS, BlockingIndex, key_weight, sharing_stems
    from claims.merging.clustering import groups_of
    from claims.merging.comparing import ClaimComparison, Relation, compare
    from claims.merging.conflicts import conflicts_of, find_conflicts
    from claims.merging.doubtful import doubtful_matches
    from claims.merging.duplicates import unit_of, units_of
    from claims.merging.incremental import update
    from claims.merging.pairs import ties_of

__all__ = [
    "ENOUGH_KEYS",
    "NO_RULINGS",
    "BlockingIndex",
    "ClaimComparison",
    "Relation",
    "Rulings",
    "compare",
    "conflicts_of",
    "doubtful_matches",
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

_MODULES = {
    "at_once": ("merge",),
    "blocking": ("ENOUGH_KEYS", "BlockingIndex", "key_weight", "sharing_stems"),
    "clustering": ("groups_of",),
    "comparing": ("ClaimComparison", "Relation", "compare"),
    "conflicts": ("conflicts_of", "find_conflicts"),
    "doubtful": ("doubtful_matches",),
    "duplicates": ("unit_of", "units_of"),
    "incremental": ("update",),
    "pairs": ("ties_of",),
}
__getattr__, __dir__ = attach_modules(__name__, _MODULES)
