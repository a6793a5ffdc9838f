"""Find the attributions of documents: ``predict.py [--given-spans] IN.jsonl OUT.jsonl``.

IN has a document a line: ``{"doc", "text"}``. OUT has ``{"doc", "attributions"}``, each attribution with source, cue
and content as lists of ``[start, end]`` (0-based code points into the text, end exclusive), its speaker (or null),
kind, stance, act, confidence (0 to 1) with its factors words_confidence and speaker_confidence, and tag (high, medium
or low).

With ``--given-spans``, IN has attributions, too, with source, cue and content: OUT keeps them as they are and adds
their speakers with speaker_confidence only.
"""

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from corpora import read
from network_outputs import references_in

import claims
from claims.extraction import Attribution, AttributionEvidence
from claims.extraction.coref import resolve
from claims.reading import from_text
from claims.records import Article, Claim, Span

CERTAIN = AttributionEvidence(1.0, 1.0, 1.0, 1.0, 1.0)


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
        "words_confidence": claim.words_confidence,
        "speaker_confidence": claim.speaker_confidence,
        "tag": claim.tag,
    }


def offsets(spans: Iterable[Span]) -> list[list[int]]:
    """Spans as pairs of offsets."""
    return [[s.start, s.end] for s in spans]


def asked_of(article: Article, given: list[dict[str, Any]]) -> list[Attribution]:
    """Given attributions as a tagger would find them that is certain of each."""

    def spans(pairs: list[list[int]] | None) -> tuple[Span, ...]:
        return tuple(article.span(start, end) for start, end in sorted(pairs or ()))

    return [
        Attribution(spans(a.get("source")), spans(a.get("cue")), spans(a["content"]), CERTAIN) for a in given
    ]


def with_speakers(article: Article, given: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Given attributions, each with its speaker's name or None."""
    found = resolve(article, asked_of(article, given), references_in(article))
    return [
        a | {"speaker": r.speaker.name if r.speaker else None, "speaker_confidence": r.confidence}
        for a, r in zip(given, found, strict=True)
    ]


def main() -> None:
    """Read, extract or resolve, write."""
    given_spans, paths = sys.argv[1:2] == ["--given-spans"], sys.argv[1:]
    if given_spans:
        paths = paths[1:]
    if len(paths) != 2:
        sys.exit(__doc__)
    with Path(paths[1]).open("w", encoding="utf-8") as out:
        for doc in read(Path(paths[0])):
            article = from_text(doc["text"], key=doc["doc"])
            if given_spans:
                found = with_speakers(article, doc["attributions"])
            else:
                found = [attribution(c) for c in claims.extract(article)]
            out.write(json.dumps({"doc": doc["doc"], "attributions": found}, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
