"""The speakers of two claims as evidence for one assertion, and the words by which speakers are blocked."""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from typing import Final, Literal

from claims.lexicons import word_set
from claims.names import are_namesakes, same_speaker
from claims.records import Claim, Speaker
from claims.text.canonical import STOP_WORDS, canonical, stem
from claims.text.normalisation import normalised
from claims.text.word_senses import are_of_one_sort, is_noun, may_be_one
from claims.text.word_vectors import is_known

SpeakerRelation = Literal["same", "kin", "doubtful", "other"]

_PRONOUNS: Final = word_set("function_words.pronouns")
_NO_NAMES: Final = STOP_WORDS | word_set("documents.studies", "bodies.legal_form")
_CAPITALISED: Final = re.compile(r"[A-Z][\w.'-]+")
_LEAST_LETTERS: Final = 3
"""Shorter words of names ("of", "J") are left out."""


@dataclass(frozen=True, slots=True)
class SpeakerReference:
    """How a claim refers to its speaker: the words of name and mention, whether by a name, or by a pronoun."""

    words: frozenset[str]
    by_name: bool
    by_pronoun: bool


def speaker_reference(claim: Claim) -> SpeakerReference:
    """How a claim refers to its speaker."""
    by_name = any(speaker.type != "unnamed" for speaker in claim.speakers)
    return _reference(claim.speaker_name, claim.mention_text, by_name)


@lru_cache(maxsize=8_192)
def _reference(name: str, mention: str, by_name: bool) -> SpeakerReference:
    plain_mention = normalised(mention)
    return SpeakerReference(
        words=_name_words(name) | _name_words(mention),
        by_name=by_name,
        by_pronoun=not plain_mention or plain_mention in _PRONOUNS,
    )


def speaker_relation(a: Claim, b: Claim) -> SpeakerRelation:
    """How two claims' speakers are related.

    "kin" share a word of their names or mentions ("Ellison", "the Ellison campaign"; a joint statement and one
    of its speakers); "doubtful" is another name that was resolved from a pronoun, perhaps wrongly.
    """
    if same_speaker(a, b) == "same":
        return "same"
    if any(are_namesakes(one, other) for one in a.speakers for other in b.speakers):
        return "other"
    one, other = speaker_reference(a), speaker_reference(b)
    if (one.by_name or other.by_name) and not one.words.isdisjoint(other.words):
        return "kin"
    return "doubtful" if one.by_pronoun or other.by_pronoun else "other"


@lru_cache(maxsize=4_096)
def _name_words(name: str) -> frozenset[str]:
    return frozenset(w for w in canonical(name) if len(w) >= _LEAST_LETTERS and w not in _NO_NAMES)


def are_other_studies(a: Claim, b: Claim) -> bool:
    """Whether two documents have names, and none in common: "a YouGov poll", "an ORB survey"."""
    one, other = (_proper_names(claim.mention_text) for claim in (a, b))
    return bool(one and other and one.isdisjoint(other))


def are_called_otherwise(a: Claim, b: Claim) -> bool:
    """Whether two sources without names are called by words for others: "two residents", "an official".

    "Officials" and "the authorities" may be the same ones.
    """
    if any(speaker.type != "unnamed" for claim in (a, b) for speaker in claim.speakers):
        return False
    return _are_other_people(a.mention_text, b.mention_text)


@lru_cache(maxsize=16_384)
def _are_other_people(one: str, other: str) -> bool:
    ones, others = (
        [word for word in canonical(mention) if word not in STOP_WORDS and is_noun(word)]
        for mention in (one, other)
    )
    pairs = list(product(ones, others))
    if any(stem(x) == stem(y) or may_be_one(x, y) for x, y in pairs):
        return False
    return any(are_of_one_sort(x, y) for x, y in pairs)


@lru_cache(maxsize=16_384)
def _proper_names(mention: str) -> frozenset[str]:
    """The canonical words of a mention that are written as names, and are no words otherwise."""
    found = {word for written in _CAPITALISED.findall(mention) for word in canonical(written)}
    return frozenset(word for word in found - _NO_NAMES if not is_known(word))


def speaker_words(claim: Claim) -> tuple[str, ...]:
    """The words of a speaker's name that make blocking keys, shared by claims of one speaker, or of kin.

    A person's last name, or what stands there; the words of a body, up to three ("Ellison campaign"); those of each of
    several; the last one of a mention whose speaker is not resolved. None of a pronoun.
    """
    if claim.speaker is None:
        return tuple(w for w in _words_in_order(claim.mention_text)[-1:] if w not in _PRONOUNS)
    if len(claim.speakers) == 1:
        return _words_of(claim.speaker)
    return tuple(dict.fromkeys(word for speaker in claim.speakers for word in _words_of(speaker)))


def _words_of(speaker: Speaker) -> tuple[str, ...]:
    words = _words_in_order(speaker.name)
    return words[-1:] if speaker.type == "person" else words[:3]


@lru_cache(maxsize=16_384)
def _words_in_order(name: str) -> tuple[str, ...]:
    words = (w for w in canonical(name) if len(w) >= _LEAST_LETTERS and w not in STOP_WORDS)
    return tuple(dict.fromkeys(words))
