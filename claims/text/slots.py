"""A claim taken apart: which of its words name somebody or something, tell a time, a figure, a unit, how sure, or not.

There is no parse: what a word does is told by lists, by its capital letter, and by the words beside it.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import accumulate, groupby, pairwise
from typing import Final, Literal

from claims.lexicons import rows, word_set, words
from claims.once import once
from claims.text.canonical import STOP_WORDS, canonical, stem, stems
from claims.text.claim_wording import ClaimWording
from claims.text.near_negation import MAY_NEGATE, near_negations
from claims.text.negation import places_of_over
from claims.text.verb_forms import forms_of
from claims.text.word_families import root
from claims.text.word_senses import MOSTLY_VERB, verb_share
from claims.text.word_vectors import is_known

SlotKind = Literal[
    "name", "date", "number", "unit", "quantifier", "negator", "modal", "post", "cue", "function", "word"
]
Modality = Literal["will", "may", "must", "done"]

_DATES: Final = word_set(
    "calendar.month", "calendar.short_month", "calendar.day", "calendar.short_day", "slots.relative_day"
)
_IN_FULL: Final = {
    short: name
    for kind in ("month", "day")
    for short in words(f"calendar.short_{kind}")
    for name in words(f"calendar.{kind}")
    if name.startswith(short)
}
"""The months and days that are written short."""
_WORDS_TOO: Final = frozenset({"may", "march", "sat", "sun", "mar", "wed"})
"""Names of months and days that are other words without a capital letter."""
_NEVER_NAMES: Final = STOP_WORDS - _WORDS_TOO
_VAGUE: Final = word_set("slots.vague_number")
_NEGATORS: Final = word_set("function_words.negators")
_NEGATING_VERBS: Final = stems(words("cues.negating"))
_LIFTING: Final = word_set("slots.lifting")
_CONDITIONS: Final = word_set("slots.condition")
_ENDING: Final = word_set("slots.ending")
_UNITS: Final = {
    name: (measured, float(factor)) for measured, factor, *names in rows("slots.units") for name in names
}
_BEFORE_ROLE: Final = word_set("roles.distinguishing", "roles.changing") - word_set("slots.ordinal")
_ROLES: Final = word_set("roles.title", "roles.distinguishing", "roles.changing")
_KINDS: Final[dict[str, SlotKind]] = {
    **dict.fromkeys(STOP_WORDS | word_set("function_words.prepositions"), "function"),
    **dict.fromkeys(word_set("roles.distinguishing", "roles.changing", "slots.ordinal"), "post"),
    **dict.fromkeys(word_set("function_words.amounts"), "quantifier"),
    **dict.fromkeys(_UNITS, "unit"),
    **dict.fromkeys(_VAGUE, "number"),
}
"""What listed words do; of a word on several lists the last one counts."""
_RANKS_TOO: Final = word_set("slots.ordinal") & _UNITS.keys()
"""Ranks that are units as well, behind a figure: "a second"."""
_PER: Final = frozenset({"per", "every"})
_PLACES: Final = {name: place for place, *names in rows("slots.places_alike") for name in names}
_PLANNING, _WEIGHING = (
    frozenset(form for verb in words(f"cues.{name}") for form in forms_of(verb))
    for name in ("planning", "weighing")
)
_ATTEMPTED: Final = word_set("slots.attempted")
_CALLED_FOR: Final = word_set("slots.called_for")
_MODALS: Final[dict[str, Modality]] = {
    **dict.fromkeys(words("slots.will"), "will"),
    **dict.fromkeys(words("function_words.possible"), "may"),
    **dict.fromkeys(words("slots.must"), "must"),
    **dict.fromkeys(words("slots.done"), "done"),
}
_LED_TO: Final[dict[str, Literal["must", "ahead"]]] = {
    "request": "must",
    "prediction": "ahead",
    "intention": "ahead",
}
"""What the act of a claim says of what its content names without a tense."""
_BE: Final = frozenset({"is", "are", "was", "were", "be", "am"})
_BEFORE_OVER: Final = _BE | {"not"}
_CAPITALISED: Final = re.compile(r"[a-z][\w'-]*(?: [a-z][\w'-]*)*|(?:[A-Z]\. ?){2,}|[^\W\d_][\w'-]*")
"""A word that may be a name, or some in small letters."""
UNIT_WITHIN: Final = 2
"""So many words after a figure its unit stands at most."""
_FINITE: Final = ("ed", "s")
_CLAUSES: Final = frozenset(
    {
        "who", "whom", "whose", "which", "that", "where", "when", "if", "because", "until", "unless", "while",
        "although", "though",
    }
)  # fmt: skip
"""Words that open a clause of its own."""
NEGATED_WITHIN: Final = 2
"""So many words before a word a negation of it stands at most."""
_POSSIBLE: Final = word_set("function_words.possible")
_ABLE: Final = frozenset({"can", "could"})
_AFTER: Final = frozenset({"to", "not"})
"""Words that change what the one before them says of whether it happened."""
GOES_ON: Final = 4
"""So many words after a "no" another one stands at most that takes it up."""
_VALUES: Final = {
    "half": 0.5,
    "dozen": 12.0,
    "couple": 2.0,
    "once": 1.0,
    "twice": 2.0,
    "double": 2.0,
    "triple": 3.0,
}
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_KEPT: Final = 1_024
"""So many wordings are kept taken apart."""


@dataclass(frozen=True)
class Slots:
    """The words of a claim in order, each with its stem and what it does there.

    ``words``: canonical words. ``stems``: what two claims are aligned by. ``kinds``: what each word
    does. ``modality``: what each word says of whether it happened; None for most. ``written``: those words that are
    written otherwise, each with how.
    ``is_planned``: whether its cue says that it is to come. ``has_tense``: whether it has a verb with a tense, and is
    no mere noun, as in "announced | the closure of the plant". ``led_to``: whether the cue says of what has no tense
    that it is called for ("demanded"), or still ahead ("warned of").
    """

    words: tuple[str, ...]
    stems: tuple[str, ...]
    kinds: tuple[SlotKind, ...]
    modality: tuple[Modality | None, ...]
    written: tuple[tuple[str, str], ...]
    is_planned: bool = False
    has_tense: bool = True
    led_to: Literal["must", "ahead"] | None = None

    def __hash__(self) -> int:
        return self._hash

    @once
    def _hash(self) -> int:
        return hash((self.words, self.kinds, self.written))

    @once
    def shown(self) -> Mapping[str, str]:
        """How words are written, of those that are written otherwise."""
        return dict(self.written)

    def measure(self, place: int) -> tuple[str, float] | None:
        """What the figure at a place measures, and how much of it in the smallest unit; None of a vague one."""
        value = _VALUES.get(self.words[place]) or _value(self.words[place])
        if value is None:
            return None
        for k in range(place + 1, min(place + 1 + UNIT_WITHIN, self.size)):
            if self.kinds[k] == "unit":
                measured, factor = _UNITS[self.words[k]]
                return measured, value * factor
        return "", value

    def show(self, places: Iterable[int]) -> str:
        """The words at some places, as written."""
        written = [self.shown.get(self.words[k], self.words[k]) for k in places]
        return " ".join(word for word, _ in groupby(written))  # "USA" stands for two words

    def negations(self, other: "Slots") -> int:
        """How many negations there are: "neither ... nor" is one, and "not ... unless" none beside "only if".

        Nor is "not" beside "stopped", which the claim itself has not.
        """
        at = zip(self.words, self.kinds, strict=True)
        found = [k for k, (word, kind) in enumerate(at) if kind == "negator" and word != "nor"]
        found = [k for k in found if not (self.words[k] == "no" and self._goes_on(k))]
        lifted = found and not _LIFTING.isdisjoint(self.words[found[0] :])
        is_over = found and _is_over(other.words) and not _is_over(self.words)
        return len(found) - bool(is_over or (lifted and not _CONDITIONS.isdisjoint(other.words)))

    def _goes_on(self, place: int) -> bool:
        """Whether a "no" only takes up another one: "no masks and no gloves"."""
        before = self.words[max(0, place - GOES_ON) : place]
        return "no" in before and before[-1] in ("and", "or")

    @once
    def size(self) -> int:
        """How many words there are."""
        return len(self.words)

    @once
    def occurrences(self) -> Mapping[str, int]:
        """How often each stem stands in the claim."""
        return Counter(self.stems)

    @once
    def roots(self) -> tuple[str, ...]:
        """What words that may be one have in common: of mere words the root of the family, else the stem."""
        at = zip(self.words, self.stems, self.kinds, strict=True)
        return tuple(root(word) if kind == "word" else one for word, one, kind in at)

    @once
    def _told(self) -> Sequence[int]:
        return (0, *accumulate(kind != "function" for kind in self.kinds))

    def telling(self, stretch: range) -> int:
        """How many words of a stretch tell anything by themselves."""
        return self._told[stretch.stop] - self._told[stretch.start] if stretch else 0


def _is_over(words: Sequence[str]) -> bool:
    """Whether canonical words say that something has stopped, or shall: "ended", "is over", also "is not over"."""
    return not _ENDING.isdisjoint(words) or any(True for _ in places_of_over(words, _BEFORE_OVER))


def is_negated(slots: Slots, place: int) -> bool:
    """Whether a negation stands right before a word."""
    return "negator" in slots.kinds[max(0, place - NEGATED_WITHIN) : place]


def is_meant(word: str) -> bool:
    """Whether a canonical word says before "to" that something is tried, agreed or called for, and itself was done."""
    return word in _ATTEMPTED or word in _CALLED_FOR


def is_possible(word: str) -> bool:
    """Whether a canonical word leaves open whether what it leads to is so: "may", but not "seems"."""
    return word in _POSSIBLE


def one_place_name(word: str) -> str:
    """The one of a place's names that stands for all of them: "Kyiv" for "Kiev"; any other canonical word itself."""
    return _PLACES.get(word, word)


