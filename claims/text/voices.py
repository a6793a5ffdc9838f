"""Who does it to whom, whatever the voice: "A was sued by B" and "B sued A" have the same parts.

There is no parse. A verb that both claims have is looked at; what stands before it is who does it, unless it is in the
passive: then that is whom it is done to, and who does it stands after "by".
"""

from typing import Final, NamedTuple

from claims.lexicons import word_set
from claims.text.slots import Slots
from claims.text.word_matching import WordMatching
from claims.text.word_senses import is_verb_form, verb_share

WITHIN: Final = 4
"""So many words that tell anything stand at most between a verb and the head of a part of it."""
SURELY_VERB: Final = 0.9
"""A word that is a verb so often (0 to 1) is one whatever its form."""
_BEFORE_PARTICIPLE: Final = frozenset({"is", "are", "was", "were", "be", "been", "being", "am", "got", "get"})
_TAKING_PART: Final = ("word", "name", "unit")
_PRONOUNS: Final = frozenset({"he", "she", "they", "we", "i", "it"})
_CLAUSES: Final = word_set("function_words.scope_ends") | {
    "who",
    "which",
    "that",
    "if",
    "when",
    "after",
    "before",
}
"""Words with which another clause begins."""
_BREAKS: Final = word_set("function_words.prepositions") | _CLAUSES | {"by", "into"}
"""Words with which what follows a verb ends; what stands before one may have a preposition: "the talks on gas"."""


class Swapped(NamedTuple):
    """The verb around which two parts have changed places, in both claims, and how sure (0 to 1) it is."""

    here: int
    there: int
    sure: float


def swapped_parts(matched: WordMatching) -> Swapped | None:
    """The verb whose doer in one claim is in the other whom it is done to, and the other way round; None if none is."""
    a, b = matched.a, matched.b
    for here, there in sorted(matched.to_b.items()):
        if a.stems[here] != b.stems[there] or not (is_verb(a, here) and is_verb(b, there)):
            continue
        (doing, done), (doing_there, done_there) = _parts(a, here), _parts(b, there)
        crossing = _common(matched, doing, done_there), _common(matched, done, doing_there)
        kept = _common(matched, doing, doing_there), _common(matched, done, done_there)
        if any(kept):
            continue
        if all(crossing):
            return Swapped(here, there, 1.0)
    return None


def is_verb(slots: Slots, place: int) -> bool:
    """Whether a word is a verb, by how often it is one, and by its form or what stands before it."""
    word = slots.words[place]
    if slots.kinds[place] != "word" or not is_verb_form(word):
        return False
    helped = place > 0 and (slots.words[place - 1] == "to" or slots.modality[place - 1] is not None)
    return word.endswith("ed") or verb_share(word) > SURELY_VERB or helped


def _common(matched: WordMatching, ones: list[int], others: list[int]) -> bool:
    a, b = matched.a, matched.b
    if any(matched.to_b.get(k) in others for k in ones):
        return True
    return bool(_pronouns(a, ones) & _pronouns(b, others))


def _pronouns(slots: Slots, places: list[int]) -> frozenset[str]:
    return frozenset(slots.stems[k] for k in places if slots.stems[k] in _PRONOUNS)


def _parts(slots: Slots, verb: int) -> tuple[list[int], list[int]]:
    """The places of who does it, and of whom it is done to."""
    before = _beside(slots, range(verb - 1, -1, -1), _CLAUSES)
    after = _beside(slots, range(verb + 1, slots.size), _BREAKS)
    if not is_passive(slots, verb):
        return before, after
    by = next(
        (k for k in range(verb + 1, min(slots.size, verb + 2 + WITHIN)) if slots.words[k] == "by"), None
    )
    return (_beside(slots, range(by + 1, slots.size), _BREAKS) if by else []), before


def is_passive(slots: Slots, verb: int) -> bool:
    """Whether a verb is in the passive: after a form of "be", or before "by"."""
    if slots.words[verb].endswith("ing"):
        return False
    before = slots.words[max(0, verb - 3) : verb]
    helping = [word for word in before if word in _BEFORE_PARTICIPLE]
    return bool(helping) or slots.words[verb + 1 : verb + 2] == ("by",)


def _beside(slots: Slots, places: range, breaks: frozenset[str]) -> list[int]:
    """The next words of some places that take part, as far as the part goes."""
    found: list[int] = []
    for k in places:
        if len(found) == WITHIN or (found and slots.words[k] in breaks):
            break
        if slots.kinds[k] in _TAKING_PART or slots.stems[k] in _PRONOUNS:
            found.append(k)
    return found
