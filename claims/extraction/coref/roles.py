"""The roles that an article gives a person beside the name: titles before it, appositions after or before it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from claims.extraction.coref import lexicon
from claims.extraction.coref.lexicon import COURTESY, Sex
from claims.extraction.coref.name_spans import NameSpan
from claims.extraction.coref.tokens import POSSESSIVE, Token, TokenisedArticle

_STOPS: Final = frozenset(
    {",", ".", ";", ":", "—", "–", "--", "(", ")", "?", "!", '"', "“", "”", "''", "―", "-"}
)
_RELATIVE: Final = frozenset({"who", "whose", "which", "that", "but"})
_NO_ROLES: Final = lexicon.ROLE_MODIFIERS | COURTESY
_REMEMBERED: Final = 2_048  # different words that are asked about
_LONGEST_AFTER: Final = 18
"""Tokens of an apposition after a name that are read at most."""
_LONGEST_BEFORE: Final = 14
"""Tokens of a description before a name that are read at most."""
_LONGEST_BRACKET: Final = 8
"""Tokens of a bracket after a name at most: "(D-Wis.)"."""


@dataclass(frozen=True, slots=True)
class Role:
    """A title or description that an article gives a person.

    ``text``: its words as they are shown.
    ``start``, ``end``: offsets into the article's text, in code points, end exclusive.
    ``nouns``: the nouns or titles for a person that it comes down to, casefolded, one for all ways to say a role.
    ``words``: all its words in the same form, with those of its owner.
    ``sex``: that of its last noun that has one.
    ``before``: whether it stands before the name.
    ``owner``: the words of the name in the possessive before a title: "Sylvania's Trade Minister Jane Roe".
    """

    text: str
    start: int
    end: int
    nouns: frozenset[str]
    words: frozenset[str]
    sex: Sex | None
    before: bool
    owner: frozenset[str] = frozenset()

    @property
    def office(self) -> str:
        """The role without whose or where it is: "Director-General" of "Director-General of the Prisons"."""
        return self.offices[0]

    @property
    def offices(self) -> tuple[str, ...]:
        """What the role may be called in short: "Commissioner", "Commissioner of Police" of one in Lagos."""
        words = self.text.split()
        ends = (i for i, w in enumerate(words) if i and w in lexicon.PREPOSITIONS)
        return tuple(" ".join(words[:end]) for end in (*ends, len(words)))


def _role_of(text: str, tokens: Sequence[Token], words: Sequence[str], *, before: bool) -> Role | None:
    """The role in some tokens, casefolded in ``words``; None if their main noun is none for a person."""
    words = tuple(words)
    head = words
    for i, word in enumerate(words):
        if i and (word in lexicon.PREPOSITIONS or (word in lexicon.FUNCTION_WORDS and word != "and")):
            head = words[:i]
            break
    if not before and not is_role_noun(head[-1]):
        return None  # no description but the next clause
    nouns = role_nouns(head)
    if not nouns:
        return None
    sex = lexicon.first_sex(reversed(head))
    return Role(
        text, tokens[0].start, tokens[-1].end, nouns, frozenset(lexicon.role(w) for w in words), sex, before
    )


def role_nouns(words: Sequence[str]) -> frozenset[str]:
    """The nouns that a role comes down to: of each part joined by "and" the last one, after any possessive."""
    nouns, last = set(), ""
    for word in (*words, "and"):
        if word in {"and", "&", "/"}:
            if last:
                nouns.add(lexicon.role(last))
            last = ""
        elif word in POSSESSIVE:
            last = ""
        elif is_role_noun(word):
            last = word
    return frozenset(nouns)


def title_nouns(doc: TokenisedArticle, span: NameSpan) -> frozenset[str]:
    """The nouns of the title before a name."""
    return role_nouns([t.bare for t in doc.tokens[span.start : span.name_start]])


@lru_cache(maxsize=_REMEMBERED)
def is_role_noun(word: str) -> bool:
    """Whether a casefolded word is a noun or title for one person."""
    return word in lexicon.CALLINGS or (lexicon.is_title(word) and word not in _NO_ROLES)


def roles(doc: TokenisedArticle, span: NameSpan) -> list[Role]:
    """The roles that stand beside a person's name at one place, those before the name first."""
    found = []
    tokens = doc.tokens
    titles = [tokens[i] for i in range(span.start, span.name_start) if tokens[i].bare not in COURTESY]
    if titles:
        text = " ".join(doc.text[titles[0].start : titles[-1].end].split())
        role = _role_of(text, titles, [t.bare for t in titles], before=True)
        owner = _owner(doc, span.start)
        found.append(replace(role, words=role.words | owner, owner=owner) if role and owner else role)
    found.append(_apposition_after(doc, span))
    found.append(_apposition_before(doc, span))
    return [r for r in found if r]


