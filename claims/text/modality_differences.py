"""Whether what one claim says has happened, the other says will or may happen, wherever in the wording it stands.

Each verb, or its noun, is given a state by the words that lead to it: done, to come, possible, called for. The states
of words that stand for each other are compared, whatever their order: "will be sold", "sold it", "may sell". A noun
alone ("announced the sale") is of no time, and differs only from what is merely possible, unless the cue tells that it
is wanted or still ahead ("demanded the sale").
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from claims.text.canonical import stems
from claims.text.slots import Slots
from claims.text.voices import is_verb
from claims.text.word_matching import WordMatching
from claims.text.word_senses import MOSTLY_VERB, is_past_form, verb_share

State = Literal["done", "will", "may", "must", "ahead", "noun"]
_BE: Final = frozenset({"is", "are", "was", "were", "be", "been", "being", "am"})
_SEEMING: Final = stems(("seem", "appear"))
"""Verbs that tell how the speaker knows it, not whether it is so."""
_OTHER: Final[dict[frozenset[State], float]] = {
    frozenset({"done", "will"}): 1.0,
    frozenset({"done", "may"}): 1.0,
    frozenset({"done", "must"}): 1.0,
    frozenset({"will", "may"}): 1.0,
    frozenset({"must", "may"}): 0.5,
    frozenset({"will", "must"}): 0.3,
    frozenset({"done", "ahead"}): 1.0,
    frozenset({"noun", "may"}): 0.5,
}
"""How surely (0 to 1) two states make two assertions."""


_KEPT: Final = 512
"""The states of so many wordings are kept."""
ASIDE: Final = 0.4
"""What a difference counts of a word that is not the first verb of either claim."""


class ModalityDifference(NamedTuple):
    """What tells the state in each claim, as places of words, and how sure (0 to 1) it is that they differ."""

    here: int
    there: int
    sure: float


def modality_differences(matched: WordMatching) -> Iterator[ModalityDifference]:
    """The words that stand for each other and have another state, the surest first."""
    a, b = matched.a, matched.b
    if not (_tells_more(a) or _tells_more(b)):
        return iter(())
    ones, others = states(a), states(b)
    firsts = _first_verb(ones), _first_verb(others)
    found = []
    for here, there in matched.to_b.items():
        if here not in ones or there not in others:
            continue
        (one, at), (other, at_other) = ones[here], others[there]
        if one == other:
            continue
        sure = _OTHER.get(frozenset({one, other}), 0.0)
        if here != firsts[0] and there != firsts[1]:
            sure *= ASIDE
        if sure:
            found.append(ModalityDifference(at, at_other, sure))
    return iter(sorted(found, key=lambda d: -d.sure))


def _tells_more(slots: Slots) -> bool:
    """Whether a claim says more of what it tells than that it is done, or is a thing."""
    return any(slots.modality) or slots.is_planned or slots.led_to is not None


def _first_verb(said: Mapping[int, tuple[State, int]]) -> int:
    """The place of the first word that is no mere noun, or of the first noun; -1 where there is none."""
    return next((k for k, (state, _) in said.items() if state != "noun"), next(iter(said), -1))


@lru_cache(maxsize=_KEPT)
def states(slots: Slots) -> Mapping[int, tuple[State, int]]:
    """The words that have a state, each with it and the place of the word that tells it."""
    found: dict[int, tuple[State, int]] = {}
    said: tuple[State, int] | None = None
    for k in range(slots.size):
        modality = slots.modality[k]
        if slots.stems[k] in _SEEMING:
            continue
        if modality:
            if said is None or said[0] == "done":
                said = modality, k
        elif slots.kinds[k] in ("word", "name", "date", "unit"):
            if slots.words[k].endswith("ly"):
                continue
            if slots.kinds[k] == "word" and (state := said or _own_state(slots, k)):
                found[k] = state
            said = None
    return found


def _own_state(slots: Slots, place: int) -> tuple[State, int] | None:
    """What the form of a word that no modal leads to says."""
    word, before = slots.words[place], slots.words[max(0, place - 1) : place]
    if before == ("be",):
        return None  # "is going to be rigged"
    if before == ("to",):
        if slots.led_to == "must":
            return "must", place
        return ("will", place) if slots.is_planned and slots.words.index("to") == place - 1 else None
    if is_past_form(word) or (word.endswith("ed") and verb_share(word) >= MOSTLY_VERB):
        return "done", place
    if is_verb(slots, place) or set(before) & _BE:
        return None
    return slots.led_to or "noun", place
