"""Spans of names in an article's tokens; first of all, the runs of capitalised words that may be names."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final, Literal

from claims.extraction.coref import lexicon
from claims.extraction.coref.lexicon import PARTICLES, Sex
from claims.extraction.coref.tokens import Token, TokenisedArticle
from claims.names import folded

NameKind = Literal["person", "body", "place", "unknown"]

_BRAND: Final = re.compile(r"[a-z]{1,2}[A-Z]")
"""Begins a name that is written with a small letter first: "eBay"."""
JOINED_PARTICLE: Final = re.compile(r"(?:(?!pro|non|ex|mid|pre|un|re|co)[a-z]{2,3}[-‐‑]|[dl]['’])(?=[A-Z])")
OFFICE_OF: Final = frozenset({"of", "to", "for", "on"})
"""Words over which an office goes on: "Secretary of State"."""
JOINS_OFFICES: Final = OFFICE_OF | {"and", "&", ","}
FULL_NAME: Final = 2
"""Words of a full name at least."""
NO_PERSON: Final = lexicon.BODY_WORDS | lexicon.THINGS | lexicon.PLACES | lexicon.PLACE_BEGINNINGS
"""Words that a full name with something before it does not have."""
STORMS: Final = frozenset({"hurricane", "storm", "typhoon", "cyclone"})
PLACING: Final = frozenset({"in", "at", "from", "near", "outside"})
_COMMON_IN_CAPITALS: Final = frozenset({"tv", "mps", "meps", "ngos", "pms"})
INITIALS: Final = re.compile(r"(?:[^\W\d_]\.)+$|^[A-Z]$")
_NICKNAME_MARKS: Final = {"“": "”", '"': '"', "‘": "’", "'": "'", "(": ")", "''": "''", "``": "''"}
_BODY_NOUNS: Final = lexicon.BODY_WORDS | {"observatory"}
_BODIES: Final = lexicon.BODY_WORDS | lexicon.BODY_NOUNS
_LONGEST_OWNED: Final = 3
"""Words behind a possessive among which the noun of a body stands: "People's Democratic Party"."""
_REMEMBERED: Final = 1_024  # an article says the same few names again and again
_WORDS_BEFORE_AND: Final = 2
"""Words before "and" in the name of a country at most: "Saint Kitts and Nevis"."""
_LONGEST_LABEL: Final = 5
"""Words in a transcript's label, its colon included."""


@dataclass(frozen=True, slots=True)
class NameSpan:
    """One place where a name stands, in token numbers, with what the place shows of it.

    ``start``: the first token of the title or role before the name, or of the name itself.
    ``name_start``, ``end``: the name proper, end exclusive.
    ``name``: its words, white space folded.
    ``kind``: of what it is the name.
    ``title``: the words from ``start`` to before ``name_start``.
    ``sex``: that of a person, as the title shows it.
    """

    start: int
    name_start: int
    end: int
    name: str
    kind: NameKind
    title: str = ""
    sex: Sex | None = None

    @property
    def is_single(self) -> bool:
        """Whether the name is one word, particles aside: "van den Berg"."""
        return _is_single(self.name)


@lru_cache(maxsize=_REMEMBERED)
def _is_single(name: str) -> bool:
    return all(w.casefold() in lexicon.LEADING_PARTICLES for w in name.split()[:-1])


def by_name(names: Iterable[NameSpan]) -> dict[str, list[NameSpan]]:
    """The places of each name."""
    found: dict[str, list[NameSpan]] = defaultdict(list)
    for span in names:
        found[span.name].append(span)
    return found


@dataclass(frozen=True, slots=True)
class NamedArticle(TokenisedArticle):
    """An article's tokens with its names in text order, and how often each stands.

    ``name_at`` has the name, title included, of each token.
    """

    names: tuple[NameSpan, ...]
    name_at: Mapping[int, NameSpan]
    counts: Counter[str]

    @classmethod
    def of(cls, doc: TokenisedArticle, names: Sequence[NameSpan]) -> "NamedArticle":
        """The tokens with the names found in them."""
        at = {i: span for span in names for i in range(span.start, span.end)}
        return cls(
            doc.text,
            doc.tokens,
            doc.starts,
            doc.ends,
            doc.headlines,
            doc.lowercase,
            tuple(names),
            at,
            Counter(n.name for n in names),
        )


