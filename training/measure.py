"""Scoring a trained tagger on annotated articles, by the scorer of the benchmarks."""

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from claims.extraction import NetworkTagger, attributions
from claims.reading import from_text
from claims.records import Span


def measured(folder: Path, network: str, gold: Path, scorer: Path) -> str:
    """The scorer's table for one of the networks in ``folder`` (its file name), on the articles of ``gold``."""
    with tempfile.TemporaryDirectory() as scratch:
        weights, found = Path(scratch), Path(scratch) / "found.jsonl"
        shutil.copy(folder / network, weights / "tagger.int8.onnx")
        for name in ("transitions.json", "tokenizer.json"):
            shutil.copy(folder / name, weights / name)
        tagger = NetworkTagger(weights)
        with gold.open(encoding="utf-8") as lines, found.open("w", encoding="utf-8") as out:
            for document in map(json.loads, lines):
                article = from_text(document["text"], key=document["doc"])
                predicted = [
                    {"source": _offsets(a.mention), "cue": _offsets(a.cue), "content": _offsets(a.content)}
                    for a in attributions(article, tagger)[0].attributions
                ]
                out.write(json.dumps({"doc": document["doc"], "attributions": predicted}) + "\n")
        command = [sys.executable, str(scorer), str(gold), str(found)]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout  # noqa: S603


def _offsets(spans: tuple[Span, ...]) -> list[list[int]]:
    return [[s.start, s.end] for s in spans]
