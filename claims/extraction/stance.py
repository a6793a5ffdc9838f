"""How an article frames a claim, read off its cue; the words are listed in the lexicon."""

import re

from claims.extraction.cues import MARKED_STANCES, cue_pattern, is_negated
from claims.records import Stance
from claims.text.normalisation import normalised

# "did not deny" is no denial, and "could not confirm" affirms nothing; "does not believe" is a belief all the same.
_UNDONE_BY_NEGATION = frozenset({"denying", "affirming", "announcing", "distancing"})


_NOBODY = re.compile(r"(?:no|none|nobody|no one|not one|neither)\b(?!\.| ?\d)")
_NEVER_SAID = re.compile(
    r"\bnever (?:once |ever )?(?:said|says|say|told|stated|claimed|suggested|promised|wrote)\b"
)


def stance_of(cue: str, mention: str = "") -> Stance:
    """The stance of a cue: that of its first word in the order of :data:`MARKED_STANCES`; else neutral.

    What nobody said is denied, whether the mention says so ("No official has said that ...") or the cue does.
    """
    text = normalised(cue)
    if _NEVER_SAID.search(text) or _NOBODY.match(normalised(mention)):
        return "denying"
    for stance in MARKED_STANCES:
        found = cue_pattern(stance).search(text)
        if found:
            negated = stance in _UNDONE_BY_NEGATION and is_negated(text[: found.start()])
            return "neutral" if negated else stance
    return "neutral"
