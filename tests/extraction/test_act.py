import tomllib
from pathlib import Path

import pytest

from claims.extraction.act import act_of
from claims.records import ACTS

CASES = tomllib.loads((Path(__file__).parent / "act_cases.toml").read_text("utf-8"))


@pytest.mark.parametrize(
    ("act", "cue", "content"), [(act, *case) for act, cases in CASES.items() for case in cases]
)
def test_cue_and_content_tell_the_act(act: str, cue: str, content: str) -> None:
    assert act_of(cue, content) == act


def test_every_act_has_a_dozen_cases() -> None:
    assert set(CASES) == set(ACTS)
    assert min(map(len, CASES.values())) >= 12


@pytest.mark.parametrize("cue", ["", "  ", ":", "—", "”"])
def test_a_cue_without_words_makes_a_statement(cue: str) -> None:
    assert act_of(cue, "") == "statement"


def test_capitals_and_typographic_marks_do_not_matter() -> None:
    assert act_of("HAS DENIED", "That It Leaks") == "denial"
    assert act_of("told", "“We’ll rebuild it”") == act_of("told", '"We\'ll rebuild it"') == "intention"