def slots_of(wording: ClaimWording) -> Slots:
    """The slots of a claim: what its cue says of whether it is so, and its content; the same object for the same."""
    words = wording.asserted_words
    cue = certainty_in_cue(wording.cue_words)
    if wording.polarity.cue == "denies" and _NEGATORS.isdisjoint(cue):
        cue = ("not", *cue)  # "denied that", "ruled out"
    content = words[1:] if words[:1] == ("that",) else words
    is_planned = words[:1] == ("to",) and not _PLANNING.isdisjoint(wording.cue_words)
    return _slots((*cue, *content), wording.text, len(cue), is_planned, _LED_TO.get(wording.claim.act))


@lru_cache(maxsize=_KEPT)
def _slots(
    words: tuple[str, ...], text: str, in_cue: int, is_planned: bool, led_to: Literal["must", "ahead"] | None
) -> Slots:
    found = slots_of_words(words, text, in_cue, is_planned=is_planned)
    return replace(found, led_to=led_to) if led_to and not found.has_tense else found


@lru_cache(maxsize=16_384)
def certainty_in_cue(cue: tuple[str, ...]) -> tuple[str, ...]:
    """The canonical words of a cue that negate, or leave open whether it is so: "is weighing"."""
    return tuple(word for word in cue if word in _NEGATORS or _modality(word, before_to=False) == "may")


