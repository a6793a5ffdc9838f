"""Whether a claim was given to another speaker, and not just another mention of the same one."""

from claims.merging.canonical import canonical, content_stems
from claims.merging.speakers import same_speaker, speaker_key
from claims.records import Claim


def other_speaker(old: Claim, new: Claim) -> bool:
    """Whether two versions of a claim have different speakers.

    Where a speaker is unnamed, unresolved or no person, one that is described in words which the other has,
    too ("a spokesman", "the spokesman Jan Berg"), is taken for the same; a pronoun that could not be resolved
    is no other speaker.
    """
    if same_speaker(old, new) == "same" or not (speaker_key(old) and speaker_key(new)):
        return False
    if all(claim.speaker and claim.speaker.type == "person" for claim in (old, new)):
        return True
    one, other = _described(old), _described(new)
    if all(claim.speaker and claim.speaker.type in ("person", "organisation") for claim in (old, new)):
        return not (one <= other or other <= one)
    return one.isdisjoint(other)


def speaker_words(claim: Claim) -> str:
    """How to call a claim's speaker: the name, else the mention."""
    return claim.speaker.name if claim.speaker else claim.mention_text or claim.speaker_name


def _described(claim: Claim) -> frozenset[str]:
    """The telling words by which an article calls the speaker of a claim."""
    speaker = claim.speaker
    known = (speaker.name, speaker.role or "") if speaker else ()
    return frozenset(content_stems(canonical(" ".join((*known, claim.mention_text)))))
