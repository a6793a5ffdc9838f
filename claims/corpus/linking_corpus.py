"""The speakers of an archive: the same as :func:`claims.linking.link` would find in all appearances at once.

Appearances that are one by name alone become nodes; nodes that share a key are judged; whoever may have to do with each
other is a connected component, and each component is linked by itself, as a ledger does it.
"""

import pickle
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import fields, is_dataclass
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Final

from claims import linking
from claims.corpus.components import components
from claims.corpus.record_rows import appearance_id, claims_of
from claims.corpus.session import MOST_OF_A_KEY, Counts, batch_of, batches_of, capped, rows_in, stored, write
from claims.records import Appearance, Speaker

if TYPE_CHECKING:
    from pyarrow import RecordBatch
    from pyspark.sql import SparkSession

_IN_AN_ARTICLE: Final = 10**9
"""More than there are appearances in an article."""
_LINKED_AT_ONCE: Final = 2_000
_ALIKE: Final = "identity string, appearance binary"
_NODES: Final = "number bigint, size bigint, node binary, keys array<string>"
_EDGES: Final = "a bigint, b bigint"
_LINKS: Final = (
    "appearance string, article string, speaker string, name string, type string, role string, component string, "
    "probability double, reason string"
)


def link(session: "SparkSession", corpus: str) -> Counts:
    """Find the speakers of the articles in ``corpus``; they are stored in ``corpus/links``, a row an appearance.

    What was left out because a name is too common, is in ``corpus/capped_names``. Gives how many appearances, speakers
    and capped keys there are.
    """
    from pyspark.sql import functions as f

    articles = stored(session, f"{corpus}/extracted").where("problem IS NULL")
    keys = articles.select("key").orderBy("key").rdd.map(lambda row: row.key).zipWithIndex()
    numbered = articles.join(session.createDataFrame(keys, "key string, place bigint"), "key")
    appearing = numbered.mapInArrow(_appearances, _ALIKE)
    alike = appearing.repartition("identity").sortWithinPartitions("identity")
    nodes = alike.mapInArrow(_nodes, _NODES).persist()
    having = nodes.select("number", "size", "node", f.explode("keys").alias("own"))
    having = having.withColumn("key", f.regexp_replace("own", "^[<>]", "<>"))
    compared, lost = capped(having, "key", "size", MOST_OF_A_KEY)
    of_key = compared.select("key", "number", "own", "node").sortWithinPartitions("key")
    edges = of_key.mapInArrow(_edges, _EDGES)
    of_node = components(edges).withColumnRenamed("node", "number")
    together = nodes.join(of_node, "number", "left").selectExpr("coalesce(component, number) AS home", "node")
    linked = together.repartition("home").sortWithinPartitions("home").mapInArrow(_linked, _LINKS)
    counts = {
        "appearances": write(linked, f"{corpus}/links"),
        "speakers": stored(session, f"{corpus}/links").select("speaker").distinct().count(),
        "capped": write(lost, f"{corpus}/capped_names"),
    }
    nodes.unpersist()
    return counts


def _appearances(batches: "Iterator[RecordBatch]") -> "Iterator[RecordBatch]":
    for batch in batches:
        found = [a for row in rows_in([batch]) for a in _of_article(row)]
        yield batch_of(
            ({"identity": _in_words(linking.identity(a)), "appearance": pickle.dumps(a)} for a in found),
            _ALIKE,
        )


def _in_words(value: Any) -> str:
    """A value in words that are the same in every process; sets are written in whatever order they have."""
    if isinstance(value, Set):
        return f"{{{','.join(sorted(map(_in_words, value)))}}}"
    if is_dataclass(value):
        return _in_words(tuple(getattr(value, each.name) for each in fields(value)))
    return f"({','.join(map(_in_words, value))})" if isinstance(value, tuple) else repr(value)


