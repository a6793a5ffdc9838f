"""What `make bench` takes from the scripts' output, and holds."""

import sys

import pytest

sys.path.insert(0, "benchmarks")
try:
    import suite
    from scaling_plot import exponent, svg
finally:
    sys.path.remove("benchmarks")

ADDED = """articles        seconds a second      own  workers  refresh     MB
     100 one      20.00     5.00    19.00     0.00     0.80    192
     100 two      11.00     9.09     3.00    20.00     0.80    443
     100 bare     10.00    10.00     2.00    20.00     0.00    434
     100 two to one 1.82, two to bare 0.91
   1,000 one     200.00     5.00   190.00     0.00     8.00    195
   1,000 two     125.00     8.00    30.00   200.00     8.00    450
   1,000 bare    100.00    10.00    20.00   200.00     0.00    440
   1,000 two to one 1.60, two to bare 0.80
memory, last size to first 1.02
"""


def last(printed: str, *, failed: bool = False) -> dict[str, object]:
    return {
        "printed": printed,
        "failed": failed,
        "minutes": 1.0,
        "machine": "two processors",
        "day": "2031-01-01",
    }


def test_the_ratios_of_the_largest_size_are_held_against_the_floors() -> None:
    assert suite.ratios_of(suite.PARTS["adding"], ADDED) == {
        "two processes to one": 1.6,
        "two processes to bare extraction": 0.8,
        "memory of more articles": 1.02,
    }
    assert suite.failures({"adding": last(ADDED)}) == [
        "two processes to one: 1.60, not 1.7 or more",
        "two processes to bare extraction: 0.80, not 0.85 or more",
    ]
    better = ADDED.replace("1.60", "1.80").replace("0.80\n", "0.90\n")
    assert suite.failures({"adding": last(better)}) == []
    assert suite.failures({"desk": last("", failed=True)}) == ["desk failed"]


def test_curves_are_drawn_with_the_power_with_which_they_grow() -> None:
    curves = suite.curves_of(suite.PARTS["adding"], ADDED)
    assert curves == {"two processes": [(100, 11), (1000, 125)], "bare": [(100, 10), (1000, 100)]}
    assert exponent(curves["bare"]) == pytest.approx(1)
    picture = svg("Adding", "seconds", curves)
    assert "bare, n^1.00" in picture
    assert "two processes, n^1.06" in picture


def test_every_part_is_a_script_that_is_there_and_every_floor_is_of_a_ratio_that_is_measured() -> None:
    import tomllib

    measured = {name for part in suite.PARTS.values() for name in part.ratios}
    floors = tomllib.loads(suite.FLOORS.read_text("utf-8"))
    assert {*floors["least"], *floors["most"]} <= measured
    assert all(suite.FLOORS.with_name(part.script).exists() for part in suite.PARTS.values())


def test_the_page_shows_each_part_with_its_command_and_machine() -> None:
    shown = "\n".join(suite.page({"adding": last(ADDED)}))
    assert "| two processes to one | 1.60 | at least 1.7 |" in shown
    assert "$ python benchmarks/adding.py 100 300 900" in shown
    assert "two processors." in shown
