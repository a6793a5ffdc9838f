"""Which countries a text names, in whatever form: "Russia's", "of Russia", "Russian" and "MOSCOW" are one."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Final, NamedTuple

from claims.lexicons import rows
from claims.text.normalisation import plain, unaccented

_WORD: Final = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_](?:[\w.'’]*\w)?")
_MOST_WORDS: Final = 5


class PlaceName(NamedTuple):
    """A country, named by a name or adjective of its own, or by a town, state or seat of power in it.

    ``start``, ``end``: where the words stand in the text, a possessive "'s" included; ``form``: the words, folded;
    ``narrow``: whether they name something in the country.
    """

    country: str
    start: int
    end: int
    form: str
    narrow: bool


@cache
def _forms() -> dict[str, tuple[str, bool]]:
    """Every form with its country, and whether it is something in it."""
    found = {form: (row[0], True) for row in rows("countries.seats") for form in row[1:]}
    return found | {form: (row[0], False) for row in rows("countries.named") for form in row}


@cache
def _beginnings() -> frozenset[str]:
    """The first word of every form."""
    return frozenset(form.partition("-")[0] for form in _forms())


@lru_cache(maxsize=4_096)
def places_in(phrase: str) -> Sequence[PlaceName]:
    """As :func:`places_in_text`, for what is asked about again and again: a name, a role, a line."""
    return places_in_text(phrase)


def places_in_text(text: str) -> Sequence[PlaceName]:
    """The countries that a text names, in its order; of overlapping forms the longest. Small letters name none."""
    words = [(m.start(), m.end(), m[0]) for m in _WORD.finditer(text)]
    forms, beginnings, found, at = _forms(), _beginnings(), [], 0
    while at < len(words):
        size = 0
        if words[at][2][0].isupper() and _folded(words[at][2]) in beginnings:
            folded = [_folded(word) for _, _, word in words[at : at + _MOST_WORDS]]
            for size in range(len(folded), 0, -1):
                form = "-".join(folded[:size])
                known = forms.get(form)
                # "us" is a country in capitals only.
                if known and (len(form) > 3 or size > 1 or words[at][2].replace(".", "")[:2].isupper()):
                    found.append(PlaceName(known[0], words[at][0], words[at + size - 1][1], form, known[1]))
                    break
            else:
                size = 0
        at += size or 1
    return tuple(found)


@lru_cache(maxsize=4_096)
def _folded(word: str) -> str:
    return unaccented(plain(word)).casefold().removesuffix("'s").removesuffix("'").replace(".", "")
