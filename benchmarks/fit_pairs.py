"""Fit the match model's weights, and say how good they are: ``fit_pairs.py [--write]``.

Logistic regressions with a ridge on the public pairs of claims: one on all of them, one on those with quotations on
both sides, and one that tells from the slots that differ whether two claims of one frame are two assertions. The last
is fitted on contrasts made by rule (contrast.py), too, and the real pairs count more in it than they are, since an
invented edit is purer than what outlets do. A fourth one tells of claims that disagree whether they are about one event
(conflicts.py), a fifth one what all this is worth in a ledger of real articles (collected.py). The figures printed are
cross-validated: each cluster of pairs (one event, as the pairs were drawn, and whatever shares a claim with it) is
judged by a fit on others, and the rules above the regressions are applied as in use. With ``--write`` the fit on all
pairs replaces the coefficients of the package.
"""

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

import numpy as np
from collected import Collected, Disputed
from conflicts import TAKE_ALL, Disagreeing
from contrast import contrasts, crossings, said_together
from corpora import CORPORA, ROOT, need, read
from logistic_regression import Numbers, fit
from numpy.typing import NDArray
from own_pairs import FACTS, MODALITIES, PARTS, ROLES, own_pairs
from pairs import claims_of
from reliability import calibration_error

from claims.merging.comparing import LEAST_SHARED, ClaimComparison, compare_profiles
from claims.merging.contradictions import obstacles
from claims.merging.features import (
    CONFLICT_FEATURES,
    FEATURES,
    QUOTED_FEATURES,
    PairFeatures,
    containment,
    pair_features,
    slot_vector,
)
from claims.merging.model import (
    CANDIDATE_CONFLICT_FEATURES,
    CANDIDATE_FEATURES,
    INTERCEPT,
    Weights,
    logistic,
    match_probability,
)
from claims.merging.profiles import Profile
from claims.merging.unmentioned import unmentioned
from claims.records import Claim
from claims.text.graphs import components
from claims.text.slot_difference import DIFFERENCE_KINDS
from claims.text.slot_differences import differences

PAIRS = CORPORA / "dup_pairs_public.jsonl"
PAIRS2 = CORPORA / "pairs2_public.jsonl"
TARGET = ROOT / "claims" / "merging" / "weights.json"
FOLDS = 20
INVENTED = 150
"""So many contrasts of each kind are invented."""
INVENTED_COUNT = 0.1
"""What an invented contrast counts in the fit of what differs."""
BESIDE = 6_000
"""So many pairs that one speaker says in one article are looked at; few of them share words."""
BESIDE_COUNT = 0.005
"""What such a pair counts, as two assertions."""
REAL_COUNT = 5.0
"""What a real pair counts there."""
CROSSED_COUNT = 0.1
"""What a claim beside an edit of its paraphrase counts there."""
OWN_COUNT = 240.0
"""What all pairs in our own words count there together, however many they are."""
EDITED_COUNT = 1.0
"""What a pair counts elsewhere of which one side is an edit of a claim; such ones that differ are left out."""
MATCH_RIDGE = 0.6
"""The ridge of the fits of what is one assertion; with a greater one the probabilities are too near to one half."""
CONFLICT_RIDGE = 3.0
"""The ridge of the fit of what is a conflict, of which there are few examples."""

Chosen = NDArray[np.bool_]


@dataclass(frozen=True)
class Invented:
    """Pairs made by rule: a claim and an edit of it, or of its paraphrase.

    ``of``: the row of the public pair that each was made from, if any; ``found``: their features; ``slots``: the
    vectors of what differs; ``y``: 1 where the edit keeps the assertion, else 0.
    """

    of: NDArray[np.int64]
    found: list[PairFeatures]
    slots: Numbers
    y: Numbers


