"""Noun phrases in an article's tokens: names joined by "and", what stands before relative pronouns."""

from bisect import bisect_right
from collections.abc import Iterator
from typing import Final

from claims.extraction.coref import lexicon
from claims.extraction.coref.name_spans import NamedArticle, NameSpan

_STOPS: Final = frozenset({",", ".", ";", ":", "—", "–", "--", "(", ")", '"', "“", "”", "''"})


def coordinated_pairs(doc: NamedArticle, before: int) -> Iterator[tuple[NameSpan, NameSpan]]:
    """The names joined by "and" before a token, the last pair first; places and longer lists aside."""
    names = doc.names
    end = bisect_right(names, before, key=lambda n: n.end)
    for i in range(end - 1, 0, -1):
        one, other = names[i - 1], names[i]
        listed = i > 1 and names[i - 2].end == one.start - 1 and doc.tokens[one.start - 1].text == ","
        if "place" not in (one.kind, other.kind) and _joined(doc, one, other) and not listed:
            yield one, other


def _joined(doc: NamedArticle, one: NameSpan, other: NameSpan) -> bool:
    """Whether only an "and" stands between two names."""
    return other.start == one.end + 1 and doc.tokens[one.end].bare == "and"


def before_relative_pronoun(doc: NamedArticle, at: int) -> range:
    """The tokens of the name or noun phrase just before the relative pronoun at a token; empty where none is."""
    tokens = doc.tokens
    start = doc.sentence_start(at)
    last = at - 1
    while last >= start and (tokens[last].text in _STOPS or tokens[last].bare in lexicon.QUANTIFIERS):
        last -= 1
    if last < start:
        return range(0)
    span = doc.name_at.get(last)
    return range(span.start if span else phrase_start(doc, last), last + 1)


def _is_people(word: str) -> bool:
    known = word in lexicon.GROUP_NOUNS or {word, lexicon.singular(word)} & lexicon.PERSON_NOUNS
    return bool(known) and word not in lexicon.QUANTIFIERS


def phrase_start(doc: NamedArticle, noun: int) -> int:
    """The first token of the noun phrase that ends in a noun: its article or possessive, if there is one."""
    tokens = doc.tokens
    start = noun
    while start > 0 and tokens[start - 1].sentence == tokens[noun].sentence:
        word = tokens[start - 1]
        joins = word.bare == "and" and _is_people(tokens[start - 2].bare)
        if word.bare in lexicon.ARTICLES | lexicon.POSSESSIVES:
            return start - 1
        modifies = word.is_word or word.text[0].isdigit()
        if not joins and (not modifies or word.bare in lexicon.FUNCTION_WORDS):
            break
        start -= 1
    return start
