"""Where an article names persons and bodies: each name judged by what the article's other names tell of it."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from itertools import pairwise

from claims.extraction.coref import lexicon
from claims.extraction.coref.name_recognition import NameSpan, is_common, names_in_runs
from claims.extraction.coref.tokens import TokenisedArticle


def recognise_names(doc: TokenisedArticle, heads: Collection[int]) -> list[NameSpan]:
    """Every name in the article outside headlines, in order.

    ``heads`` are the numbers of tokens that begin or end a mention: a name there is a speaker's.
    """
    names = list(names_in_runs(doc, heads))
    surnames = {u.name.split()[-1] for u in names if u.kind == "person"}
    merged = _merged(doc, [part for span in names for part in _parted(doc, span, surnames)])
    return _beside_persons(doc, _surnames_that_are_words(doc, _named_again(doc, merged, heads)))


def _named_again(doc: TokenisedArticle, names: list[NameSpan], heads: Collection[int]) -> list[NameSpan]:
    """The names, those of two words taken for persons where a later mention has the second word alone: a surname."""
    alone = [u for u in names if u.is_single and u.kind == "unknown"]
    first_alone = {u.name: u.first for u in reversed(alone)}
    surnames = {u.name for u in alone if u.first in heads}
    surnames = {s for s in surnames if s.casefold() not in doc.lowercase and not is_common(s)}
    in_full = {u.name.split()[-1]: u.first for u in reversed(names) if not u.is_single}
    surnames = {s for s in surnames if in_full.get(s, first_alone[s]) < first_alone[s]}

    def is_person(span: NameSpan) -> bool:
        first, _, last = span.name.partition(" ")
        word = first.casefold()
        common = word in doc.lowercase or word in lexicon.ADJECTIVES | lexicon.PLACES | lexicon.BODY_WORDS
        after_article = span.start > 0 and doc.tokens[span.start - 1].bare in lexicon.ARTICLES
        return span.kind == "unknown" and last in surnames and not common and not after_article

    return [replace(span, kind="person") if is_person(span) else span for span in names]


def _surnames_that_are_words(doc: TokenisedArticle, names: list[NameSpan]) -> list[NameSpan]:
    """The names with a word for bodies taken for a surname where a person has it: "Guardian" after "Don Guardian"."""
    surnames = {u.name.split()[-1] for u in names if u.kind == "person" and not u.is_single}

    def is_surname(span: NameSpan) -> bool:
        article = span.start > 0 and doc.tokens[span.start - 1].bare in lexicon.ARTICLES
        return span.kind == "body" and span.is_single and span.name in surnames and not article

    return [replace(span, kind="unknown") if is_surname(span) else span for span in names]


def _beside_persons(doc: TokenisedArticle, names: list[NameSpan]) -> list[NameSpan]:
    """The names with full names of unknown kind taken for persons where "and" joins them to a person."""
    for i, (one, other) in enumerate(pairwise(names)):
        if other.start != one.last + 1 or doc.tokens[one.last].bare != "and":
            continue
        for at, span, partner in ((i, one, other), (i + 1, other, one)):
            if (
                span.kind == "unknown"
                and not span.is_single
                and partner.kind == "person"
                and not partner.is_single
            ):
                names[at] = replace(span, kind="person")
    return names


def _merged(doc: TokenisedArticle, names: list[NameSpan]) -> list[NameSpan]:
    """The names with bodies put together whose name has an "and": "Citizenship and Immigration Services"."""
    merged: list[NameSpan] = []
    for span in names:
        before = merged[-1] if merged else None
        joined = before and before.last + 1 == span.start and doc.tokens[before.last].text == "and"
        several = before and before.kind == "unknown" and not (before.is_single or span.is_single)
        if before and joined and several and span.kind == "body":
            merged[-1] = NameSpan(
                before.start, before.start, span.last, doc.words(before.start, span.last), "body"
            )
        else:
            merged.append(span)
    return merged


def _parted(doc: TokenisedArticle, span: NameSpan, surnames: Collection[str]) -> Iterator[NameSpan]:
    """A body's name without a known surname that only happens to follow it: "in the Herald Roe said"."""
    tokens = doc.tokens
    last = span.last - 1
    body_before = last > span.first and tokens[last - 1].bare in lexicon.BODY_WORDS
    if span.kind != "body" or not body_before or tokens[last].text not in surnames:
        yield span
        return
    yield NameSpan(span.start, span.first, last, doc.words(span.first, last), "body")
    yield NameSpan(last, last, span.last, tokens[last].text, "unknown")
