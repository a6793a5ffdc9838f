"""Noun phrases in an article's tokens: names joined by "and", antecedents of relative pronouns, appositions."""

from bisect import bisect_right
from collections.abc import Callable
from typing import Final

from claims.extraction.coref import lexicon
from claims.extraction.coref.name_spans import NamedArticle, NameSpan, is_common
from claims.extraction.coref.tokens import Token

ISSUED_BY: Final = frozenset({"by", "from"})
"""What leads to whose a document is: "a report by X", "a letter from X"."""
_REACH: Final = 14
"""Tokens before a relative pronoun in which what it belongs to is sought."""
_DETERMINERS: Final = lexicon.ARTICLES | lexicon.POSSESSIVES
_NO_NOUN_ENDINGS: Final = ("ed", "ly")
_STOPS: Final = frozenset({",", ".", ";", ":", "—", "–", "--", "(", ")", '"', "“", "”", "''"})


def joined_before(doc: NamedArticle, span: NameSpan) -> NameSpan | None:
    """The name that "and" joins to one behind it; places and longer lists aside."""
    names = doc.names
    for i in range(bisect_right(names, span.end, key=lambda n: n.end) - 1, 0, -1):
        one, other = names[i - 1], names[i]
        listed = i > 1 and names[i - 2].end == one.start - 1 and doc.tokens[one.start - 1].text == ","
        joined = "place" not in (one.kind, other.kind) and _joined(doc, one, other) and not listed
        if joined or other is span:
            return one if joined and other is span else None
    return None


def _joined(doc: NamedArticle, one: NameSpan, other: NameSpan) -> bool:
    """Whether only an "and" stands between two names."""
    return other.start == one.end + 1 and doc.tokens[one.end].bare == "and"


def names_who_saw(doc: NamedArticle, at: int) -> bool:
    """Whether a token leads to who only saw or had a document: "a letter seen by X", "papers obtained from X"."""
    tokens = doc.tokens
    return tokens[at].bare in ISSUED_BY and at > 0 and tokens[at - 1].bare in lexicon.SEES_DOCUMENTS


def relative_antecedent(
    doc: NamedArticle, is_person: Callable[[NameSpan], bool], at: int
) -> tuple[NameSpan, ...] | range | None:
    """What the relative pronoun at token ``at`` belongs to: persons' names, or the tokens of a description."""
    tokens = doc.tokens
    start = doc.sentence_start(at)
    before = at - 1
    while before >= start and (tokens[before].text in _STOPS or tokens[before].bare in lexicon.QUANTIFIERS):
        before -= 1
    near = _adjacent(doc, is_person, at) if before >= max(start, at - 2) else None
    if near or tokens[at].bare == "which":
        return near  # no person is meant by "which"
    for i in range(before, max(start, before - _REACH) - 1, -1):
        span = doc.name_at.get(i)
        if span and is_person(span) and not doc.is_possessive(span.end):
            return _with_partner(doc, span)
        named = span is not None and not is_common(span.name.split()[-1])
        if not named and is_people(tokens[i].bare) and not _is_office(doc, i):
            return range(span.start, i + 1) if span else _phrase(doc, i)
    return None


def _adjacent(
    doc: NamedArticle, is_person: Callable[[NameSpan], bool], at: int
) -> tuple[NameSpan, ...] | range | None:
    """What a relative pronoun belongs to by its place: the common noun or the body's name just before it."""
    tokens = doc.tokens
    before = at - 1 if tokens[at - 1].is_word else at - 2
    pronoun = tokens[at].bare
    span = doc.name_at.get(before)
    if span is not None and not is_common(span.name):
        thing = span.kind == "body" or (pronoun == "which" and not is_person(span))
        return (span,) if thing and pronoun in {"which", "that"} else None
    if not _is_noun(tokens[before]) or (is_people(tokens[before].bare) and pronoun != "which"):
        return None
    if pronoun == "who":
        return _phrase(doc, before) if _is_plural(doc, at) else None
    if pronoun not in {"that", "which", "whose"} or tokens[before].bare.endswith(_NO_NOUN_ENDINGS):
        return None
    return _phrase(doc, before)


def _is_noun(token: Token) -> bool:
    """Whether a token may be a common noun."""
    return token.is_word and token.text.islower() and token.bare not in lexicon.FUNCTION_WORDS


def _is_plural(doc: NamedArticle, at: int) -> bool:
    """Whether the word just before a token looks like a plural."""
    word = doc.tokens[at - 1].bare
    return word.endswith("s") and not word.endswith("ss")


def is_people(word: str) -> bool:
    """Whether a casefolded noun is one for people, one or several."""
    known = word in lexicon.GROUP_NOUNS or {word, lexicon.singular(word)} & lexicon.PERSON_NOUNS
    return bool(known) and word not in lexicon.QUANTIFIERS


def _is_office(doc: NamedArticle, noun: int) -> bool:
    """Whether the noun only says for what: "president" in "nominee for president"."""
    before = doc.tokens[noun - 1].bare
    return doc.tokens[noun].bare in lexicon.PERSON_NOUNS and before in {"for", "of", "as"}


def _with_partner(doc: NamedArticle, span: NameSpan) -> tuple[NameSpan, ...]:
    """The name, with the one joined to it by "and" where a plural announces both: "two voters, A and B, who"."""
    partner = doc.name_at.get(span.start - 2)
    if partner is None or not _joined(doc, partner, span):
        return (span,)
    comma = partner.start - 1
    noun = doc.tokens[comma - 1].bare
    announced = comma > 0 and doc.tokens[comma].text == "," and lexicon.singular(noun) != noun
    return (partner, span) if announced else (span,)


def _phrase(doc: NamedArticle, noun: int) -> range:
    """The tokens of the noun phrase that ends in a noun, back to its article."""
    return range(phrase_start(doc, noun), noun + 1)


def phrase_start(doc: NamedArticle, noun: int) -> int:
    """The first token of the noun phrase that ends in a noun: its article or possessive, if there is one."""
    tokens = doc.tokens
    start = noun
    while start > 0 and tokens[start - 1].sentence == tokens[noun].sentence:
        word = tokens[start - 1]
        joins = word.bare == "and" and is_people(tokens[start - 2].bare)
        if word.bare in _DETERMINERS:
            return start - 1
        modifies = word.is_word or word.text[0].isdigit()
        if not joins and (not modifies or word.bare in lexicon.FUNCTION_WORDS):
            break
        start -= 1
    return start