@dataclass(frozen=True)
class Examples:
    """The labelled pairs of both sets, a row each.

    ``pairs``: as they are kept; ``sides``: both claims; ``clusters``: the number of the event that each was drawn from;
    ``found``: their features; ``x``: the comparison vectors; ``slots``: the vectors of what differs in the slots;
    ``y``: 1 for duplicates, else 0; ``quoted``: whether both sides quote; ``quoted_x``: the vectors of those that do,
    else zeros; ``real``: whether neither side is an edit of a claim; ``ruled``: whether a rule forbids that
    they are one, whatever the model says, as where two named persons speak.
    """

    pairs: list[dict[str, Any]]
    sides: list[tuple[Profile, Profile]]
    clusters: list[int]
    found: list[PairFeatures]
    x: Numbers
    slots: Numbers
    y: Numbers
    quoted: Chosen
    quoted_x: Numbers
    real: Chosen
    ruled: Chosen
    crossed: Invented


def fitted(given: Examples, use: Chosen) -> Weights:
    """The weights that fit some of the pairs.

    What a rule above the model decides has no part in them, but that two named persons speak, which tells what two
    unnamed ones do; nor has, where one frame is judged, an edit that is another assertion.
    """
    framing = use & (given.real | (given.y > 0))
    of_others = np.array([f.speakers == "other" for f in given.found])
    kept = framing & (~given.ruled | of_others)
    both = framing & given.quoted & ~given.ruled
    counts = np.where(given.real, 1.0, EDITED_COUNT)
    beside = beside_each_other()
    weights = Weights(
        any=tuple(
            fit(
                np.r_[given.x[kept], beside],
                np.r_[given.y[kept], np.zeros(len(beside))],
                np.r_[counts[kept], np.full(len(beside), BESIDE_COUNT)],
                MATCH_RIDGE,
            ).tolist()
        ),
        both_quoted=_fit(given.quoted_x, given.y, counts, both),
        differs=(),
        conflict=TAKE_ALL,
        candidates=(),
        candidate_conflicts=(),
    )
    weights = replace(weights, differs=_fitted_differences(given, use, weights))
    # Of two that quote, and are two because a slot differs, the quotations may fit all the same.
    framed = np.where(given.y > 0, 1.0, _framed_all_the_same(given, weights))[both]
    quoted = fit(
        np.r_[given.quoted_x[both], given.quoted_x[both]],
        np.r_[np.ones(len(framed)), np.zeros(len(framed))],
        np.r_[counts[both] * framed, counts[both] * (1 - framed)],
        MATCH_RIDGE,
    )
    weights = replace(weights, both_quoted=tuple(quoted.tolist()))
    return replace(weights, differs=_fitted_differences(given, use, weights))


def _framed_all_the_same(given: Examples, weights: Weights) -> Numbers:
    """The probability of one frame of pairs that are two assertions: either the frame or what differs makes them two.

    It is what expectation-maximisation (Dempster et al. 1977) expects of the frame.
    """
    framed = _framed(given, weights)
    differing = np.array([logistic(weights.differs, slots) if slots.any() else 0.0 for slots in given.slots])
    found: Numbers = framed * differing / np.maximum(1e-9, 1 - framed * (1 - differing))
    return found


def _fitted_differences(given: Examples, use: Chosen, weights: Weights) -> tuple[float, ...]:
    """What the slots tell, from pairs that count as much as they probably have one frame."""
    conflict = np.array([pair["relation"] == "conflict" for pair in given.pairs])
    kept = use & ((given.y > 0) | conflict | ~given.real)
    made, crossed, own = invented(), given.crossed, worded_by_us()
    chosen = use[crossed.of]
    x = np.r_[given.slots[kept], made.slots, crossed.slots[chosen], own.slots]
    y = 1 - np.r_[given.y[kept], made.y, crossed.y[chosen], own.y]
    counts = np.r_[
        (_framed(given, weights) * np.where(given.real, REAL_COUNT, EDITED_COUNT))[kept],
        np.full(len(made.y), INVENTED_COUNT),
        CROSSED_COUNT * _framed(crossed, weights)[chosen],
        np.full(len(own.y), OWN_COUNT / len(own.y)),
    ]
    counts[(y == 1) & ~x.any(axis=1)] = 0  # of what is not seen to differ nothing can be learnt
    found = fit(x, y, counts, MATCH_RIDGE)
    while (found[1:] < 0).any():  # no difference speaks for one assertion
        x = np.where(found[1:] < 0, 0.0, x)
        found = fit(x, y, counts, MATCH_RIDGE)
    return tuple(found.tolist())