def is_capital(token: Token) -> bool:
    """Whether a word is written like a name's: with a capital, be it after a particle or letter ("al-Amin", "eBay")."""
    text = token.text
    if not (text[0].isupper() or _BRAND.match(text) or (not text.isalpha() and JOINED_PARTICLE.match(text))):
        return False
    compound = "-" in text and text.rpartition("-")[2] in lexicon.COMPOUND_ENDINGS
    return not compound and token.bare not in {"i", "i'm", "i’m"}


def capital_runs(
    doc: TokenisedArticle, mention_edges: Collection[int], named: Collection[int]
) -> Iterator[tuple[int, int]]:
    """The runs of words with capitals outside headlines, as token numbers: the first and the one after the last.

    ``mention_edges`` are the first and last tokens of the speakers' mentions, ``named`` those that the network takes
    for a name.
    """
    inside = {
        pair
        for a, b in pairwise(doc.tokens)
        if not a.opens and a.block not in doc.headlines and is_capital(a)
        for pair in ((a.text, b.text), (a.text, ""))
    }
    tokens = doc.tokens
    known = _surnames(doc)
    surnames = {at for at in mention_edges if tokens[at].text in known}  # also where it begins a sentence
    at = 0
    while at < len(tokens):
        begins = at in surnames or _begins_name(doc, at, inside, mention_edges, named)
        if tokens[at].block in doc.headlines or not begins:
            at += 1
            continue
        end = _run_end(doc, at)
        while at > 0 and tokens[at - 1].text in lexicon.LEADING_PARTICLES and not tokens[at - 1].opens:
            at -= 1
        yield at, end
        at = end


def _surnames(doc: TokenisedArticle) -> set[str]:
    """The words behind first names that are none for people, bodies or documents: "Price" in "Tom Price"."""
    return {
        b.text
        for a, b in pairwise(doc.tokens)
        if lexicon.is_first_name(a.bare) and is_capital(a) and is_capital(b) and not b.opens
        if not (a.opens and a.bare in doc.lowercase)
        if b.bare not in _BODIES
        if not _is_common_noun(b.bare)
        or (b.bare in lexicon.DOCUMENT_NOUNS and a.bare not in lexicon.PLACES)  # "Anna Law"
    }


def _begins_name(
    doc: TokenisedArticle,
    at: int,
    inside: set[tuple[str, str]],
    mention_edges: Collection[int],
    named: Collection[int],
) -> bool:
    token = doc.tokens[at]
    if not is_capital(token):
        return False
    following = doc.tokens[at + 1] if at + 1 < len(doc.tokens) else token
    inner = _is_word_of_a_name(doc, at + 1)  # "Doctors Without Borders"
    goes_on = inner or (is_capital(following) and following.bare not in lexicon.FUNCTION_WORDS)
    goes_on = goes_on or _particles(doc, at + 1) > 1 or _nickname(doc, at, at + 1) > 0
    placed = goes_on and token.bare in lexicon.PLACE_BEGINNINGS and following.bare in lexicon.PLACES
    if placed or is_joined_place(doc.tokens[at : at + 3]):  # "Turks and Caicos"
        return True
    if token.bare in lexicon.FUNCTION_WORDS:
        return goes_on and lexicon.is_first_name(token.bare) and (not token.opens or at in mention_edges)
    known = lexicon.is_title(token.bare) or lexicon.is_first_name(token.bare)
    if not token.opens or known or (goes_on and at in named):
        return True
    if not goes_on:  # a plural, more often than a name
        unlikely = token.text.endswith("s") and (token.text, "") not in inside
    elif inner or (token.text, following.text) in inside or _title_follows(doc, at):
        return True  # seen elsewhere; "Fire Chief Roe"
    else:
        gerund = token.bare.endswith("ing") and (token.text, "") not in inside
        unlikely = token.bare in lexicon.ADJECTIVES or token.bare.endswith("ly") or gerund
    return not (unlikely or token.bare in doc.lowercase or _is_common_noun(token.bare))


def _is_word_of_a_name(doc: TokenisedArticle, at: int) -> bool:
    """Whether a small word at a token is written with a capital inside a sentence, and a word with one follows."""
    if at + 1 >= len(doc.tokens):
        return False
    token, following = doc.tokens[at], doc.tokens[at + 1]
    small = token.bare in lexicon.FUNCTION_WORDS and token.text.istitle() and len(token.text) > 1
    inside = (
        token.sentence == following.sentence and not token.opens and not doc.tokens[at - 1].text.isupper()
    )
    return small and inside and is_capital(following) and following.bare not in lexicon.FUNCTION_WORDS


