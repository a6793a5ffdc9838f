"""Whether two claims can have one speaker."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from claims import names
from claims.lexicons import listed
from claims.records import Claim, Speaker
from claims.text.canonical import STOP_WORDS, canonical
from claims.text.normalisation import normalised

SpeakerMatch = Literal["same", "other", "unknown"]
SpeakerTie = Literal["same", "kin", "doubtful", "other"]

_PRONOUNS: Final = frozenset(listed("pronouns"))
_NO_NAMES: Final = STOP_WORDS | frozenset(listed("studies"))
_LEAST_LETTERS: Final = 3
"""Shorter words of two names ("of", "J") make nobody kin."""


def same_speaker(a: Claim, b: Claim) -> SpeakerMatch:
    """Whether two claims have the same speaker, another one, or whether that cannot be told.

    Two speakers are compared by name; an unnamed one ("a spokesman") may be anybody. Where a ledger knows two
    speakers of the same name, they are two. Two claims without a resolved speaker agree where their mentions do;
    a pronoun or an empty mention tells nothing.
    """
    if a.speaker and b.speaker:
        return _same_resolved(a.speaker, b.speaker)
    if a.speaker or b.speaker:
        return "unknown"
    one, other = normalised(a.mention_text), normalised(b.mention_text)
    if {one, other} & (_PRONOUNS | {""}):
        return "unknown"
    return "same" if one == other else "other"


def _same_resolved(a: Speaker, b: Speaker) -> SpeakerMatch:
    if a.id and a.id == b.id:
        return "same"
    types = {a.type, b.type}
    if types <= {"person", "organisation"}:
        one = not _are_namesakes(a, b) and _same_name(*sorted((a.name, b.name)))
        return "same" if one else "other"
    if normalised(a.name) == normalised(b.name):
        return "same"
    return "unknown" if "unnamed" in types else "other"


def _are_namesakes(a: Speaker, b: Speaker) -> bool:
    """Whether a ledger keeps two speakers of one name apart."""
    return None not in (a.id, b.id) and a.id != b.id and a.name == b.name


@dataclass(frozen=True, slots=True)
class Naming:
    """How a claim names its speaker: the telling words of name and mention, whether by a name, or by a pronoun."""

    words: frozenset[str]
    by_name: bool
    by_pronoun: bool


def naming(claim: Claim) -> Naming:
    """How a claim names its speaker."""
    by_name = claim.speaker is not None and claim.speaker.type != "unnamed"
    return _naming(claim.speaker_name, claim.mention_text, by_name)


@lru_cache(maxsize=65_536)
def _naming(name: str, mention: str, by_name: bool) -> Naming:
    said = normalised(mention)
    return Naming(
        words=_telling_words(name) | _telling_words(mention),
        by_name=by_name,
        by_pronoun=not said or said in _PRONOUNS,
    )


def speaker_tie(a: Claim, b: Claim) -> SpeakerTie:
    """How two claims' speakers belong together, as evidence.

    "kin" share a word of their names or mentions ("Ellison", "the Ellison campaign"; a joint statement and one
    of its speakers); "doubtful" is another name that was read off a pronoun, which may have been misread.
    """
    if same_speaker(a, b) == "same":
        return "same"
    if a.speaker and b.speaker and _are_namesakes(a.speaker, b.speaker):
        return "other"
    one, other = naming(a), naming(b)
    if (one.by_name or other.by_name) and not one.words.isdisjoint(other.words):
        return "kin"
    return "doubtful" if one.by_pronoun or other.by_pronoun else "other"


@lru_cache(maxsize=65_536)
def _telling_words(name: str) -> frozenset[str]:
    return frozenset(w for w in canonical(name) if len(w) >= _LEAST_LETTERS and w not in _NO_NAMES)


@lru_cache(maxsize=262_144)
def _same_name(a: str, b: str) -> bool:
    return names.same(a, b)


def speaker_key(claim: Claim) -> str:
    """A key that only claims with the same speaker share; empty where nothing tells the speaker."""
    if claim.speaker:
        return f"speaker:{claim.speaker.id or ''}:{claim.speaker.name}"
    mention = normalised(claim.mention_text)
    return "" if mention in _PRONOUNS or not mention else f"mention:{mention}"


def key_words(claim: Claim) -> tuple[str, ...]:
    """The words by which claims of one speaker, or of kin, are looked up.

    A person's last name, or what stands there; all telling words of a body, up to three ("Ellison campaign"); the last
    one of a mention whose speaker is not resolved. None of a pronoun.
    """
    if claim.speaker is None:
        return tuple(w for w in _words_in_order(claim.mention_text)[-1:] if w not in _PRONOUNS)
    words = _words_in_order(claim.speaker.name)
    return words[-1:] if claim.speaker.type == "person" else words[:3]


@lru_cache(maxsize=65_536)
def _words_in_order(name: str) -> tuple[str, ...]:
    telling = (w for w in canonical(name) if len(w) >= _LEAST_LETTERS and w not in STOP_WORDS)
    return tuple(dict.fromkeys(telling))
