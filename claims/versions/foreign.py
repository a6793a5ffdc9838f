"""Parts of a page that are no part of its report: correction notices, links and widgets, questions and answers."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

from claims.records import Article, Block
from claims.versions.lexicon import pattern

LONGEST_QUESTION: Final = 20  # words
LEAST_QUESTIONS: Final = 3
"""So many questions as paragraphs or headings of their own make a FAQ where no heading calls it so."""

_NOTICE: Final = pattern("notices")
_WIDGET: Final = pattern("widgets")
_FAQ: Final = pattern("faqs")
_QUESTION: Final = re.compile(r"[^\"“”„«»]*\?\W*")


@dataclass(frozen=True, slots=True)
class Foreign:
    """A stretch of an article's text that is no part of its report, and what it is."""

    what: str
    start: int
    end: int


def foreign(article: Article) -> list[Foreign]:
    """The foreign parts of an article, in order; neighbours of one sort are one part.

    They are told by how they begin. A FAQ reaches from its heading, or from the first of three questions, to the
    next heading that asks nothing.
    """
    blocks = [b for b in article.blocks if b.kind != "title"]
    parts: list[Foreign] = []
    for part in sorted([*_single(article, blocks), *_questions(article, blocks)], key=lambda p: p.start):
        last = parts[-1] if parts else None
        if last and part.start < last.end:
            continue
        if last and last.what == part.what and not article.text[last.end : part.start].strip():
            parts[-1] = Foreign(last.what, last.start, part.end)
        else:
            parts.append(part)
    return parts


def _single(article: Article, blocks: Sequence[Block]) -> Iterator[Foreign]:
    for block, following in zip_longest(blocks, blocks[1:]):
        words = article.text[block.start : block.end]
        if _NOTICE.match(words):
            labels = following and (block.kind == "heading" or words.rstrip().endswith(":"))
            yield Foreign("a correction notice", block.start, following.end if labels else block.end)
        elif _WIDGET.match(words):
            yield Foreign("a widget or link", block.start, block.end)


def _questions(article: Article, blocks: Sequence[Block]) -> Iterator[Foreign]:
    asks = [_asks(article.text[b.start : b.end]) for b in blocks]
    for first, block in enumerate(blocks):
        if block.kind == "heading" and _FAQ.fullmatch(article.text[block.start : block.end].strip()):
            yield Foreign("a FAQ", block.start, blocks[_end(blocks, asks, first)].end)
    asked = [k for k, asking in enumerate(asks) if asking]
    if len(asked) >= LEAST_QUESTIONS:
        yield Foreign("a FAQ", blocks[asked[0]].start, blocks[_end(blocks, asks, asked[-1])].end)


def _end(blocks: Sequence[Block], asks: Sequence[bool], first: int) -> int:
    """The last block before the next heading that asks nothing; one answer where no heading follows."""
    for k in range(first + 1, len(blocks)):
        if blocks[k].kind == "heading" and not asks[k]:
            return k - 1
    asked = [k for k in range(first, len(blocks)) if asks[k]]
    return min(len(blocks) - 1, (asked[-1] if asked else first) + 1)


def _asks(words: str) -> bool:
    return len(words.split()) <= LONGEST_QUESTION and bool(_QUESTION.fullmatch(words))
