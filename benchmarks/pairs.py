"""Compare labelled pairs of claims: ``pairs.py IN.jsonl OUT.jsonl``, for the corpora's ``score_pairs.py``.

Each side is made a claim as the extraction would make it: the speaker is resolved in its article, which is looked for
in the ``polnear_*.jsonl`` beside the pairs or in the shared corpora; where it is not there, from the side's own words.
Nothing else of a pair is looked at, neither its label nor the scores of other systems.
"""

import json
import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from corpora import CORPORA, need, read
from network_outputs import references_in

from claims.extraction.act import act_of
from claims.extraction.attribution import Attribution, AttributionEvidence
from claims.extraction.coref import resolve
from claims.extraction.stance import stance_of
from claims.merging import compare
from claims.records import Article, Block, Claim, Span, Speaker, joined
from claims.text.claim_ids import claim_id
from claims.text.quotations import Quoted, kind_of, quotations

ROLES = ("source", "cue", "content")
SURE = AttributionEvidence(content=1.0, edges=1.0, cue=1.0, link=1.0, mention=1.0)
PARAGRAPH = re.compile(r"(?:(?!\n\n).)+", re.DOTALL)
DATED = re.compile(r"_(\d{4}-\d\d-\d\d)_")


@dataclass(frozen=True)
class Document:
    """An article with its attributions and their speakers."""

    article: Article
    attributions: list[Attribution]
    speakers: list[Speaker | None]
    quoted: Quoted


def document(name: str, text: str, spans: Iterable[dict[str, list[list[int]]]]) -> Document:
    """An article from its name, which has outlet and date, its text and its attributions' spans."""
    dated = DATED.search(name)
    article = Article(
        name,
        text,
        tuple(Block("paragraph", *m.span()) for m in PARAGRAPH.finditer(text) if m.group().strip()),
        outlet=name.split("_", maxsplit=1)[0],
        published=date.fromisoformat(dated[1]) if dated else None,
    )

    def words(offsets: list[list[int]]) -> tuple[Span, ...]:
        return tuple(article.span(start, end) for start, end in offsets)

    found = [Attribution(words(a["source"]), words(a["cue"]), words(a["content"]), SURE) for a in spans]
    speakers = [r.speaker for r in resolve(article, found, references_in(article))]
    return Document(article, found, speakers, Quoted(quotations(text)))


def alone(side: dict[str, Any]) -> Document:
    """A side whose article is not at hand as an article of its own: speaker, cue and content in one line."""
    text, spans = "", {}
    for role in ROLES:
        words = side.get(role) or ""
        spans[role] = [[len(text), len(text) + len(words)]] if words else []
        text += f"{words} " if words else ""
    return document(side["doc"], text, [spans])


def claim_of(doc: Document, index: int = 0) -> Claim:
    """An attribution of a document as a claim."""
    found = doc.attributions[index]
    cue, content = joined(found.cue), joined(found.content)
    return Claim(
        id=claim_id(doc.article.key, cue, content),
        article=doc.article,
        mention=found.mention,
        cue=found.cue,
        content=found.content,
        speaker=doc.speakers[index],
        kind=kind_of(found.content, doc.quoted),
        stance=stance_of(cue),
        confidence=1.0,
        tag="high",
        act=act_of(cue, content),
    )


def claims_of(pairs: list[dict[str, Any]], beside: Path) -> list[tuple[Claim, Claim]]:
    """Both claims of each pair."""
    wanted = {side["doc"] for pair in pairs for side in (pair["a"], pair["b"])}
    documents = {}
    for path in dict.fromkeys(
        (*sorted(CORPORA.glob("polnear_*.jsonl")), *sorted(beside.glob("polnear_*.jsonl")))
    ):
        for doc in read(path):
            if doc["doc"] in wanted:
                documents[doc["doc"]] = document(doc["doc"], doc["text"], doc["attributions"])

    def claim(side: dict[str, Any]) -> Claim:
        whole = documents.get(side["doc"])
        return claim_of(whole, side["attribution"]) if whole else claim_of(alone(side))

    return [(claim(pair["a"]), claim(pair["b"])) for pair in pairs]


def main() -> None:
    """Compare and write."""
    if len(sys.argv) != 3:
        sys.exit("usage: pairs.py IN.jsonl OUT.jsonl")
    given, out = map(Path, sys.argv[1:])
    need(given)
    pairs = read(given)
    with out.open("w", encoding="utf-8") as lines:
        for pair, sides in zip(pairs, claims_of(pairs, given.parent), strict=True):
            found = compare(*sides)
            row = {"id": pair["id"], "probability": found.probability, "relation": found.relation}
            lines.write(json.dumps(row) + "\n")


if __name__ == "__main__":
    main()
