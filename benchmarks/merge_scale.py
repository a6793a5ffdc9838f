"""Merging at scale, beside MinHash LSH and comparing all pairs: ``merge_scale.py [CLAIMS ...]``.

For each number of invented claims (10,000, 100,000 and 1,000,000 where none is given; see invented.py), whose right
groups are known, each system groups them in a process of its own. Printed: seconds from the claims in memory to the
groups, how many times as long MinHash LSH takes, seconds of processor time; the largest memory in MB with all worker
processes, shared pages counted once (PSS), and what of it the claims took before; precision and recall of the pairs
put together; B-cubed F1 (Bagga and Baldwin, 1998).

MinHash LSH is datasketch's, with 128 permutations over pairs of neighbouring words, candidates checked against the
same threshold, then connected components. It runs at its usual threshold, 0.5, and at the highest of THRESHOLDS at
which its recall reaches that of the tool or grows no more, as found on the first number of claims; at that one up to
100,000 claims only, for its time grows nearly with their square. All pairs are rapidfuzz' ratio of the sorted words, 80
and more, for 10,000 claims only.
"""

import json
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import astuple, dataclass
from functools import partial

import numpy as np
from datasketch import MinHash, MinHashLSH
from invented import Reported, reported
from process_memory import cpu_seconds, watching
from rapidfuzz import fuzz, process

from claims.merging import merge

SIZES = (10_000, 100_000, 1_000_000)
ALL_PAIRS_UP_TO = 10_000
FAIR_UP_TO = 100_000
THRESHOLDS = (0.5, 0.4, 0.3, 0.25, 0.2)
TOKEN_SORT_FROM = 80

Labels = list[int]
"""The number of the group of each claim."""


def ours(claims: Sequence[Reported]) -> Labels:
    """Groups as the tool makes them."""
    place = {one.claim.id: number for number, one in enumerate(claims)}
    labels = list(range(len(claims)))
    for group in merge(one.claim for one in claims):
        members = [place[claim.id] for claim in group.claims]
        for member in members:
            labels[member] = members[0]
    return labels


def minhash(claims: Sequence[Reported], threshold: float) -> Labels:
    """Connected components of the pairs that MinHash LSH finds and whose estimated likeness is high enough."""
    index = MinHashLSH(threshold=threshold, num_perm=128)
    known: list[MinHash] = []
    pairs: list[tuple[int, int]] = []
    for number, one in enumerate(claims):
        words = one.claim.content_text.casefold().split()
        own = MinHash(num_perm=128)
        own.update_batch([" ".join(words[k : k + 2]).encode() for k in range(len(words))])
        pairs += [(number, other) for other in index.query(own) if own.jaccard(known[other]) >= threshold]
        index.insert(number, own)
        known.append(own)
    return components(len(claims), pairs)


def all_pairs(claims: Sequence[Reported]) -> Labels:
    """Connected components of the pairs whose words, sorted, are alike enough."""
    texts = [" ".join(sorted(one.claim.content_text.casefold().split())) for one in claims]
    pairs = []
    for start in range(0, len(texts), 500):
        scores = process.cdist(
            texts[start : start + 500], texts, scorer=fuzz.ratio, score_cutoff=TOKEN_SORT_FROM, dtype=np.uint8
        )
        pairs += [(start + int(a), int(b)) for a, b in np.argwhere(scores)]
    return components(len(claims), pairs)


def components(count: int, pairs: Iterable[tuple[int, int]]) -> Labels:
    """The lowest number that each of so many is connected with (union by path halving)."""
    home = list(range(count))

    def root(number: int) -> int:
        while home[number] != number:
            home[number] = home[home[number]]
            number = home[number]
        return number

    for a, b in pairs:
        one, other = root(a), root(b)
        home[max(one, other)] = min(one, other)
    return [root(number) for number in range(count)]


SYSTEMS: dict[str, Callable[[Sequence[Reported]], Labels]] = {
    "claims": ours,
    **{f"MinHash {threshold}": partial(minhash, threshold=threshold) for threshold in THRESHOLDS},
    "all pairs": all_pairs,
}


@dataclass(frozen=True)
class Row:
    """What is printed of one system; memory in MB."""

    seconds: float
    cpu: float
    memory: float
    of_claims: float
    precision: float
    recall: float
    b_cubed: float


def quality(truth: Labels, found: Labels) -> tuple[float, float, float]:
    """Precision and recall of pairs, and B-cubed F1."""
    true_sizes, found_sizes = Counter(truth), Counter(found)
    shared = Counter(zip(truth, found, strict=True))
    right = _pairs(shared.values())
    precision = sum(n * n / found_sizes[f] for (_, f), n in shared.items()) / len(truth)
    recall = sum(n * n / true_sizes[t] for (t, _), n in shared.items()) / len(truth)
    return (
        right / max(1, _pairs(found_sizes.values())),
        right / max(1, _pairs(true_sizes.values())),
        2 * precision * recall / (precision + recall),
    )


def _pairs(sizes: Iterable[int]) -> int:
    return sum(n * (n - 1) // 2 for n in sizes)


def measure(system: str, count: int) -> Row:
    """Group in this process."""
    claims = list(reported(count, stories=True))
    with watching() as seen:
        began, cpu = time.perf_counter(), cpu_seconds()
        found = SYSTEMS[system](claims)
        seconds, cpu = time.perf_counter() - began, cpu_seconds() - cpu
    return Row(seconds, cpu, max(seen), seen[0], *quality([one.assertion for one in claims], found))


def in_child(system: str, count: int) -> Row:
    """Measure in a process of its own, so that no system profits from another's memory."""
    command = [sys.executable, __file__, system, str(count)]
    return Row(*json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout))


def fair_threshold(count: int, recall: float) -> str:
    """The MinHash system at the highest threshold whose recall reaches the one given, or grows no more."""
    best, before = f"MinHash {THRESHOLDS[0]}", 0.0
    for threshold in THRESHOLDS:
        name = f"MinHash {threshold}"
        found = in_child(name, count).recall
        if found <= before:
            break
        best, before = name, found
        if found >= recall:
            break
    return best


def main() -> None:
    """Measure every system at every size, in turn."""
    if len(sys.argv) == 3 and sys.argv[1] in SYSTEMS:
        print(json.dumps(astuple(measure(sys.argv[1], int(sys.argv[2])))))
        return
    titles = ("claims", "system", "seconds", "MinHash", "CPU s", "MB", "of claims", "P", "R", "B3 F1")
    print("{:>9} {:12} {:>8} {:>8} {:>8} {:>6} {:>9} {:>6} {:>6} {:>6}".format(*titles))
    fair = None
    for count in [int(n) for n in sys.argv[1:]] or SIZES:
        own = in_child("claims", count)
        fair = fair or fair_threshold(count, own.recall)
        others = dict.fromkeys((f"MinHash {THRESHOLDS[0]}", *([fair] if count <= FAIR_UP_TO else [])))
        rows = {"claims": own, **{name: in_child(name, count) for name in others}}
        if count <= ALL_PAIRS_UP_TO:
            rows["all pairs"] = in_child("all pairs", count)
        for system, row in rows.items():
            times = row.seconds / own.seconds
            print(
                f"{count:9,} {system:12} {row.seconds:8.1f} {times:7.2f}x {row.cpu:8.1f} {row.memory:6.0f} "
                f"{row.of_claims:9.0f} {row.precision:6.3f} {row.recall:6.3f} {row.b_cubed:6.3f}",
                flush=True,
            )


if __name__ == "__main__":
    main()
