"""Recognition of the names of persons, bodies and places, by rules.

Each run of capitalised words is split into title and name and typed by its own words and those around it; then what
the article's other names show revises the types.
"""

import re
from collections.abc import Collection, Iterator
from typing import Final

from claims.extraction.coref import lexicon
from claims.extraction.coref.lexicon import COURTESY, PARTICLES, SUFFIXES, TITLES
from claims.extraction.coref.name_revision import revised
from claims.extraction.coref.name_spans import (
    INITIALS,
    JOINED_PARTICLE,
    JOINS_OFFICES,
    NO_PERSON,
    OFFICE_OF,
    PLACING,
    STORMS,
    NameKind,
    NameSpan,
    capital_runs,
    is_capital,
    is_joined_place,
)
from claims.extraction.coref.name_tags import names_by_network
from claims.extraction.coref.tokens import POSSESSIVE, Token, TokenisedArticle
from claims.extraction.references import References
from claims.text.abbreviations import BEFORE_NAMES

_PARTY: Final = re.compile(r"[DRI]$")
_LONGEST_ACRONYM: Final = 6
"""Letters of an acronym at most."""
_OFFICE_WORDS: Final = lexicon.OFFICES | lexicon.PLACES | lexicon.BODY_WORDS | lexicon.PLACE_BEGINNINGS
"""Words of an office, a place or a body."""
_MOST_MODIFIERS: Final = 7
"""Words of a role in small letters before a name: "Roe campaign spokesman"."""
_OFFICE_REACH: Final = 4
"""Tokens before the name of a place or body among which an office stands: "envoy to"."""
_APPOSITION_REACH: Final = 8
"""Tokens after a name in which an apposition may show that it is a person's."""


def recognise_names(
    doc: TokenisedArticle, mention_edges: Collection[int], references: References | None = None
) -> list[NameSpan]:
    """Every name in the article outside headlines, in text order.

    ``mention_edges`` are the first and last tokens of the speakers' mentions: a full name there is a person's.
    ``references`` say of what a name is where its own words do not, or are wrong beyond doubt.
    """
    named = set(names_by_network(doc, references)) if references else set[int]()
    runs = capital_runs(doc, mention_edges, named)
    names = [span for run in runs for span in _split(doc, *run, mention_edges)]
    return revised(doc, names, mention_edges, references)


def _split(doc: TokenisedArticle, start: int, end: int, mention_edges: Collection[int]) -> Iterator[NameSpan]:
    """The names in one run of capitals: what stands before a title, and the name after it."""
    tokens = doc.tokens
    first = _name_after_title(tokens, start, end)
    if first == end:
        title = next(i for i in range(start, end) if lexicon.is_title(tokens[i].bare))
        yield from _body_before_title(doc, start, title)
        return
    if first > start:
        words = [tokens[i].bare for i in range(first, end)]
        bodily = any(w in lexicon.BODY_WORDS for w in words) and not lexicon.is_first_name(words[0])
        if bodily and tokens[start].bare not in COURTESY:
            yield _body(doc, start, end)
            return
        title = next((i for i in range(start, end) if lexicon.is_title(tokens[i].bare)), first - 1)
        yield from _body_before_title(doc, start, title)
        yield _person(doc, _role_start(doc, start), first, end)
        return
    if (person := _person_after_place(doc, start, end, mention_edges)) > start:
        yield _without_title(doc, start, person, frozenset())
        yield _person(doc, person, person, end)
        return
    while end - start > 2 and tokens[start].bare in lexicon.ORIGINS:
        if not lexicon.is_first_name(tokens[start + 1].bare):
            break
        start += 1
    yield _without_title(doc, start, end, mention_edges)


def _name_after_title(tokens: tuple[Token, ...], start: int, end: int) -> int:
    """Where the name begins after the run's last title; ``start`` without a title, ``end`` without a name."""
    named = start
    while end - start > 1 and tokens[end - 1].text.isupper() and tokens[end - 2].bare not in TITLES:
        if tokens[end - 1].bare not in lexicon.AFTER_NAMES:
            break
        end -= 1  # "Jane Roe MP"
    for at in range(end - 1, start - 1, -1):
        if start < at < end - 1 and (tokens[at - 1].bare, tokens[at].bare) in lexicon.ADDRESSES:
            return at + 1  # "Tan Sri Roe"
        if not lexicon.is_title(tokens[at].bare) or INITIALS.match(tokens[at].text):
            continue
        rest = at + 1
        if rest == end:
            before = tokens[at - 1] if at > start else None
            set_off = tokens[at].text.endswith(".") and end < len(tokens) and tokens[end].text == "("
            if before and not set_off and (before.bare in COURTESY or before.text.endswith(".")):
                return at  # "Mr. King", but "Lt. Gen. (ret.) Jane Roe"
            surname = tokens[at].bare in BEFORE_NAMES and not (set_off or tokens[at].text.isupper())
            if not before or (before.bare not in lexicon.FIRST_NAMES - TITLES and not surname):
                return end
            given = (i for i in range(at, start, -1) if lexicon.is_title(tokens[i - 1].bare))
            named = next(given, start)  # "Stephen King", "Mira Sen"
            continue
        if tokens[rest].bare in SUFFIXES or tokens[rest].text == ",":
            continue
        if tokens[rest].text in OFFICE_OF:
            return _name_after_office(tokens, rest + 1, end)
        return rest
    return named if named > start else start


