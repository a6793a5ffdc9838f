"""Find the attributions of documents: ``predict.py IN.jsonl OUT.jsonl``.

IN has a document a line: ``{"doc", "text"}``. OUT has ``{"doc", "attributions"}``, each attribution with source, cue
and content as lists of ``[start, end]`` (0-based code points into the text, end exclusive), its speaker (or null),
kind, stance, act, confidence (0 to 1) and tag (high, medium or low).
"""

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from corpora import read

import claims
from claims.reading import from_text
from claims.records import Claim, Span


def attribution(claim: Claim) -> dict[str, Any]:
    """A claim in the form of the scorer."""
    return {
        "source": offsets(claim.mention),
        "cue": offsets(claim.cue),
        "content": offsets(claim.content),
        "speaker": claim.speaker.name if claim.speaker else None,
        "kind": claim.kind,
        "stance": claim.stance,
        "act": claim.act,
        "confidence": claim.confidence,
        "tag": claim.tag,
    }


def offsets(spans: Iterable[Span]) -> list[list[int]]:
    """Spans as pairs of offsets."""
    return [[s.start, s.end] for s in spans]


def main() -> None:
    """Read, extract, write."""
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    with Path(sys.argv[2]).open("w", encoding="utf-8") as out:
        for doc in read(Path(sys.argv[1])):
            found = claims.extract(from_text(doc["text"], key=doc["doc"]))
            line = {"doc": doc["doc"], "attributions": [attribution(c) for c in found]}
            out.write(json.dumps(line, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
