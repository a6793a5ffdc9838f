"""Where names begin and end by the network's types of words: "Otunba Olusegun Runsewe" is Olusegun Runsewe."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from claims.extraction.coref import lexicon
from claims.extraction.coref.joined_names import with_joined
from claims.extraction.coref.lexicon import PARTICLES
from claims.extraction.coref.name_spans import FULL_NAME, INITIALS, NameSpan, is_capital, is_joined_place
from claims.extraction.coref.name_titles import name_start
from claims.extraction.coref.roles import is_role_noun
from claims.extraction.coref.tokens import Token, TokenisedArticle
from claims.extraction.names_in_text import ENTITY_TYPES
from claims.extraction.references import References

_LIKELY: Final = 0.6
"""How likely the network thinks a type of the words of a name at least whose edges it moves."""
_LEAST: Final = 0.5
"""How likely each word of a body's name at least."""
_INSIDE: Final = 0.15
"""How likely a small word or sign at least between two words of a body's name."""
_LONGEST_INSIDE: Final = 2
"""Tokens of that kind in a row at most: "Interactive Media in Retail Group"."""
_OPENS: Final = 0.2
"""How likely at least the word with a capital with which a sentence and a body's name begin."""
_UNLIKELY: Final = 0.2
"""How likely a word is in a person's name at most that is taken for a title."""
_NO_NAME: Final = 0.1
"""How likely a word is in any name at most that parts a person's name from another before it."""
_ENDS: Final = frozenset(":;()[]<>—–|")
_JOINS: Final = frozenset({"and", "or", "&", ","})
_COMPANIES: Final = lexicon.DESCRIBING | (lexicon.COMPANIES - lexicon.BODY_WORDS)
"""What may stand before a company's name, and is no part of it."""
_PERSON: Final = ENTITY_TYPES.index("person")
_BODY: Final = ENTITY_TYPES.index("organisation")


def as_tagged(doc: TokenisedArticle, names: Sequence[NameSpan], references: References) -> list[NameSpan]:
    """The names with the edges that the network gives them, in text order.

    What it takes for no part of a person's full name is a title; what it takes for one name of a body is one.
    """
    if not len(references.starts):
        return list(names)
    types = types_of_tokens(doc, references)
    kinds, chances = types.argmax(axis=1), types.max(axis=1)
    surnames = {n.name.split()[-1] for n in names if n.kind == "person" and not n.is_single}
    names = [part for span in names for part in _with_edges(doc, span, types, surnames)]
    names, apart = with_joined(doc, _without_titles(doc, names, types), types)
    ends = {n.end for n in names}
    owned = {i for i in ends if i < len(kinds) and doc.is_possessive(i)}
    bodies = (kinds == _BODY) & (chances >= _LEAST)
    bodies[[*owned]] = False
    bodies[[*apart]] = False
    for start, end in _runs(doc, bodies, types[:, _BODY], owned):
        inside = [n for n in names if n.start < end and n.end > start]
        fits = all(start <= n.start and n.end <= end and not n.title for n in inside)
        longer = fits and end - start > sum(n.end - n.start for n in inside)
        if longer and end - start > 1 and chances[start + doc.tokens[start].opens : end].mean() >= _LIKELY:
            whole = NameSpan(start, start, end, doc.words(start, end), "body")
            names = [*(n for n in names if n not in inside), whole]
    return sorted(names, key=lambda n: n.name_start)


def types_of_tokens(doc: TokenisedArticle, references: References) -> NDArray[np.float32]:
    """The probabilities of each type of name, a row a token; 0 of what the network did not read."""
    if not len(references.starts):
        return np.zeros((len(doc.tokens), len(ENTITY_TYPES)), np.float32)
    words = np.searchsorted(references.ends, doc.starts, side="right")
    words[words == len(references.ends)] = 0
    read = (references.starts[words] < doc.ends) & (references.ends[words] > doc.starts)
    found: NDArray[np.float32] = np.where(read[:, None], references.types[words], np.float32(0.0))
    return found


