"""The normalised key of a name, equal for its obvious spellings."""

import re
from functools import lru_cache
from itertools import takewhile

from claims.names.name_lexicon import ARABIC_ARTICLES
from claims.names.parsing import Name, folded, parse

_NOT_LETTERS = re.compile(r"[\W_]+")


@lru_cache(maxsize=32_768)
def key(name: str) -> str:
    """A key under which spellings of a name fall together: letters and digits only.

    Case, accents, punctuation, spaces, titles, a leading article, middle initials and the Arabic article
    ("al-Khafaji", "Al Khafaji", "el-Khafaji", "Khafaji") make no difference; Jr. and Sr. do.
    """
    parts = parse(name)
    return "".join(
        _solid(word) for word in (*_given(parts), *_particles(parts), parts.family, *parts.suffixes)
    )


def _solid(word: str) -> str:
    """The letters and digits of a word or of several, run together."""
    return _NOT_LETTERS.sub("", folded(word))


def _given(parts: Name) -> tuple[str, ...]:
    """The given names without middle initials; initials at the beginning are one name ("G. K.", "G.K.")."""
    initials = tuple(takewhile(lambda w: len(_solid(w)) == 1, parts.given))
    rest = parts.given[len(initials) or 1 :]
    return (initials or parts.given[:1]) + tuple(w for w in rest if len(_solid(w)) > 1)


def _particles(parts: Name) -> tuple[str, ...]:
    return tuple(p for p in parts.particles if folded(p) not in ARABIC_ARTICLES)
