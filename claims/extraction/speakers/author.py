"""Who writes the article, where it says so."""

from collections.abc import Sequence
from typing import Final

from claims.extraction.speakers.cast import Figure
from claims.extraction.speakers.naming import Use
from claims.extraction.speakers.page import Page
from claims.records import Article

_LAST_BLOCKS: Final = 2
_IS: Final = frozenset({"is", "writes", "teaches"})


def author_of(article: Article, page: Page, uses: Sequence[Use]) -> Figure:
    """The article's author: from its data, else from a closing note ("Jane Roe is a columnist"), else unnamed."""
    if article.author:
        return Figure(article.author, "person")
    last = page.tokens[-1].block if page.tokens else 0
    for use in uses:
        token = page.tokens[use.first]
        after = page.tokens[use.last] if use.last < len(page.tokens) else token
        closing = token.opens and token.block > max(last - _LAST_BLOCKS, 0) and after.bare in _IS
        full = use.kind == "person" and not use.is_single
        if closing and full and sum(u.name == use.name for u in uses) == 1:
            return Figure(use.name, "person")
    return Figure("the author", "unnamed")
