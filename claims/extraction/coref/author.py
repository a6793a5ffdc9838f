"""Who writes the article, where it says so."""

from collections.abc import Sequence
from typing import Final

from claims.extraction.coref.entities import Entity
from claims.extraction.coref.name_recognition import NameSpan
from claims.extraction.coref.tokens import TokenisedArticle
from claims.records import Article

_LAST_BLOCKS: Final = 2
_IS: Final = frozenset({"is", "writes", "teaches"})


def author_of(article: Article, doc: TokenisedArticle, names: Sequence[NameSpan]) -> Entity:
    """The article's author: from its data, else from a closing note ("Jane Roe is a columnist"), else unnamed."""
    if article.author:
        return Entity(article.author, "person")
    last = doc.tokens[-1].block if doc.tokens else 0
    for span in names:
        token = doc.tokens[span.first]
        after = doc.tokens[span.last] if span.last < len(doc.tokens) else token
        closing = token.opens and token.block > max(last - _LAST_BLOCKS, 0) and after.bare in _IS
        full = span.kind == "person" and not span.is_single
        if closing and full and sum(u.name == span.name for u in names) == 1:
            return Entity(span.name, "person")
    return Entity("the author", "unnamed")
