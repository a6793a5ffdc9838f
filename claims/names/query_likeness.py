"""How well a query, a name as a user types it, fits a name in the ledger (fuzzy search)."""

from collections.abc import Iterable
from itertools import pairwise
from typing import Final

from rapidfuzz import fuzz, process

from claims.names.bodies import acronyms_of
from claims.names.name_lexicon import ARABIC_ARTICLES, NICKNAMES, related
from claims.names.name_tokens import person
from claims.names.parsing import folded, parse
from claims.names.phonetics import frames
from claims.names.spelling import spelt_alike
from claims.text.normalisation import plain, words

LIKE: Final = 80.0
"""From this likeness on, a name counts as found: one wrong letter in five to seven still does."""

_SMALL_WORDS: Final = ARABIC_ARTICLES | {"the", "a", "an", "of", "for", "to", "and"}
_FULLER_QUERY: Final = 0.85
"""The factor by which a name with fewer words than the query is less like it."""
_SHORT_FORM: Final = 90.0
"""The likeness, in percent, of an initial or a nickname to the full first name."""
_NOTHING_ALIKE: Final = 65.0
"""Words that are less alike, in percent, count as not alike at all."""
_PART: Final = 3
"""The fewest letters of a word that may be a part of one that was run together."""
_PERHAPS: Final = 0.3
"""The probability from which two words are looked at as spellings of one."""
_LEAST_WEIGHT: Final = 3
"""Shorter words weigh as much as one of so many letters."""


def likeness(query: str, name: str) -> float:
    """How well a query fits a name, from 0 to 100: each word of the query against the likest of the name.

    A query may leave words of the name out, so a surname finds the full name. A query that is fuller than the
    name ("Matthew Tueller" for "Tueller") is worth a little less. Words count by their length; small
    words and the Arabic article do not count. Words are compared by normalised insertion and deletion distance.
    """
    asked, known = _bare(query), telling_words(name)
    if not asked or not known:
        return 0.0
    if asked == known:
        return 100.0
    # A name's words may be run together ("alkhafaji") or kept apart ("Abdul Khaleq").
    whole = fuzz.ratio("".join(asked), "".join(known)) if len(asked) != len(known) else 0.0
    partial = _covered(asked, known)
    fuller = _FULLER_QUERY * _covered(_bare(name), asked) if len(asked) > len(_bare(name)) else 0.0
    return max(whole, partial, fuller)


def words_like(query: str, known: Iterable[str]) -> set[str]:
    """Those of the known words, all folded, of which a name has one at least that the query fits.

    They are all that :func:`likeness` or :func:`claims.names.compare` can take for a word of the query, and more.
    """
    vocabulary = list(known)
    there = set(vocabulary)
    asked = {
        word
        for word in (*telling_words(query), *_bare(query), *(t.word for t in person(query).tokens))
        if word
    }
    joined = {one + other for one, other in pairwise(telling_words(query))}
    found = acronyms_of(query) & there
    for word in asked | joined:
        if len(word) == 1:
            found.update(w for w in vocabulary if w.startswith(word))
            continue
        parts = {part for at in range(_PART, len(word) - _PART + 1) for part in (word[:at], word[at:])}
        found |= ({word, word[0], *related(word)} | parts) & there
        for other, score, _ in process.extract(
            word, vocabulary, scorer=fuzz.ratio, score_cutoff=_NOTHING_ALIKE, limit=None
        ):
            if (
                score >= LIKE
                or spelt_alike(word, other) >= _PERHAPS
                or set(frames(word)) & set(frames(other))
            ):
                found.add(other)
    return found


def _covered(asked: list[str], known: list[str]) -> float:
    """The mean likeness of the asked words to their likest known words, weighted by length."""
    weights = [max(len(w), _LEAST_WEIGHT) for w in asked]
    best = [max(_alike(w, k) for k in known) for w in asked]
    return sum(w * b for w, b in zip(weights, best, strict=True)) / sum(weights)


def _alike(asked: str, known: str) -> float:
    if asked == known:
        return 100.0
    if 1 in (len(asked), len(known)):
        return _SHORT_FORM if asked[0] == known[0] else 0.0
    if known in NICKNAMES.get(asked, ()) or asked in NICKNAMES.get(known, ()):
        return _SHORT_FORM
    if not _begin_alike(asked, known):
        return 0.0
    score = fuzz.ratio(asked, known)
    return score if score >= _NOTHING_ALIKE else 0.0


def _begin_alike(one: str, other: str) -> bool:
    """Whether two words begin with the same letter or may begin with the same sound: Keane is not Deane."""
    return one[0] == other[0] or bool({f[:1] for f in frames(one)} & {f[:1] for f in frames(other)})


def telling_words(text: str) -> list[str]:
    """The folded words of a name without small ones, unless there are no others."""
    every = [folded(w) for w in words(plain(text).replace("-", " ").removesuffix("'s"))]
    return [w for w in every if w not in _SMALL_WORDS] or every


def _bare(name: str) -> list[str]:
    """The words of a name without its titles."""
    parts = parse(name)
    return telling_words(" ".join((*parts.given, *parts.particles, parts.family, *parts.suffixes)))
