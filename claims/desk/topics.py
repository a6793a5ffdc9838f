"""What several statements of one speaker are about: the telling words that they have in common."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from claims.text.canonical import STOP_WORDS
from claims.text.normalisation import plain
from claims.text.word_rarity import rarity, rarity_stem

TELLING: Final = 0.25
"""How rare (:func:`claims.text.word_rarity.rarity`) a word is at least that tells what a text is about."""
WORDS: Final = 3
"""Of how many words a topic is told at most."""
_WORD: Final = re.compile(r"[^\W\d_](?:[^\W_]|['-](?=\w))+")
_SHORTEST: Final = 3


def topics(texts: Sequence[str], without: Iterable[str] = ()) -> list[str | None]:
    """For each text up to three words that tell what it is about, as the texts write them; None where it stands alone.

    They are words that the same texts have in common, at least two of them. Texts are gathered under the word that most
    of those have that are under none yet, a rarer word counting more: a greedy set cover (Chvátal 1979). It is what
    texts have in common, not a subject that anybody has thought of. Words of ``without``, such as the speaker's name,
    are none.
    """
    left_out = {stem for text in without for stem in _stems(text)}
    forms: defaultdict[str, Counter[str]] = defaultdict(Counter)
    having: defaultdict[str, set[int]] = defaultdict(set)
    for number, text in enumerate(texts):
        for stem, words in _stems(text).items():
            if stem not in left_out:
                forms[stem].update(words)
                having[stem].add(number)
    chosen: list[str | None] = [None] * len(texts)
    while having:
        best = max(having, key=lambda stem: (_gain(stem, having[stem]), stem))
        covered = having[best]
        if len(covered) < 2:
            break
        shared = sorted(
            (stem for stem, its in having.items() if its == covered),
            key=lambda stem: (stem != best, -forms[stem].total(), -rarity(stem), stem),
        )
        label = ", ".join(_form(forms[stem]) for stem in shared[:WORDS])
        for number in covered:
            chosen[number] = label
        having = defaultdict(set, {stem: left for stem, its in having.items() if (left := its - covered)})
    return chosen


def _gain(stem: str, texts: set[int]) -> float:
    return (len(texts) - 1) * rarity(stem)


def _stems(text: str) -> dict[str, list[str]]:
    """The stems of a text's telling words, each with the words as they stand there."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for word in _WORD.findall(plain(text)):
        bare = word.removesuffix("'s")
        folded = bare.casefold()
        stem = rarity_stem(folded)
        if len(bare) >= _SHORTEST and folded not in STOP_WORDS and rarity(stem) >= TELLING:
            found[stem].append(bare)
    return found


def _form(forms: Mapping[str, int]) -> str:
    """The most frequent form; of equally frequent ones the one in small letters, then the shortest."""
    return min(forms, key=lambda word: (-forms[word], not word.islower(), len(word), word))
