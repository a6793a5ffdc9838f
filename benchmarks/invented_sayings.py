"""What invented speakers say in words of the news: assertions, the same ones paraphrased, and contrasts to them.

A clause is a frame whose fields are filled: some with invented words, so that no two assertions are one by chance,
others with words of the news. A paraphrase has a synonym instead of some of these. A contrast fills one field
otherwise (another place, day, figure, quantifier, ...), and so is another assertion, however alike the words are.
"""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

_FRAMES: Final = (
    "the {x} {people} {would} {do} the {y} {thing} of {place}",
    "{n} {x} {people} were {done} by the {y} {z} near {place} on {day}",
    "a {x} {thing} of {y} and {z} {will} {do} in {place} in {month}",
    "{place} had {done} its {x} {thing} {before} the {y} could {do}",
    "{more} than {n} {x} {people} in {place} have the {quality} {y}",
    "{every} {x} who {done} a {y} in {place} must {do} the {z}",
    "the {thing} of the {x} {y} cost {place} {n} {million} {z}",
    "{body} has {done} the {x} {thing} of {other}",
    "{person} {will} {do} the {x} {quality} {y} in {place}",
)
_WORDS: Final = {
    "people": "doctors children reporters troops residents staff teachers farmers nurses miners pilots students",
    "thing": "deal blast probe prison crash illness error car bridge hospital tunnel budget school election",
    "do": "buy help halt begin show fight choose visit close repair sell paint",
    "done": "freed hurt threatened ended chosen visited closed repaired sold painted",
    "quality": "big important quick entire new secret public wooden",
    "would": "would|would not",
    "will": "will|may|will not",
    "before": "before|after",
    "more": "more|fewer",
    "every": "every|no",
    "million": "million|billion",
    "day": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "month": "January February April June July August September October November December",
}
_SYNONYMS: Final = {
    "doctors": "physicians", "children": "kids", "reporters": "journalists", "troops": "soldiers",
    "residents": "inhabitants", "staff": "employees", "deal": "agreement", "blast": "explosion", "probe": "inquiry",
    "prison": "jail", "crash": "collision", "illness": "disease", "error": "mistake", "car": "vehicle",
    "buy": "purchase", "help": "assist", "halt": "stop", "begin": "start", "show": "demonstrate", "fight": "combat",
    "choose": "select", "freed": "released", "hurt": "injured", "threatened": "menaced", "ended": "finished",
    "chosen": "selected", "big": "large", "important": "significant", "quick": "rapid", "entire": "whole",
}  # fmt: skip
"""Written by hand: of other origin than the vectors and WordNet, by which the tool knows some of them."""
_BODIES: Final = ("Bank", "Union", "Council", "Railway", "University")
_REPLACED: Final = 0.5
"""The share of the words with a synonym that a paraphrase replaces."""

Words = Callable[[random.Random, int], Sequence[str]]
"""So many invented words."""
Name = Callable[[random.Random], str]
"""An invented name of a place."""


@dataclass(frozen=True)
class Clause:
    """A frame with what fills its fields."""

    frame: str
    fillings: dict[str, str]

    @classmethod
    def of(cls, chance: random.Random, invented: Words, name: Name) -> "Clause":
        """A clause by chance."""
        frame = chance.choice(_FRAMES)
        fillings = dict(zip("xyz", invented(chance, 3), strict=True))
        return cls(frame, fillings | {f: _filling(f, chance, name) for f in _fields(frame)})

    def __str__(self) -> str:
        return self.frame.format(**self.fillings)

    def paraphrased(self, chance: random.Random) -> "Clause":
        """The clause with synonyms instead of some words."""
        found = {
            f: _SYNONYMS[word] if word in _SYNONYMS and chance.random() < _REPLACED else word
            for f, word in self.fillings.items()
        }
        return replace(self, fillings=found)

    def contrast(self, chance: random.Random, name: Name) -> "Clause":
        """Another assertion: one field is filled otherwise; of two bodies, who does it to whom may be swapped."""
        field = chance.choice(_fields(self.frame))
        if field == "other":
            swapped = {"body": self.fillings["other"], "other": self.fillings["body"]}
            return replace(self, fillings=self.fillings | swapped)
        other = self.fillings[field]
        while other == self.fillings[field]:
            other = _filling(field, chance, name)
        return replace(self, fillings=self.fillings | {field: other})


def _fields(frame: str) -> list[str]:
    """The fields of a frame but those of invented words."""
    return [part.split("}")[0] for part in frame.split("{")[1:] if part[0] not in "xyz"]


def _filling(field: str, chance: random.Random, name: Name) -> str:
    if field == "n":
        return str(chance.randint(2, 990))
    if field == "place":
        return name(chance)
    if field == "person":
        return f"{chance.choice(('Ada', 'Ben', 'Greta', 'Hugo'))} {name(chance)}"
    if field in ("body", "other"):
        return f"the {name(chance)} {chance.choice(_BODIES)}"
    words = _WORDS[field]
    return chance.choice(words.split("|") if "|" in words else words.split())
