"""A claim prepared for comparison: quotations, topic, names, attitude, signs, each worked out once."""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final

from claims.lexicons import word_set
from claims.once import once
from claims.text.canonical import STOP_WORDS, canonical, content_stems, is_number, stem
from claims.text.claim_wording import ClaimWording
from claims.text.negation import SignedStems, bare_stem, may_negate, signed_stems
from claims.text.polarity import Attitude, attitude
from claims.text.slots import SlotKind, Slots, one_place_name, slots_of
from claims.text.word_families import root
from claims.text.word_rarity import total_rarity
from claims.text.word_vectors import Vectors, is_known, vectors_of

STRETCH_STEMS: Final = 4
"""Least number of content words in a quoted stretch that counts as a quotation in common."""
_RUN: Final = 8  # words
_PREFIXES: Final = word_set("spelling.prefixes")
_PARTICULAR: Final[frozenset[SlotKind]] = frozenset({"name", "date", "number"})
_CAPITALISED: Final = re.compile(r"[A-Z]\w+")
_SENTENCE_START: Final = frozenset({"", ".", "!", "?", ":", '"', "'"})
_MARK: Final = re.compile("\"|''")
_ALL_QUOTED: Final = re.compile(r"\"(?:(?!'')[^\"])+\"")
_QUOTED: Final = re.compile(r"\"([^\"]+)(?:\"|$)|''(.+?)(?:''|$)")


@dataclass(frozen=True, eq=False)
class Profile(ClaimWording):
    """A claim as it is compared for merging; what takes time is worked out when it is first asked for."""

    @property
    def long(self) -> bool:
        """Whether there are eight words or more."""
        return len(self.content_words) >= _RUN

    @once
    def _quoted(self) -> tuple[tuple[str, ...], ...]:
        if not _MARK.search(self.text):
            return ()
        if _ALL_QUOTED.fullmatch(self.text):
            return (self.canonical,)
        return tuple(canonical(one or other) for one, other in _QUOTED.findall(self.text))

    @property
    def quoted(self) -> bool:
        """Whether it quotes anything."""
        return any(self._quoted)

    @once
    def quotations(self) -> tuple[str, ...]:
        """The quoted stretches with any content word."""
        return tuple(" ".join(s) for s in self._quoted if content_stems(s))

    @once
    def stretches(self) -> tuple[str, ...]:
        """The quoted stretches with enough content words to recognise a quotation by."""
        return tuple(" ".join(s) for s in self._quoted if len(set(content_stems(s))) >= STRETCH_STEMS)

    @once
    def quoted_runs(self) -> frozenset[int]:
        """The runs of eight words in quotation marks, as numbers that hold in this process only."""
        return frozenset(run for stretch in self._quoted for run in _runs(stretch))

    @once
    def topic(self) -> frozenset[str]:
        """The roots of the words of content and cue that have a meaning of their own, those in "un" without it."""
        words = self.content_words
        content = words if _PREFIXES.isdisjoint(words) else _compounded(words)
        return _topic_roots(self.cue_words, self.cue_stems).union(filter(None, map(_topic_root, content)))

    @once
    def weight(self) -> float:
        """What the words of the topic weigh, each as heavy as it is rare."""
        return total_rarity(self.topic)

    @once
    def meanings(self) -> tuple[dict[str, int], Vectors]:
        """The vectors of the words of content and cue that have one, and which row each root of the topic has."""
        words = {_topic_root(word): word for word in (*self.content_words, *self.cue_words)}
        known = sorted(one for one in self.topic & words.keys() if is_known(words[one]))
        return {one: row for row, one in enumerate(known)}, vectors_of([words[one] for one in known])

    @once
    def names(self) -> frozenset[str]:
        """The roots of words with a capital letter that no sentence starts with."""
        return _names(self.text)

    @once
    def slots(self) -> Slots:
        """Its words, each with what it does there."""
        return slots_of(self)

    @once
    def particulars(self) -> dict[str, str]:
        """What it names but its speaker, as stems, figures with a space after: of a name the word, else nothing."""
        speaker = {*canonical(self.claim.speaker_name), *canonical(self.claim.mention_text)}
        slots = self.slots
        return {
            f"{root} " if kind == "number" else root: word if kind == "name" else ""
            for word, root, kind in zip(slots.words, slots.stems, slots.kinds, strict=True)
            if kind in _PARTICULAR and word not in speaker
        }

    @once
    def attitude(self) -> Attitude:
        """What the claim as a whole does with its content."""
        return attitude(self.cue_words, self.asserted_words, self.polarity.own)

    @once
    def has_signs(self) -> bool:
        """Whether it may say no to any word."""
        return may_negate(self.cue_words, self.asserted_words)

    @once
    def signs(self) -> SignedStems:
        """Which words it says yes and no to."""
        return signed_stems(self.cue_words, self.asserted_words)


def _compounded(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words with prefixes put to what follows them: "super delegates" as "superdelegates"."""
    joined = [one + other for one, other in pairwise((*words, "")) if one in _PREFIXES]
    alone = [word for before, word in pairwise(("", *words)) if _PREFIXES.isdisjoint((before, word))]
    return (*alone, *joined)


@lru_cache(maxsize=131_072)
def _topic_root(word: str) -> str:
    """The root that a canonical word is compared by, of a people that of its place; "" where it is about nothing."""
    if word in STOP_WORDS or is_number(word):
        return ""
    return bare_stem(root(word if is_known(word) else one_place_name(word)))  # "turkey" may be none


@lru_cache(maxsize=4_096)
def _topic_roots(cue: tuple[str, ...], telling: frozenset[str]) -> frozenset[str]:
    """The roots of those canonical words of a cue whose stems tell more than that something was said."""
    return frozenset([_topic_root(word) for word in cue if stem(word) in telling]) - {""}


def _names(text: str) -> frozenset[str]:
    """The roots of the words with a capital letter, unless they may have it because a sentence starts there."""
    found = [
        match.group()
        for match in _CAPITALISED.finditer(text)
        if text[max(0, match.start() - 2) : match.start()].strip()[-1:] not in _SENTENCE_START
        or text[match.end() + 1 : match.end() + 2].isupper()
    ]
    return frozenset().union(*map(_name_roots, found))


@lru_cache(maxsize=16_384)
def _name_roots(name: str) -> frozenset[str]:
    return frozenset(map(_topic_root, canonical(name))) - {""}


def _runs(words: tuple[str, ...]) -> frozenset[int]:
    return frozenset(hash(words[k : k + _RUN]) for k in range(len(words) - _RUN + 1))