def _title_follows(doc: TokenisedArticle, at: int) -> bool:
    """Whether a title follows a word with a capital, just behind it or after more of an office."""
    tokens = doc.tokens
    reach = _LONGEST_OWNED if tokens[at].bare in lexicon.ADJECTIVES else 1
    for token in tokens[at + 1 : at + 1 + reach]:
        if lexicon.is_title(token.bare) or not is_capital(token):
            return lexicon.is_title(token.bare)
    return False


def _is_common_noun(word: str) -> bool:
    """Whether a word that begins a sentence is a noun for people or documents."""
    one = lexicon.singular(word)
    return word in lexicon.GROUP_NOUNS or one in lexicon.PERSON_NOUNS or one in lexicon.DOCUMENT_NOUNS


def _run_end(doc: TokenisedArticle, at: int) -> int:
    """After the last token of the name that begins at ``at``."""
    tokens = doc.tokens
    end = at + 1
    while end < len(tokens) and tokens[end].block == tokens[at].block:
        token = tokens[end]
        following = tokens[end + 1] if end + 1 < len(tokens) else None
        surname = not token.opens and token.bare not in lexicon.NEVER_SURNAMES
        initial = end - at > 1 and INITIALS.match(tokens[end - 1].text)
        if (token.opens and not initial) or _is_label(doc, end):
            break
        if is_capital(token) and (token.bare not in lexicon.FUNCTION_WORDS or surname):
            end += 1
        elif _is_word_of_a_name(doc, end):
            end += 2
        elif following is None:
            break
        elif step := _small_words(doc, at, end):
            end += step
        else:
            break
    return end


def _small_words(doc: TokenisedArticle, at: int, end: int) -> int:
    """How many tokens a name that begins at ``at`` goes on for over small words and signs."""
    return (
        _particles(doc, end)
        or _nickname(doc, at, end)
        or _owner_in_name(doc, end)
        or 2 * _article_in_name(doc, at, end)
        or _office_or_body_goes_on(doc, at, end)
        or _country_goes_on(doc, at, end)
    )


def _is_label(doc: TokenisedArticle, at: int) -> bool:
    """Whether a transcript's label begins a line at the token: "ROE:", "MAYOR ROE:"."""
    tokens = doc.tokens
    if "\n" not in doc.text[tokens[at - 1].end : tokens[at].start]:
        return False
    for token in tokens[at : at + _LONGEST_LABEL]:
        if token.text == ":":
            return True
        if not token.text.isupper():
            return False
    return False


def _particles(doc: TokenisedArticle, at: int) -> int:
    """How many tokens small words or a comma add that a name goes on over: "van den Berg", "&", ", Jr."."""
    tokens = doc.tokens
    if at + 1 >= len(tokens):
        return 0
    if tokens[at].text == ",":
        return 2 * (tokens[at + 1].bare in {"jr", "sr"})
    end = at
    while end < len(tokens) and tokens[end].bare in PARTICLES and tokens[end].text.islower():
        end += 1
    end += end == at and tokens[at].text == "&"
    return end + 1 - at if end > at and end < len(tokens) and is_capital(tokens[end]) else 0


def _nickname(doc: TokenisedArticle, start: int, at: int) -> int:
    """How many tokens a nickname in marks or brackets inside a person's name adds: "Robert “Bob” Ames"."""
    tokens = doc.tokens
    closing = _NICKNAME_MARKS.get(tokens[at].text) if at < len(tokens) else None
    if closing is None or at + 3 >= len(tokens) or tokens[at + 3].sentence != tokens[at].sentence:
        return 0
    end = next((i for i in (at + 2, at + 3) if tokens[i].text == closing), None)
    if end is None or end + 1 >= len(tokens) or not is_capital(tokens[end + 1]):
        return 0
    before, inside = tokens[at - 1], tokens[at + 1]
    given = lexicon.is_first_name(before.bare) or (at - start <= 2 and closing != ")")
    fits = (
        given and is_capital(inside) and not inside.text.isupper() and before.bare not in lexicon.BODY_WORDS
    )
    return end + 2 - at if fits and not lexicon.is_title(tokens[end + 1].bare) else 0


