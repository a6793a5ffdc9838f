"""A claim prepared for comparison: quotations, topic, names, attitude, signs, each worked out once."""

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Final

from claims.lexicons import word_set
from claims.text.canonical import canonical, content_stems, stem, topic_stems
from claims.text.claim_wording import ClaimWording
from claims.text.negation import SignedStems, bare_stem, may_negate, signed_stems
from claims.text.polarity import Attitude, attitude
from claims.text.slots import SlotKind, Slots, slots_of
from claims.text.word_rarity import rarity, rarity_stem
from claims.text.word_vectors import Vectors, is_known, vectors_of

STRETCH_STEMS: Final = 4
"""Least number of content words in a quoted stretch that counts as a quotation in common."""
_RUN: Final = 8  # words
_PREFIXES: Final = word_set("spelling.prefixes")
_PARTICULAR: Final[frozenset[SlotKind]] = frozenset({"name", "date", "number"})
_CAPITALISED: Final = re.compile(r"[A-Z]\w+")
_SENTENCE_START: Final = frozenset({"", ".", "!", "?", ":", '"', "'"})
_MARK: Final = re.compile("\"|''")
_QUOTED: Final = re.compile(r"\"([^\"]+)(?:\"|$)|''(.+?)(?:''|$)")


@dataclass(frozen=True, eq=False)
class Profile(ClaimWording):
    """A claim as it is compared for merging; what takes time is worked out when it is first asked for."""

    @property
    def long(self) -> bool:
        """Whether there are eight words or more."""
        return len(self.content_words) >= _RUN

    @cached_property
    def _quoted(self) -> tuple[tuple[str, ...], ...]:
        if not _MARK.search(self.text):
            return ()
        return tuple(canonical(one or other) for one, other in _QUOTED.findall(self.text))

    @property
    def quoted(self) -> bool:
        """Whether it quotes anything."""
        return any(self._quoted)

    @cached_property
    def quotations(self) -> tuple[str, ...]:
        """The quoted stretches with any content word."""
        return tuple(" ".join(s) for s in self._quoted if content_stems(s))

    @cached_property
    def stretches(self) -> tuple[str, ...]:
        """The quoted stretches with enough content words to recognise a quotation by."""
        return tuple(" ".join(s) for s in self._quoted if len(set(content_stems(s))) >= STRETCH_STEMS)

    @cached_property
    def quoted_runs(self) -> frozenset[int]:
        """The runs of eight words in quotation marks, as numbers that hold in this process only."""
        return frozenset(run for stretch in self._quoted for run in _runs(stretch))

    @cached_property
    def topic(self) -> frozenset[str]:
        """The content stems of content and cue, those in "un" without it."""
        content = self.stems if _PREFIXES.isdisjoint(self.canonical) else _compounded(self.content_words)
        return frozenset(map(bare_stem, content | self.cue_stems))

    @cached_property
    def meanings(self) -> tuple[dict[str, int], Vectors]:
        """The vectors of the words of content and cue that have one, and which row each stem of the topic has."""
        words = {bare_stem(stem(word)): word for word in (*self.content_words, *self.cue_words)}
        known = sorted(root for root in self.topic & words.keys() if is_known(words[root]))
        return {root: row for row, root in enumerate(known)}, vectors_of([words[root] for root in known])

    @cached_property
    def names(self) -> frozenset[str]:
        """The stems of words with a capital letter that no sentence starts with."""
        return _names(self.text)

    @cached_property
    def slots(self) -> Slots:
        """Its words, each with what it does there."""
        return slots_of(self)

    @cached_property
    def particulars(self) -> dict[str, float]:
        """What it names but its speaker, as stems, figures with a space after: how much each tells (0 to 1)."""
        speaker = {*canonical(self.claim.speaker_name), *canonical(self.claim.mention_text)}
        slots = self.slots
        return {
            f"{root} " if kind == "number" else root: rarity(rarity_stem(word)) if kind == "name" else 1.0
            for word, root, kind in zip(slots.words, slots.stems, slots.kinds, strict=True)
            if kind in _PARTICULAR and word not in speaker
        }

    @cached_property
    def attitude(self) -> Attitude:
        """What the claim as a whole does with its content."""
        return attitude(self.cue_words, self.asserted_words, self.polarity.own)

    @cached_property
    def has_signs(self) -> bool:
        """Whether it may say no to any word."""
        return may_negate(self.cue_words, self.asserted_words)

    @cached_property
    def signs(self) -> SignedStems:
        """Which words it says yes and no to."""
        return signed_stems(self.cue_words, self.asserted_words)


def _compounded(words: tuple[str, ...]) -> frozenset[str]:
    """The stems of the words with prefixes put to what follows them: "super delegates" as "superdelegates"."""
    joined = [one + other for one, other in pairwise((*words, "")) if one in _PREFIXES]
    alone = [word for before, word in pairwise(("", *words)) if _PREFIXES.isdisjoint((before, word))]
    return topic_stems((*alone, *joined))


def _names(text: str) -> frozenset[str]:
    """The stems of the words with a capital letter, unless they may have it because a sentence starts there."""
    found: set[str] = set()
    for match in _CAPITALISED.finditer(text):
        before = text[max(0, match.start() - 2) : match.start()].strip()[-1:]
        if before not in _SENTENCE_START or text[match.end() + 1 : match.end() + 2].isupper():
            found.update(map(stem, canonical(match.group())))
    return frozenset(found)


def _runs(words: tuple[str, ...]) -> frozenset[int]:
    return frozenset(hash(words[k : k + _RUN]) for k in range(len(words) - _RUN + 1))
