from itertools import pairwise, permutations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from claims.versions.assignment import assign
from claims.versions.claim_alignment import out_of_order
from claims.versions.word_alignment import heaviest_increasing_subsequence

MATRICES = st.integers(1, 5).flatmap(
    lambda rows: st.integers(1, 5).flatmap(
        lambda columns: st.lists(
            st.lists(st.integers(0, 9), min_size=columns, max_size=columns), min_size=rows, max_size=rows
        )
    )
)


@given(MATRICES)
def test_no_pairing_gains_more(rows: list[list[int]]) -> None:
    gain = np.array(rows, dtype=float)
    pairs = assign(gain)
    assert len({i for i, _ in pairs}) == len({j for _, j in pairs}) == len(pairs)
    size = max(gain.shape)
    square = np.zeros((size, size))
    square[: gain.shape[0], : gain.shape[1]] = gain
    best = max(sum(square[i, j] for i, j in enumerate(order)) for order in permutations(range(size)))
    assert sum(gain[pair] for pair in pairs) == best
    assert all(gain[pair] > 0 for pair in pairs)


@given(st.permutations(range(8)))
def test_taking_out_leaves_an_ascent_and_no_fewer_would_do(places: list[int]) -> None:
    out = out_of_order(places)
    kept = [p for k, p in enumerate(places) if k not in out]
    assert kept == sorted(kept)
    longest = max(
        (
            bin(mask).count("1")
            for mask in range(1 << len(places))
            if _ascends([p for k, p in enumerate(places) if mask >> k & 1])
        ),
        default=0,
    )
    assert len(kept) == longest


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(1, 9)), max_size=8))
def test_no_increasing_subsequence_is_heavier(items: list[tuple[int, int]]) -> None:
    kept = heaviest_increasing_subsequence([value for value, _ in items], [weight for _, weight in items])
    assert kept == sorted(kept)
    chosen = [[items[k] for k in kept]]
    chosen += [[i for k, i in enumerate(items) if mask >> k & 1] for mask in range(1 << len(items))]
    increasing = [some for some in chosen if all(a < b for (a, _), (b, _) in pairwise(some))]
    assert chosen[0] in increasing[:1]
    assert sum(w for _, w in chosen[0]) == max(sum(w for _, w in some) for some in increasing)


def _ascends(places: list[int]) -> bool:
    return places == sorted(places)