def _framed(given: "Examples | Invented", weights: Weights) -> Numbers:
    """The probability of one frame."""
    return np.array([match_probability(f, weights) for f in given.found])


def fitted_conflicts(given: Disagreeing, use: Chosen) -> tuple[float, ...]:
    """The coefficients of what is a conflict that fit some of the pairs that disagree."""
    found = fit(given.x[use], given.y[use], given.counts[use], CONFLICT_RIDGE)
    return tuple(found.tolist())


def _fit(x: Numbers, y: Numbers, counts: Numbers, kept: Chosen) -> tuple[float, ...]:
    return tuple(fit(x[kept], y[kept], counts[kept], MATCH_RIDGE).tolist())


@cache
def beside_each_other() -> Numbers:
    """The comparison vectors of claims that one speaker makes in one article, and that share words."""
    sides = [(Profile.of(a), Profile.of(b)) for a, b in said_together(BESIDE)]
    sides = [(a, b) for a, b in sides if containment(a.topic, b.topic) >= LEAST_SHARED]
    return np.array([pair_features(a, b).vector for a, b in sides])


@cache
def invented() -> Invented:
    """Contrasts made by rule from claims at hand."""
    made = list(contrasts(INVENTED))
    sides = [(Profile.of(c.before), Profile.of(c.after)) for c in made]
    return Invented(
        of=np.zeros(0, dtype=np.int64),
        found=[pair_features(a, b) for a, b in sides],
        slots=np.array([slot_vector(differences(a.slots, b.slots)) for a, b in sides]),
        y=np.array([float(c.same) for c in made]),
    )


@cache
def worded_by_us() -> Invented:
    """The first part of the pairs in our own words (own_pairs.py), but for those that are only related."""
    pairs = [pair for pair in own_pairs() if pair.part == PARTS[0] and pair.kind != "related"]
    return Invented(
        of=np.zeros(0, dtype=np.int64),
        found=[pair_features(pair.one, pair.other) for pair in pairs],
        slots=np.array([slot_vector(differences(pair.one.slots, pair.other.slots)) for pair in pairs]),
        y=np.array([float(pair.same) for pair in pairs]),
    )


def crossed_of(
    pairs: Sequence[dict[str, Any]],
    claims: Sequence[tuple[Claim, Claim]],
    before: Numbers,
    chosen: Sequence[int],
) -> Invented:
    """Each side of some pairs beside edits of the other, one of each kind where it changes what both have.

    ``before`` are the vectors of what differs in all pairs; an edit that changes nothing of it is left out.
    """
    made = [
        (row, Profile.of(contrast.before), Profile.of(contrast.after), contrast.same)
        for row in chosen
        for one, other in (claims[row], claims[row][::-1])
        for contrast in crossings(one, other, f"{pairs[row]['id']} {other.id}")
    ]
    slots = np.array([slot_vector(differences(a.slots, b.slots)) for _, a, b, _ in made])
    telling = np.flatnonzero((slots != before[[row for row, _, _, _ in made]]).any(axis=1))
    made = [made[k] for k in telling]
    return Invented(
        of=np.array([row for row, _, _, _ in made]),
        found=[pair_features(a, b) for _, a, b, _ in made],
        slots=slots[telling],
        y=np.array([float(same) for _, _, _, same in made]),
    )


