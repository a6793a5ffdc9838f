"""The public duplicate pairs, where they are present, as the corpora's scorer reads them."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CORPORA = ROOT.parent / "shared/benchmarks"
PAIRS = CORPORA / "dup_pairs_public.jsonl"

pytestmark = pytest.mark.skipif(not PAIRS.exists(), reason="the benchmarks are not beside the repository")


def run(*command: Path | str) -> str:
    return subprocess.run(
        [sys.executable, *map(str, command)], check=True, capture_output=True, text=True
    ).stdout


def test_pairs_are_predicted_for_the_scorer(tmp_path: Path) -> None:
    out = tmp_path / "predicted.jsonl"
    run(ROOT / "benchmarks/pairs.py", PAIRS, out)
    scores = json.loads(run(CORPORA / "score_pairs.py", PAIRS, out, "--json"))
    assert scores["all"]["at_half"][2] >= 0.85


def test_a_side_without_its_article_is_read_alone(tmp_path: Path) -> None:
    pairs = [json.loads(line) for line in PAIRS.read_text("utf-8").splitlines()]
    for pair in pairs:
        for side in (pair["a"], pair["b"]):
            side["doc"] = f"elsewhere-{side['doc']}"
    unknown, out = tmp_path / "pairs.jsonl", tmp_path / "predicted.jsonl"
    unknown.write_text("".join(json.dumps(pair) + "\n" for pair in pairs), "utf-8")
    run(ROOT / "benchmarks/pairs.py", unknown, out)
    scores = json.loads(run(CORPORA / "score_pairs.py", unknown, out, "--json"))
    assert scores["all"]["at_half"][2] >= 0.70  # every fourth speaker is only a pronoun
