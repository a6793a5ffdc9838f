"""Files of every format, damaged in every way that hypothesis thinks of: articles or one line, soon, without growth.

With the profiles "ci" and "here" some thirty seconds in all; `make fuzz` tries twenty times as much, others each time.
"""

import resource
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims.reading import time_limit
from tests.reading.article_files import zipped
from tests.reading.damaged_files import FILES, PIECES, check_reading

LARGEST_GROWTH = 400_000  # kilobytes

damages = st.lists(
    st.tuples(
        st.sampled_from(["set", "cut", "put", "twice", "swap"]),
        st.floats(0, 1, exclude_max=True),
        st.integers(0, 60),
        st.one_of(st.sampled_from(PIECES), st.binary(max_size=6)),
    ),
    min_size=1,
    max_size=8,
)


def damaged(data: bytes, wanted: list[tuple[str, float, int, bytes]]) -> bytes:
    for kind, place, length, piece in wanted:
        at = int(place * len(data))
        end = min(len(data), at + length)
        inside = data[at:end]
        data = {
            "set": data[:at] + piece + data[at + len(piece) :],
            "cut": data[:at] + data[end:],
            "put": data[:at] + piece + data[at:],
            "twice": data[:at] + inside * 5 + data[end:],
            "swap": data[:at] + inside[::-1] + data[end:],
        }[kind]
    return data


def inside_damaged(data: bytes, wanted: list[tuple[str, float, int, bytes]], chosen: int) -> bytes:
    """A zip file that is whole, with a damaged part."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = sorted(parts)[chosen % len(parts)]
    return zipped(parts | {name: damaged(parts[name], wanted)})


@pytest.mark.parametrize("name", FILES)
def test_damaged_files_give_articles_or_one_line_soon(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    is_zip = FILES[name].startswith(b"PK")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    @settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(damages, st.integers(-9, 9))
    def check(wanted: list[tuple[str, float, int, bytes]], chosen: int) -> None:
        data = FILES[name]
        path.write_bytes(
            inside_damaged(data, wanted, chosen) if is_zip and chosen >= 0 else damaged(data, wanted)
        )
        with time_limit(name, 10, "reading it"):
            check_reading(path)

    check()
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < LARGEST_GROWTH
