"""Places of a text that other words point back to: pairs of persons, and what a relative clause belongs to."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from claims.extraction.speakers import lexicon
from claims.extraction.speakers.naming import Use
from claims.extraction.speakers.page import Page

_REACH: Final = 14
_STOPS: Final = frozenset({",", ".", ";", ":", "—", "–", "--", "(", ")", '"', "“", "”", "''"})


def pairs(page: Page, uses: Sequence[Use], before: int) -> Iterator[tuple[Use, Use]]:
    """The names joined by "and" before a token, the last first."""
    end = bisect_right(uses, before, key=lambda u: u.last)
    for i in range(end - 1, 0, -1):
        one, other = uses[i - 1], uses[i]
        if "place" not in (one.kind, other.kind) and _joined(page, one, other):
            yield one, other


def _joined(page: Page, one: Use, other: Use) -> bool:
    """Whether only an "and" stands between two names."""
    return other.start == one.last + 1 and page.tokens[one.last].bare == "and"


def antecedent(
    page: Page, uses_at: Mapping[int, Use], is_person: Callable[[Use], bool], at: int
) -> tuple[Use, ...] | range | None:
    """What the relative pronoun at token ``at`` belongs to: persons' names, or the tokens of a description."""
    tokens = page.tokens
    start = page.sentence_start(at)
    before = at - 1
    while before >= start and (tokens[before].text in _STOPS or tokens[before].bare in lexicon.QUANTIFIERS):
        before -= 1
    for i in range(before, max(start, before - _REACH) - 1, -1):
        use = uses_at.get(i)
        if use and is_person(use) and tokens[use.last].text not in {"'s", "’s"}:
            return _with_partner(page, uses_at, use)
        if use is None and _is_people(tokens[i].bare) and not _is_office(page, i):
            name = _named_by(page, uses_at, i)
            return (name,) if name else _phrase(page, i)
    nearest = tokens[before] if before >= start and tokens[at].bare in {"that", "which", "whose"} else None
    if (
        nearest is None
        or before != at - 1
        or not nearest.text.islower()
        or nearest.bare in lexicon.FUNCTION_WORDS
    ):
        return None
    return _phrase(page, before)


def _is_people(word: str) -> bool:
    known = (
        word in lexicon.PERSON_NOUNS | lexicon.GROUP_NOUNS or lexicon.singular(word) in lexicon.PERSON_NOUNS
    )
    return known and word not in lexicon.QUANTIFIERS


def _is_office(page: Page, noun: int) -> bool:
    """Whether the noun only says for what: "president" in "nominee for president"."""
    return page.tokens[noun].bare in lexicon.PERSON_NOUNS and page.tokens[noun - 1].bare in {
        "for",
        "of",
        "as",
    }


def _with_partner(page: Page, uses_at: Mapping[int, Use], use: Use) -> tuple[Use, ...]:
    """The name, with the one joined to it by "and" where a plural announces both: "two voters, A and B, who"."""
    partner = uses_at.get(use.start - 2)
    if partner is None or not _joined(page, partner, use):
        return (use,)
    comma = partner.start - 1
    noun = page.tokens[comma - 1].bare
    announced = comma > 0 and page.tokens[comma].text == "," and lexicon.singular(noun) != noun
    return (partner, use) if announced else (use,)


def _named_by(page: Page, uses_at: Mapping[int, Use], noun: int) -> Use | None:
    """The name that the noun is set off from: "Jane Roe, a member, who"."""
    for i in range(noun, max(noun - _REACH, 1), -1):
        if page.tokens[i].sentence != page.tokens[noun].sentence:
            return None
        if page.tokens[i].text == ",":
            use = uses_at.get(i - 1)
            article = page.tokens[i + 1].bare in lexicon.ARTICLES | {"his", "her"}
            return use if use and use.kind == "person" and article else None
    return None


def _phrase(page: Page, noun: int) -> range:
    """The tokens of the noun phrase that ends in a noun, back to its article."""
    return range(phrase_start(page, noun), noun + 1)


def phrase_start(page: Page, noun: int) -> int:
    """The first token of the noun phrase that ends in a noun: its article or possessive, if there is one."""
    tokens = page.tokens
    start = noun
    while start > 0 and tokens[start - 1].sentence == tokens[noun].sentence:
        word = tokens[start - 1]
        joins = word.bare == "and" and _is_people(tokens[start - 2].bare)
        if word.bare in lexicon.ARTICLES | lexicon.POSSESSIVES:
            return start - 1
        if not joins and (
            not (word.is_word or word.text[0].isdigit()) or word.bare in lexicon.FUNCTION_WORDS
        ):
            break
        start -= 1
    return start
