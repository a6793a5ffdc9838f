"""What a cue does to its content: state it, deny it, speak for it or against it."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final, Literal

from claims.lexicons import word_set, words
from claims.records import Stance
from claims.text.canonical import STOP_WORDS, stem, stems, stems_in_order

CueSense = Literal["asserts", "denies", "favours", "opposes"]

NEGATORS: Final = word_set("function_words.negators")
NEGATING_VERBS: Final = stems(words("cues.negating"))
OPPOSING: Final = stems(words("cues.opposes"))
FAVOURING: Final = stems(words("cues.favours"))
_TAKING_SIDES: Final = FAVOURING | OPPOSING
_DENYING: Final = stems(words("cues.denies"))
AGAINST: Final = stems(words("cues.against"))
_SPEECH: Final = stems(words("cues.speech"))
_ADVERBS: Final = word_set("function_words.own_adverbs")
_OWN_SUBJECTS: Final = word_set("function_words.own_subjects")


@lru_cache(maxsize=16_384)
def cue_sense(words: tuple[str, ...], stance: Stance) -> CueSense:
    """What the canonical words of a cue do to the content; ``stance`` decides where the words tell nothing."""
    roots = {stem(w) for w in words}
    negated = sum(w in NEGATORS or w == "yet" or stem(w) in NEGATING_VERBS - _DENYING for w in words) % 2 == 1
    if roots & _DENYING:
        return "asserts" if negated else "denies"
    if roots & OPPOSING:
        return "favours" if negated else "opposes"
    if roots & FAVOURING:
        return "opposes" if negated else "favours"
    return "denies" if negated or stance == "denying" else "asserts"


def own_attitude(content: Sequence[str]) -> CueSense:
    """Whether the speaker speaks for or against something inside the content: "she supports the plan".

    What others do there ("critics condemn the plan") is none of the speaker's.
    """
    if _TAKING_SIDES.isdisjoint(stems_in_order(tuple(content))):
        return "asserts"
    for place, word in enumerate(content):
        if stem(word) in _TAKING_SIDES and _is_own(content[:place]):
            negated = any(w in NEGATORS for w in content[max(0, place - 3) : place])
            return "opposes" if (stem(word) in OPPOSING) != negated else "favours"
    return "asserts"


def _is_own(before: Sequence[str]) -> bool:
    """Whether what stands before a verb makes the speaker its subject, or nobody."""
    for word in reversed(before):
        if word in _OWN_SUBJECTS:
            return True
        if word not in STOP_WORDS and not word.endswith("ly") and word not in _ADVERBS:
            return False
    return True


@lru_cache(maxsize=16_384)
def telling_stems(cue: tuple[str, ...]) -> frozenset[str]:
    """The stems of a cue's canonical words that say more than that something was said."""
    return frozenset(stem(w) for w in cue if w not in STOP_WORDS) - _SPEECH
