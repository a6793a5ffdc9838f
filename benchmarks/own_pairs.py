"""The same assertion or not, on pairs in our own words, by kind: ``own_pairs.py [--wrong]``.

``own_pairs.txt`` has invented statements, each followed by other wordings of it and by other statements::

    the speaker | the cue | the content
    same: another wording of it
    kept: an edit of its first line that keeps the meaning
    place: an edit of its first line that changes the place; other kinds alike
    other place: a statement that differs in the place, and is worded otherwise
    related: another statement of the speaker on the subject

The part "looked at" was read while the comparison was worked on, and fit_pairs.py fits to it what differing slots tell;
the part "sealed" was written before that and only scored: nothing is fitted to it, and no case of it was looked at.
Prints of each part the F1 of what is merged, and of each group of kinds the share that is. With ``--wrong`` also what
is wrong in the part "looked at".
"""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from corpora import ROOT
from pairs import alone, claim_of

from claims.merging.comparing import WEIGHTS, ClaimComparison, compare_profiles
from claims.merging.model import Weights
from claims.merging.profiles import Profile

PAIRS = ROOT / "benchmarks" / "own_pairs.txt"
PARTS = ("looked at", "sealed")
CROSSED = "other "
"""Before a kind: the two are worded otherwise, too."""
FACTS = frozenset(
    {
        "person",
        "place",
        "organisation",
        "weekday",
        "month",
        "date",
        "figure",
        "unit",
        "negation",
        "quantifier",
    }
)
"""Kinds of edits after which another fact stands in a place."""
ROLES = frozenset({"role-swap", "antonym"})
MODALITIES = frozenset({"modality", "tense", "hedge"})
GROUPS = {
    "paraphrases": frozenset({"same"}),
    "meaning kept": frozenset({"kept"}),
    "facts changed": FACTS,
    "facts changed, crossed": frozenset(CROSSED + kind for kind in FACTS),
    "roles or opposites changed": ROLES,
    "roles or opposites changed, crossed": frozenset(CROSSED + kind for kind in ROLES),
    "modality or tense changed": MODALITIES,
    "modality or tense changed, crossed": frozenset(CROSSED + kind for kind in MODALITIES),
    "another word, crossed": frozenset({CROSSED + "word"}),
    "related": frozenset({"related"}),
}
"""The kinds that are printed together."""


@dataclass(frozen=True)
class OwnPair:
    """Two statements, the kind of the pair, and whether they are one assertion."""

    part: str
    kind: str
    same: bool
    one: Profile
    other: Profile


def blocks() -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """The part and the lines of each statement with what belongs to it, every line behind its kind."""
    part = ""
    for block in PAIRS.read_text("utf-8").split("\n\n"):
        if block.startswith("# "):
            part = block.strip()[2:]
        elif lines := block.strip().splitlines():
            heads = (line.split(" | ")[0].rpartition(": ") for line in lines)
            yield (
                part,
                [
                    (kind, line.removeprefix(f"{kind}: "))
                    for (kind, _, _), line in zip(heads, lines, strict=True)
                ],
            )


@cache
def own_pairs() -> tuple[OwnPair, ...]:
    """Each statement beside what belongs to it, and its wordings beside each other and beside the other statements."""
    found: list[OwnPair] = []
    for number, (part, ((_, first), *lines)) in enumerate(blocks()):
        wordings = [line for kind, line in lines if kind == "same"]
        pairs = [(kind, first, line) for kind, line in lines]
        pairs += [("same", one, other) for one, other in combinations(wordings, 2)]
        pairs += [
            (kind if kind == "related" else CROSSED + kind.removeprefix(CROSSED), wordings[0], line)
            for kind, line in lines
            if kind not in ("same", "kept")
        ]
        found += [
            OwnPair(
                part,
                kind,
                kind in ("same", "kept"),
                _profile(one, f"a{number}"),
                _profile(other, f"b{number}"),
            )
            for kind, one, other in pairs
        ]
    return tuple(found)


def _profile(line: str, name: str) -> Profile:
    source, cue, content = (words.strip() for words in line.split(" | "))
    return Profile.of(claim_of(alone({"doc": name, "source": source, "cue": cue, "content": content})))


def compared(pairs: Sequence[OwnPair], weights: Weights = WEIGHTS) -> list[ClaimComparison]:
    """The comparison of each pair."""
    return compare_profiles([p.one for p in pairs], [p.other for p in pairs], weights)


def figures(part: str, weights: Weights = WEIGHTS) -> dict[str, float]:
    """F1, precision and recall of what is merged in a part, and the share merged of each group, all in percent."""
    pairs = [pair for pair in own_pairs() if pair.part == part]
    merged = [c.probability >= 0.5 for c in compared(pairs, weights)]
    right = sum(m and pair.same for m, pair in zip(merged, pairs, strict=True))
    found = {
        "F1": 200 * right / max(1, sum(merged) + sum(pair.same for pair in pairs)),
        "precision": 100 * right / max(1, sum(merged)),
        "recall": 100 * right / max(1, sum(pair.same for pair in pairs)),
    }
    for group, kinds in GROUPS.items():
        here = [m for m, pair in zip(merged, pairs, strict=True) if pair.kind in kinds]
        if here:
            found[group] = 100 * sum(here) / len(here)
    return found


def main() -> None:
    """Measure and print."""
    for part in PARTS:
        print(f"{part}: {sum(pair.part == part for pair in own_pairs())} pairs")
        for name, value in figures(part).items():
            print(f"  {name:40}{value:6.1f} %")
    if "--wrong" in sys.argv[1:]:
        pairs = [pair for pair in own_pairs() if pair.part == PARTS[0]]
        for pair, found in zip(pairs, compared(pairs), strict=True):
            if (found.probability >= 0.5) != pair.same:
                print(
                    f"{'apart' if pair.same else 'merged'}, {pair.kind}, {found.probability:.2f}: {found.reasons}"
                )
                print(f"  {pair.one.claim.speaker_name} | {pair.one.text}")
                print(f"  {pair.other.claim.speaker_name} | {pair.other.text}")


if __name__ == "__main__":
    main()
