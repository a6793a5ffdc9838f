"""Pairs of claims that disagree, in the articles that they stand in, for the fit of what is a conflict.

The public pairs, ours that may be fitted to, and those that the tool took for conflicts between annotated articles
(``training/pairs.py``). Only pairs that the rules take for a conflict count: the model tells of these which are about
one event. Invented edits have no article, and no part in it.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Self

import numpy as np
from corpora import UNLABELLED, read
from numpy.typing import NDArray
from pairs import claim_of, document

from claims.merging.comparing import compare_profiles
from claims.merging.events import rarest_shared_name
from claims.merging.features import CONFLICT_FEATURES, conflict_vector, pair_features
from claims.merging.model import Weights
from claims.merging.profiles import Profile
from claims.text.slot_differences import differences
from training.pairs import FLAGGED, annotated_pairs, for_fitting

COUNTS = {"dup_pairs_public": 5.0, "pairs2_public": 3.0, "ours": 1.0, "flagged": 0.5}
"""What a pair of each set counts; there are few conflicts in the public ones, and many flagged ones that are none."""
MOST = 12.0
"""What the pairs of one cluster of the last two sets count together, at the most: one formula is one example."""
TAKE_ALL = (9.0, *(0.0,) * len(CONFLICT_FEATURES))
"""Coefficients with which all that disagree are in conflict."""

Sides = tuple[Profile, Profile]


@dataclass(frozen=True)
class Disagreeing:
    """Pairs that the rules take for conflicts, a row each.

    ``sets``: where each is from; ``places``: which row of the public pairs it is, -1 for ours; ``docs``: its articles;
    ``x``: its features; ``y``: whether it is a conflict; ``counts``: what it counts.
    """

    sets: NDArray[np.str_]
    places: NDArray[np.int64]
    docs: list[frozenset[str]]
    x: NDArray[np.float64]
    y: NDArray[np.float64]
    counts: NDArray[np.float64]

    @classmethod
    def of(cls, public: Sequence[dict[str, Any]], sides: Sequence[Sides], weights: Weights) -> Self:
        """From the public pairs with their sides, and ours, by the other weights of the match model."""
        articles = {article["doc"]: article for article in read(UNLABELLED)}
        places = [k for k, pair in enumerate(public) if _is_real(pair)]
        placed = placed_public(public, sides, articles)
        pairs = [(pair, place, both) for place, (pair, both) in zip(places, placed, strict=True)]
        pairs += [({"set": "ours", **pair}, -1, both) for pair, both in _ours(articles)]
        one, other = zip(*(both for _, _, both in pairs), strict=True)
        found = compare_profiles(one, other, replace(weights, conflict=TAKE_ALL))
        kept = [row for row, c in zip(pairs, found, strict=True) if c.relation == "conflict"]
        rows = [(pair, place, _vector(*both)) for pair, place, both in kept]
        known = [(pair, place, vector) for pair, place, vector in rows if vector is not None]
        sizes = Counter(pair["cluster"] for pair, place, _ in known if place < 0)
        return cls(
            np.array([pair["set"] for pair, _, _ in known]),
            np.array([place for _, place, _ in known]),
            [frozenset((pair["a"]["doc"], pair["b"]["doc"])) for pair, _, _ in known],
            np.array([vector for _, _, vector in known]),
            np.array([float(is_conflict(pair)) for pair, _, _ in known]),
            np.array(
                [
                    min(COUNTS[pair["set"]], MOST / sizes[pair["cluster"]] if place < 0 else np.inf)
                    for pair, place, _ in known
                ]
            ),
        )


def is_conflict(pair: dict[str, Any]) -> bool:
    """Whether a pair is labelled a conflict, or a development."""
    return "conflict" in (pair.get("relation"), pair["label"]) or pair["label"] == "different-figure"


def _ours(articles: dict[str, dict[str, Any]]) -> list[tuple[dict[str, Any], Sides]]:
    pairs, standing = annotated_pairs(articles.values())
    pairs = [pair for pair, use in zip(pairs, for_fitting(pairs), strict=True) if use]
    found = with_sides(pairs, standing)
    pairs, standing = annotated_pairs(articles.values(), FLAGGED)
    return found + with_sides([{"set": "flagged", **pair} for pair in pairs], standing)


def with_sides(
    pairs: Sequence[dict[str, Any]], standing: Sequence[dict[str, Any]]
) -> list[tuple[dict[str, Any], Sides]]:
    """Our labelled pairs with both sides; ``standing`` are the articles that they stand in."""
    wanted = {pair[side]["doc"] for pair in pairs for side in "ab"}
    documents = {
        a["doc"]: document(a["doc"], a["text"], a["attributions"]) for a in standing if a["doc"] in wanted
    }
    claims = [[claim_of(documents[p[s]["doc"]], p[s]["attribution"]) for s in "ab"] for p in pairs]
    return [(pair, (Profile.of(a), Profile.of(b))) for pair, (a, b) in zip(pairs, claims, strict=True)]


def placed_public(
    public: Sequence[dict[str, Any]], sides: Sequence[Sides], articles: dict[str, dict[str, Any]]
) -> list[tuple[dict[str, Any], Sides]]:
    """The public pairs of real claims, both sides in their articles, where these are unlabelled ones."""
    return [
        (pair, _placed(pair, both, articles))
        for pair, both in zip(public, sides, strict=True)
        if _is_real(pair)
    ]


def _is_real(pair: dict[str, Any]) -> bool:
    return bool(pair.get("origin", "real") == "real")


def _placed(pair: dict[str, Any], sides: Sides, articles: dict[str, dict[str, Any]]) -> Sides:
    """Both sides in their articles, where these are unlabelled ones."""
    found = []
    for side, profile in zip((pair["a"], pair["b"]), sides, strict=True):
        article = articles.get(side["doc"])
        if article and side.get("spans"):
            spans = {
                "source": side["source_spans"] or [],
                "cue": side.get("cue_spans") or [],
                "content": side["spans"],
            }
            found.append(Profile.of(claim_of(document(side["doc"], article["text"], [spans]))))
        else:
            found.append(profile)
    return found[0], found[1]


def _vector(a: Profile, b: Profile) -> tuple[float, ...] | None:
    rarest = rarest_shared_name(a, b)
    if rarest is None:
        return None
    return conflict_vector(a, b, pair_features(a, b), differences(a.slots, b.slots), rarest)
