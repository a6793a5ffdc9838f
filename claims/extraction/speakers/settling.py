"""Where an article names persons and bodies: each name judged by what the article's other names tell of it."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from itertools import pairwise

from claims.extraction.speakers import lexicon
from claims.extraction.speakers.naming import Use, is_common, read_runs
from claims.extraction.speakers.page import Page


def find_uses(page: Page, heads: Collection[int]) -> list[Use]:
    """Every name in the article outside headlines, in order.

    ``heads`` are the numbers of tokens that begin or end a mention: a name there is a speaker's.
    """
    uses = list(read_runs(page, heads))
    surnames = {u.name.split()[-1] for u in uses if u.kind == "person"}
    merged = _merged(page, [part for use in uses for part in _parted(page, use, surnames)])
    return _beside_persons(page, _surnames_that_are_words(page, _named_again(page, merged, heads)))


def _named_again(page: Page, uses: list[Use], heads: Collection[int]) -> list[Use]:
    """The uses with names of two words taken for persons where a later mention has the second word alone: a surname."""
    alone = [u for u in uses if u.is_single and u.kind == "unknown"]
    first_alone = {u.name: u.first for u in reversed(alone)}
    surnames = {u.name for u in alone if u.first in heads}
    surnames = {s for s in surnames if s.casefold() not in page.lowercase and not is_common(s)}
    in_full = {u.name.split()[-1]: u.first for u in reversed(uses) if not u.is_single}
    surnames = {s for s in surnames if in_full.get(s, first_alone[s]) < first_alone[s]}

    def is_person(use: Use) -> bool:
        first, _, last = use.name.partition(" ")
        word = first.casefold()
        common = word in page.lowercase or word in lexicon.ADJECTIVES | lexicon.PLACES | lexicon.BODY_WORDS
        after_article = use.start > 0 and page.tokens[use.start - 1].bare in lexicon.ARTICLES
        return use.kind == "unknown" and last in surnames and not common and not after_article

    return [replace(use, kind="person") if is_person(use) else use for use in uses]


def _surnames_that_are_words(page: Page, uses: list[Use]) -> list[Use]:
    """The uses with a word for bodies taken for a surname where a person has it: "Guardian" after "Don Guardian"."""
    surnames = {u.name.split()[-1] for u in uses if u.kind == "person" and not u.is_single}

    def is_surname(use: Use) -> bool:
        article = use.start > 0 and page.tokens[use.start - 1].bare in lexicon.ARTICLES
        return use.kind == "body" and use.is_single and use.name in surnames and not article

    return [replace(use, kind="unknown") if is_surname(use) else use for use in uses]


def _beside_persons(page: Page, uses: list[Use]) -> list[Use]:
    """The uses with full names of unknown kind taken for persons where "and" joins them to a person."""
    for i, (one, other) in enumerate(pairwise(uses)):
        if other.start != one.last + 1 or page.tokens[one.last].bare != "and":
            continue
        for at, use, partner in ((i, one, other), (i + 1, other, one)):
            if (
                use.kind == "unknown"
                and not use.is_single
                and partner.kind == "person"
                and not partner.is_single
            ):
                uses[at] = replace(use, kind="person")
    return uses


def _merged(page: Page, uses: list[Use]) -> list[Use]:
    """The uses with bodies put together whose name has an "and": "Citizenship and Immigration Services"."""
    merged: list[Use] = []
    for use in uses:
        before = merged[-1] if merged else None
        joined = before and before.last + 1 == use.start and page.tokens[before.last].text == "and"
        several = before and before.kind == "unknown" and not (before.is_single or use.is_single)
        if before and joined and several and use.kind == "body":
            merged[-1] = Use(before.start, before.start, use.last, page.words(before.start, use.last), "body")
        else:
            merged.append(use)
    return merged


def _parted(page: Page, use: Use, surnames: Collection[str]) -> Iterator[Use]:
    """A body's name without a known surname that only happens to follow it: "in the Herald Roe said"."""
    tokens = page.tokens
    last = use.last - 1
    body_before = last > use.first and tokens[last - 1].bare in lexicon.BODY_WORDS
    if use.kind != "body" or not body_before or tokens[last].text not in surnames:
        yield use
        return
    yield Use(use.start, use.first, last, page.words(use.first, last), "body")
    yield Use(last, last, use.last, tokens[last].text, "unknown")
