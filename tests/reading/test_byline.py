"""Author, agency and day from an article's first lines."""

from datetime import date
from pathlib import Path

import pytest

from claims.reading import read

BODY = "The bridge is safe, Mayor Anna Keller said on Monday in a long speech to the council of Hamm.\n"


def credits_of(folder: Path, *lines: str) -> tuple[str | None, str | None, date | None]:
    (folder / "a.txt").write_text("\n\n".join(["Bridge opens", *lines, BODY]), "utf-8")
    article = read(folder / "a.txt")
    return article.author, article.outlet, article.published


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By Helena Strand", "Helena Strand"),
        ("BY HELENA STRAND", "Helena Strand"),
        ("By Helena Strand and Oren van Tass", "Helena Strand, Oren van Tass"),
        ("By Helena Strand, Political Correspondent", "Helena Strand"),
        ("By: Helena Strand | Norhaven", "Helena Strand"),
        ("Story by Helena Strand", "Helena Strand"),
        ("By Friday Anna Keller had left the hall.", None),
        ("By Monday the bridge was closed", None),
        ("Stand By Me", None),
    ],
)
def test_a_byline_names_the_author(line: str, author: str | None, tmp_path: Path) -> None:
    assert credits_of(tmp_path, line)[0] == author


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("MAROVIC, March 3 (Wirefeed) - The bridge is safe, a spokesman said.", "Wirefeed"),
        ("MAROVIC (Wirefeed) — The bridge is safe, a spokesman said.", "Wirefeed"),
        ("MAROVIC, Hamm (AP) -- The bridge is safe, a spokesman said.", "AP"),
        ("The bridge (Old) is safe, a spokesman said.", None),
        ("NATO (the alliance) said that the bridge is safe.", None),
    ],
)
def test_a_dateline_names_the_agency(line: str, outlet: str | None, tmp_path: Path) -> None:
    assert credits_of(tmp_path, line)[1] == outlet


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Published 4 May 2026", date(2026, 5, 4)),
        ("Published: May 4, 2026, 10:15 am", date(2026, 5, 4)),
        ("Monday, May 4th, 2026", date(2026, 5, 4)),
        ("2026-05-04", date(2026, 5, 4)),
        ("MAROVIC, March 3 (Wirefeed) - The bridge is safe, a spokesman said.", None),
        ("The old bridge fell on 3 May 2021.", None),
        ("May 45, 2026", None),
        ("Updated 4 May 2026", None),
    ],
)
def test_a_line_that_does_nothing_else_dates_the_article(line: str, day: date | None, tmp_path: Path) -> None:
    assert credits_of(tmp_path, line)[2] == day


def test_a_dateline_with_its_year_gives_the_day(tmp_path: Path) -> None:
    line = "MAROVIC, March 3, 2025 (Wirefeed) - By Helena Strand"
    assert credits_of(tmp_path, line) == ("Helena Strand", "Wirefeed", date(2025, 3, 3))


def test_the_days_of_a_chronicle_are_those_of_events(tmp_path: Path) -> None:
    days = ("3 May 2005", "12 June 2015", "8 November 2025")
    lines = [line for day in days for line in (day, "The council met, she said.")]
    assert credits_of(tmp_path, *lines)[2] is None
