"""The public duplicate pairs, where they are present. What they are told apart by is tuned on them alone."""

import json
from pathlib import Path

import pytest
from merging_samples import claim

from claims.merging import compare
from claims.merging.lexicon import listed

PAIRS = Path(__file__).parents[3] / "shared/benchmarks/dup_pairs_public.jsonl"


@pytest.mark.skipif(not PAIRS.exists(), reason="the benchmarks are not beside the repository")
def test_public_pairs() -> None:
    pronouns = set(listed("pronouns"))

    def side(given: dict[str, str]):
        source = given["source"].strip()
        unresolved = source.casefold() in pronouns or not source
        return claim(
            given["content"], speaker=None if unresolved else source, mention=source, cue=given["cue"]
        )

    found, duplicate = [], []
    for line in PAIRS.read_text(encoding="utf-8").splitlines():
        pair = json.loads(line)
        found.append(compare(side(pair["a"]), side(pair["b"])))
        duplicate.append(pair["label"].startswith("same"))
    taken = [truth for c, truth in zip(found, duplicate, strict=True) if c.probability >= 0.5]
    precision, recall = sum(taken) / len(taken), sum(taken) / sum(duplicate)
    # The speakers are given as mentioned, and one in four is a pronoun: more cannot be safe.
    assert precision >= 0.9
    assert recall >= 0.32
