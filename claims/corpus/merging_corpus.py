"""The groups of an archive: the same as :func:`claims.merging.merge` would find among all claims at once.

Claims that nothing tells apart become units; units that share keys enough are compared; matching units are connected
components, and each component is clustered by itself, as a ledger does it.
"""

import json
from collections.abc import Iterator
from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from claims import merging
from claims.corpus.components import components
from claims.corpus.linking_corpus import whole_homes
from claims.corpus.record_rows import appearance_id, claims_of, packed, unpacked
from claims.corpus.session import MOST_OF_A_KEY, Counts, batch_of, capped, rows_in, stored, write
from claims.records import Claim, Member, Speaker, Tie, together

if TYPE_CHECKING:
    from pyarrow import RecordBatch, Table
    from pyspark.sql import DataFrame, SparkSession

_GROUPED_AT_ONCE: Final = 2_000
_COMPARED_AT_ONCE: Final = 2_000
"""About so many claims are compared in one place: the pairs that share a key, where each of them goes but once."""
_CLAIMS: Final = "unit bigint, id string, article string, claim binary"
_KEYS: Final = "key bigint, number bigint, weight int"
_TIES: Final = "first bigint, second bigint, relation string, probability double, reason string"
_MEMBERS: Final = (
    "group string, place int, claim string, article string, speaker string, content string, reason string, "
    "report int"
)


def merge(session: "SparkSession", corpus: str) -> Counts:
    """Group the claims of the articles in ``corpus``, whose speakers are linked; ``corpus/groups`` has a row a member.

    ``corpus/ties`` has the pairs that match or are in conflict, ``corpus/capped_keys`` the keys that too many share.
    Gives how many claims, groups, ties and capped keys there are.
    """
    from pyspark.sql import functions as f

    articles = stored(session, f"{corpus}/extracted").where("problem IS NULL")
    of_article = stored(session, f"{corpus}/links").groupBy("article")
    speakers = of_article.agg(
        f.collect_list(f.struct("appearance", "speaker", "name", "type", "role")).alias("speakers")
    )
    spoken = articles.join(speakers, articles["key"] == speakers["article"], "left")
    claims = spoken.mapInArrow(_claims, _CLAIMS).persist()
    units = claims.groupBy("unit").agg(
        f.min_by("claim", f.struct("id", "article")).alias("claim"),
        f.countDistinct("article").alias("articles"),
    )
    units = units.persist()
    tied, lost = _compared(session, units, corpus)
    ties = stored(session, f"{corpus}/ties").where("relation = 'same'")
    homes = components(ties.selectExpr("first AS a", "second AS b"))
    several = units.where("articles > 1").selectExpr("unit AS node", "unit AS component")
    homes = (
        several.join(homes, "node", "left_anti").union(homes).selectExpr("node AS unit", "component AS home")
    )
    members = claims.join(homes, "unit").selectExpr("home", "claim AS what")
    tie = f.struct(*(column.split()[0] for column in _TIES.split(", ")))
    edges = ties.join(homes, ties["first"] == homes["unit"]).select(
        "home", f.to_json(tie).cast("binary").alias("what")
    )
    grouped = (
        members.union(edges).repartition("home").sortWithinPartitions("home").mapInArrow(_groups, _MEMBERS)
    )
    write(grouped, f"{corpus}/groups")
    counts = {
        "claims": claims.count(),
        "groups": stored(session, f"{corpus}/groups").select("group").distinct().count(),
        "ties": tied,
        "capped": lost,
    }
    claims.unpersist()
    units.unpersist()
    return counts