def disagreeing_pairs(given: Examples) -> Disagreeing:
    """The pairs that the rules take for conflicts by the fit on all public ones."""
    return Disagreeing.of(given.pairs, given.sides, fitted(given, given.y >= 0))


def cross_validated(given: Examples, disagreeing: Disagreeing) -> list[ClaimComparison]:
    """Each pair's comparison by a fit on pairs of other clusters, and of conflicts on those of other articles."""
    found: dict[int, ClaimComparison] = {}
    folds = np.array(given.clusters) % FOLDS
    for held_out in range(FOLDS):
        here = folds == held_out
        chosen = np.flatnonzero(here).tolist()
        one, other = zip(*(given.sides[k] for k in chosen), strict=True)
        docs = {given.pairs[k][side]["doc"] for k in chosen for side in "ab"}
        apart = np.array([docs.isdisjoint(both) for both in disagreeing.docs])
        weights = replace(fitted(given, ~here), conflict=fitted_conflicts(disagreeing, apart))
        found.update(zip(chosen, compare_profiles(one, other, weights), strict=True))
    return [found[k] for k in range(len(given.y))]


def f1(said: Chosen, y: Numbers) -> tuple[float, float, float]:
    """F1, precision and recall."""
    right = float(y[said].sum())
    precision, recall = right / max(1, said.sum()), right / max(1.0, y.sum())
    return 2 * precision * recall / max(1e-9, precision + recall), precision, recall


def figures(given: Examples, found: Sequence[ClaimComparison], corpus: str) -> dict[str, float]:
    """What is said of the comparisons of one set in ``floors.toml``, in percent."""
    here = np.array([pair["set"] == corpus for pair in given.pairs])
    p = np.array([c.probability for c in found])
    relation = np.array([pair["relation"] for pair in given.pairs])
    flagged = np.array([c.relation == "conflict" for c in found])

    def share(of: Chosen, which: Chosen) -> float:
        return 100 * float((of & which).sum()) / max(1, int(of.sum()))

    real = here & given.real
    judged = real if corpus == PAIRS.stem else given.real
    said = {
        "duplicates": 100 * f1(p[real] >= 0.5, given.y[real])[0],
        "calibration error": 100 * calibration_error(p[judged], given.y[judged]),
        "conflicts found": share(real & (relation == "conflict"), flagged),
        "conflicts right": share(real & flagged, relation == "conflict"),
    }
    if corpus == PAIRS.stem:
        both = here & np.array([a.quoted and b.quoted for a, b in given.sides])
        return said | {"duplicates, both quoted": 100 * f1(p[both] >= 0.5, given.y[both])[0]}
    kind = np.array([pair["kind"] for pair in given.pairs])
    edited = here & ~given.real
    names = {
        "facts changed": FACTS,
        "roles or opposites changed": ROLES,
        "modality or tense changed": MODALITIES,
    }
    merged = {
        f"{name}, merged": share(edited & (given.y == 0) & np.isin(kind, sorted(kinds)), p >= 0.5)
        for name, kinds in names.items()
    }
    return (
        said
        | merged
        | {
            "meaning kept, merged": share(edited & (given.y > 0), p >= 0.5),
            "paraphrases found": share(real & (given.y > 0) & (kind == "paraphrase"), p >= 0.5),
            "contrasts found to conflict": share(edited & (relation == "conflict"), flagged),
        }
    )


