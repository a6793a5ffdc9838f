"""Whether a verb that two claims have is another one by the word behind it: "called off", "called"; "ran up", "down".

Which verbs make another one with a particle WordNet tells, and whether it means the same (:mod:`.substitution`).
"""

from collections.abc import Iterator
from typing import Final, NamedTuple

from claims.text.slots import Slots
from claims.text.substitution import substitution
from claims.text.word_matching import WordMatching
from claims.text.word_senses import PARTICLE_ADVERBS, is_particle_verb

ANYWHERE: Final = 0.4
"""What another verb counts of one with other words beside it: two long wordings may use a verb twice."""
_WITHIN: Final = 8
"""So many words behind its verb a particle stands at most: "called the whole strike at the port off"."""


class OtherVerb(NamedTuple):
    """A verb of each claim, as places of words, and how sure (0 to 1) it is that the two do not mean the same."""

    here: range
    there: range
    sure: float


def other_verbs(matched: WordMatching) -> Iterator[OtherVerb]:
    """The verbs that two claims have with another particle, or only one of them with any."""
    a, b = matched.a, matched.b
    if PARTICLE_ADVERBS.isdisjoint(a.words) and PARTICLE_ADVERBS.isdisjoint(b.words):
        return
    for here, there in matched.to_b.items():
        verb = a.words[here]
        one, other = _particle(verb, a, here), _particle(verb, b, there)
        if (
            one != other
            and a.stems[here] == b.stems[there]
            and not (_has(one, b, there) or _has(other, a, here))
        ):
            sure = 1 - substitution(f"{verb}_{one}" if one else verb, f"{verb}_{other}" if other else verb)
            at, at_other = range(here, here + 1 + bool(one)), range(there, there + 1 + bool(other))
            side_by_side = matched.side_by_side(at, at_other)
            yield OtherVerb(at, at_other, sure * (ANYWHERE + (1 - ANYWHERE) * side_by_side))


def _particle(verb: str, slots: Slots, place: int) -> str:
    """The particle right behind a verb that makes it another one; "" where none does."""
    after = "".join(slots.words[place + 1 : place + 2])
    if after not in PARTICLE_ADVERBS or slots.words[place + 2 : place + 3] == ("of",):
        return ""  # "ran out of the bank"
    return after if is_particle_verb(verb, after) else ""


def _has(particle: str, slots: Slots, place: int) -> bool:
    """Whether a particle stands elsewhere behind a verb."""
    return bool(particle) and particle in slots.words[place + 1 : place + 1 + _WITHIN]
