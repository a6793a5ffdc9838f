"""Connected components of a graph that no machine holds: alternating large-star and small-star.

Kiveris et al., "Connected Components in MapReduce and Beyond" (SoCC 2014): every node is brought to the lowest of its
component in a number of rounds that grows with the logarithm of the longest path, and no node's neighbours are ever
gathered in one place.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pyspark.sql import DataFrame


def components(edges: "DataFrame") -> "DataFrame":
    """The lowest node (``component``) of each ``node``'s component; nodes without an edge are not there.

    ``edges``: pairs of different nodes, in columns ``a`` and ``b``, in any order.
    """
    found = _downwards(edges).distinct().localCheckpoint()
    before: Any = None
    while True:
        found = _small_star(_large_star(found)).localCheckpoint()
        sign = found.selectExpr("count(*) AS n", "sum(xxhash64(a, b) % 1000000007) AS hash").first()
        if sign == before:
            break
        before = sign
    own = found.selectExpr("b AS node").distinct()
    return found.selectExpr("a AS node", "b AS component").union(own.selectExpr("node", "node AS component"))


def _downwards(edges: "DataFrame") -> "DataFrame":
    """Each edge from its higher node, ``a``, to its lower one, ``b``."""
    return edges.selectExpr("greatest(a, b) AS a", "least(a, b) AS b").where("a <> b")


def _large_star(edges: "DataFrame") -> "DataFrame":
    """Every higher neighbour of a node to the lowest of its neighbours and itself."""
    both = edges.union(edges.selectExpr("b AS a", "a AS b"))
    lowest = both.groupBy("a").agg({"b": "min"}).selectExpr("a", "least(a, `min(b)`) AS m")
    return both.where("b > a").join(lowest, "a").selectExpr("b AS a", "m AS b").distinct()


def _small_star(edges: "DataFrame") -> "DataFrame":
    """Every lower neighbour of a node, and the node, to the lowest of them."""
    lowest = edges.groupBy("a").agg({"b": "min"}).selectExpr("a", "`min(b)` AS m")
    moved = edges.join(lowest, "a").where("b <> m").selectExpr("b AS a", "m AS b")
    return moved.union(lowest.selectExpr("a", "m AS b")).distinct()
