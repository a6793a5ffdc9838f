"""How WordNet relates two words, and how often a word is a verb: synonyms, one broader than the other, of one kind.

Two words of one kind, as "farmer" and "teacher", are alike in every vector, and where one stands for the other, another
thing is said. WordNet (Fellbaum 1998) has them below one broader word (``training/word_senses.py``).
"""

from collections import Counter
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import as_file, files
from typing import Final, Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

Kinship = Literal["synonyms", "one is broader", "of one kind", "none"]

ALL_SENSES: Final = 6
"""So many senses of a word are known, the most frequent ones."""
FREQUENT: Final = 3
"""So many of them count where two words have one of them in common."""
FIRST: Final = 2
"""So many senses of a word count where it is only of one kind with another, or broader: the most frequent ones."""
STEPS: Final = 2
"""So many steps up two words of one kind are below the word for the kind, at the most."""
BROADER_STEPS: Final = 3
"""So many steps up a broader word is, at the most."""
LEAST_DEPTH: Final = 4
"""A word for a kind is at least so many steps below the most general one: "worker", but not "thing"."""
MOSTLY_VERB: Final = 0.5
"""A word that is a verb so often (0 to 1) is taken for one."""
PARTICLES: Final = frozenset({"up", "out", "off", "down", "over", "on", "in", "away", "back"})
"""With which a verb is a word of its own: "put out"."""
PARTICLE_ADVERBS: Final = frozenset({"up", "out", "off", "down", "away", "back"})
"""Those of them that are seldom prepositions: "lives in Oslo" has no "live in"."""
_PARTS: Final = ("n", "v")
_ENDINGS: Final = {
    "n": (("s", ""), ("ses", "s"), ("xes", "x"), ("zes", "z"), ("ches", "ch"), ("shes", "sh"), ("men", "man"),
          ("ies", "y")),
    "v": (("s", ""), ("ies", "y"), ("es", "e"), ("es", ""), ("ed", "e"), ("ed", ""), ("ied", "y"), ("ing", "e"),
          ("ing", "")),
}  # fmt: skip
"""WordNet's own rules of detachment."""
_ALL_ENDINGS: Final = tuple(ending for endings in _ENDINGS.values() for ending, _ in endings)
_HELPING: Final = frozenset({"been", "being", "had", "has", "was", "were", "is", "are", "did", "done"})
_DOUBLING: Final = frozenset({"ed", "ing"})


class _Stored(NamedTuple):
    words: tuple[str, ...]
    rows: dict[str, int]
    senses: NDArray[np.int32]
    parents: NDArray[np.int32]
    verb: list[int]
    forms: dict[str, tuple[str, ...]]


@cache
def _stored() -> _Stored:
    with (
        as_file(files("claims.lexicons").joinpath("en", "word_senses.npz")) as path,
        np.load(path) as stored,
    ):
        words = tuple(str(stored["words"]).split("\n"))
        forms = dict(line.split(" ", 1) for line in str(stored["forms"]).split("\n"))
        return _Stored(
            words,
            {word: row for row, word in enumerate(words)},
            stored["senses"],
            stored["parents"],
            stored["verb"].tolist(),
            {form: tuple(bases.split(" ")) for form, bases in forms.items()},
        )


@lru_cache(maxsize=16_384)
def _bases(word: str) -> tuple[int, ...]:
    """The rows of the words that a canonical word, or a verb and its particle ("puts_out"), may be a form of."""
    stored = _stored()
    if "_" in word:
        verb, _, particle = word.partition("_")
        both = (f"{base}_{particle}.v" for base in _verbs(verb))
        return tuple(stored.rows[one] for one in both if one in stored.rows) or _bases(verb)
    found = [*stored.forms.get(word, ()), *(f"{word}.{part}" for part in _PARTS)]
    for part, endings in _ENDINGS.items() if word.endswith(_ALL_ENDINGS) else ():
        for ending, instead in endings:
            if word.endswith(ending):
                base = word.removesuffix(ending) + instead
                found.append(f"{base}.{part}")
                if ending in _DOUBLING and base[-2:-1] == base[-1:]:  # "banned"
                    found.append(f"{base[:-1]}.{part}")
    return tuple(dict.fromkeys(stored.rows[one] for one in found if one in stored.rows))


@cache
def _with_particles() -> Counter[str]:
    """With how many particles each verb is a verb of its own."""
    return Counter(word.partition("_")[0] for word in _stored().words if "_" in word and word.endswith(".v"))


def particles_of(word: str) -> int:
    """With how many particles a form of a verb is a verb of its own: many of "called", few of "sealed"."""
    return max((_with_particles()[base] for base in _verbs(word)), default=0)


def is_particle_verb(word: str, particle: str) -> bool:
    """Whether a form of a verb is with a particle a verb of its own: "called off"."""
    return any(f"{base}_{particle}.v" in _stored().rows for base in _verbs(word))