def _compared(session: "SparkSession", units: "DataFrame", corpus: str) -> tuple[int, int]:
    """Store the pairs of units that match or are in conflict, and the keys that too many share; gives how many."""
    from pyspark.sql import functions as f

    keys = units.select("unit", "claim").mapInArrow(_keys, _KEYS).persist()
    met, lost = capped(keys, "key", "weight", MOST_OF_A_KEY)
    pairs = (
        met.selectExpr("key", "number AS first", "weight")
        .join(met.selectExpr("key", "number AS second"), "key")
        .where("first < second")
        .groupBy("first", "second")
        .agg(f.sum("weight").alias("shared"), f.min("key").alias("key"))
        .where(f.col("shared") >= merging.ENOUGH_KEYS)
    )
    buckets = max(session.sparkContext.defaultParallelism, units.count() // _COMPARED_AT_ONCE)
    pairs = pairs.select("first", "second", f.pmod("key", f.lit(buckets)).alias("bucket")).persist()
    asked = pairs.selectExpr("bucket AS at", "first AS unit").union(
        pairs.selectExpr("bucket AS at", "second AS unit")
    )
    compared = asked.distinct().join(units.select("unit", "claim"), "unit")
    found = pairs.groupBy("bucket").cogroup(compared.groupBy("at")).applyInArrow(_ties, _TIES)
    counts = write(found, f"{corpus}/ties"), write(lost, f"{corpus}/capped_keys")
    pairs.unpersist()
    keys.unpersist()
    return counts


def _claims(batches: "Iterator[RecordBatch]") -> "Iterator[RecordBatch]":
    for batch in batches:
        found = [claim for row in rows_in([batch]) for claim in _spoken(row)]
        yield batch_of(
            (
                {"unit": merging.unit_of(c), "id": c.id, "article": c.article.key, "claim": packed(c)}
                for c in found
            ),
            _CLAIMS,
        )


def _spoken(row: dict[str, Any]) -> Iterator[Claim]:
    """The claims of an article with the speakers that linking found, as the ledger has them."""
    known = {one["appearance"]: one for one in row["speakers"] or ()}
    for claim in claims_of(row):
        speakers = []
        for speaker in claim.speakers:
            one = known[appearance_id(row["key"], speaker)]
            spans = speaker.role_spans if one["role"] == speaker.role else ()
            speakers.append(Speaker(one["name"], one["type"], one["role"], spans, one["speaker"]))
        yield replace(claim, speaker=together({one.id: one for one in speakers}.values()))


def _keys(batches: "Iterator[RecordBatch]") -> "Iterator[RecordBatch]":
    for batch in batches:
        rows = batch.to_pylist()
        index = merging.BlockingIndex.of([unpacked(row["claim"]) for row in rows])
        owners, keys = index.owners.tolist(), index.keys.view(np.int64).tolist()
        weights = merging.key_weight(index.keys).tolist()
        yield batch_of(
            (
                {"key": key, "number": rows[owner]["unit"], "weight": weight}
                for owner, key, weight in zip(owners, keys, weights, strict=True)
            ),
            _KEYS,
        )


def _ties(pairs: "Table", compared: "Table") -> "Table":
    """The pairs of a bucket that match or are in conflict; each of their claims is there once."""
    import pyarrow as pa

    rows = compared.sort_by("unit").to_pylist()
    numbers, claims = [row["unit"] for row in rows], [unpacked(row["claim"]) for row in rows]
    place = {number: at for at, number in enumerate(numbers)}
    asked = pairs.sort_by([("first", "ascending"), ("second", "ascending")]).to_pylist()
    one, other = (
        np.array([place[pair[side]] for pair in asked], dtype=np.int64) for side in ("first", "second")
    )
    index = merging.BlockingIndex.of(claims)
    found = merging.ties_of(numbers, claims, *merging.sharing_stems(index, one, other))
    return pa.Table.from_batches([batch_of(map(asdict, found), _TIES)])


def _groups(batches: "Iterator[RecordBatch]") -> "Iterator[RecordBatch]":
    for some in whole_homes(batches, "what", _GROUPED_AT_ONCE):
        claims = [unpacked(what) for what in some if not what.startswith(b"{")]
        ties = [Tie(**json.loads(what)) for what in some if what.startswith(b"{")]
        groups = merging.groups_of(merging.units_of(claims, merging.NO_RULINGS), ties, merging.NO_RULINGS)
        yield batch_of(
            (_member(g.id, place, m) for g in groups for place, m in enumerate(g.members)), _MEMBERS
        )


def _member(group: str, place: int, member: Member) -> dict[str, Any]:
    claim = member.claim
    return {
        "group": group,
        "place": place,
        "claim": claim.id,
        "article": claim.article.key,
        "speaker": claim.speaker_name,
        "content": claim.content_text,
        "reason": member.reason,
        "report": member.report,
    }