def slots_of_words(
    content: tuple[str, ...], text: str, in_cue: int = 0, *, is_planned: bool = False
) -> Slots:
    """The slots of canonical words, the first ``in_cue`` of the cue, given with the text that the others are from.

    ``is_planned``: whether the cue says that it is to come, "promised to" like "said that he would".
    """
    names, shown = _capitalised(text)
    known = [_alone(word, word in names) for word in content]
    kinds = [kind for kind, _, _ in known]
    _change_where_they_stand(kinds, content, names)
    modality = _modalities(content, [says for _, says, _ in known])
    for place in range(in_cue):
        if modality[place] != "may":
            modality[place] = None  # "is weighing"; "vowed" is a way of saying
        if kinds[place] != "negator":
            kinds[place] = "cue"
    for place in [k for k, says in enumerate(modality) if says]:
        if kinds[place] == "date" and content[place] == "may":
            modality[place] = None
        elif kinds[place] in ("word", "function", "cue") and not is_meant(content[place]):
            kinds[place] = "modal"
    roots = [
        aligned if kind == alone else _aligned(word, kind)
        for word, kind, (alone, _, aligned) in zip(content, kinds, known, strict=True)
    ]
    has_tense = _has_tense(content[in_cue:], modality[in_cue:])
    written = tuple([(word, shown[word]) for word in content if word in shown and word not in _NEVER_NAMES])
    return Slots(content, tuple(roots), tuple(kinds), tuple(modality), written, is_planned, has_tense)


def _change_where_they_stand(kinds: list[SlotKind], content: tuple[str, ...], names: frozenset[str]) -> None:
    """Put in what words do that do something else for what stands beside them."""
    if not _BEFORE_ROLE.isdisjoint(content):
        for place, (word, after) in enumerate(pairwise((*content, ""))):
            if word in _BEFORE_ROLE and not (after in _ROLES or after in names):
                kinds[place] = "word"  # "late last year", "to designate a group"
    if not MAY_NEGATE.isdisjoint(content):
        for place in near_negations(content):
            kinds[place] = "negator"
    if not _RANKS_TOO.isdisjoint(content):
        for place, (before, word) in enumerate(pairwise(("", *content))):
            if word in _RANKS_TOO and kinds[place] == "unit" and not (before[:1].isdigit() or before in _PER):
                kinds[place] = "post"  # "the second largest"


