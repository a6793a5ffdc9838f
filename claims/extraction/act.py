"""What a speaker does with a claim: states, announces, denies, accuses, predicts, believes, intends, asks, judges.

The cue decides; the words are listed in the lexicon. Where the cue only says ("said", "told") or only stresses,
the content may still show an act. The acts follow Searle's (1975) classes of illocutionary acts, as far as a desk
needs them apart: assertives (statement, denial, accusation, prediction), declarations and commissives
(announcement, intention), directives (request), expressives and attitudes (judgement, belief).
"""

import re

from claims.extraction.cues import MARKED_ACTS, cue_pattern, is_negated, noun_pattern
from claims.records import Act
from claims.text.normalisation import normalised

# "did not deny" denies nothing, "no plans" is none; "does not believe" is a belief all the same.
_UNDONE_BY_NEGATION = frozenset({"denial", "accusation", "announcement", "prediction"})

_CHARGES = r"(?:claim|allegation|accusation|charge|rumou?r|suggestion)s?"
_REJECTS = re.compile(r"\b(?:reject|dismiss|refus|brush)\w*\b")
_OF_A_CHARGE = re.compile(rf"\b(?:{_CHARGES}|as (?:false|untrue|baseless|unfounded))\b")
_A_CHARGE = re.compile(rf"(?:the |these |those |all |any |such )?{_CHARGES}\b")
_HOLDS = re.compile(r"\b(?:hold|holds|held|holding)\b")
_RESPONSIBLE = re.compile(r"\b(?:responsible|accountable)\b")
_RESPONSIBLE_FOR = re.compile(r"\b(?:responsible|accountable) for\b")

_MAY_DO = re.compile(r"\b(?:hop|expect|refus|declin|agree)\w*\b")
_TO_DO = re.compile(r"^(?:not )?to \w")
_MAY_THINK = re.compile(r"\bconsider\w*\b")

_EXPRESSES = re.compile(
    r"\b(?:express|voic|convey|renew|reiterat|stress|underlin|underscor|emphasi[sz]|affirm|reaffirm|confirm)\w*\b"
)
_HEAD = 5
"""Words of the content among which stands what is expressed: "his country's readiness"."""

_INTENTION = re.compile(
    r"^(?:that )?(?:he|she|they|i|we)(?:'ll| will| would| won't| wouldn't| (?:am|are|is|was|were) going to"
    r"| (?:plan|intend|hope|want)(?:s|ed|ned)? to)\b(?! (?:be|have been|like to know)\b)"
)
_ACCUSATION = re.compile(r"\b(?:is|are|was|were) (?:to blame|responsible) for\b")
_PREDICTION = re.compile(
    r"\b(?:(?:is|are|was|were) (?:likely|unlikely|expected|bound) to|(?:will|would) (?:likely|probably|soon))\b"
)
_REQUEST = re.compile(
    r"^(?:\S+ ){1,6}(?:should|ought to|must)\b(?! (?:have|be (?:\w+ly )?\w+ing|say|tell|admit)\b)"
)
_BY_CONTENT: tuple[tuple[Act, re.Pattern[str]], ...] = (
    ("intention", _INTENTION),
    ("accusation", _ACCUSATION),
    ("prediction", _PREDICTION),
    ("request", _REQUEST),
)


def act_of(cue: str, content: str) -> Act:
    """The act of a claim, from its cue and content; a statement where nothing shows another."""
    said, asserted = normalised(cue), normalised(content)
    return _by_both(said, asserted) or _by_cue(said) or _by_content(said, asserted) or "statement"


def _by_both(said: str, asserted: str) -> Act | None:
    """The act of a cue that is of several, by what follows it."""
    if _REJECTS.search(said) and (_OF_A_CHARGE.search(said) or _A_CHARGE.match(asserted)):
        return "denial"
    if _HOLDS.search(said) and (_RESPONSIBLE.search(said) or _RESPONSIBLE_FOR.search(asserted)):
        return "accusation"
    if _MAY_DO.search(said) and _TO_DO.match(asserted):
        return "intention"
    if _MAY_THINK.search(said) and asserted.startswith("that "):
        return "belief"
    return None


def _by_cue(said: str) -> Act | None:
    for act in MARKED_ACTS:
        found = cue_pattern(act).search(said)
        if found:
            undone = act in _UNDONE_BY_NEGATION and is_negated(said[: found.start()])
            return "statement" if undone else act
    return None


def _by_content(said: str, asserted: str) -> Act | None:
    if _EXPRESSES.search(said) and not asserted.startswith("that "):
        head = " ".join(asserted.split()[:_HEAD])
        for act in MARKED_ACTS:
            if noun_pattern(act).search(head):
                return act
    return next((act for act, pattern in _BY_CONTENT if pattern.search(asserted)), None)
