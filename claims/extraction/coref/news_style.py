"""Who wrote an article: its byline, or the note at its end."""

from collections.abc import Sequence
from typing import Final

from claims.extraction.coref.entities import Entity
from claims.extraction.coref.name_spans import NameSpan
from claims.extraction.coref.tokens import TokenisedArticle
from claims.records import Article

_CLOSING_BLOCKS: Final = 2
"""Blocks at the end that may be a note on the author."""
_AUTHOR_VERBS: Final = frozenset({"is", "writes", "teaches"})


def author_of(article: Article, doc: TokenisedArticle, names: Sequence[NameSpan]) -> Entity:
    """The article's author: from its data, else from a closing note ("Jane Roe is a columnist"), else unnamed."""
    if article.author:
        return Entity(article.author, "person")
    last = doc.tokens[-1].block if doc.tokens else 0
    for span in names:
        token = doc.tokens[span.name_start]
        after = doc.tokens[span.end] if span.end < len(doc.tokens) else token
        closing = token.opens and token.block > max(last - _CLOSING_BLOCKS, 0) and after.bare in _AUTHOR_VERBS
        full = span.kind == "person" and not span.is_single
        if closing and full and sum(n.name == span.name for n in names) == 1:
            return Entity(span.name, "person")
    return Entity("the author", "unnamed")
