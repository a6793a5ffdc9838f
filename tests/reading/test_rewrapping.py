"""Articles of the public benchmark, wrapped anew: are their paragraphs found again?

Figures of this kind cannot come from invented text; where the benchmark is absent these tests are skipped.
"""

import json
import random
import re
import textwrap
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from claims.reading import from_text

BENCHMARKS = Path(__file__).parents[3] / "shared" / "benchmarks"

pytestmark = pytest.mark.skipif(
    not BENCHMARKS.is_dir(), reason="the benchmarks are not beside this repository"
)


def articles(name: str) -> list[dict[str, Any]]:
    with (BENCHMARKS / name).open(encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def spans(paragraphs: list[str], between: str) -> set[tuple[int, int]]:
    found = set()
    start = 0
    for paragraph in paragraphs:
        found.add((start, start + len(paragraph)))
        start += len(paragraph) + len(between)
    return found


@pytest.mark.parametrize(("between", "recall", "precision"), [("\n\n", 0.999, 0.999), ("\n", 0.95, 0.98)])
def test_paragraphs_wrapped_at_40_to_100_columns_are_found(
    between: str, recall: float, precision: float
) -> None:
    chance = random.Random(7)
    known = found = both = 0
    for article in articles("polnear_dev.jsonl"):
        width = chance.randint(40, 100)
        paragraphs = [
            textwrap.fill(paragraph, width, break_long_words=False)
            for paragraph in re.split(r"\s*\n\s*", article["text"].strip())
        ]
        text = between.join(paragraphs)
        starts = {start for start, _ in spans(paragraphs, between)} - {0}
        guesses = {block.start for block in from_text(text, key="k").blocks} - {0}
        known, found, both = known + len(starts), found + len(guesses), both + len(starts & guesses)
    assert both >= recall * known
    assert both >= precision * found


def test_no_claim_is_lost_in_a_heading_nor_cut_inside_a_line() -> None:
    lost = cut = 0
    for article in articles("polnear_train.jsonl"):
        text = article["text"]
        blocks = from_text(text, key="k").blocks
        headings = [b for b in blocks if b.kind == "heading"]
        for attribution in article["attributions"]:
            lost += any(s < b.end and b.start < e for s, e in attribution["content"] for b in headings)
        cut += sum("\n" not in text[a.end : b.start] for a, b in pairwise(blocks))
    assert (lost, cut) == (0, 0)
