"""Our own annotation of articles: it fits the texts that it was made on, and each word has one role in one claim."""

import json
from itertools import pairwise
from pathlib import Path

import pytest

from training.annotations import annotated_records

ARTICLES = Path(__file__).parents[2] / "shared" / "benchmarks" / "world_unlabelled.jsonl"
needs_articles = pytest.mark.skipif(not ARTICLES.exists(), reason=f"{ARTICLES} is not here")


@needs_articles
def test_every_span_lies_in_its_article_and_no_claims_share_words() -> None:
    with ARTICLES.open(encoding="utf-8") as lines:
        found = [r for r, _ in annotated_records((json.loads(line), None) for line in lines)]
    assert len(found) > 1900
    for record in found:
        text = record["text"]
        spans = sorted(
            tuple(span) for a in record["attributions"] for role in ("cue", "content") for span in a[role]
        )
        assert all(0 <= start < end <= len(text) for start, end in spans), record["doc"]
        shared = [(a, b) for a, b in pairwise(spans) if b[0] < a[1]]
        assert not shared, (record["doc"], shared)
        assert all(a["content"] for a in record["attributions"]), record["doc"]


def test_a_changed_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="annotated in another text"):
        list(annotated_records([({"doc": "aljazeera-017", "text": "Something else."}, None)]))
