"""What a comparison needs to know of a claim, worked out once for each."""

import re
from dataclasses import dataclass
from typing import Final

from claims.merging.canonical import canonical, content_stems, is_figure
from claims.merging.cues import telling_stems
from claims.merging.figures import Figure, figures
from claims.merging.polarity import Polarity, polarity
from claims.records import Claim
from claims.wording import plain

STRETCH_STEMS: Final = 4
"""Least number of words with a meaning of their own in a quoted stretch that tells something."""
_RUN: Final = 8  # words
_QUOTED: Final = re.compile(r"\"([^\"]+)(?:\"|$)|''(.+?)(?:''|$)")


@dataclass(frozen=True, slots=True)
class Profile:
    """A claim with its canonical words, their stems, its figures and its polarity.

    ``words`` are the canonical words joined by spaces, without the "that" that opens indirect speech;
    ``stems`` leave out figures and words without a meaning of their own; ``runs`` are all runs of eight words,
    ``quoted_runs`` those in quotation marks; ``stretches`` are the quoted stretches that tell something;
    ``cue_stems`` say more than that something was said.
    """

    claim: Claim
    words: str
    stems: frozenset[str]
    runs: frozenset[str]
    quoted: bool
    stretches: tuple[str, ...]
    quoted_runs: frozenset[str]
    figures: tuple[Figure, ...]
    polarity: Polarity
    cue_stems: frozenset[str]


def profile(claim: Claim) -> Profile:
    """The profile of a claim."""
    content = claim.content_text
    words, cue = canonical(content), canonical(claim.cue_text)
    words = words[1:] if words[:1] == ("that",) else words
    stretches = [canonical(one or other) for one, other in _QUOTED.findall(plain(content))]
    return Profile(
        claim=claim,
        words=" ".join(words),
        stems=frozenset(s for s in content_stems(words) if not is_figure(s)),
        runs=_runs(words),
        quoted=any(stretches),
        stretches=tuple(" ".join(s) for s in stretches if len(set(content_stems(s))) >= STRETCH_STEMS),
        quoted_runs=frozenset(run for stretch in stretches for run in _runs(stretch)),
        figures=figures(content),
        polarity=polarity(words, cue, claim.stance),
        cue_stems=telling_stems(cue),
    )


def _runs(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(" ".join(words[k : k + _RUN]) for k in range(len(words) - _RUN + 1))
