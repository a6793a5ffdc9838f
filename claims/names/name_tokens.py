"""A person's name as the words that a comparison weighs."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

from claims.names.name_lexicon import (
    ARABIC_ARTICLES,
    BODIES,
    COMMON,
    GENERATIONS,
    HONORIFICS,
    LINKS,
    PARTICLES,
    SUFFIXES,
    TITLES,
)
from claims.names.parsing import folded, parse, sex_of
from claims.names.phonetics import by_spelling
from claims.names.romanisation import is_vowelless, romanised
from claims.text.normalisation import plain

_REMEMBERED: Final = 262_144
_NOT_LETTERS: Final = re.compile(r"[^\w-]+|_")
_BETWEEN_INITIALS: Final = re.compile(r"(?<=\b\w)\.(?=\w\b)")
_BEGINNINGS: Final = by_spelling(
    {
        "abd": "abd abdul abdel abdal abdol abdu abdoul abdur abder abdus",
        "abu": "abu abou aboo abo aboul abul abi",
    }
)
"""Beginnings of Arabic names of two words, "servant of" and "father of", with one spelling each."""
_SERVANT_OF: Final = re.compile(r"abd(?:[aeo]u?|ou|u)?l?(?=[^aeioul]\w{3}|a[dhilz])")
_PATRONYMIC: Final = re.compile(
    r"\w{3}(?:ovi[ct]s?h?|evi[ct]s?h?|ovitch|evitch|ovych|yovych|ovna|evna|ivna|owitsch)$"
)
_ARTICLE_GROWN_ON: Final = re.compile(r"^[aeu]l(?=\w{4})")
_GROWN_ON: Final = re.compile(
    r"^(?:[aeu]l|del|de|du|di|da|la|le|vander|vande|van|von|bin|ben)(?=\w{4})|(?<=\w{4})ova$"
)
_NUMBER: Final = re.compile(r"(?:i{1,3}|iv|vi{0,3}|ix|x{1,2}(?:i{1,3}|iv|vi{0,3})?|\d+)$")
_INITIALS: Final = re.compile(r"[b-df-hj-np-tv-z]{2,3}$")
_SYLLABLES: Final = {"tzu": "zi", "tze": "zi", "ssu": "si", "szu": "si"}
"""Syllables whose Wade-Giles spelling is far from pinyin."""
_NOT_INITIALS: Final = frozenset({"ng", "md", "mr", "dr", "jr", "sr"})

_HYPHENED: Final = 0.55
"""How much of its weight each of the words keeps that hyphens join: "Jong-un" is hardly more than one name."""
WEIGHTS: Final = {"name": 1.0, "common": 0.5, "patronymic": 0.35, "initial": 0.25, "weak": 0.0}
"""How much a word counts: one that many people bear less than another, a title nothing."""


class _Piece(NamedTuple):
    """A word in Latin letters; whether its vowels are missing; its share of a word's weight."""

    word: str
    bare: bool
    share: float


@dataclass(frozen=True, slots=True)
class NameToken:
    """A word of a name: lower-case Latin letters.

    ``weight`` is what it counts. ``bare`` says that its short vowels are not written. ``shorn`` is a family name
    without the article or particle that it is written together with: "baradei" of "elbaradei".
    """

    word: str
    weight: float
    bare: bool = False
    shorn: str = ""

    @property
    def is_initial(self) -> bool:
        """Whether it is a single letter."""
        return len(self.word) == 1


@dataclass(frozen=True, slots=True)
class Person:
    """A person's name for comparing: its words in the order given names, family name.

    ``numbers`` are those that distinguish generations (jr, iii); ``sex`` is that of the forms of address.
    """

    tokens: tuple[NameToken, ...]
    numbers: frozenset[str]
    sex: frozenset[str]