def _owner_in_name(doc: TokenisedArticle, at: int) -> int:
    """How many tokens a possessive in a body's name adds: "the Ombudsman's Office", "Peoples' Democratic Party"."""
    tokens = doc.tokens
    if tokens[at].text not in {"'s", "’s", "'", "’"} or not is_capital(tokens[at + 1]):
        return 0
    owner = tokens[at - 1].bare
    noun = owner in lexicon.GROUP_NOUNS | {"peoples"} or lexicon.singular(owner) in lexicon.PERSON_NOUNS
    end = at + 1
    while end < len(tokens) and is_capital(tokens[end]) and end - at <= _LONGEST_OWNED:
        if tokens[end].bare in lexicon.BODY_WORDS:
            return 2 if noun else 0
        end += 1
    return 0


def _article_in_name(doc: TokenisedArticle, at: int, end: int) -> bool:
    """Whether an article or "our" goes on a body's name after its first word: "campaign group Save the Marsh"."""
    tokens = doc.tokens
    inside = tokens[end].text in {"the", "our", "my", "your"} and is_capital(tokens[end + 1])
    return inside and end == at + 1 and at > 0 and tokens[at - 1].bare in lexicon.BODY_NOUNS


def _office_or_body_goes_on(doc: TokenisedArticle, at: int, end: int) -> int:
    """How many tokens "of the" and the like add, where an office or a body goes on: "Secretary of State"."""
    tokens = doc.tokens
    word, before = tokens[end].text, tokens[end - 1].bare
    bodily = not {before, lexicon.singular(before)}.isdisjoint(_BODY_NOUNS)
    inside = any(tokens[i].text in OFFICE_OF for i in range(at, end)) and not lexicon.is_title(before)
    if word == "," and inside and (step := _listed_office(doc, end)):
        return step
    step = 2 if tokens[end + 1].text in lexicon.ARTICLES else 1
    follows = (
        end + step < len(tokens)
        and is_capital(tokens[end + step])
        and tokens[end + step].bare.replace("-", "").isalpha()
    )
    if not follows or tokens[end + step].bare in lexicon.FUNCTION_WORDS:
        return 0
    if word in OFFICE_OF and (lexicon.is_title(before) or bodily):
        return step + 1
    opened = any(tokens[i].bare in lexicon.BODY_WORDS for i in range(at, end))
    if word in {"of", "for"} and inside and opened and before not in lexicon.PLACES:
        return step + 1
    if word == "and" and step == 1 and inside and not tokens[end + 1].text.isupper():
        return step + 1
    return 0


def _country_goes_on(doc: TokenisedArticle, at: int, end: int) -> int:
    """How many tokens "and" adds in the name of a country: "Trinidad and Tobago"."""
    if doc.tokens[end].text != "and":
        return 0
    step = 3 if doc.tokens[end + 1].text in lexicon.ARTICLES else 2
    starts = range(max(at, end - _WORDS_BEFORE_AND), end)
    return step if any(is_joined_place(doc.tokens[i : end + step]) for i in starts) else 0


def is_joined_place(tokens: Sequence[Token]) -> bool:
    """Whether some tokens are the name of a country that has "and" in it."""
    joined = any(t.bare == "and" for t in tokens)  # which is sooner told than what the words are
    return joined and "-".join(folded(t.bare) for t in tokens) in lexicon.JOINED_PLACES


def _listed_office(doc: TokenisedArticle, comma: int) -> int:
    """How many tokens a comma and the next word add in "Ministry of Gender, Labour and Social Development"."""
    tokens = doc.tokens
    end = comma + 1
    while end < len(tokens) and is_capital(tokens[end]) and end - comma <= _LONGEST_OWNED:
        if lexicon.is_first_name(tokens[end].bare) or lexicon.is_title(tokens[end].bare):
            return 0
        end += 1
    more = end > comma + 1 and end + 1 < len(tokens) and tokens[end].text in {"and", "&", ","}
    following = tokens[end + 1] if more else None
    fits = following is not None and is_capital(following) and not lexicon.is_first_name(following.bare)
    return end - comma if fits and (tokens[end].text != "," or _listed_office(doc, end)) else 0


def is_common(name: str) -> bool:
    """Whether a name with a capital is a word for people, such as "Republicans" or "Czech"."""
    word = name.casefold()
    people = word in lexicon.NATIONALITIES or (word.endswith("s") and word[:-1] in lexicon.ADJECTIVES)
    if word in _COMMON_IN_CAPITALS or people:
        return True
    return word in lexicon.GROUP_NOUNS or word.endswith(("-americans", " americans"))


def is_placed(doc: TokenisedArticle, span: NameSpan) -> bool:
    """Whether a preposition of place stands before the name."""
    return span.start > 0 and doc.tokens[span.start - 1].bare in PLACING
