"""Words that negate only where they stand: "almost banned", "barely speaks", "all but two", "everyone but smokers".

"Almost" before a figure or a multiple is another thing ("almost 300", "almost doubled"), and so is "but" between two
clauses.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from claims.lexicons import word_set, words
from claims.text.canonical import stem, stems
from claims.text.word_senses import is_verb_form

_NEARLY: Final = word_set("slots.nearly")
_MULTIPLES: Final = stems(words("slots.multiple"))
UNIVERSAL: Final = word_set("function_words.universal")
_NOBODY: Final = ("no", "one")
_BUT: Final = "but"
EXCEPT: Final = frozenset({_BUT, "except", "excluding"})
"""Words that take something from a whole."""
_WITHIN: Final = 3
"""So many words before "but" what it takes something from begins at most: "all the provinces but"."""
MAY_NEGATE: Final = _NEARLY | {_BUT}
"""Where none of them stands, nothing is to be looked for."""


def near_negations(content: tuple[str, ...]) -> Iterator[int]:
    """The places of canonical words that negate what follows, and would not elsewhere."""
    for place, (word, after) in enumerate(pairwise((*content, ""))):
        if word in _NEARLY:
            if is_verb_form(after) and stem(after) not in _MULTIPLES:
                yield place
        elif word == _BUT and after and _is_exception(content[max(0, place - _WITHIN) : place]):
            yield place


def _is_exception(before: tuple[str, ...]) -> bool:
    """Whether "but" takes something from what stands before it: no verb may stand between."""
    if before[-2:] == _NOBODY:
        return True
    for word in reversed(before):
        if word in UNIVERSAL:
            return True
        if is_verb_form(word):
            return False
    return False