@lru_cache(maxsize=_REMEMBERED)
def person(name: str) -> Person:
    """The name taken apart for comparing; names in other scripts are romanised first."""
    ordered = _given_first(plain(name))
    parts = parse(ordered)
    written = [*parts.given, *parts.particles, *parts.family.split()]
    words = _joined(_without_links([piece for word in written for piece in _pieces(word)]))
    tokens = [
        _token(piece, inner=0 < at < len(words) - 1, last=0 < at == len(words) - 1)
        for at, piece in enumerate(words)
    ]
    numbers = {n for s in parts.suffixes if (n := folded(romanised(s))) in GENERATIONS}
    if len(tokens) > 1 and _NUMBER.match(tokens[-1].word):
        numbers.add(tokens.pop().word)
    weak = [NameToken(piece.word, 0.0) for title in parts.titles for piece in _pieces(title)]
    return Person(tuple(weak + tokens), frozenset(numbers), sex_of(parts))


def generation_of(name: str) -> frozenset[str]:
    """What in a person's name tells those of one name in a family apart, folded: "jr", "iii"; mostly nothing."""
    return person(name).numbers


def _given_first(name: str) -> str:
    """The name with what a comma sets off in front ("Khan, Imran"), unless that is a suffix or a role."""
    head, _, rest = name.partition(",")
    words = [folded(w) for w in rest.replace(",", " ").split()]
    named = [w for w in words if w not in SUFFIXES and w not in TITLES]
    if not head.strip() or not 0 < len(named) <= 3 or any(w in BODIES or w in ("of", "the") for w in words):
        return name
    return f"{rest.split(',')[0].strip()} {head.strip()}"


def _pieces(word: str) -> list[_Piece]:
    """A written word as words of Latin letters."""
    bare = is_vowelless(word)
    latin = _BETWEEN_INITIALS.sub(" ", romanised(word)).replace("'", "e" if bare else "").replace("`", "")
    parts = [p for p in _NOT_LETTERS.sub(" ", latin).replace("-", " ").split() if p]
    joined_by_hyphens = [p for p in parts if p not in ARABIC_ARTICLES]
    share = 1.0 if len(joined_by_hyphens) <= 1 else _HYPHENED
    found = []
    for part in parts:
        spelt = list(part) if _INITIALS.match(part) and part not in _NOT_INITIALS else [part]
        found += [_Piece(_SYLLABLES.get(p, p), bare, share) for p in spelt]
    return found


def _without_links(pieces: list[_Piece]) -> list[_Piece]:
    """The words without the Arabic article, particles and "bin", unless a name would be lost."""
    last = len(pieces) - 1
    kept = [
        piece
        for at, piece in enumerate(pieces)
        if at == last
        or not (piece.word in ARABIC_ARTICLES or (at and (piece.word in PARTICLES or piece.word in LINKS)))
    ]
    return kept or pieces


def _joined(pieces: list[_Piece]) -> list[_Piece]:
    """The words with "Abd", "Abdul" and "Abu" joined to what follows them."""
    out: list[_Piece] = []
    prefix = ""
    for at, piece in enumerate(pieces):
        if at + 1 < len(pieces) and not prefix and piece.word in _BEGINNINGS:
            prefix = _BEGINNINGS[piece.word]
            continue
        word = prefix + piece.word if prefix else _SERVANT_OF.sub("abd", piece.word)
        out.append(_Piece(word, piece.bare, 1.0 if prefix else piece.share))
        prefix = ""
    return out


def _token(piece: _Piece, *, inner: bool, last: bool) -> NameToken:
    word = piece.word
    if len(word) == 1:
        kind = "initial"
    elif word in HONORIFICS and not last:
        kind = "weak"
    elif inner and _PATRONYMIC.match(word):
        kind = "patronymic"
    else:
        kind = "common" if word in COMMON or word in HONORIFICS else "name"
    shorn = (_GROWN_ON if last else _ARTICLE_GROWN_ON).sub("", word, count=1)
    return NameToken(word, WEIGHTS[kind] * piece.share, piece.bare, "" if shorn == word else shorn)
