"""The words of two persons' names aligned so that they agree best, with the probability that each pair is one name."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import Final, Literal

from rapidfuzz import fuzz

from claims.names.name_lexicon import relation
from claims.names.name_tokens import NameToken
from claims.names.phonetics import frame
from claims.names.spelling import spelt_alike

TokenAgreement = Literal["same", "spelling", "form", "initial", "other"]

# The probability that two words are one name:
_FORM: Final = 0.93  # known forms of it
_INITIAL: Final = 0.85  # an initial and a word that begins with it
_SAME_CONSONANTS: Final = 0.85  # where a script without short vowels has the same consonants
_OTHER_SEX: Final = 0.12  # a man's and a woman's form
_KNOWN_OTHER: Final = 0.04  # known to be two, or with other consonants in a script without short vowels
_OTHER_INITIAL: Final = 0.02  # an initial and a word that does not begin with it

_SHORN: Final = 0.95  # factor of that probability where one is compared without the particle grown on to it
_AGREES: Final = 0.5  # probability from which two words agree
_JOINED: Final = 0.6  # probability from which two neighbours are one word of the other name
_JOINED_RATIO: Final = 40.0  # letters in common, in percent, under which they are not looked at
_MORE_LETTERS: Final = 3  # by which two neighbours may be longer or shorter than the word that they are
_EVEN_A_TITLE: Final = 0.1  # what is added to a word's weight, so that titles, which have none, are paired
_MALE_ENDING: Final = frozenset("oesu")


@dataclass(frozen=True, slots=True)
class Paired:
    """A word of one name with its word in the other: the probability that they are one name, and as what."""

    one: NameToken
    other: NameToken
    probability: float
    kind: TokenAgreement


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two names laid side by side: the pairs, agreeing or not, the words without a partner, and the order.

    ``first_left`` says that one name's first word has no partner in the other though both have several words,
    ``turned`` that the agreeing words stand in another order.
    """

    pairs: tuple[Paired, ...]
    left_one: tuple[NameToken, ...]
    left_other: tuple[NameToken, ...]
    first_left: bool
    turned: bool


def align(a: tuple[NameToken, ...], b: tuple[NameToken, ...]) -> Alignment:
    """Lay two names side by side.

    Agreeing words are paired, the likeliest first, the nearest in place where that does not decide. A word of each
    name left at one place between them is a disagreeing pair; words left at different places have no partner.
    """
    a, b = _neighbours_joined(a, b), _neighbours_joined(b, a)
    found = _agreeing(a, b)
    partners = dict(found.keys())
    places = {j: i for i, j in found}
    left_a, left_b = _left(a, partners), _left(b, places)
    disagreeing = []
    for place in sorted(left_a.keys() & left_b.keys()):
        while left_a[place] and left_b[place]:
            x, y = left_a[place].pop(0), left_b[place].pop(0)
            disagreeing.append(Paired(x, y, *agreement(x, y)))
    order = [partners[i] for i in sorted(partners) if a[i].weight and b[partners[i]].weight]
    left_one, left_other = (tuple(chain.from_iterable(left.values())) for left in (left_a, left_b))
    first_left = bool(partners) and (_first_left(a, partners) or _first_left(b, places))
    pairs = (*found.values(), *disagreeing)
    return Alignment(pairs, left_one, left_other, first_left, turned=order != sorted(order))


def _first_left(words: Sequence[NameToken], partners: dict[int, int]) -> bool:
    counted = [i for i, t in enumerate(words) if t.weight]
    return len(counted) > 1 and counted[0] not in partners


def _left(words: Sequence[NameToken], paired: Collection[int]) -> dict[int, list[NameToken]]:
    """The words that count and have no partner, by how many paired words stand before them."""
    found: dict[int, list[NameToken]] = {}
    for at, token in enumerate(words):
        if at not in paired and token.weight:
            found.setdefault(sum(p < at for p in paired), []).append(token)
    return found


