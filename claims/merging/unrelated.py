"""Claims of unrelated speakers: which of them are worth comparing at all.

Two named speakers whose names have no word and no blocking key in common never make one assertion. They may contradict
each other: over a figure of one event, or where one quotation is given to both. A formula ("14 people were arrested",
"sales would rise by 3 percent") is used by ever more speakers as a ledger grows, and every two of them share it. So
pairs are left out that have no figures, that name other places or people, or that were published far apart. Like
blocking keys, all of this depends on the two units alone: claims may come in any order.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz

from claims import names
from claims.merging.blocking import Indices
from claims.merging.contradictions import VERBATIM
from claims.merging.profiles import Profile
from claims.merging.speaker_comparison import speaker_reference
from claims.records import Claim

DAYS_APART: Final = 14
"""So many days after one speaker's figure another one's may be of the same event."""
_UNDATED: Final = -DAYS_APART

_Chosen = NDArray[np.bool_]
_Words = frozenset[str]


def worth_comparing(claims: Sequence[Claim], one: Indices, other: Indices) -> _Chosen:
    """Which of the pairs, given as indices of claims, may be the same assertion or in conflict."""
    needed, places = np.unique(np.concatenate([one, other]), return_inverse=True)
    unrelated = _have_nothing_in_common([_named(claims[k]) for k in needed.tolist()], *np.split(places, 2))
    asked = np.flatnonzero(unrelated)
    found = ~unrelated
    found[asked] = _may_disagree(claims, one[asked], other[asked])
    return found


def _named(claim: Claim) -> _Words:
    """What a name has something of that is related to the name of a claim's speaker; nothing where there is no name."""
    speakers, reference = claim.speakers, speaker_reference(claim)
    if reference.by_pronoun or not all(one.type in ("person", "organisation") for one in speakers):
        return frozenset()
    return _words_and_keys(reference.words, tuple(one.name for one in speakers))


@lru_cache(maxsize=16_384)
def _words_and_keys(words: _Words, speakers: tuple[str, ...]) -> _Words:
    return words.union(*map(names.blocking_keys, speakers)) if speakers else frozenset()


@dataclass(frozen=True, slots=True)
class _Disputed:
    """What tells whether a claim may contradict another speaker's: its figures, day, quotation and names."""

    counts: bool
    day: int
    quotation: str
    names: _Words

    @classmethod
    def of(cls, claim: Claim) -> "_Disputed":
        profile = Profile.of(claim)
        day = claim.article.published
        return cls(
            bool(profile.figures),
            day.toordinal() if day else _UNDATED,
            profile.words if profile.quoted and profile.long else "",
            profile.names,
        )


def _may_disagree(claims: Sequence[Claim], one: Indices, other: Indices) -> _Chosen:
    """Whether the claims of two unrelated speakers may be in conflict."""
    needed, places = np.unique(np.concatenate([one, other]), return_inverse=True)
    said = [_Disputed.of(claims[k]) for k in needed.tolist()]
    one, other = np.split(places, 2)
    quotes = np.array([bool(s.quotation) for s in said], dtype=np.bool_)
    found = quotes[one] & quotes[other]
    for at in np.flatnonzero(found).tolist():
        both = (said[k].quotation for k in (one[at], other[at]))
        found[at] = fuzz.ratio(*both, score_cutoff=VERBATIM) >= VERBATIM
    counts = np.array([s.counts for s in said], dtype=np.bool_)
    days = np.array([s.day for s in said], dtype=np.int64)
    undated = days == _UNDATED
    near = (np.abs(days[one] - days[other]) <= DAYS_APART) | undated[one] | undated[other]
    asked = np.flatnonzero(~found & counts[one] & counts[other] & near)
    found[asked] = ~_have_nothing_in_common([s.names for s in said], one[asked], other[asked])
    return found


def _have_nothing_in_common(words: Iterable[_Words], one: Indices, other: Indices) -> _Chosen:
    """Whether both of a pair, given as indices, have words, and none is the same; asked once for equal ones."""
    classes: dict[_Words, int] = {}
    numbers = np.array([classes.setdefault(w, len(classes)) for w in words], dtype=np.int64)
    distinct = list(classes)
    pairs, at = np.unique(numbers[one] * len(distinct) + numbers[other], return_inverse=True)
    apart = [
        bool(distinct[a] and distinct[b]) and distinct[a].isdisjoint(distinct[b])
        for a, b in zip(*(found.tolist() for found in np.divmod(pairs, max(1, len(distinct)))), strict=True)
    ]
    found: _Chosen = np.array(apart, dtype=np.bool_)[at]
    return found
