"""The sentences of a text."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Final

from claims.records import Article
from claims.text.abbreviations import is_abbreviation
from claims.text.normalisation import QUOTATION_MARKS

_STOP: Final = re.compile(rf"(?P<stop>[.!?…؟]+)[{re.escape(QUOTATION_MARKS)})\]]*\s+|[。！？]+[」』”’）]*\s*")
_NEXT_WORD: Final = re.compile(rf"[{re.escape(QUOTATION_MARKS)}(\[¿¡—–-]*(?P<word>\w+)")
_ABBREVIATION_REACH: Final = 20
"""Characters before a full stop in which the word that it may belong to is looked for."""


@lru_cache(maxsize=64)
def sentence_starts(text: str) -> tuple[int, ...]:
    """Where the sentences of a paragraph begin, as offsets into it, from 0; abbreviations and initials end none."""
    return 0, *_further_starts(text)


def _further_starts(text: str) -> Iterator[int]:
    for stop in _STOP.finditer(text):
        following = _NEXT_WORD.match(text, stop.end())
        if not following or following["word"][0].islower():
            continue
        before = text[max(0, stop.start() - _ABBREVIATION_REACH) : stop.start()]
        if stop["stop"] != "." or not is_abbreviation(before, following["word"]):
            yield stop.end()


def sentences(article: Article) -> Iterator[tuple[int, int]]:
    """Start and end of every sentence of an article as offsets into its text, block by block."""
    for block in article.blocks:
        starts = sentence_starts(article.text[block.start : block.end])
        for start, end in pairwise((*starts, block.end - block.start)):
            yield block.start + start, block.start + end
