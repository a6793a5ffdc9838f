"""Spans of names in an article's tokens; first of all, the runs of capitalised words that may be names."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Literal

from claims.extraction.coref import lexicon
from claims.extraction.coref.lexicon import PARTICLES, TITLES, Sex
from claims.extraction.coref.tokens import Token, TokenisedArticle

NameKind = Literal["person", "body", "place", "unknown"]

JOINED_PARTICLE: Final = re.compile(r"(?:[a-z]{2,3}[-‐‑]|[dl]['’])(?=[A-Z])")
OFFICE_OF: Final = frozenset({"of", "to", "for", "on"})
"""Words over which an office goes on: "Secretary of State"."""
_LONGEST_LABEL: Final = 5
"""Words in a transcript's label, its colon included."""
_SMALL_WORDS_AND_SURNAMES: Final = frozenset(
    ["will", "may", "long", "best", "read", "such", "early", "close"]
)


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
        """Whether the name is one word."""
        return " " not in self.name


@dataclass(frozen=True, slots=True)
class NamedArticle(TokenisedArticle):
    """An article's tokens with its names in text order; ``name_at`` has the name, title included, of each token."""

    names: tuple[NameSpan, ...]
    name_at: Mapping[int, NameSpan]

    @classmethod
    def of(cls, doc: TokenisedArticle, names: Sequence[NameSpan]) -> "NamedArticle":
        """The tokens with the names found in them."""
        at = {i: span for span in names for i in range(span.start, span.end)}
        return cls(doc.text, doc.tokens, doc.starts, doc.ends, doc.headlines, doc.lowercase, tuple(names), at)


def is_capital(token: Token) -> bool:
    """Whether a word is written like a name's: with a capital, be it after a joined particle ("al-Amin")."""
    text = token.text
    return (text[0].isupper() or bool(JOINED_PARTICLE.match(text))) and token.bare not in {"i", "i'm", "i’m"}


def capital_runs(doc: TokenisedArticle, mention_edges: Collection[int]) -> Iterator[tuple[int, int]]:
    """The runs of words with capitals outside headlines, as token numbers: the first and the one after the last.

    ``mention_edges`` are the first and last tokens of the speakers' mentions.
    """
    inside = {
        pair
        for a, b in pairwise(doc.tokens)
        if not a.opens and a.block not in doc.headlines and is_capital(a)
        for pair in ((a.text, b.text), (a.text, ""))
    }
    tokens = doc.tokens
    at = 0
    while at < len(tokens):
        if tokens[at].block in doc.headlines or not _begins_name(doc, at, inside, mention_edges):
            at += 1
            continue
        end = _run_end(doc, at)
        yield at, end
        at = end


def _begins_name(
    doc: TokenisedArticle, at: int, inside: set[tuple[str, str]], mention_edges: Collection[int]
) -> bool:
    token = doc.tokens[at]
    if not is_capital(token):
        return False
    following = doc.tokens[at + 1] if at + 1 < len(doc.tokens) else None
    goes_on = following is not None and is_capital(following) and following.bare not in lexicon.FUNCTION_WORDS
    if token.bare in lexicon.FUNCTION_WORDS:
        return goes_on and token.bare in lexicon.FIRST_NAMES and (not token.opens or at in mention_edges)
    if not token.opens or token.bare in TITLES or token.bare in lexicon.FIRST_NAMES:
        return True
    if goes_on and following is not None:
        if (token.text, following.text) in inside or following.bare in TITLES:
            return True  # seen elsewhere; "Fire Chief Roe"
        unlikely = token.bare in lexicon.ADJECTIVES or token.bare.endswith("ly")
    else:  # a plural, more often than a name
        unlikely = token.bare.endswith("s") and (token.text, "") not in inside
    return not (unlikely or token.bare in doc.lowercase or _is_common_noun(token.bare))


def _is_common_noun(word: str) -> bool:
    """Whether a word that begins a sentence is a noun for people or documents."""
    nouns = lexicon.PERSON_NOUNS | lexicon.DOCUMENT_NOUNS
    return word in lexicon.GROUP_NOUNS or lexicon.singular(word) in nouns


def _run_end(doc: TokenisedArticle, at: int) -> int:
    """After the last token of the name that begins at ``at``."""
    tokens = doc.tokens
    end = at + 1
    while end < len(tokens) and tokens[end].block == tokens[at].block:
        token = tokens[end]
        following = tokens[end + 1] if end + 1 < len(tokens) else None
        surname = tokens[end - 1].bare in lexicon.FIRST_NAMES and token.bare in _SMALL_WORDS_AND_SURNAMES
        if _is_label(doc, end):
            break
        if is_capital(token) and (token.bare not in lexicon.FUNCTION_WORDS or surname):
            end += 1
        elif following is None:
            break
        elif _goes_on(token, following):
            end += 2
        elif step := _office_or_body_goes_on(doc, at, end):
            end += step
        else:
            break
    return end


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


def _goes_on(token: Token, following: Token) -> bool:
    """Whether a name goes on over a small word or a comma: "van", "&", ", Jr."."""
    if token.text == ",":
        return following.bare in {"jr", "sr"}
    return (token.bare in PARTICLES or token.text == "&") and is_capital(following)


def _office_or_body_goes_on(doc: TokenisedArticle, at: int, end: int) -> int:
    """How many tokens "of the" and the like add, where an office or a body goes on: "Secretary of State"."""
    tokens = doc.tokens
    word, before = tokens[end].text, tokens[end - 1].bare
    step = 2 if tokens[end + 1].text in lexicon.ARTICLES else 1
    follows = (
        end + step < len(tokens) and is_capital(tokens[end + step]) and tokens[end + step].bare.isalpha()
    )
    if not follows or tokens[end + step].bare in lexicon.FUNCTION_WORDS:
        return 0
    if word in OFFICE_OF and (before in TITLES or before in lexicon.BODY_WORDS):
        return step + 1
    inside = any(tokens[i].text in OFFICE_OF for i in range(at, end)) and before not in TITLES
    if word == "and" and step == 1 and inside and not tokens[end + 1].text.isupper():
        return step + 1
    return 0
