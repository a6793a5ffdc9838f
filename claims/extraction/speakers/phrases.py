"""Places of a text that other words point back to: pairs of persons, and what a relative clause belongs to."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from claims.extraction.speakers import lexicon
from claims.extraction.speakers.naming import Use, is_common
from claims.extraction.speakers.page import Page, Token

_REACH: Final = 14
_PLACED_WITHIN: Final = 7
_NO_NOUN: Final = ("ed", "ly")
_PEOPLE: Final = frozenset({"those", "people", "others", "anyone", "everyone", "someone", "many", "some"})
_STOPS: Final = frozenset({",", ".", ";", ":", "—", "–", "--", "(", ")", '"', "“", "”", "''"})


def pairs(page: Page, uses: Sequence[Use], before: int) -> Iterator[tuple[Use, Use]]:
    """The names joined by "and" before a token, the last first."""
    end = bisect_right(uses, before, key=lambda u: u.last)
    for i in range(end - 1, 0, -1):
        one, other = uses[i - 1], uses[i]
        listed = i > 1 and uses[i - 2].last == one.start - 1 and page.tokens[one.start - 1].text == ","
        if "place" not in (one.kind, other.kind) and _joined(page, one, other) and not listed:
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
    near = _adjacent(page, uses_at, is_person, at) if before >= max(start, at - 2) else None
    if near or tokens[at].bare == "which":
        return near  # no person is meant by "which"
    for i in range(before, max(start, before - _REACH) - 1, -1):
        use = uses_at.get(i)
        if use and is_person(use) and tokens[use.last].text not in {"'s", "’s"}:
            return _with_partner(page, uses_at, use)
        named = use is not None and not is_common(use.name)
        if not named and _is_people(tokens[i].bare) and not _is_office(page, i):
            name = _named_by(page, uses_at, i)
            return (name,) if name else _phrase(page, i)
    return None


def _adjacent(
    page: Page, uses_at: Mapping[int, Use], is_person: Callable[[Use], bool], at: int
) -> tuple[Use, ...] | range | None:
    """What a relative pronoun belongs to by its place: the common noun or the body's name just before it."""
    tokens = page.tokens
    before = at - 1 if tokens[at - 1].is_word else at - 2
    pronoun = tokens[at].bare
    use = uses_at.get(before)
    if use is not None and not is_common(use.name):
        thing = use.kind == "body" or (pronoun == "which" and not is_person(use))
        return (use,) if thing and pronoun in {"which", "that"} else None
    if not _is_noun(tokens[before]) or (_is_people(tokens[before].bare) and pronoun != "which"):
        return None
    if pronoun == "who":
        return _people_there(page, before) or (_phrase(page, before) if _is_plural(page, at) else None)
    if pronoun not in {"that", "which", "whose"} or tokens[before].bare.endswith(_NO_NOUN):
        return None
    name = _named_by(page, uses_at, before, body=True)
    return (name,) if name else _phrase(page, before)


def _is_noun(token: Token) -> bool:
    """Whether a token may be a common noun."""
    return token.is_word and token.text.islower() and token.bare not in lexicon.FUNCTION_WORDS


def _is_plural(page: Page, at: int) -> bool:
    """Whether the word just before a token looks like a plural."""
    word = page.tokens[at - 1].bare
    return word.endswith("s") and not word.endswith("ss")


def _people_there(page: Page, noun: int) -> range | None:
    """The phrase of people told by a place: "those in the trade"."""
    tokens = page.tokens
    for i in range(noun - 1, max(noun - _PLACED_WITHIN, page.sentence_start(noun)) - 1, -1):
        if not tokens[i].is_word:
            return None
        if tokens[i].bare in _PEOPLE and tokens[i + 1].bare in lexicon.PREPOSITIONS:
            return range(i, noun + 1)
    return None


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


def _named_by(page: Page, uses_at: Mapping[int, Use], noun: int, *, body: bool = False) -> Use | None:
    """The name, a person's or a body's, that the noun is set off from: "Jane Roe, a member, who"."""
    for i in range(noun, max(noun - _REACH, 1), -1):
        if page.tokens[i].sentence != page.tokens[noun].sentence:
            return None
        if page.tokens[i].text == ",":
            use = uses_at.get(i - 1)
            article = page.tokens[i + 1].bare in lexicon.ARTICLES | {"his", "her"}
            if use is None or not article:
                return None
            placed = page.tokens[use.start - 1].bare in lexicon.PREPOSITIONS - {"of"}
            bodily = use.kind == "body" or (use.kind == "unknown" and not placed)
            return use if (bodily if body else use.kind == "person") else None
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
