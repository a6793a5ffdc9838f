"""Whether two claims have the same speaker."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final, Literal

from claims.lexicons import word_set
from claims.names.sameness import same
from claims.records import AMONG_SPEAKERS, Claim, Speaker
from claims.text.normalisation import normalised

SpeakerMatch = Literal["same", "other", "unknown"]

_PRONOUNS: Final = word_set("function_words.pronouns")


def same_speaker(a: Claim, b: Claim) -> SpeakerMatch:
    """Whether two claims have the same speaker, another one, or whether that is unknown.

    Two speakers are compared by name; an unnamed one ("a spokesman") may be anybody. Where a ledger knows two
    speakers of the same name, they are two. Several who say it together are compared one by one, in any order; of a
    joint statement and one of its speakers it is unknown. Two claims without a resolved speaker agree where their
    mentions do; of a pronoun or an empty mention it is unknown.
    """
    if a.speaker and b.speaker:
        return _same_several(a.speakers, b.speakers)
    if a.speaker or b.speaker:
        return "unknown"
    one, other = normalised(a.mention_text), normalised(b.mention_text)
    if {one, other} & (_PRONOUNS | {""}):
        return "unknown"
    return "same" if one == other else "other"


def share_speaker(a: Claim, b: Claim) -> bool:
    """Whether somebody says both claims, alone or together with others."""
    return any(_same_resolved(one, other) == "same" for one in a.speakers for other in b.speakers)


def _same_several(ones: Sequence[Speaker], others: Sequence[Speaker]) -> SpeakerMatch:
    if len(ones) == len(others) == 1:
        return _same_resolved(ones[0], others[0])
    matches = [[_same_resolved(one, other) for other in others] for one in ones]
    known = {match for its in matches for match in its}
    if len(ones) == len(others) and all("same" in its for its in (*matches, *zip(*matches, strict=True))):
        return "same"
    return "other" if known == {"other"} else "unknown"


def _same_resolved(a: Speaker, b: Speaker) -> SpeakerMatch:
    if a.id and a.id == b.id:
        return "same"
    types = {a.type, b.type}
    if types <= {"person", "organisation"}:
        one = not are_namesakes(a, b) and _same_name(*sorted((a.name, b.name)))
        return "same" if one else "other"
    if normalised(a.name) == normalised(b.name):
        return "same"
    return "unknown" if "unnamed" in types else "other"


def are_namesakes(a: Speaker, b: Speaker) -> bool:
    """Whether a ledger keeps two speakers of one name apart."""
    return None not in (a.id, b.id) and a.id != b.id and a.name == b.name


@lru_cache(maxsize=262_144)
def _same_name(a: str, b: str) -> bool:
    return same(a, b)


def speaker_key(claim: Claim) -> str:
    """A key that only claims with the same speaker share; empty where neither speaker nor mention is known."""
    if claim.speaker:
        each = (f"{one.id or ''}:{one.name}" for one in claim.speakers)
        return f"speaker:{AMONG_SPEAKERS.join(sorted(each))}"
    mention = normalised(claim.mention_text)
    return "" if mention in _PRONOUNS or not mention else f"mention:{mention}"