def _owner(doc: TokenisedArticle, at: int) -> frozenset[str]:
    """The words of the name whose possessive stands before a token, one for all ways to say them."""
    found = set[str]()
    if at and doc.is_possessive(at - 1):
        for token in reversed(doc.tokens[doc.sentence_start(at) : at - 1]):
            if not token.text[0].isupper() or token.bare in lexicon.FUNCTION_WORDS:
                break
            found.add(lexicon.role(token.bare))
    return frozenset(found)


def _apposition_after(doc: TokenisedArticle, span: NameSpan) -> Role | None:
    """The description set off by a comma after the name: ", head of the caucus"."""
    tokens = doc.tokens
    at = _after_brackets(tokens, span.end)
    if at + 2 < len(tokens) and tokens[at].text == "," and tokens[at + 1].text.isdigit():
        at += 2
    if at >= len(tokens) or tokens[at].text != ",":
        return None
    at += 1
    first = at + (at < len(tokens) and tokens[at].bare in lexicon.ARTICLES)
    end = at
    while (
        end < min(at + _LONGEST_AFTER, len(tokens))
        and tokens[end].sentence == tokens[span.name_start].sentence
    ):
        if tokens[end].text in _STOPS or tokens[end].bare in _RELATIVE:
            break
        end += 1
    words = [t.bare for t in tokens[first:end]]
    if not words or (first == at and not _may_begin_role(words[0])):
        return None
    if first == at and tokens[at].text[0].isupper() and not any(lexicon.is_title(w) for w in words[:4]):
        return None  # the next name of a list
    if any(w in lexicon.NEWS_VERBS for w in words):
        return None
    return _role_of(doc.words(first, end), tokens[first:end], words, before=False)


def _may_begin_role(word: str) -> bool:
    """Whether a description without an article may begin so: not with a verb or a small word."""
    if word in lexicon.FUNCTION_WORDS:
        return word in lexicon.POSSESSIVES | {"one", "now", "then"}
    return word == "retired" or not word.endswith(("ed", "ing"))


def _apposition_before(doc: TokenisedArticle, span: NameSpan) -> Role | None:
    """The description that the name is set off from: "the agency's director, ...", "the Director of Mines, Dr. ..."."""
    tokens = doc.tokens
    if span.start < 2 or tokens[span.start - 1].text != ",":
        return None
    if span.start < span.name_start and any(
        tokens[i].text.islower() for i in range(span.start, span.name_start)
    ):
        return None
    if span.end < len(tokens) and tokens[span.end].text not in _STOPS:
        return None
    end = span.start - 1
    start = end
    while start > max(end - _LONGEST_BEFORE, 0) and tokens[start - 1].sentence == tokens[end].sentence:
        if tokens[start - 1].text in _STOPS or tokens[start - 1].bare == "but":
            break
        start -= 1
        if tokens[start].bare in lexicon.ARTICLES | lexicon.POSSESSIVES:
            determined = tokens[start].sentence == tokens[max(start - 1, 0)].sentence
            if not determined or tokens[start - 1].bare not in lexicon.PREPOSITIONS:
                break
    determined = tokens[start].bare in lexicon.ARTICLES | lexicon.POSSESSIVES
    start += determined
    words = [lexicon.singular(t.bare) for t in tokens[start:end]]
    heads = [i for i, w in enumerate(words) if i and w in lexicon.PREPOSITIONS]
    head = words[heads[0] - 1] if heads else words[-1] if words else ""
    if not (head in lexicon.PERSON_NOUNS or (determined and lexicon.is_title(head))):
        return None
    if tokens[end - 1].text[0].isupper() and not determined:
        return None
    return _role_of(doc.words(start, end), tokens[start:end], words, before=False)


def _after_brackets(tokens: tuple[Token, ...], at: int) -> int:
    """After a bracket that begins at the token, else the token: "(D-Wis.)"."""
    if at < len(tokens) and tokens[at].text == "(":
        for end in range(at + 1, min(at + _LONGEST_BRACKET, len(tokens))):
            if tokens[end].text == ")":
                return end + 1
    return at


def main_roles(found: Sequence[Role]) -> list[Role]:
    """Of a person's roles the first that stands before the name and the first that stands after it."""
    firsts = (next((r for r in found if r.before is before), None) for before in (True, False))
    return [r for r in firsts if r]