def _of_article(row: dict[str, Any]) -> Iterator[Appearance]:
    """The speakers of an article, in the order in which its claims name them, as the ledger numbers them."""
    named: dict[str, Speaker] = {}
    for claim in claims_of(row):
        for speaker in claim.speakers:
            id_ = appearance_id(row["key"], speaker)
            if id_ not in named or not named[id_].role:
                named[id_] = speaker
    for place, (id_, speaker) in enumerate(named.items(), 1):
        number = row["place"] * _IN_AN_ARTICLE + place
        yield Appearance(
            id_, row["key"], speaker.name, speaker.type, speaker.role, number, (1,), speaker.beside
        )


def _nodes(batches: "Iterator[RecordBatch]") -> "Iterator[RecordBatch]":
    """The nodes of appearances that come sorted by ``identity``; most have few of one, which are not worth a batch."""
    same = (its for _, its in groupby(rows_in(batches), itemgetter("identity")))
    found = (
        node
        for its in same
        for node in linking.exact_matches([pickle.loads(row["appearance"]) for row in its])
    )
    rows = (
        {
            "number": node.first,
            "size": len(node.appearances),
            "node": pickle.dumps(node),
            "keys": sorted(linking.keys_of_name(node.evidence, node.appearances)),
        }
        for node in found
    )
    yield from batches_of(rows, _NODES)


def _edges(batches: "Iterator[RecordBatch]") -> "Iterator[RecordBatch]":
    """The edges between nodes that are sorted by ``key``."""
    of_key = (list(its) for _, its in groupby(rows_in(batches), itemgetter("key")))
    yield from batches_of(({"a": a, "b": b} for rows in of_key for a, b in _edges_of(rows)), _EDGES)


def _edges_of(rows: Sequence[Mapping[str, Any]]) -> Iterator[tuple[int, int]]:
    """The pairs of nodes under one key of which one makes a difference to what becomes of the other."""
    nodes: dict[int, linking.Node] = {}
    for row in rows:  # under "<" and ">" a node may stand twice
        if row["number"] not in nodes:
            nodes[row["number"]] = pickle.loads(row["node"])
    numbers = sorted(
        nodes, key=lambda n: (nodes[n].name, nodes[n].type, min(a.id for a in nodes[n].appearances))
    )
    place = {number: at for at, number in enumerate(numbers)}
    blocks: defaultdict[str, list[int]] = defaultdict(list)
    for row in rows:
        blocks[row["own"]].append(place[row["number"]])
    found = linking.edges_of([nodes[n] for n in numbers], {key: sorted(its) for key, its in blocks.items()})
    return ((numbers[a], numbers[b]) for a, b in found)


def _linked(batches: "Iterator[RecordBatch]") -> "Iterator[RecordBatch]":
    """Whole components, some at a time; what is linked in one has nothing to do with the others."""
    for some in whole_homes(batches, "node", _LINKED_AT_ONCE):
        yield batch_of(_rows([a for node in some for a in pickle.loads(node).appearances]), _LINKS)


def whole_homes(batches: "Iterator[RecordBatch]", column: str, least: int) -> Iterator[list[Any]]:
    """The values of a column, sorted by ``home``, in lists of at least so many that part no home."""
    held: list[Any] = []
    last: object = None
    for row in rows_in(batches):
        if row["home"] != last and len(held) >= least:
            yield held
            held = []
        held.append(row[column])
        last = row["home"]
    if held:
        yield held


def _rows(appearances: Sequence[Appearance]) -> Iterator[dict[str, Any]]:
    article = {a.id: a.article for a in appearances}
    for one in linking.link(appearances):
        for made in one.links:
            yield {
                "appearance": made.appearance,
                "article": article[made.appearance],
                "speaker": one.id,
                "name": one.speaker.name,
                "type": one.speaker.type,
                "role": one.speaker.role,
                "component": one.component,
                "probability": made.probability,
                "reason": made.reason,
            }
