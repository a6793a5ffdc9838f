"""What a speaker does with a claim: states, announces, denies, accuses, predicts, believes, intends, asks, judges.

The cue decides; the words are listed in ``acts.toml``. Where the cue only says ("said", "told"), the content may
still show an intention or a prediction. The acts follow Searle's (1975) classes of illocutionary acts, as far as a
desk needs them apart: assertives (statement, denial, accusation, prediction), declarations and commissives
(announcement, intention), directives (request), expressives and attitudes (judgement, belief).
"""

import re
from typing import cast

from claims.extraction.cues import cue_patterns
from claims.records import Act
from claims.wording import normalised

_NEGATION = re.compile(r"\b(?:not|never|nor|neither|cannot)\b|n't\b")
# "did not deny" denies nothing, "no plans" is none; "does not believe" is a belief all the same.
_UNDONE_BY_NEGATION = frozenset({"denial", "accusation", "announcement", "prediction"})
_INTENTION = re.compile(
    r"^(?:that )?(?:he|she|they|i|we)(?:'ll| will| would| won't| wouldn't| (?:am|are|is|was|were) going to"
    r"| (?:plan|intend|hope|want)(?:s|ed|ned)? to)\b(?! (?:be|have been|like to know)\b)"
)
_TO_DO = re.compile(r"^(?:not )?to \w")
_PREDICTION = re.compile(
    r"\b(?:(?:is|are|was|were) (?:likely|unlikely|expected|bound) to|(?:will|would) (?:likely|probably|soon))\b"
)


def act_of(cue: str, content: str) -> Act:
    """The act of a claim, from its cue and content; a statement where nothing tells otherwise."""
    said, asserted = normalised(cue), normalised(content)
    for act, pattern in cue_patterns("acts.toml").items():
        found = pattern.search(said)
        if found:
            if act in _UNDONE_BY_NEGATION and _NEGATION.search(said[: found.start()]):
                return "statement"
            if found.group().startswith("hop") and _TO_DO.match(asserted):
                return "intention"
            return cast(Act, act)
    if _INTENTION.match(asserted):
        return "intention"
    return "prediction" if _PREDICTION.search(asserted) else "statement"
