"""Two versions of a live blog with thousands of claims: time beside difflib's in the same run, and memory's growth."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[2] / "benchmarks"))
from changes_speed import blog, peak, timed, versions


def test_a_long_live_blog_takes_no_longer_than_difflib_over_its_words() -> None:
    old, new = map(blog, versions(700))  # 20,000 words
    found, ours, reference = timed(old, new)
    assert ours < reference
    types = [change.type for change in found.changes]
    assert types.count("added") == types.count("removed") == 70
    assert types.count("reworded") == 63


def test_memory_grows_with_the_length_and_not_with_its_square() -> None:
    peaks = [peak(*map(blog, versions(size))) for size in (250, 1_000)]
    assert peaks[1] < 6 * peaks[0]
