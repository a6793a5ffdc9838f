"""Texts with marked mentions, and whom resolution finds for each."""

import re

from claims.extraction.attribution import Attribution, AttributionEvidence
from claims.extraction.coref import Resolution, resolve
from claims.extraction.layout import layout_of
from claims.extraction.tagger import NetworkTagger
from claims.records import Article, Block, Span, Speaker

NETWORK = NetworkTagger()
SURE = AttributionEvidence(content=1, edges=1, cue=1, link=1, mention=1)


def article_of(text: str, author: str | None = None) -> Article:
    blocks, start = [], 0
    for paragraph in text.split("\n\n"):
        blocks.append(Block("paragraph", start, start + len(paragraph)))
        start += len(paragraph) + 2
    return Article("k", text, tuple(blocks), author=author)


def speakers(marked: str, author: str | None = None) -> list[Speaker | None]:
    """The speakers of the mentions that the text has in square brackets; what {braces} hold is said by the last."""
    return [r.speaker for r in resolutions(marked, author)]


def resolutions(marked: str, author: str | None = None) -> list[Resolution]:
    """The same with what speaks for each."""
    text = ""
    spans: list[tuple[int, int]] = []
    said: list[tuple[int, int]] = []
    for piece in re.split(r"(\[.*?\]|\{.*?\})", marked, flags=re.DOTALL):
        if piece[:1] in "[{" and piece:
            (spans if piece[0] == "[" else said).append((len(text), len(text) + len(piece) - 2))
            text += piece[1:-1]
        else:
            text += piece
    article = article_of(text, author)
    content = tuple(article.span(*s) for s in said)
    return resolve(
        article,
        [
            Attribution((article.span(*s),), signs(article, s[1]), content if s == spans[-1] else (), SURE)
            for s in spans
        ],
        NETWORK.references(layout_of(article)),
    )


def signs(article: Article, at: int) -> tuple[Span, ...]:
    """The colon behind the label of a turn, as its cue."""
    return (article.span(at, at + 1),) if article.text[at : at + 1] == ":" else ()


def names(marked: str, author: str | None = None) -> list[str | None]:
    return [s.name if s else None for s in speakers(marked, author)]
