"""Files of every format, damaged in every way that hypothesis thinks of: articles or one line, soon, without growth.

Each reader for so many seconds, and not for so many files: in CI as many of a sequence that is always the same as there
is time for, elsewhere others each time.
"""

import inspect
import os
import resource
import zipfile
from io import BytesIO
from itertools import count
from pathlib import Path
from random import Random
from time import monotonic
from typing import Final

import pytest
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

from claims.reading.formats import format_of
from claims.reading.readers import OPENERS, READERS
from tests.reading.article_files import zipped
from tests.reading.damaged_files import FILES, PIECES, check_reading

SECONDS: Final = {"ci": 30.0, "here": 2.0, "fuzz": 60.0}
"""How long each reader is tried, by hypothesis' profile (tests/conftest.py)."""
AT_ONCE: Final = 25
"""Files between looks at the clock; of those that fell, hypothesis seeks the plainest, however long it takes."""
LONGEST: Final = 25.0
"""Seconds of a processor's time for a file: a damaged spreadsheet may take the 20 that its process has."""
LARGEST_GROWTH: Final = 400_000  # kilobytes

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


def reader_of(ending: str) -> str:
    """What reads files with this ending: a function in claims/reading, of which several endings may have one."""
    read = READERS[ending] if ending in READERS else OPENERS[ending]
    named = inspect.getclosurevars(read).nonlocals
    return ".".join([named["module"], named.get("function", "read")])


def files_by_reader() -> dict[str, list[str]]:
    """The good files that each reader has; what is packed is its reader's."""
    found: dict[str, list[str]] = {reader_of(ending): [] for ending in [*READERS, *OPENERS]}
    for name, data in FILES.items():
        ending = format_of(BytesIO(data), name)
        found[reader_of(".warc" if ending == ".gz" else ending)].append(name)
    return found


def processor_seconds() -> float:
    """Of this process and of those that it began, as of one that reads a spreadsheet."""
    return sum(os.times()[:4])


NAMES: Final = files_by_reader()


@pytest.mark.hypothesis
@pytest.mark.parametrize("reader", NAMES)
def test_damaged_files_give_articles_or_one_line_soon(reader: str, tmp_path: Path) -> None:
    assert NAMES[reader], "it has no file to damage"
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    @settings(max_examples=AT_ONCE, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(st.sampled_from(NAMES[reader]), damages, st.integers(-9, 9))
    def check(name: str, wanted: list[tuple[str, float, int, bytes]], chosen: int) -> None:
        data, path = FILES[name], tmp_path / name
        if data.startswith(b"PK") and chosen >= 0:
            path.write_bytes(inside_damaged(data, wanted, chosen))
        else:
            path.write_bytes(damaged(data, wanted))
        began = processor_seconds()
        check_reading(path)
        assert processor_seconds() - began < LONGEST

    end = monotonic() + SECONDS[settings.get_current_profile_name()]
    first = 0 if settings().derandomize else Random().randrange(2**32)
    for number in count(first):
        seed(number)(check)()
        if monotonic() > end:
            break
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < LARGEST_GROWTH
