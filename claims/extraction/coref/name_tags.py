"""Where names begin and end by the network's types of words: "Otunba Olusegun Runsewe" is Olusegun Runsewe."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final

import numpy as np
from numpy.typing import NDArray

from claims.extraction.coref import lexicon
from claims.extraction.coref.lexicon import PARTICLES
from claims.extraction.coref.name_spans import FULL_NAME, NameSpan, is_capital
from claims.extraction.coref.tokens import Token, TokenisedArticle
from claims.extraction.names_in_text import ENTITY_TYPES
from claims.extraction.references import References

_LIKELY: Final = 0.6
"""How likely the network thinks a type of the words of a name at least whose edges it moves."""
_LEAST: Final = 0.5
"""How likely each word of a body's name at least."""
_UNLIKELY: Final = 0.2
"""How likely a word is in a person's name at most that is taken for a title."""
_NO_NAME: Final = 0.1
"""How likely a word is in any name at most that parts a person's name from another before it."""
_PERSON: Final = ENTITY_TYPES.index("person")
_BODY: Final = ENTITY_TYPES.index("organisation")


def as_tagged(doc: TokenisedArticle, names: Sequence[NameSpan], references: References) -> list[NameSpan]:
    """The names with the edges that the network gives them, in text order.

    What it takes for no part of a person's full name is a title; what it takes for one name of a body is one.
    """
    if not len(references.starts):
        return list(names)
    words = np.searchsorted(references.starts, doc.starts, side="right") - 1
    types = references.types[np.maximum(words, 0)]
    kinds, chances = types.argmax(axis=1), types.max(axis=1)
    names = [_with_edges(doc, span, types) for span in names]
    bodies = (kinds == _BODY) & (chances >= _LEAST)
    ends = {n.end for n in names}
    owned = {i for i in range(len(bodies)) if i in ends and doc.is_possessive(i)}
    for start, end in _runs(doc, [bool(b) and i not in owned for i, b in enumerate(bodies)]):
        inside = [n for n in names if n.start < end and n.end > start]
        fits = all(start <= n.start and n.end <= end and not n.title for n in inside)
        longer = fits and end - start > sum(n.end - n.start for n in inside)
        if longer and end - start > 1 and chances[start:end].mean() >= _LIKELY:
            whole = NameSpan(start, start, end, doc.words(start, end), "body")
            names = [*(n for n in names if n not in inside), whole]
    return sorted(names, key=lambda n: n.name_start)


def _with_edges(doc: TokenisedArticle, span: NameSpan, types: NDArray[np.float32]) -> NameSpan:
    """A person's name without words before it that are none, and with a first name that is a title, too: "Dean Roe"."""
    at, last = span.name_start, span.start
    if span.kind == "person" and last == at - 1 and types[last, _PERSON] >= _LIKELY and _is_given(doc, last):
        return replace(span, name_start=last, name=doc.name(last, span.end), title="", sex=None)
    if span.kind == "person" and span.end - at > FULL_NAME and doc.tokens[at].bare in lexicon.OCCUPATIONS:
        at += 1  # "Hydrologist Orla Fenwick": the network has hardly seen the word, and takes it for a first name
        span = replace(span, name_start=at, name=doc.name(at, span.end), title=doc.words(span.start, at))
    begin = span.end
    while begin > at and (
        types[begin - 1, _PERSON] >= _LIKELY or not _is_long_capital(doc.tokens[begin - 1])
    ):
        begin -= 1
    while begin < span.end and not is_capital(doc.tokens[begin]) and doc.tokens[begin].bare not in PARTICLES:
        begin += 1
    no_name = begin > at and types[begin - 1].sum() < _NO_NAME
    others = bool((types[at:begin, _PERSON] < _UNLIKELY).all())
    if begin == at or span.end - begin < FULL_NAME or not (no_name or others) or _is_given(doc, begin - 1):
        return span
    at = begin
    return replace(
        span, name_start=at, name=doc.name(at, span.end), kind="person", title=doc.words(span.start, at)
    )


def _is_long_capital(token: Token) -> bool:
    """Whether a word has a capital and is no initial."""
    return is_capital(token) and len(token.bare) > 1 and not token.text.endswith(".")


def _is_given(doc: TokenisedArticle, at: int) -> bool:
    return doc.tokens[at].bare in lexicon.FIRST_NAMES


def _runs(doc: TokenisedArticle, bodies: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """The runs of words that the network takes for a body's name, from the first with a capital to the last."""
    for is_body, group in groupby(range(len(bodies)), key=bodies.__getitem__):
        run = list(group)
        while run and not is_capital(doc.tokens[run[0]]):
            run = run[1:]
        while run and not is_capital(doc.tokens[run[-1]]):
            run = run[:-1]
        if run and is_body and doc.tokens[run[0]].block not in doc.headlines:
            yield run[0], run[-1] + 1
