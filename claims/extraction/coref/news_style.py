"""Conventions of news writing: bylines, headlines in capitals."""

from collections.abc import Sequence
from itertools import groupby
from typing import Final

from claims.extraction.coref import lexicon
from claims.extraction.coref.entities import Entity, EntityTable
from claims.extraction.coref.name_spans import NameSpan
from claims.extraction.coref.tokens import TokenisedArticle
from claims.records import Article

_CLOSING_BLOCKS: Final = 2
"""Blocks at the end that may be a note on the author."""
_AUTHOR_VERBS: Final = frozenset({"is", "writes", "teaches"})
_LONGEST_HEADLINE_NAME: Final = 4
"""Tokens of a name in a headline at most."""


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


def headline_names(doc: TokenisedArticle, table: EntityTable) -> list[NameSpan]:
    """The names in headlines, where every word has a capital: those that the article's text has, too."""
    found = []
    shown = [i for i, t in enumerate(doc.tokens) if t.block in doc.headlines]
    for _, group in groupby(shown, key=lambda i: doc.tokens[i].block):
        tokens = list(group)
        at = tokens[0]
        while at <= tokens[-1]:
            ends = range(min(at + _LONGEST_HEADLINE_NAME, tokens[-1] + 1), at, -1)
            end = next((end for end in ends if _is_known(table, doc.words(at, end))), None)
            if end is not None:
                found.append(NameSpan(at, at, end, doc.words(at, end), "unknown"))
            at = end or at + 1
    return found


def _is_known(table: EntityTable, name: str) -> bool:
    """Whether the name is a person's, word for word, or a surname, or a body's."""
    if not name[0].isupper() or not name[-1].isalnum():
        return False
    persons = table.persons(name)
    if " " in name:
        words = set(name.split())
        return any(words <= set(e.name.split()) for e in persons) or table.body(name) is not None
    return name.casefold() not in lexicon.FUNCTION_WORDS and bool(persons)
