"""The public benchmarks of speakers, where they are present, with the spans given."""

import importlib.util
import json
import re
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from claims.extraction.attribution import Attribution, AttributionEvidence
from claims.extraction.coref import resolve
from claims.extraction.layout import layout_of
from claims.extraction.tagger import NetworkTagger
from claims.records import Article, Block, Span, Speaker

NETWORK = NetworkTagger()
BENCHMARKS = Path(__file__).parents[3] / "shared/benchmarks"
PARAGRAPH = re.compile(r"(?:(?!\n\n).)+", re.DOTALL)

pytestmark = pytest.mark.skipif(
    not BENCHMARKS.exists(), reason="the benchmarks are not beside the repository"
)


def resolved(document: dict[str, Any], paragraph: re.Pattern[str]) -> list[Speaker | None]:
    text = document["text"]
    blocks = tuple(Block("paragraph", *m.span()) for m in paragraph.finditer(text) if m.group().strip())
    article = Article(document["doc"], text, blocks)

    def spans(offsets: list[list[int]]) -> tuple[Span, ...]:
        return tuple(article.span(start, end) for start, end in offsets)

    attributions = [
        Attribution(
            spans(a["source"]), spans(a["cue"]), spans(a["content"]), AttributionEvidence(1, 1, 1, 1, 1)
        )
        for a in document["attributions"]
    ]
    return [r.speaker for r in resolve(article, attributions, NETWORK.references(layout_of(article)))]


def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_speakers", BENCHMARKS / "score_speakers.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_public_speakers() -> None:
    scoring = scorer()
    gold = scoring.read(BENCHMARKS / "polnear_dev.jsonl")
    annotated = scoring.read(BENCHMARKS / "speakers_public.jsonl")
    predicted, persons = {}, []
    for doc, annotation in annotated.items():
        found = resolved(gold[doc], PARAGRAPH)
        names = [s.name if s else None for s in found]
        rows = zip(gold[doc]["attributions"], names, strict=True)
        predicted[doc] = {"attributions": [{**a, "speaker": name} for a, name in rows]}
        for a in annotation["attributions"]:
            speaker = found[a["index"]]
            guessed = not a["mention"].startswith("named") and not a.get("ambiguous")
            if speaker and speaker.type == "person" and guessed:
                persons.append(scoring.right(a, speaker.name, full=True))
    table, _ = scoring.score(gold, annotated, predicted)
    full = {mention: row["full"] / row["gold"] for mention, row in table.items()}
    assert full["overall"] >= 0.92
    assert full["named-full"] >= 0.95
    assert full["named-part"] >= 0.97
    assert full["pronoun"] >= 0.88
    assert full["nominal"] >= 0.58
    assert full["nominal-unnamed"] >= 0.88
    assert sum(persons) / len(persons) >= 0.925


def test_sample_article() -> None:
    (line,) = (BENCHMARKS / "seed_gold.jsonl").read_text(encoding="utf-8").splitlines()
    document = json.loads(line)
    # The sample's lines are hard-wrapped: even with the whole text as one paragraph the speakers are found.
    found = resolved(document, re.compile(r"\A.*\Z", re.DOTALL))
    gold = [a["speaker"] for a in document["attributions"]]
    wanted = dict(zip(range(len(gold)), gold, strict=True))
    wanted[len(gold) - 1] = "government and military leadership"  # the article does not say Iraqi there
    assert {i: s.name if s else None for i, s in enumerate(found)} == wanted
    roles = {s.name: s.role for s in found if s and s.role}
    assert roles["Matthew Tueller"] == "US Ambassador to Iraq"
    assert roles["Tahsin al-Khafaji"] == "Major General, spokesman for the Joint Operations Command"
    assert roles["Abdul-Khaleq al-Azzawi"] == "member of the Iraqi Parliament’s Security Committee"
    for speaker in found:
        for span in speaker.role_spans if speaker else ():
            assert document["text"][span.start : span.end] == span.text
            assert speaker is not None
            assert speaker.role is not None
            assert " ".join(span.text.split()) in speaker.role
