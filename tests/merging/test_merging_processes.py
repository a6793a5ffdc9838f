import os
from itertools import pairwise

import pytest
from merging_samples import claim

from claims.merging import find_conflicts, grouping, merge, ties
from claims.merging.processes import in_stretches

WORDS = "granary mill quarry harbour ferry bridge chapel orchard vineyard bakery smithy stables".split()  # noqa: SIM905


def test_stretches_cover_everything_in_order_whoever_works_on_them() -> None:
    found = list(in_stretches(lambda start, stop: (start, stop, os.getpid()), 10, at_once=3))
    assert [stretch[:2] for stretch in found] == [(0, 3), (3, 6), (6, 9), (9, 10)]
    assert list(in_stretches(lambda start, stop: stop, 0, at_once=3)) == []
    (whole,) = in_stretches(lambda start, stop: os.getpid(), 3, at_once=3)
    assert whole == os.getpid()


def test_what_goes_wrong_in_another_process_is_raised_here() -> None:
    with pytest.raises(ZeroDivisionError):
        list(in_stretches(lambda start, stop: 1 // 0, 10, at_once=3))


def test_many_processes_find_what_one_finds(monkeypatch: pytest.MonkeyPatch) -> None:
    claims = [
        claim(
            f"that {n} sheep drowned near the {one} and the {other} before the night watch came", speaker=who
        )
        for n in (14, 41)
        for one, other in pairwise(WORDS)
        for who in ("Mara Ellison", "Tomas Quill", "Ellison")
    ]
    expected = merge(claims), find_conflicts(claims)
    assert expected[0]
    assert expected[1]
    for module, name in (
        (ties, "LOOKED_AT_ONCE"),
        (ties, "COMPARED_AT_ONCE"),
        (grouping, "CLAIMS_AT_ONCE"),
        (grouping, "COMPONENTS_AT_ONCE"),
    ):
        monkeypatch.setattr(module, name, 7)
    assert (merge(claims), find_conflicts(claims)) == expected