def _name_after_office(tokens: tuple[Token, ...], at: int, end: int) -> int:
    """Where the name begins after "of State" or "to Iraq"; ``end`` without a name.

    A first name begins it; else it follows the last word of an office, a place or a body, or what "and" and "of" join
    to them: "of Trade and Industry Ana Sorel".
    """
    at += tokens[at].text in lexicon.ARTICLES
    after, found = at + 1, tokens[at].bare in _OFFICE_WORDS
    for i in range(at, end):
        joins = tokens[i].text in JOINS_OFFICES
        if joins or tokens[i].bare in _OFFICE_WORDS:
            after, found = i + 1 + joins, True
        elif tokens[i].text in lexicon.ARTICLES and i == after - 1:
            after += 1
    first = next((i for i in range(after, end) if lexicon.is_first_name(tokens[i].bare)), None)
    if first is not None:
        return first
    if found or end - at < 3:
        return min(after, end)
    start = end - 2
    while start > at and tokens[start].bare in PARTICLES:
        start -= 1
    return start


def _person_after_place(doc: TokenisedArticle, start: int, end: int, mention_edges: Collection[int]) -> int:
    """Where a person's name begins in a run that names first whose office it is: "envoy to Ruritania Jan Holt".

    ``start`` where it begins the run, or there is none.
    """
    tokens = doc.tokens
    before = [t.bare for t in tokens[max(start - _OFFICE_REACH, doc.sentence_start(start)) : start]]
    if end - start < 3 or not before or before.pop() not in OFFICE_OF | PLACING:
        return start
    if not any(lexicon.role(w) in lexicon.PERSON_NOUNS or w in TITLES for w in before):
        return start
    held = tokens[start - 2]
    if is_capital(held) and held.bare not in _OFFICE_WORDS | TITLES | lexicon.CALLINGS:
        return start  # "promoter Jan Holt of Acme Drum Events"
    ends = end - 1 in mention_edges or (end < len(tokens) and tokens[end].bare in lexicon.NEWS_VERBS)
    if lexicon.is_first_name(tokens[start].bare) or not ends or tokens[end - 1].bare in lexicon.BODY_WORDS:
        return start
    found = _name_after_office(tokens, start, end)
    return found if start < found <= end - 2 else start


def _body_before_title(doc: TokenisedArticle, start: int, title: int) -> Iterator[NameSpan]:
    """The body that a title goes with: "Wells" in "Wells CEO"."""
    tokens = doc.tokens
    if start == title:
        return
    last = tokens[title - 1]
    acronym = last.text.isupper() and len(last.text) > 2
    if last.bare in lexicon.ORIGINS or last.bare in PARTICLES:
        return
    if acronym or last.bare in lexicon.BODY_WORDS or tokens[title].bare in lexicon.COMPANY_TITLES:
        yield NameSpan(start, start, title, doc.words(start, title), "body")


def _without_title(doc: TokenisedArticle, start: int, end: int, mention_edges: Collection[int]) -> NameSpan:
    tokens = doc.tokens
    name = doc.name(start, end)
    kind = _kind_by_words([tokens[i] for i in range(start, end)])
    begin = _role_start(doc, start)
    if end - start == 1 and tokens[start].text.isupper() and end < len(tokens) and tokens[end].text == ":":
        return NameSpan(start, start, end, name, "unknown")  # a transcript's label: "ROE: ..."
    in_full = end - start > 1 and (start == 0 or tokens[start - 1].bare != "the")
    with_role = begin < start
    if kind == "unknown" and (with_role or (in_full and _person_by_context(doc, start, end, mention_edges))):
        kind = "person"
    if kind == "body":
        return _body(doc, start, end)
    return _person(doc, begin, start, end) if kind == "person" else NameSpan(start, start, end, name, kind)


def _person(doc: TokenisedArticle, start: int, name_start: int, end: int) -> NameSpan:
    title = doc.words(start, name_start) if start < name_start else ""
    sex = lexicon.first_sex(doc.tokens[i].bare for i in reversed(range(start, name_start)))
    return NameSpan(start, name_start, end, doc.name(name_start, end), "person", title, sex)