def types_of(
    doc: TokenisedArticle, references: References | None, spans: Sequence[NameSpan]
) -> dict[str, float]:
    """The mean probabilities of each type of name of what stands at some places; empty without a network.

    Places that the network did not read count nothing, if there are others.
    """
    if references is None or not spans:
        return {}
    found = [references.type_of(doc.starts[s.name_start], doc.ends[s.end - 1]) for s in spans]
    found = [f for f in found if any(f.values())] or found
    return {kind: sum(f[kind] for f in found) / len(found) for kind in found[0]}


def names_by_network(doc: TokenisedArticle, references: References) -> list[int]:
    """The tokens that the network takes for a part of some name."""
    found: list[int] = np.flatnonzero(types_of_tokens(doc, references).sum(axis=1) >= _LEAST).tolist()
    return found


def _without_titles(
    doc: TokenisedArticle, names: Sequence[NameSpan], types: NDArray[np.float32]
) -> list[NameSpan]:
    """The names of persons, each without the words before it that are none of it."""

    def without(span: NameSpan) -> NameSpan:
        is_person = types[span.end - 1, _PERSON] > _LEAST
        is_person = is_person and not is_joined_place(doc.tokens[span.name_start : span.end])
        at = name_start(doc, span, types) if is_person else span.name_start
        return span if at == span.name_start else _person_from(doc, span, at)

    return [without(span) for span in names]


def _with_edges(
    doc: TokenisedArticle, span: NameSpan, types: NDArray[np.float32], surnames: Collection[str]
) -> list[NameSpan]:
    """A name without words before it that are none, and with a first name that is a title, too: "Dean Roe".

    A body that stands before a person is a name of its own: "the Upper Chamber Raghav Iyer".
    """
    at, last = span.name_start, span.start
    if span.kind == "person" and last == at - 1 and types[last, _PERSON] >= _LIKELY and _is_given(doc, last):
        return [replace(span, name_start=last, name=doc.name(last, span.end), title="", sex=None)]
    known = span.end - at == FULL_NAME and doc.tokens[span.end - 1].text in surnames
    once = doc.text.count(doc.words(at, span.end)) == 1  # a title seldom stands twice: "Rebel Marsh"
    if once and (span.end - at > FULL_NAME or known) and _is_occupation(doc, span, at):
        at += 1  # "Hydrologist Orla Fenwick": the network has hardly seen the word, and takes it for a first name
        span = _person_from(doc, span, at)
    initial = span.end - at > FULL_NAME and INITIALS.match(doc.tokens[span.end - 2].text)
    if span.kind == "person" and initial and types[span.end - 1, _PERSON] < _NO_NAME:
        span = replace(span, end=span.end - 1, name=doc.name(at, span.end - 1))  # "Jamal B. Police said"
    if _opens_without_name(doc, span, types):  # "Unlisted Acme said"
        return [replace(span, start=at + 1, name_start=at + 1, name=doc.words(at + 1, span.end), kind="body")]
    begin = span.end
    while begin > at and (
        types[begin - 1, _PERSON] >= _LIKELY or not _is_long_capital(doc.tokens[begin - 1])
    ):
        begin -= 1
    while begin < span.end and not is_capital(doc.tokens[begin]) and doc.tokens[begin].bare not in PARTICLES:
        begin += 1
    no_name = begin > at and types[begin - 1].sum() < _NO_NAME
    others = bool((types[at:begin, _PERSON] < _UNLIKELY).all())
    ranked = any(is_role_noun(t.bare) for t in doc.tokens[at:begin])  # "Special Agent-in-Charge Roe"
    least = 1 if ranked and span.kind == "person" else FULL_NAME
    if begin == at or span.end - begin < least or not (no_name or others) or _is_given(doc, begin - 1):
        return [span]
    if span.start == at and bool((types[at:begin, _BODY] >= _LEAST).all()):
        body = replace(span, end=begin, name=doc.words(at, begin), kind="body")
        return [
            body,
            replace(span, start=begin, name_start=begin, name=doc.name(begin, span.end), kind="person"),
        ]
    return [_person_from(doc, span, begin)]