def examples() -> Examples:
    """The public pairs of both sets."""
    pairs = [{"set": path.stem, **pair} for path in (PAIRS, PAIRS2) for pair in read(path)]
    for pair in pairs:
        pair.setdefault("relation", "conflict" if pair["label"] == "different-figure" else pair["label"])
        pair.setdefault("kind", "")
    claims = claims_of(pairs, PAIRS.parent)
    sides = [(Profile.of(a), Profile.of(b)) for a, b in claims]
    slots = np.array([slot_vector(differences(a.slots, b.slots)) for a, b in sides])
    real = np.array([pair.get("origin", "real") == "real" for pair in pairs])
    y = np.array([float(pair["label"].startswith("same")) for pair in pairs])
    found = [pair_features(a, b) for a, b in sides]
    nothing = (0.0,) * len(QUOTED_FEATURES)
    return Examples(
        pairs=pairs,
        sides=sides,
        clusters=_clusters(pairs),
        found=found,
        x=np.array([f.with_unmentioned(unmentioned(*both)) for f, both in zip(found, sides, strict=True)]),
        slots=slots,
        y=y,
        quoted=np.array([f.quoted_vector is not None for f in found]),
        quoted_x=np.array([f.quoted_vector or nothing for f in found]),
        real=real,
        ruled=np.array([bool(obstacles(a, b, f)) for (a, b), f in zip(sides, found, strict=True)]),
        crossed=crossed_of(pairs, claims, slots, np.flatnonzero(real & (y > 0)).tolist()),
    )


def _clusters(pairs: list[dict[str, Any]]) -> list[int]:
    """The cluster of each pair, by a number: pairs of one event, and those that share a claim."""
    sharing: dict[object, list[int]] = defaultdict(list)
    for number, pair in enumerate(pairs):
        sharing[pair["set"], pair["cluster"]].append(number)
        for side in (pair["a"], pair["b"]):
            claim = side.get("edited_from") or side
            sharing[claim["doc"], claim["attribution"]].append(number)
    links = [(found[0], other) for found in sharing.values() for other in found[1:]]
    home = {k: n for n, found in enumerate(components(range(len(pairs)), links)) for k in found}
    return [home[k] for k in range(len(pairs))]


def named(features: tuple[str, ...], weights: tuple[float, ...]) -> dict[str, float]:
    """The coefficients with their names, as they are kept."""
    return {name: round(weight, 3) for name, weight in zip((INTERCEPT, *features), weights, strict=True)}


def main() -> None:
    """Fit, cross-validate, print, and write where asked to."""
    need(PAIRS, PAIRS2)
    given = examples()
    disagreeing = disagreeing_pairs(given)
    found = cross_validated(given, disagreeing)
    for path in (PAIRS, PAIRS2):
        print(path.stem)
        for name, value in figures(given, found, path.stem).items():
            print(f"  {name}: {value:.1f} %")
    real = [c for c, is_real in zip(found, given.real, strict=True) if is_real]
    labels = [pair["relation"] for pair, is_real in zip(given.pairs, given.real, strict=True) if is_real]
    flagged = Counter(label for label, c in zip(labels, real, strict=True) if c.relation == "conflict")
    print(f"real pairs flagged as conflicts: {dict(flagged)}")
    whole = fitted(given, given.y >= 0)
    everything = np.ones(len(disagreeing.y), dtype=np.bool_)
    conflict = fitted_conflicts(disagreeing, everything)
    whole = replace(whole, conflict=conflict)
    collected, disputed = Collected.of(whole), Disputed.of(given.pairs, given.sides, whole)
    print("a ledger of real articles")
    for name, value in (collected.figures(collected.cross_validated()) | disputed.figures()).items():
        print(f"  {name}: {value:.1f} %")
    weights = {
        "any": named(FEATURES, whole.any),
        "both quoted": named(QUOTED_FEATURES, whole.both_quoted),
        "differs": named(DIFFERENCE_KINDS, whole.differs),
        "conflict": named(CONFLICT_FEATURES, conflict),
        "candidates": named(CANDIDATE_FEATURES, collected.fitted(collected.y >= 0)),
        "candidate conflicts": named(CANDIDATE_CONFLICT_FEATURES, disputed.fitted(disputed.y >= 0)),
    }
    if "--write" in sys.argv[1:]:
        TARGET.write_text(json.dumps(weights, indent=1) + "\n", "utf-8")
    else:
        print(json.dumps(weights, indent=1))


if __name__ == "__main__":
    main()