def _verbs(word: str) -> list[str]:
    """The verbs that a canonical word may be a form of."""
    found = (_stored().words[row] for row in _bases(word))
    return [one.removesuffix(".v") for one in found if one.endswith(".v")]


@lru_cache(maxsize=16_384)
def _senses(word: str, most: int) -> frozenset[int]:
    """The most frequent senses of a canonical word, so many of each word that it may be a form of."""
    senses = _stored().senses
    return frozenset(int(sense) for row in _bases(word) for sense in senses[row, :most] if sense >= 0)


@lru_cache(maxsize=16_384)
def _above(sense: int) -> tuple[int, ...]:
    """A sense and what it is a kind of, step by step."""
    parents, found = _stored().parents, [sense]
    while (parent := int(parents[found[-1]])) >= 0 and parent not in found:
        found.append(parent)
    return tuple(found)


@lru_cache(maxsize=16_384)
def _broader(word: str, most: int = FIRST, steps: int = BROADER_STEPS) -> frozenset[int]:
    """The senses that so many of a canonical word are a kind of, at most so many steps up."""
    return frozenset(x for sense in _senses(word, most) for x in _above(sense)[1 : 1 + steps])


@lru_cache(maxsize=16_384)
def _kinds(word: str) -> frozenset[int]:
    """The kinds that the first senses of a canonical word are of: those a few steps up, that are no mere "thing"."""
    return _special(_broader(word, FIRST, STEPS))


@lru_cache(maxsize=16_384)
def _sorts(word: str) -> frozenset[int]:
    """As :func:`_kinds`, however far up, with the senses themselves."""
    return _special(x for sense in _senses(word, FIRST) for x in _above(sense))


def _special(senses: Iterable[int]) -> frozenset[int]:
    """Those senses that are no mere "thing"."""
    return frozenset(sense for sense in senses if len(_above(sense)) > LEAST_DEPTH)


@lru_cache(maxsize=4_096)
def kinship(one: str, other: str) -> Kinship:
    """How two canonical words are related."""
    if not _senses(one, FREQUENT).isdisjoint(_senses(other, FREQUENT)):
        return "synonyms"
    ones, others = _senses(one, FIRST), _senses(other, FIRST)
    if not (ones.isdisjoint(_broader(other)) and others.isdisjoint(_broader(one))):
        return "one is broader"
    return "none" if _kinds(one).isdisjoint(_kinds(other)) else "of one kind"


def seldom_kinship(one: str, other: str) -> Kinship:
    """As :func:`kinship`, by all senses of both, also those that are seldom meant: whether any makes them synonyms."""
    ones, others = _senses(one, ALL_SENSES), _senses(other, ALL_SENSES)
    if not ones.isdisjoint(others):
        return "synonyms"
    above, above_other = (_broader(word, ALL_SENSES, STEPS) for word in (one, other))
    return "none" if ones.isdisjoint(above_other) and others.isdisjoint(above) else "one is broader"


@lru_cache(maxsize=16_384)
def meanings(word: str) -> frozenset[int]:
    """The senses of a canonical word and what they are a kind of: a synonym, or a broader word, has one of them."""
    return _senses(word, FREQUENT) | _broader(word)


def may_be_one(one: str, other: str) -> bool:
    """Whether two canonical words may name one thing: synonyms, or one broader than the other."""
    return kinship(one, other) in ("synonyms", "one is broader")


def has_senses(word: str) -> bool:
    """Whether a canonical word, or a compound, is a noun or a verb that WordNet has and news uses."""
    return bool(_bases(word))


@lru_cache(maxsize=16_384)
def is_past_form(word: str) -> bool:
    """Whether a canonical word is only the irregular past of a verb: "sold", but not "cut", "found"."""
    if word.endswith("ing") or word in _HELPING or f"{word}.v" in _stored().rows:
        return False
    return any(base.endswith(".v") for base in _stored().forms.get(word, ()))


def are_of_one_sort(one: str, other: str) -> bool:
    """Whether two canonical words name things of one sort, as persons or buildings, however far up that is."""
    return not _sorts(one).isdisjoint(_sorts(other))


def is_noun(word: str) -> bool:
    """Whether WordNet has a canonical word, and it is mostly no verb."""
    return has_senses(word) and verb_share(word) < MOSTLY_VERB


def is_verb_form(word: str) -> bool:
    """Whether a canonical word is mostly a verb, or a past form of any: "sank", "emptied"."""
    return verb_share(word) >= MOSTLY_VERB or (word.endswith("ed") and bool(_verbs(word)))


@lru_cache(maxsize=16_384)
def verb_share(word: str) -> float:
    """How often (0 to 1) a canonical word, in whatever form, is a verb; 0 where it is unknown."""
    rows = _bases(word)
    return max([_stored().verb[row] for row in rows]) / 100 if rows else 0.0