def _modalities(content: tuple[str, ...], alone: list[Modality | None]) -> list[Modality | None]:
    """What each word says of whether it happened, given what it says whatever stands beside it."""
    if not _AFTER.isdisjoint(content):
        for place, (word, after) in enumerate(pairwise(content)):
            if after == "to":
                alone[place] = _modality(word, before_to=True)
            elif after == "not" and word in _ABLE:
                alone[place] = (
                    None  # "could not be reached" leaves nothing open, as "may not be reached" does
                )
    return alone


def _has_tense(content: tuple[str, ...], modality: Sequence[Modality | None]) -> bool:
    """Whether there is a verb with a tense before any "who", "until" and the like."""
    if content[:1] == ("to",):
        return False
    for k, (word, said) in enumerate(zip(content, modality, strict=True)):
        if word in _CLAUSES and k:
            return False
        if said or word in _BE or (verb_share(word) >= MOSTLY_VERB and word.endswith(_FINITE)):
            return True
    return False


@lru_cache(maxsize=65_536)
def _alone(word: str, named: bool) -> tuple[SlotKind, Modality | None, str]:
    """What a word does and says of whether it happened, whatever stands beside it, and what it is aligned by."""
    kind = _kind(word, named)
    return kind, _modality(word, before_to=False), _aligned(word, kind)


def _modality(word: str, before_to: bool) -> Modality | None:
    if before_to and word in _BE:  # "are to be freed"
        return "will"
    if before_to and word in ("has", "have", "had"):
        return "must"
    if word in _MODALS:
        return _MODALS[word]
    if word in _PLANNING or (before_to and word in _ATTEMPTED):
        return "will"
    if before_to and word in _CALLED_FOR:
        return "must"
    return "may" if word in _WEIGHING else None


def _kind(word: str, named: bool) -> SlotKind:
    if word[0].isdigit():
        return "date" if _YEAR.fullmatch(word) else "number"
    if word in _DATES and (named or word not in _WORDS_TOO):
        return "date"
    if word in _NEGATORS or stem(word) in _NEGATING_VERBS:
        return "negator"
    if named and word not in _VAGUE:
        return "name"
    return _KINDS.get(word, "word")


def _aligned(word: str, kind: SlotKind) -> str:
    """What two words must have in common to be one: the stem, or the unit, or one spelling of a backshifted verb."""
    if kind == "unit":
        return "{} {}".format(*_UNITS[word])
    if kind == "name":
        return stem(one_place_name(word))
    if kind == "date":
        return stem(_IN_FULL.get(word, word))
    if kind == "modal":
        return _BACKSHIFTED.get(word) or stem(word)
    if kind == "function":
        return _BACKSHIFTED.get(word, word)
    return root(word)


_BACKSHIFTED: Final = {
    "would": "will", "shall": "will", "might": "may", "could": "can", "had": "have", "has": "have",
    "was": "is", "were": "is", "are": "is", "am": "is", "her": "she", "him": "he", "them": "they",
    "us": "we", "me": "i",
}  # fmt: skip


def _capitalised(text: str) -> tuple[frozenset[str], dict[str, str]]:
    """The canonical words that are written as names, and how each is written; a sentence's first word may be none."""
    found: set[str] = set()
    shown: dict[str, str] = {}
    for match in _CAPITALISED.finditer(text):
        word = match.group()
        if not word[0].isupper():
            continue
        # Alone, "US" would be read as a line in capitals, in which it may be a pronoun.
        parts = canonical(f"the {word}")[1:] if word.isupper() else canonical(word)
        for part in parts:
            shown.setdefault(part, word.removesuffix("'s"))
        before = text[max(0, match.start() - 2) : match.start()].strip()[-1:]
        at_start = before in ("", ".", "!", "?", ":", '"', "'")
        if (
            at_start
            and not word.isupper()
            and len(parts) == 1
            and (parts[0] in STOP_WORDS or is_known(parts[0]))
        ):
            continue
        found.update(part for part in parts if len(part) > 1 and part not in _NEVER_NAMES)
    return frozenset(found), shown


def _value(word: str) -> float | None:
    try:
        return float(word)
    except ValueError:
        return None
