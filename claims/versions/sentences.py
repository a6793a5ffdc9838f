"""The sentences of an article, good enough to count those that changed."""

import re
from collections.abc import Iterator
from typing import Final

from claims.records import Article
from claims.text.normalisation import QUOTATION_MARKS
from claims.versions.lexicon import listed

_MARKS: Final = re.escape(QUOTATION_MARKS)
_STOP: Final = re.compile(rf"(?P<last>\w*)[.!?…]+[{_MARKS})\]]*\s+(?=[{_MARKS}(\[]*(?:[^\W_a-z]))")
_SHORTENED: Final = listed("shortened")


def sentences(article: Article) -> Iterator[tuple[int, int]]:
    """Start and end of every sentence, block by block; initials and the common titles end none."""
    for block in article.blocks:
        start = block.start
        for stop in _STOP.finditer(article.text, block.start, block.end):
            last = stop["last"]
            if stop[0][len(last)] == "." and (
                last.casefold() in _SHORTENED or (len(last) == 1 and last.isupper())
            ):
                continue
            yield start, stop.end()
            start = stop.end()
        if start < block.end:
            yield start, block.end
