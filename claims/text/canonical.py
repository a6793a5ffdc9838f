"""Words as they are compared: whatever typography, spelling, contractions and writing of numbers."""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise
from string import digits
from typing import Final

from claims.lexicons import word_set
from claims.text.normalisation import plain
from claims.text.numerals import NUMBER_WORDS, around_numerals, in_digits
from claims.text.spelling_variants import one_spelling

_CONTRACTIONS: Final = (
    (re.compile(r"\b(?:can't|cannot)\b"), "can not"),
    (re.compile(r"\bwon't\b"), "will not"),
    (re.compile(r"\bshan't\b"), "shall not"),
    (re.compile(r"(?<=\w)n't\b"), " not"),
    (re.compile(r"\blet's\b"), "let us"),
    (re.compile(r"\b(he|she|it|that|there|what|who|where|how|here)'s\b"), r"\1 is"),
    (re.compile(r"(?<=\w)'re\b"), " are"),
    (re.compile(r"(?<=\w)'ve\b"), " have"),
    (re.compile(r"(?<=\w)'ll\b"), " will"),
    (re.compile(r"(?<=\bi)'m\b"), " am"),
    (re.compile(r"(?<=\w)'s\b"), ""),  # the possessive that is left
)
_COUNTRIES: Final = (  # found before case-folding: "us" is a pronoun
    (re.compile(r"\b(?:US|USA|U\.\s?S\.(?:\s?A\.)?)(?!\w)"), "United States"),
    (re.compile(r"\b(?:UK|U\.\s?K\.)(?!\w)"), "United Kingdom"),
    (re.compile(r"\b(?:UN|U\.\s?N\.)(?!\w)"), "United Nations"),
)
_INITIALS: Final = ("US", "U.", "UK", "UN")
"""One of them stands in every text that has a country by its initials."""
_UNITS: Final = (
    (re.compile(r"\$ ?(\d[\d.,]*)"), r"\1 dollars"),
    (re.compile(r"£ ?(\d[\d.,]*)"), r"\1 pounds"),
    (re.compile(r"€ ?(\d[\d.,]*)"), r"\1 euros"),
    (re.compile(r"(?<=\d) ?(?:%|per cent\b|pct\b)"), " percent"),
)
_WORD: Final = re.compile(r"[^\W_]+(?:[.,:]\d+)*(?:'[^\W_]+)?")
_UNIT_SIGN: Final = re.compile(r"[$£€%]|per cent|pct")
_SIGN: Final = re.compile(r"['$£€%]")
_ASCII_WORD: Final = re.compile(r"[a-z0-9]+(?:[.,:][0-9]+)*(?:'[a-z0-9]+)?")
"""As ``_WORD`` in a text in lower case that is all ASCII, but found sooner."""
_NUMBER: Final = re.compile(r"\d+")
_PLAIN_NUMBER: Final = re.compile(r"(?:^|(?<=[\s\"(]))[1-9][0-9]{0,17}(?=[.,;:!?)\"]*(?:\s|$))")
_READ_TOGETHER: Final = NUMBER_WORDS | {"cannot", "cent", "pct", "bn", "tn"}
"""Words that are read together with what stands around them."""

_LONGER: Final = frozenset({"longer", "anymore"})

STOP_WORDS: Final = word_set("function_words.stop")
"""Words that say little about what a claim is about."""

# Endings, of which the longest is tried first, each with the least number of letters that must stay.
_LONG_ENDINGS: Final = (
    "ications|ication|izations|ization|ations|ation|ments|ment|ness|ions|ion|als|al|ors|or|ers|er"
)
_SHORT_ENDINGS: Final = "ingly|ings|ing|edly|ied|ed|ies|es|ly|s|e|y"
_LEAST_LEFT: Final = {
    "ial": 6,  # "presidential", but not "official": that is no officer
    **dict.fromkeys(_LONG_ENDINGS.split("|"), 4),
    **dict.fromkeys(_SHORT_ENDINGS.split("|"), 3),
}
_ALL_ENDINGS: Final = tuple(_LEAST_LEFT)
_ENDING_LENGTHS: Final = range(max(map(len, _LEAST_LEFT)), 0, -1)
_NO_PLURAL: Final = ("ss", "us", "is")
"""An "s" after such letters is no ending: "dismiss", "focus", "basis"."""
_DOUBLED: Final = "bdgmnprt"  # "banned", but "killed" and "passed"


def _lower(text: str) -> str:
    if may_have_initials(text) and not text.isupper():  # "TOLD US" is a pronoun as a rule
        for initials, name in _COUNTRIES:
            text = initials.sub(name, text)
    return text.casefold()


def may_have_initials(text: str) -> bool:
    """Whether a text may have a country by its initials."""
    return "U" in text and any(map(text.__contains__, _INITIALS))


