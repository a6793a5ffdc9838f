"""Two versions of a live blog with thousands of claims: time beside difflib's in the same run, and memory's growth."""

import difflib
import sys
import time
import tracemalloc
from pathlib import Path

from claims.versions import compare

sys.path.append(str(Path(__file__).parents[2] / "benchmarks"))
from changes_speed import blog, versions


def test_a_long_live_blog_takes_no_longer_than_difflib_over_its_words() -> None:
    old, new = versions(700)  # 20,000 words
    (before, old_claims), (after, new_claims) = blog(old), blog(new)
    start = time.process_time()
    found = compare(before, old_claims, after, new_claims)
    ours = time.process_time() - start
    start = time.process_time()
    difflib.SequenceMatcher(None, before.text.split(), after.text.split()).get_opcodes()
    assert ours < time.process_time() - start
    types = [change.type for change in found.changes]
    assert types.count("added") == types.count("removed") == 70
    assert types.count("reworded") == 63


def test_memory_grows_with_the_length_and_not_with_its_square() -> None:
    peaks = []
    for size in (500, 2_000):
        old, new = versions(size)
        sides = *blog(old), *blog(new)
        tracemalloc.start()
        compare(*sides)
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < 6 * peaks[0]