def _body(doc: TokenisedArticle, start: int, end: int) -> NameSpan:
    """A body's name, which may have an "and" in it: "Food and Drug Administration"."""
    tokens = doc.tokens
    articles = {t.bare for t in tokens[max(start - 4, 0) : max(start - 2, 0)] if not is_capital(t)}
    if end - start > 1 and start > 2 and tokens[start - 1].text == "and" and "the" in articles:
        word = tokens[start - 2]
        inside = not word.text.isupper() and word.bare not in NO_PERSON
        start -= 2 * (inside and is_capital(word))
        while tokens[start].text == word.text and is_capital(tokens[start - 1]) and tokens[start - 1].is_word:
            start -= 1
            word = tokens[start]
    legal = [i for i in range(start + 1, end) if tokens[i].bare in lexicon.LEGAL_FORMS]
    end = legal[-1] + 1 if legal else end
    return NameSpan(start, start, end, doc.words(start, end), "body")


def _kind_by_words(run: list[Token]) -> NameKind:
    """The kind of a name by its words alone."""
    words = [t.bare for t in run]
    last, first = words[-1], words[0]
    if len(run) == 1:
        return _kind_of_word(run[0])
    given = lexicon.is_first_name(first)
    if any(w in lexicon.BODY_WORDS for w in words) or (last in lexicon.BUSINESS and not given):
        return "body"
    beginning = first in STORMS or (first in lexicon.PLACE_BEGINNINGS and len(words) < 4)
    if beginning or is_joined_place(run) or all(w in lexicon.PLACES for w in words):
        return "place"
    if last in lexicon.THINGS or any(t.text in OFFICE_OF or t.text == "&" for t in run):
        return "body" if any(t.text == "&" for t in run) else "place"
    acronym = run[0].text.isupper() and len(first) > 2 and first.isalpha() and not run[1].text.isupper()
    if not given and (acronym or (last in lexicon.PLACES and len(run) == 2)):
        return "body"  # "BBC Hindi", "Visa Vietnam"
    named = given and len(words) < 6
    inner = any(INITIALS.match(t.text) for t in run[:-1]) or last in SUFFIXES
    particle = any(w in PARTICLES for w in words[1:-1]) or any(JOINED_PARTICLE.match(t.text) for t in run[1:])
    return "person" if named or (inner and first not in lexicon.PLACES) or particle else "unknown"


def _kind_of_word(token: Token) -> NameKind:
    if token.bare in lexicon.PLACES or (token.text.isupper() and token.bare in lexicon.SEATS):
        return "place"  # also of a dateline: "DHAKA, Aug 4: ..."
    acronym = token.text.isupper() and 1 < len(token.bare) <= _LONGEST_ACRONYM and token.bare.isalpha()
    return "body" if acronym or token.bare in lexicon.BODY_WORDS else "unknown"


def _role_start(doc: TokenisedArticle, start: int) -> int:
    """Where a role in small letters begins before a name: "campaign spokesman"; ``start`` if there is none."""
    tokens = doc.tokens
    noun = tokens[start - 1].bare.removeprefix("co-") if start else ""
    if noun not in lexicon.PERSON_NOUNS:
        return start
    if tokens[start - 1].text[0].isupper() and doc.sentence_start(start - 1) != start - 1:
        return start
    begin = start - 1
    while begin > 0 and start - begin < _MOST_MODIFIERS and _modifies(tokens, begin - 1):
        begin -= 1
    return begin


def _modifies(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether the token may belong to a role that goes on after it."""
    token, following = tokens[at], tokens[at + 1]
    if token.sentence != following.sentence or token.quoted != following.quoted:
        return False
    if token.text in POSSESSIVE:
        return True
    if not token.is_word or token.bare in lexicon.FUNCTION_WORDS:
        return False
    if token.bare in lexicon.ROLE_MODIFIERS or token.text[0].isupper():
        return True
    owns = following.text in POSSESSIVE  # "the actor's friend Jane Roe"
    return owns or (following.text[0].islower() and not _is_past(token.bare))


def _is_past(word: str) -> bool:
    return word.endswith("ed") or word in lexicon.NEWS_VERBS


def _person_by_context(doc: TokenisedArticle, start: int, end: int, mention_edges: Collection[int]) -> bool:
    """Whether the words around a name of several words show that it is a person's."""
    tokens = doc.tokens
    if start in mention_edges or end - 1 in mention_edges:
        return True
    after = [tokens[i] for i in range(end, min(end + _APPOSITION_REACH, len(tokens)))]
    before = tokens[start - 1] if start else None
    if not after:
        return False
    if after[0].text == "(" and len(after) > 1 and _PARTY.match(after[1].text.partition("-")[0]):
        return True
    if after[0].text == "," and len(after) > 1:
        if after[1].bare in {"who", "whose"} or (after[1].text.isdigit() and len(after[1].text) == 2):
            return True
        if after[1].text in lexicon.ARTICLES and any(t.bare in lexicon.PERSON_NOUNS for t in after[2:]):
            return True
    return after[0].bare in lexicon.NEWS_VERBS or (
        before is not None and before.bare in lexicon.NEWS_VERBS and not before.quoted
    )