def words_as_written(text: str) -> set[str]:
    """The different words of a plain text in lower case."""
    return _different_words(text.casefold())


def lower_case_words(text: str) -> set[str]:
    """As :func:`words_as_written`, but countries that the text has by their initials are in full."""
    return _different_words(_lower(text))


def _different_words(text: str) -> set[str]:
    """The different words of a text in lower case."""
    pieces = set(text.split())
    alone = set(filter(str.isalnum, pieces))
    return alone.union(_searched(" ".join(pieces - alone)))


def _searched(text: str) -> list[str]:
    """The words of a text in lower case, looked for in all of it."""
    return (_ASCII_WORD if text.isascii() else _WORD).findall(text)


def _words(text: str) -> list[str]:
    """The words of a text in lower case."""
    if not text.isascii():
        return _searched(text)
    found: list[str] = []
    for piece in text.split():  # no word goes beyond a space, and most of what stands between two is one
        if piece.isalnum():
            found.append(piece)
        else:
            found += _ASCII_WORD.findall(piece)
    return found


def rewritten_figures(text: str) -> frozenset[str]:
    """The numbers among the canonical words of a text that it does not write in plain digits."""
    around = " . ".join(around_numerals(_lower(plain(text))))
    return frozenset(word.replace(",", "") for word in _words(in_digits(around)) if is_number(word))


@lru_cache(maxsize=4_096)
def _readable(text: str) -> str:
    if "'" in text or "cannot" in text:
        for contraction, words in _CONTRACTIONS:
            text = contraction.sub(words, text)
    return in_digits(text)


@lru_cache(maxsize=4_096)
def canonical(text: str) -> tuple[str, ...]:
    """The words of a text as they are compared, without punctuation, brackets, ellipses and quotation marks."""
    return canonical_of_plain(plain(text))


def canonical_of_plain(text: str) -> tuple[str, ...]:
    """As :func:`canonical`, of a text that went through :func:`claims.text.normalisation.plain`."""
    return readable_and_canonical(text)[1]


def readable_and_canonical(text: str) -> tuple[str, tuple[str, ...]]:
    """A plain text in lower case with contractions resolved and numbers in digits, and its canonical words."""
    readable = _lower(text)
    words = _simple_words(readable)
    if words is not None:
        return readable, tuple(map(one_spelling, _without_longer(words)))
    readable = text = _readable(readable)
    if _UNIT_SIGN.search(text):
        for sign, unit in _UNITS:
            text = sign.sub(unit, text)
    return readable, tuple(one_spelling(word.replace(",", "")) for word in _without_longer(_words(text)))


def _without_longer(words: list[str]) -> list[str]:
    """The words with "not" for "no longer", and without "any longer" and "anymore", which only take up a "not"."""
    if _LONGER.isdisjoint(words):
        return words
    found: list[str] = []
    for word, after in pairwise((*words, "")):
        if word == "longer" and found[-1:] in (["no"], ["any"]) and after != "than":
            if found.pop() == "no":
                found.append("not")
        elif word != "anymore":
            found.append(word)
    return found


def _simple_words(text: str) -> list[str] | None:
    """The words of a text in lower case that has nothing to rewrite; None of any other."""
    if _SIGN.search(text):
        return None
    words = _words(text)
    if not _READ_TOGETHER.isdisjoint(words):
        return None
    has_no_number = text.isascii() and not any(map(text.__contains__, digits))
    if has_no_number or all(_PLAIN_NUMBER.match(text, found.start()) for found in _NUMBER.finditer(text)):
        return words
    return None


def is_number(word: str) -> bool:
    """Whether a canonical word is a number."""
    return word[0].isdigit()


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """The word without its inflection, roughly: "banning", "banned" and "bans" give "ban"."""
    if is_number(word):
        return word
    if word.endswith(_ALL_ENDINGS):
        for length in _ENDING_LENGTHS:
            least = _LEAST_LEFT.get(word[-length:])
            if least and len(word) - length >= least and not (length == 1 and word.endswith(_NO_PLURAL)):
                word = word[:-length]
                break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] in _DOUBLED:
        word = word[:-1]
    return word


def content_stems(words: tuple[str, ...]) -> tuple[str, ...]:
    """The stems, in order, of the canonical words that carry meaning."""
    return tuple(stem(w) for w in words if w not in STOP_WORDS)


def topic_stems(words: Iterable[str]) -> frozenset[str]:
    """The stems of the canonical words that carry meaning, without numbers."""
    return frozenset([stem(word) for word in words if word not in STOP_WORDS and not is_number(word)])


@lru_cache(maxsize=64)
def stems_in_order(words: tuple[str, ...]) -> tuple[str, ...]:
    """The stem of each of some words."""
    return tuple(map(stem, words))


def stems(words: Iterable[str]) -> frozenset[str]:
    """The stems of some words, all of them."""
    return frozenset(stem(word) for word in words)
