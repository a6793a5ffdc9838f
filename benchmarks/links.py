"""Link pairs of speakers: ``links.py PAIRS.jsonl OUT.jsonl [TEXTS.jsonl]``.

PAIRS has a pair a line: ``{"id", "a", "b"}``, each side with the ``doc`` and the ``mention`` of a speaker there, and
the ``sentence`` around it: both as ``{"start", "end"}`` into the article's text (0-based code points, end exclusive),
or as words where the sentence is all there is. The articles, ``{"doc", "text"}`` a line, are those of TEXTS, else of
``world_unlabelled.jsonl`` beside PAIRS.

Each pair goes through extraction and linking by itself, as if the ledger had these two speakers only. OUT has a line
for each pair: ``{"id", "probability"}``, from 0 to 1, that they are one.
"""

import json
import lzma
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from corpora import CORPORA, ROOT, UNLABELLED, need, read
from network_outputs import references_in
from predict import CERTAIN

import claims
from claims.extraction import Attribution
from claims.extraction.coref import resolve
from claims.extraction.surroundings import ArticleSurroundings
from claims.ledger.appearances import appearance_id
from claims.linking import link
from claims.linking.evidence import evidence_of
from claims.linking.judging import LINK, judge
from claims.linking.model import NEVER
from claims.reading import from_text
from claims.records import Appearance, Article, Span, Speaker
from training.annotations import digest

PUBLIC = CORPORA / "links_public.jsonl"
OWN = ROOT / "training" / "links.jsonl.xz"
"""Pairs of speakers of two real articles, of equal names and of other forms, drawn from all that share a word; large
language models that read them one by one labelled them."""
ALIKE = 0.6
"""From this likeness on, two mentions mean one speaker: "the mayor" and "the mayor, Ann Lee", not "the mayor of"."""


def own_pairs() -> list[dict[str, Any]]:
    """The pairs of :data:`OWN`; exits where an article has another text than the one that was labelled."""
    with lzma.open(OWN, "rt", encoding="utf-8") as lines:
        pairs: list[dict[str, Any]] = [json.loads(line) for line in lines]
    texts = {a["doc"]: a["text"] for a in read(UNLABELLED)}
    if any(digest(texts[p[side]["doc"]]) != p[side]["sha256"] for p in pairs for side in "ab"):
        sys.exit(f"{OWN.name}: an article has another text than the one that was labelled")
    return pairs


def texts_of(pairs: list[dict[str, Any]], corpus: Path) -> dict[str, str]:
    """The text of every article that a pair needs, by its name; the sentence, where there is no more."""
    sides = [side for pair in pairs for side in (pair["a"], pair["b"])]
    texts = {side["doc"]: side["sentence"] for side in sides if isinstance(side["sentence"], str)}
    wanted = {side["doc"] for side in sides}.difference(texts)
    if wanted:
        need(corpus)
        texts |= {doc["doc"]: doc["text"] for doc in read(corpus) if doc["doc"] in wanted}
    return texts


@cache
def extracted(key: str, text: str) -> tuple[Article, list[claims.Claim]]:
    """An article and its claims."""
    article = from_text(text, key=key)
    return article, claims.extract(article)


def speaker_of(side: dict[str, Any], text: str) -> Speaker:
    """Whom a side's mention means by what its article says: as extraction finds it, asked for where it finds none."""
    article, found = extracted(side["doc"], text)
    mention, sentence = (_span(article, side[part], text) for part in ("mention", "sentence"))
    alike = [(_likeness(c.mention, mention), c.speaker) for c in found]
    most, speaker = max(alike, key=lambda pair: pair[0], default=(0.0, None))
    if most >= ALIKE and speaker:
        return speaker
    content = (article.span(mention.end, sentence.end),) if mention.end < sentence.end else ()
    asked = Attribution((mention,), (), content, CERTAIN)
    others = [
        Attribution(c.mention, c.cue, c.content, CERTAIN) for c in found if not _overlap(c.mention, mention)
    ]
    resolved = resolve(article, [*others, asked], references_in(article))[-1].speaker or Speaker(
        mention.text, "unnamed"
    )
    said = [c.mention_text for c in found if c.speaker == resolved]
    return replace(resolved, beside=ArticleSurroundings.of(article).beside(resolved, [mention.text, *said]))


def _span(article: Article, given: dict[str, Any] | str, text: str) -> Span:
    if isinstance(given, str):
        start = text.index(given)
        return article.span(start, start + len(given))
    return article.span(given["start"], given["end"])


def _overlap(spans: tuple[Span, ...], other: Span) -> int:
    return sum(max(0, min(s.end, other.end) - max(s.start, other.start)) for s in spans)


def _likeness(spans: tuple[Span, ...], other: Span) -> float:
    """Dice coefficient of the characters of a mention and of a span."""
    return 2 * _overlap(spans, other) / (sum(s.end - s.start for s in spans) + other.end - other.start)


def appearances_of(side: dict[str, Any], text: str, number: int) -> tuple[Appearance, ...]:
    """A side as the ledger would have it: several appearances where its mention means several speakers together."""
    return tuple(
        Appearance(
            appearance_id(f"{number} {side['doc']}", one),
            side["doc"],
            one.name,
            one.type,
            one.role,
            number,
            (1,),
            one.beside,
        )
        for one in speaker_of(side, text).each
    )


def appearances(
    pairs: list[dict[str, Any]], corpus: Path = UNLABELLED
) -> Iterator[tuple[Appearance, Appearance] | None]:
    """Both sides of each pair; of several on both sides those that are least likely one, None of unequally many."""
    texts = texts_of(pairs, corpus)
    for pair in pairs:
        ones, others = (
            appearances_of(pair[s], texts[pair[s]["doc"]], n) for n, s in enumerate("ab", start=1)
        )
        yield least_likely(ones, others) if len(ones) == len(others) else None


def least_likely(ones: Sequence[Appearance], others: Sequence[Appearance]) -> tuple[Appearance, Appearance]:
    """Of those on one side, each with whom it is likeliest one, the pair that is least likely so."""

    def likeness(pair: tuple[Appearance, Appearance]) -> float:
        return judge(evidence_of(pair[0]), evidence_of(pair[1])).probability

    best = [max(((one, other) for other in others), key=likeness) for one in ones]
    return min(best, key=likeness)


def probability(sides: tuple[Appearance, Appearance] | None) -> float:
    """The probability that two sides are one; below that of a link where linking makes none."""
    if sides is None:
        return NEVER
    speakers = link(sides)
    if len(speakers) == 1:
        return min(found.probability for found in speakers[0].links)
    one, other = map(evidence_of, sides)
    return min(judge(one, other).probability, LINK - 0.01)


def main() -> None:
    """Extract, link and write."""
    if len(sys.argv) not in (3, 4):
        sys.exit("usage: links.py PAIRS.jsonl OUT.jsonl [TEXTS.jsonl]")
    given, out = map(Path, sys.argv[1:3])
    need(given)
    pairs = read(given)
    corpus = Path(sys.argv[3]) if len(sys.argv) == 4 else given.parent / UNLABELLED.name
    with out.open("w", encoding="utf-8") as lines:
        for pair, sides in zip(pairs, appearances(pairs, corpus), strict=True):
            lines.write(json.dumps({"id": pair["id"], "probability": probability(sides)}) + "\n")


if __name__ == "__main__":
    main()
