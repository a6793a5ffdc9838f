"""Claims that nothing in a comparison can tell apart, as wire copies are: compared once for all of them."""

from hashlib import blake2b
from typing import Final

from claims.names.speaker_match import speaker_key
from claims.records import Claim
from claims.text.normalisation import plain

_BITS: Final = 63


def unit_of(claim: Claim, *, alone: bool = False) -> int:
    """The number (positive, 63 bits) of the unit that a claim belongs to.

    Claims of one unit have the same words, also of mention and cue, and the same speaker, stance and date. Where
    nothing tells the speaker, and where a claim is to stand ``alone``, it is a unit of its own.
    """
    telling = (
        speaker_key(claim) or f"claim:{claim.id}",
        claim.speaker.type if claim.speaker else "",
        claim.id if alone else "",
        plain(claim.content_text),
        plain(claim.mention_text),
        plain(claim.cue_text),
        claim.stance,
        claim.kind,
        claim.act,
        str(claim.article.published),
    )
    hashed = blake2b("\x1f".join(telling).encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(hashed, "big") >> (64 - _BITS) or 1
