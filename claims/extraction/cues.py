"""The cues of the lexicon as patterns, by the stance or the act that they mark."""

import re
from collections.abc import Iterable
from functools import cache
from typing import Final

from claims.lexicons import nouns_of, phrases_of, verbs_of, words
from claims.records import Act, Stance
from claims.text.verb_forms import forms_of

MARKED_STANCES: Final[tuple[Stance, ...]] = ("denying", "distancing", "affirming", "announcing", "believing")
"""The stances that a cue marks; any other is neutral. Where a cue holds words of several, the first one wins."""

MARKED_ACTS: Final[tuple[Act, ...]] = (
    "denial", "accusation", "request", "prediction", "intention", "announcement", "judgement", "belief"
)  # fmt: skip
"""The acts that a cue marks; any other makes a statement. Where a cue holds words of several, the first one wins."""


_NEGATION: Final = re.compile(r"\b(?:not|never|nor|neither|cannot|without)\b|n't\b")


def is_negated(before: str) -> bool:
    """Whether the words of a normalised cue that stand before one of a stance or an act negate it."""
    return bool(_NEGATION.search(before))


@cache
def cue_pattern(label: Stance | Act) -> re.Pattern[str]:
    """A pattern for the normalised cues of a stance or an act: verbs in all their forms, words and phrases."""
    forms = (form for verb in verbs_of(f"cues.{label}") for form in forms_of(verb))
    return _any_of([*forms, *nouns_of(f"cues.{label}"), *phrases_of(f"cues.{label}")])


@cache
def noun_pattern(label: Stance | Act) -> re.Pattern[str]:
    """As :func:`cue_pattern`, without the verbs: "hope", "the need"."""
    return _any_of([*nouns_of(f"cues.{label}"), *phrases_of(f"cues.{label}")])


def reports(cue: str) -> bool:
    """Whether the words of a normalised cue tell that somebody speaks, rather than moves, thinks or feels."""
    return bool(_speech_pattern().search(cue)) or any(cue_pattern(label).search(cue) for label in _SPOKEN)


_SPOKEN: Final = [
    label for label in (*MARKED_STANCES, *MARKED_ACTS) if label not in {"believing", "belief", "intention"}
]


@cache
def _speech_pattern() -> re.Pattern[str]:
    return _any_of(form for word in words("cues.speech") for form in forms_of(word))


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(set(words), key=lambda w: (-len(w), w))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b")