def _agreeing(a: Sequence[NameToken], b: Sequence[NameToken]) -> dict[tuple[int, int], Paired]:
    """The agreeing pairs by the words' places: no word twice, the surest first."""
    scored = []
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            probability, kind = agreement(x, y)
            if probability >= _AGREES:
                even = -probability * (min(x.weight, y.weight) + _EVEN_A_TITLE)
                scored.append((even, abs(i - j), i + j, i, j, probability, kind))
    found: dict[tuple[int, int], Paired] = {}
    used_a: set[int] = set()
    used_b: set[int] = set()
    for *_, i, j, probability, kind in sorted(scored):
        if i not in used_a and j not in used_b:
            used_a.add(i)
            used_b.add(j)
            found[i, j] = Paired(a[i], b[j], probability, kind)
    return found


def agreement(x: NameToken, y: NameToken) -> tuple[float, TokenAgreement]:
    """The probability that two words stand for one name, and as what they do."""
    if x.is_initial or y.is_initial:
        alike = x.word[0] == y.word[0]
        kind: TokenAgreement = "initial" if alike else "other"
        return (_INITIAL if alike and x.word != y.word else 1.0 if alike else _OTHER_INITIAL), kind
    if x.bare or y.bare:
        alike = frame(x.word) == frame(y.word)
        return (_SAME_CONSONANTS, "spelling") if alike else (_KNOWN_OTHER, "other")
    if x.word == y.word:
        return 1.0, "same"
    one, other = sorted(((x.word, x.shorn), (y.word, y.shorn)))
    return _words_agree(*one, *other)


@lru_cache(maxsize=524_288)
def _words_agree(x: str, x_shorn: str, y: str, y_shorn: str) -> tuple[float, TokenAgreement]:
    known = relation(x, y)
    if known == "forms":
        return _FORM, "form"
    if known == "others":
        return _KNOWN_OTHER, "other"
    probability = max(
        _OTHER_SEX if _differ_in_sex(x, y) else spelt_alike(x, y),
        _SHORN * spelt_alike(x_shorn, y),
        _SHORN * spelt_alike(x, y_shorn),
    )
    return probability, "spelling" if probability >= _AGREES else "other"


def _differ_in_sex(x: str, y: str) -> bool:
    """Whether two words differ as a man's and a woman's first name do: "paul", "paula"; "mario", "maria"."""
    short, long = sorted((x, y), key=len)
    if len(long) <= 3:
        return False
    endings = {short[-1:], long[-1]}
    other_ending = short[:-1] == long[:-1] and "a" in endings and not endings.isdisjoint(_MALE_ENDING)
    return long == f"{short}a" or other_ending


def _neighbours_joined(a: tuple[NameToken, ...], b: tuple[NameToken, ...]) -> tuple[NameToken, ...]:
    """The words of a, neighbours joined that b writes as one word: "Tse-tung" beside "Zedong"."""
    out: list[NameToken] = []
    longest = max((len(token.word) for token in b), default=0)
    before = 0
    for token in a:
        size = len(token.word)
        may_be = before < longest > size and before + size <= longest + _MORE_LETTERS
        if out and may_be and (both := _one_word(out[-1], token, b)):
            out[-1] = both
        else:
            out.append(token)
        before = len(out[-1].word)
    return tuple(out)


def _one_word(x: NameToken, y: NameToken, others: tuple[NameToken, ...]) -> NameToken | None:
    if x.is_initial or y.is_initial:
        return None
    both = x.word + y.word
    for other in others:
        longer = (
            len(other.word) > max(len(x.word), len(y.word))
            and abs(len(other.word) - len(both)) <= _MORE_LETTERS
        )
        if longer and fuzz.ratio(both, other.word) >= _JOINED_RATIO:
            apart = max(spelt_alike(other.word, x.word), spelt_alike(other.word, y.word))
            if (probability := spelt_alike(both, other.word)) >= _JOINED and probability > apart:
                return NameToken(both, min(x.weight + y.weight, 1.0), x.bare or y.bare)
    return None
