"""One spelling for words that British and American English write differently.

Applied to both sides of a comparison, never shown: a rule may turn a word into none ("devour" into "devor"),
as long as it never turns two different words into one.
"""

import re
from functools import lru_cache
from typing import Final

from claims.lexicons import table, words

_WORDS: Final[dict[str, str]] = table("spelling.american")
_PIECES: Final[dict[str, str]] = table("spelling.american_pieces")


def _none_of(name: str) -> str:
    """A pattern that holds behind none of the listed ends of words."""
    return "".join(f"(?<!{end})" for end in words(name))


_ENDINGS: Final = (
    # organise, never promise
    (
        re.compile(rf"(?<=[a-z]{{3}})is{_none_of('spelling.in_s')}(?=(?:e|ed|es|er|ers|ing|ation|ations)$)"),
        "iz",
    ),
    (re.compile(r"(?<=[a-z]{2})ys(?=(?:e|ed|es|er|ers|ing)$)"), "yz"),  # analyse
    (re.compile(r"(?<=[a-z]{2})our(?=(?:s|ed|ing|able|ful|hood|ist|ite|ites|less|y|er|ers)?$)"), "or"),
    (re.compile(r"(?<=[a-z][bt])re(?=s?$)"), "er"),  # centre, but acre
    (re.compile(r"(?<=[a-z]{3})ogue(?=s?$)"), "og"),  # dialogue
    # travelled, never filled or recalled
    (re.compile(rf"(?<=[aeiou])([a-z]*[ea])ll{_none_of('spelling.in_ll')}(?=(?:ed|er|ers|ing)$)"), r"\1l"),
)

_MAY_DIFFER: Final = re.compile("|".join((*map(re.escape, _PIECES), "is", "ys", "our", "re", "ogue", "ll")))
"""Found in every word that a rule may change; most have nothing of it."""


@lru_cache(maxsize=65_536)
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