def _opens_without_name(doc: TokenisedArticle, span: NameSpan, types: NDArray[np.float32]) -> bool:
    """Whether a body's name begins with a word that has a capital only since it opens the sentence."""
    at = span.name_start
    rest = types[at + 1 : span.end]
    if span.start < at or not len(rest) or not doc.tokens[at].opens:
        return False
    if any(not t.opens for t in doc.tokens if t.text == doc.tokens[at].text):
        return False
    apart = doc.text.count(doc.words(at + 1, span.end)) > doc.text.count(doc.words(at, span.end))
    if _describes(doc, at):
        return apart or doc.tokens[at].bare in lexicon.DESCRIBING
    is_body = rest[:, _BODY].mean() >= _LIKELY and types[at].sum() < _OPENS
    return bool(is_body) and (apart or len(rest) == 1)


def _describes(doc: TokenisedArticle, at: int) -> bool:
    """Whether what a company is opens a sentence before its name: "Drugmaker Acme", but "Charity Commission"."""
    token, *more = doc.tokens[at : at + 2]
    if not (token.opens and token.bare in _COMPANIES and more):
        return False
    following = more[0].bare
    noun = following in lexicon.BODY_WORDS or following in lexicon.BODY_NOUNS
    return not (noun or lexicon.singular(following) in lexicon.PERSON_NOUNS)


def _person_from(doc: TokenisedArticle, span: NameSpan, at: int) -> NameSpan:
    """A person's name that begins at a token, with the words before it as the title."""
    return replace(
        span, name_start=at, name=doc.name(at, span.end), kind="person", title=doc.words(span.start, at)
    )


def _is_occupation(doc: TokenisedArticle, span: NameSpan, at: int) -> bool:
    """Whether a name begins with a word for what somebody is that is no first name."""
    return span.kind == "person" and doc.tokens[at].bare in lexicon.CALLINGS and not _is_given(doc, at)


def _is_long_capital(token: Token) -> bool:
    """Whether a word has a capital and is no initial."""
    return is_capital(token) and len(token.bare) > 1 and not token.text.endswith(".")


def _is_given(doc: TokenisedArticle, at: int) -> bool:
    return lexicon.is_first_name(doc.tokens[at].bare)


def _runs(
    doc: TokenisedArticle, bodies: NDArray[np.bool_], chances: NDArray[np.float32], owned: Collection[int]
) -> Iterator[tuple[int, int]]:
    """The runs of words that the network takes for a body's name, from the first with a capital to the last.

    A small word or two inside may be less likely, and a word with a capital that opens the sentence. No run goes on
    over a line, a sentence or a possessive.
    """
    at = 0
    while at < len(bodies):
        if not bodies[at]:
            at += 1
            continue
        start, end = at, at + 1
        while (step := _goes_on(doc, bodies, chances, owned, end)) > 0:
            end += step
        at = end
        before = start - 1
        if before >= 0 and doc.tokens[before].opens and _joined(doc, before, start):
            word = doc.tokens[before]
            start -= is_capital(word) and not word.text.isupper() and chances[before] >= _OPENS
        start += _describes(doc, start)
        while start < end and not is_capital(doc.tokens[start]):
            start += 1
        while start < end and not is_capital(doc.tokens[end - 1]):
            end -= 1
        if start < end and doc.tokens[start].block not in doc.headlines:
            yield start, end


def _goes_on(
    doc: TokenisedArticle,
    bodies: NDArray[np.bool_],
    chances: NDArray[np.float32],
    owned: Collection[int],
    at: int,
) -> int:
    """How many tokens a body's name goes on for from a token; 0 where it ends before it."""
    for end in range(at, min(at + _LONGEST_INSIDE + 1, len(bodies))):
        if end in owned or doc.tokens[end].text in _ENDS or not _joined(doc, at - 1, end):
            return 0
        if bodies[end]:
            return end + 1 - at
        if chances[end] < _INSIDE or doc.tokens[end].bare in _JOINS or _is_long_capital(doc.tokens[end]):
            return 0
    return 0


def _joined(doc: TokenisedArticle, at: int, end: int) -> bool:
    """Whether two tokens stand in one sentence of one line."""
    return (
        doc.tokens[at].block == doc.tokens[end].block and doc.tokens[at].sentence == doc.tokens[end].sentence
    )
