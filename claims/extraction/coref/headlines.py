"""Names in headlines, whose capitals tell nothing: those that the article's text has, too."""

from itertools import groupby
from typing import Final

from claims.extraction.coref import lexicon
from claims.extraction.coref.entities import EntityTable
from claims.extraction.coref.name_recognition import NameSpan
from claims.extraction.coref.tokens import TokenisedArticle

_LONGEST_NAME: Final = 4


def headline_names(doc: TokenisedArticle, table: EntityTable) -> list[NameSpan]:
    """Names in headlines that the article's text has, too, in full or as a surname."""
    found = []
    shown = [i for i, t in enumerate(doc.tokens) if t.block in doc.headlines]
    for _, group in groupby(shown, key=lambda i: doc.tokens[i].block):
        tokens = list(group)
        at = tokens[0]
        while at <= tokens[-1]:
            ends = range(min(at + _LONGEST_NAME, tokens[-1] + 1), at, -1)
            end = next((end for end in ends if _is_known(table, doc.words(at, end))), None)
            if end is not None:
                found.append(NameSpan(at, at, end, doc.words(at, end), "unknown"))
            at = end or at + 1
    return found


def _is_known(table: EntityTable, name: str) -> bool:
    """Whether the name is a person's, word for word, or a surname, or a body's."""
    if not name[0].isupper() or not name[-1].isalnum():
        return False
    if " " in name:
        words = name.split()
        return (
            any(set(words) <= set(f.name.split()) for f in table.persons(name))
            or table.body(name) is not None
        )
    return name.casefold() not in lexicon.FUNCTION_WORDS and bool(table.persons(name))
