"""The same assertion in several articles: comparing two claims, and grouping many."""

from claims.merging.comparing import Comparison, Relation, compare
from claims.merging.grouping import merge

__all__ = ["Comparison", "Relation", "compare", "merge"]
