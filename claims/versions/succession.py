"""Which claim a claim became when the same text was extracted anew."""

from collections.abc import Iterable
from typing import Final

from claims.records import Claim
from claims.versions.attribution import other_speaker

SHARED: Final = 0.5
"""Share of the shorter content, in characters, that two claims of one text must have in common to be one claim."""


def successors(old: Iterable[Claim], new: Iterable[Claim]) -> dict[str, str]:
    """The ids of the claims that another extraction of the same text has no more, with those of what they became.

    That is the new claim, of the same speaker or the same mention, that shares most of the words in their place. One
    that has none is left out; several may have become one.
    """
    before, after = list(old), list(new)
    stay = {claim.id for claim in before} & {claim.id for claim in after}
    came = [(claim, _characters(claim)) for claim in after if claim.id not in stay]
    found = {}
    for claim in before:
        if claim.id in stay:
            continue
        own = _characters(claim)
        shares = [
            (len(own & its) / len(own | its), other.id)
            for other, its in came
            if len(own & its) >= SHARED * min(len(own), len(its)) and _same_speaker(claim, other)
        ]
        if shares:
            found[claim.id] = max(shares)[1]
    return found


def _same_speaker(old: Claim, new: Claim) -> bool:
    # The desk may have given the old claim to another speaker than the text does.
    same_mention = any(a.start < b.end and b.start < a.end for a in old.mention for b in new.mention)
    return same_mention or not other_speaker(old, new)


def _characters(claim: Claim) -> set[int]:
    return {at for span in claim.content for at in range(span.start, span.end)}
