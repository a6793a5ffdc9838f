"""A name taken apart: titles, given names, particles, family name, suffixes."""

import re
from dataclasses import dataclass
from functools import lru_cache

from claims.lexicons import table, word_set
from claims.names.name_lexicon import (
    ADDRESSES,
    ARABIC_ARTICLES,
    BODIES,
    COURTESY,
    COURTESY_MEN,
    COURTESY_WOMEN,
    PARTICLES,
    SUFFIXES,
    TITLES,
)
from claims.text.normalisation import plain, unaccented

_BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_POSSESSIVE = re.compile(r"(?:'s|')$", re.IGNORECASE)
_NOT_IN_LISTS = re.compile(r"[.'’]")
_INITIALS = re.compile(r"(?:[^\W\d_]\.){2,}$")
_LETTERS_WITHOUT_MARKS = str.maketrans(
    {letter: latin.strip("-") for letter, latin in table("romanisation.latin").items()}
)
_REMEMBERED = 16_384  # an article says the same few names again and again
_ARTICLES = word_set("function_words.articles")
_OFFICE_OF = frozenset({"of", "to", "for"})


@dataclass(frozen=True, slots=True)
class Name:
    """The parts of a name, in the article's spelling and order.

    ``family`` has no particle ("al-Khafaji" gives particle "al", family "Khafaji"). The name of a body has
    all its words in ``family``, without a leading article. A description is taken apart as if it were a name.
    """

    titles: tuple[str, ...]
    given: tuple[str, ...]
    particles: tuple[str, ...]
    family: str
    suffixes: tuple[str, ...]


@lru_cache(maxsize=_REMEMBERED)
def folded(word: str) -> str:
    """A word casefolded, without accents, full stops and apostrophes: the form of the word lists."""
    word = word.casefold()
    if not word.isascii():
        word = unaccented(word).translate(_LETTERS_WITHOUT_MARKS)
    return _NOT_IN_LISTS.sub("", word)


@lru_cache(maxsize=_REMEMBERED)
def is_body(name: str) -> bool:
    """Whether the name, its titles aside, has a word that bodies bear, such as "committee"."""
    return _holds_body(_words(name))


@lru_cache(maxsize=_REMEMBERED)
def parse(name: str) -> Name:
    """The parts of a name; what follows a comma is kept only if it is a suffix ("Jr.")."""
    written = _words(name)
    if not written or _holds_body(written):
        return Name((), (), (), " ".join(written), ())
    end = len(written)
    while end > 1 and folded(written[end - 1]) in SUFFIXES:
        end -= 1
    start = _titles_end(written[:end])
    particles, family_at = _family(written, start, end)
    given_end = family_at - sum("-" not in p for p in particles)
    article, _, rest = written[family_at].partition("-")
    family = written[family_at:end]
    if rest and folded(article) in ARABIC_ARTICLES:
        particles = (*particles, article)
        family = [rest]
    titles, given, suffixes = tuple(written[:start]), tuple(written[start:given_end]), tuple(written[end:])
    return Name(titles, given, particles, " ".join(family), suffixes)


def sex_of(name: Name) -> frozenset[str]:
    """The sex, "man" or "woman", of the forms of address among a name's titles."""
    titles = {folded(title) for title in name.titles}
    forms = (("man", COURTESY_MEN), ("woman", COURTESY_WOMEN))
    return frozenset(sex for sex, words in forms if titles & words)


def _holds_body(words: list[str]) -> bool:
    return any(folded(w) in BODIES for w in words[_titles_end(words) :])


def _words(name: str) -> list[str]:
    """The name's words without brackets, a leading article, a possessive ending and what a comma sets off."""
    text = _POSSESSIVE.sub("", _BRACKETS.sub(" ", plain(name)).strip(' ,.;:"'))
    head, *rest = text.split(",")
    words = head.split()
    if rest and folded(rest[0].strip()) in SUFFIXES:
        words.append(rest[0].strip())
    while len(words) > 1 and folded(words[0]) in _ARTICLES and not words[0].endswith("."):
        words = words[1:]
    return [w.strip("\"'") for w in words if w.strip("\"'.-")]


def _titles_end(words: list[str]) -> int:
    """Where the titles end: after the last one that a name follows, with "of State" or "to Iraq" if there."""
    start = 2 if len(words) > 2 and tuple(map(folded, words[:2])) in ADDRESSES else 0
    for at in range(len(words) - 2, start - 1, -1):
        if folded(words[at]) not in TITLES or _INITIALS.match(words[at]):
            continue
        end = at + 1
        if words[end].casefold() in _OFFICE_OF:
            end += 3 if [w.casefold() for w in words[end + 1 : end + 2]] == ["the"] else 2
        # A word such as "King" or "Dean" may be a name: far from the start it needs a full name behind it.
        leading = all(folded(w) in TITLES for w in words[start:at])
        if len(words) - end >= (1 if leading else 2) and not _is_role(words[at], words[end:]):
            return end
    return start


def _is_role(title: str, rest: list[str]) -> bool:
    """Whether title and rest are all titles ("former president") and the first can stand without a name."""
    bound = title.endswith(".") or folded(title) in COURTESY
    return not bound and all(folded(w) in TITLES for w in rest)


def _family(words: list[str], start: int, end: int) -> tuple[tuple[str, ...], int]:
    """The particles that stand as words of their own before the family name, and where that name starts."""
    at = end - 1
    first = at
    while first > start and folded(words[first - 1]) in PARTICLES:
        first -= 1
    return tuple(words[first:at]), at
