"""Whether two claims can have one speaker."""

from functools import lru_cache
from typing import Final, Literal

from claims import names
from claims.merging.lexicon import listed
from claims.records import Claim
from claims.wording import normalised

SpeakerMatch = Literal["same", "other", "unknown"]

_PRONOUNS: Final = frozenset(listed("pronouns"))


def same_speaker(a: Claim, b: Claim) -> SpeakerMatch:
    """Whether two claims have the same speaker, another one, or whether that cannot be told.

    Two speakers are compared by name; an unnamed one ("a spokesman") may be anybody. Two claims without a
    resolved speaker agree where their mentions do; a pronoun or an empty mention tells nothing.
    """
    if a.speaker and b.speaker:
        if _same_name(*sorted((a.speaker.name, b.speaker.name))):
            return "same"
        return "unknown" if "unnamed" in (a.speaker.type, b.speaker.type) else "other"
    if a.speaker or b.speaker:
        return "unknown"
    one, other = normalised(a.mention_text), normalised(b.mention_text)
    if {one, other} & (_PRONOUNS | {""}):
        return "unknown"
    return "same" if one == other else "other"


@lru_cache(maxsize=262_144)
def _same_name(a: str, b: str) -> bool:
    return names.same(a, b)


def speaker_key(claim: Claim) -> str:
    """A key that only claims with the same speaker share; empty where nothing tells the speaker."""
    if claim.speaker:
        return f"name:{claim.speaker.name}"
    mention = normalised(claim.mention_text)
    return "" if mention in _PRONOUNS or not mention else f"mention:{mention}"
