import os
import time
from itertools import pairwise

import pytest

from claims.merging import at_once, blocking, clustering, find_conflicts, merge, pairs, parallel
from claims.merging.parallel import in_stretches
from claims.records import Claim
from tests.merging.merging_samples import claim

WORDS = "granary mill quarry harbour ferry bridge chapel orchard vineyard bakery smithy stables".split()  # noqa: SIM905


def test_stretches_cover_everything_in_order_whoever_works_on_them(monkeypatch: pytest.MonkeyPatch) -> None:
    for least in (1, 1_000):
        monkeypatch.setattr(parallel, "WORTH_A_PROCESS", least)
        for count in (0, 1, 3, 10, 100):
            found = list(in_stretches(lambda start, stop: list(range(start, stop)), count, at_once=3))
            assert [n for stretch in found for n in stretch] == list(range(count))
            assert all(0 < len(stretch) <= 3 for stretch in found)


def test_little_work_is_done_in_this_process() -> None:
    assert set(in_stretches(lambda start, stop: os.getpid(), 500, at_once=200)) == {os.getpid()}


def test_what_goes_wrong_in_another_process_is_raised_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parallel, "WORTH_A_PROCESS", 1)
    with pytest.raises(ZeroDivisionError):
        list(in_stretches(lambda start, stop: 1 // 0, 10, at_once=3))


def drowned_sheep() -> list[Claim]:
    return [
        claim(
            f"that {n} sheep drowned near the {one} and the {other} before the night watch came", speaker=who
        )
        for n in (14, 41)
        for one, other in pairwise(WORDS)
        for who in ("Mara Ellison", "Tomas Quill", "Ellison")
    ]


def test_what_is_connected_by_many_pairs_is_grouped_as_anything_else(monkeypatch: pytest.MonkeyPatch) -> None:
    claims = drowned_sheep()
    expected = merge(claims)
    assert expected
    monkeypatch.setattr(at_once, "WORTH_A_PROCESS", 1)
    assert merge(claims) == expected


def test_many_processes_find_what_one_finds(monkeypatch: pytest.MonkeyPatch) -> None:
    claims = drowned_sheep()
    expected = merge(claims), find_conflicts(claims)
    assert expected[0]
    assert expected[1]
    for module, name in (
        (blocking, "INDEXED_AT_ONCE"),
        (pairs, "COMPARED_AT_ONCE"),
        (clustering, "COMPONENTS_AT_ONCE"),
        (at_once, "COMPARED_AT_ONCE"),
    ):
        monkeypatch.setattr(module, name, 7)
    monkeypatch.setattr(parallel, "WORTH_A_PROCESS", 1)
    assert (merge(claims), find_conflicts(claims)) == expected


@pytest.mark.skipif(not parallel._FORKS, reason="work is shared out where processes are forked")
def test_whoever_is_done_with_a_piece_takes_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1})

    def worked_by(start: int, stop: int) -> set[int]:
        if start == 0:
            time.sleep(0.5)
        return {os.getpid()}

    first, *others = in_stretches(worked_by, 1_000, at_once=1_000)
    assert sum(other == first for other in others) < len(others) / 4
