"""How an article frames a claim, read off its cue; the words are listed in ``stances.toml``."""

import re
from typing import cast

from claims.extraction.cues import cue_patterns
from claims.records import Stance
from claims.text.normalisation import normalised

_NEGATION = re.compile(r"\b(?:not|never|nor|neither|cannot|without)\b|n't\b")
# "did not deny" is no denial, and "could not confirm" affirms nothing; "does not believe" is a belief all the same.
_UNDONE_BY_NEGATION = frozenset({"denying", "affirming", "announcing", "distancing"})


def stance_of(cue: str) -> Stance:
    """The stance of a cue: that of its first listed word or phrase in the order of the tables; else neutral."""
    text = normalised(cue)
    for stance, pattern in cue_patterns("stances.toml").items():
        found = pattern.search(text)
        if found:
            negated = stance in _UNDONE_BY_NEGATION and _NEGATION.search(text[: found.start()])
            return "neutral" if negated else cast(Stance, stance)
    return "neutral"
