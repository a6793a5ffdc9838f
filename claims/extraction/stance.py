"""How an article frames a claim, read off its cue; the words are listed in the lexicon."""

import re

from claims.extraction.cues import MARKED_STANCES, cue_pattern, is_negated
from claims.records import Stance
from claims.text.normalisation import normalised

# "did not deny" is no denial, and "could not confirm" affirms nothing; "does not believe" is a belief all the same.
_UNDONE_BY_NEGATION = frozenset({"denying", "affirming", "announcing", "distancing"})


_NOBODY = re.compile(r"(?:no|none|nobody|no one|not (?:one|a|an|even)|neither)\b(?!\.| ?\d)")
_NEVER_SAID = re.compile(
    r"(?:\b(?:never|not|cannot)|n't) (?:\w+ ){0,2}?(?:say|said|saying|tell|told|state|stated|claim|claimed|claiming"
    r"|suggest|suggested|promise|promised|write|wrote|written|mention|mentioned)\b(?! (?:much|more))"
)
_FRONTED_NEGATION = re.compile(
    r"(?:^|[.!?\n]\W+)(?:never|nor|neither|not once|(?:at|in|on|under) no \w+)\b[^.!?\n]*\s"
    r"(?:do|does|did|has|have|had|would|will|can|could)\s+\Z",
    re.IGNORECASE,
)


def stance_of(cue: str, mention: str = "", before: str = "") -> Stance:
    """The stance of a cue: that of its first word in the order of :data:`MARKED_STANCES`; else neutral.

    What nobody said is denied, whether the mention says so ("No official has said that ..."), the cue ("did not say")
    or a negation that opens the sentence ("At no point did Roe say ..."); ``before`` is the text before both.
    """
    text = normalised(cue)
    unsaid = _NEVER_SAID.search(text) or _NOBODY.match(normalised(mention))
    if unsaid or _FRONTED_NEGATION.search(before):
        return "denying"
    for stance in MARKED_STANCES:
        found = cue_pattern(stance).search(text)
        if found:
            negated = stance in _UNDONE_BY_NEGATION and is_negated(text[: found.start()])
            return "neutral" if negated else stance
    return "neutral"
