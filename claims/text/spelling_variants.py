"""One spelling for words that British and American English write differently.

Applied to both sides of a comparison, never shown: a rule may turn a word into none ("devour" into "devor"),
as long as it never turns two different words into one.
"""

import re
from functools import lru_cache
from typing import Final

from claims.lexicons import table

_WORDS: Final[dict[str, str]] = table("spelling.american")
_PIECES: Final[dict[str, str]] = table("spelling.american_pieces")
_ENDINGS: Final = (
    (re.compile(r"(?<=[a-z]{3})is(?=(?:e|ed|es|er|ers|ing|ation|ations)$)"), "iz"),  # organise
    (re.compile(r"(?<=[a-z]{2})ys(?=(?:e|ed|es|er|ers|ing)$)"), "yz"),  # analyse
    (re.compile(r"(?<=[a-z]{2})our(?=(?:s|ed|ing|able|ful|hood|ist|ite|ites|less|y|er|ers)?$)"), "or"),
    (re.compile(r"(?<=[a-z][bt])re(?=s?$)"), "er"),  # centre, but acre
    (re.compile(r"(?<=[a-z]{3})ogue(?=s?$)"), "og"),  # dialogue
    (re.compile(r"(?<=[aeiou])([a-z]*[ea])ll(?=(?:ed|er|ers|ing)$)"), r"\1l"),  # travelled, never filled
)

_MAY_DIFFER: Final = re.compile("|".join((*map(re.escape, _PIECES), "is", "ys", "our", "re", "ogue", "ll")))
"""Found in every word that a rule may change; most have nothing of it."""


@lru_cache(maxsize=131_072)
def one_spelling(word: str) -> str:
    """The word as the American spelling has it, or near to it; ``word`` is lower case."""
    if word in _WORDS:
        return _WORDS[word]
    if not _MAY_DIFFER.search(word):
        return word
    for british, american in _PIECES.items():
        if british in word:
            word = word.replace(british, american)
    for ending, replacement in _ENDINGS:
        word = ending.sub(replacement, word)
    return word
