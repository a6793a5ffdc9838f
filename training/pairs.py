"""Our own labels of pairs of claims in unlabelled articles, kept apart from their text.

``pairs.jsonl.xz`` has a pair a line: ``id``, ``label`` (one of the public pairs' labels), ``cluster`` (the event it was
drawn from), and for ``a`` and ``b`` the ``doc`` in ``world_unlabelled.jsonl``, the first digits of its text's SHA-256,
and ``source``, ``cue`` and ``content``, each a list of ``[start, end]`` (0-based code points, end exclusive). Readers
that were large language models labelled them: on public pairs that they had not seen labelled, their duplicates and
the editors' agree with an F1 of 98.5 %. Half of them, by cluster, may be fitted to; the
other half is kept for measuring.

``flagged.jsonl.xz`` has such pairs, of annotated articles that have no part in the other half, that the tool took for
conflicts before it looked at what the articles name: ``label`` is "conflict" (developments, too), "related" or
"different" (another event). A reader that was a large language model labelled them; of those of the formula that one
office publishes about each of its cases, a sample is there, none of them a conflict.

``collected.jsonl.xz`` has pairs as blocking brings them together among the first 2,000 unlabelled articles, verbatim
ones aside, that the match model gave .2 or more: ``stands_for`` is how many such pairs each one of the sample stands
for, ``cluster`` the speaker. ``label`` is "same" or, for all others, "related". ``possible.jsonl.xz`` has such pairs
among the articles from the 3,601st on, of those that a ledger found possible, neither sure nor hopeless (.1 to .9); of
its speakers, those who are in the other set have their ``cluster`` of there. ``shown.jsonl.xz`` has the conflicts that
were shown between the first 2,000: "conflict" (developments, too), or "related".
"""

import json
import lzma
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from training.annotations import digest

PAIRS = Path(__file__).with_name("pairs.jsonl.xz")
FLAGGED = Path(__file__).with_name("flagged.jsonl.xz")
SHOWN = Path(__file__).with_name("shown.jsonl.xz")
COLLECTED = Path(__file__).with_name("collected.jsonl.xz")
POSSIBLE = Path(__file__).with_name("possible.jsonl.xz")
_ROLES = ("source", "cue", "content")


def annotated_pairs(
    articles: Iterable[dict[str, Any]], path: Path = PAIRS
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The labelled pairs, in the public pairs' form, and of some unlabelled articles those that they stand in.

    Of an article only the attributions are given that pairs have; the ``attribution`` of a side is the place of its own
    there. Raises :class:`SystemExit` where an article is not there, or its text is not the one that was annotated.
    """
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        pairs = [json.loads(line) for line in lines]
    texts = {article["doc"]: article for article in articles}
    found: dict[str, dict[str, Any]] = {}
    for pair in pairs:
        for side in (pair["a"], pair["b"]):
            name = side["doc"]
            if name not in found:
                if name not in texts or digest(texts[name]["text"]) != side["sha256"]:
                    raise SystemExit(f"{path.name}: {name} is not there in the text that was annotated")
                found[name] = {**texts[name], "attributions": []}
            attribution = {role: side[role] for role in _ROLES}
            known = found[name]["attributions"]
            if attribution not in known:
                known.append(attribution)
            side["attribution"] = known.index(attribution)
    return pairs, list(found.values())


def for_fitting(pairs: Sequence[dict[str, Any]]) -> list[bool]:
    """Which of our labelled pairs may be fitted to: those of every other cluster, in the order of their names."""
    clusters = {name: place for place, name in enumerate(sorted({pair["cluster"] for pair in pairs}))}
    return [clusters[pair["cluster"]] % 2 == 0 for pair in pairs]
