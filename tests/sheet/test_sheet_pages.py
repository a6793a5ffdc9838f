"""The pages beside Claims: conflicts, changes, articles, the summary with its formulas and charts."""

import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock

from claims import sheet
from claims.exporting import Findings
from claims.records import Change, Conflict, Group, Member, Verdict
from claims.sheet.pages.conflicts_page import differing
from claims.sheet.pages.summary_page import by_speaker, by_time
from tests.sheet.tarnholt import CLAIMS, COURIER, FINDINGS, records
from tests.sheet.valley import valley

WHOLE = replace(
    FINDINGS,
    conflicts=(Conflict(CLAIMS[0], CLAIMS[1], "negation"),),
    changes=(
        Change("reworded", CLAIMS[0], CLAIMS[3], "words: dropped “the”"),
        Change("removed", CLAIMS[1], None, "no longer there"),
        Change("added", None, CLAIMS[4], "not there before"),
    ),
)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("pages") / "claims.xlsx"
    sheet.write(WHOLE, target)
    return target


@pytest.fixture
def book(path: Path) -> Iterator[Workbook]:
    opened = load_workbook(path, rich_text=True)
    yield opened
    opened.close()


def set_off(value: object) -> list[str]:
    """The stretches of a rich text that are bold."""
    assert isinstance(value, CellRichText)
    return [run.text for run in value if isinstance(run, TextBlock) and run.font.b]


def test_every_page_is_there_in_its_order(book: Workbook) -> None:
    assert book.sheetnames == [
        "Claims", "Assertions", "Conflicts", "Changes", "Speakers", "Articles", "Summary", "Guide",
    ]  # fmt: skip
    guide = [row[0] for row in book["Guide"].iter_rows(values_only=True)]
    assert set(book.sheetnames) - {"Guide"} <= set(guide)
    assert "Continued" not in guide


def test_header_names_are_unique_on_every_page(book: Workbook) -> None:
    for name in book.sheetnames[:6]:
        headings = [str(cell.value) for cell in book[name][1]]
        assert len({heading.casefold() for heading in headings}) == len(headings)


def test_the_claims_own_words_are_bold_in_their_sentence(book: Workbook) -> None:
    first, *_ = records(book["Claims"])
    assert str(first["Context"]) == "Mayor Ilse Marwick said the dam had held for forty years."
    assert set_off(first["Context"]) == ["the dam had held for forty years"]


def test_the_id_is_hidden_and_machine_columns_are_marked_as_locked(book: Workbook) -> None:
    page = book["Claims"]
    locked = {heading.value: cell.protection.locked for heading, cell in zip(page[1], page[2], strict=True)}
    assert {heading for heading, is_locked in locked.items() if not is_locked} == {
        "Attribution", "Truth", "Reviewer", "Reviewed on", "Note", "Evidence link", "Right speaker", "Right words",
    }  # fmt: skip
    (identity,) = (cell.column_letter for cell in page[1] if cell.value == "Claim id")
    assert page.column_dimensions[identity].hidden
    assert not page.protection.sheet  # Excel does not sort protected pages
    assert book["Summary"].protection.sheet
    assert book["Summary"].protection.password is None


def test_claims_of_one_group_stand_together_in_its_order(tmp_path: Path) -> None:
    group = Group("g", (Member(CLAIMS[4], "the fullest wording"), Member(CLAIMS[1], "same words")))
    sheet.write(Findings(CLAIMS, (group,)), tmp_path / "grouped.xlsx")
    ids = [row["Claim id"][0] for row in records(load_workbook(tmp_path / "grouped.xlsx")["Claims"])]
    assert "".join(ids) == "aebcd"


def test_a_desks_own_verdicts_are_offered_explained_and_counted(tmp_path: Path) -> None:
    verdict = Verdict("aaaaaaaaaaaa", "Ana", date(2026, 3, 9), truth='a "bit" so')
    findings = Findings(CLAIMS, (), (verdict,), truths=("so", 'a "bit" so', "not so"))
    sheet.write(findings, tmp_path / "own.xlsx")
    book = load_workbook(tmp_path / "own.xlsx")
    (check,) = (v for v in book["Claims"].data_validations.dataValidation if v.formula1.startswith('"so'))
    assert check.formula1 == '"so,a ""bit"" so,not so"'
    assert {"so", "not so"} <= {row[0] for row in book["Guide"].iter_rows(values_only=True)}
    values = load_workbook(tmp_path / "own.xlsx", data_only=True)["Summary"]
    counted = {row[0]: row[1] for row in values.iter_rows(values_only=True, max_col=2)}
    assert (counted['truth: a "bit" so'], counted["truth: so"], counted["Truth decided"]) == (1, 0, 1)
    assert "truth: mixed" not in counted


def test_conflicts_stand_side_by_side_with_what_differs_bold(book: Workbook) -> None:
    (row,) = records(book["Conflicts"])
    assert row["What differs"] == "negation"
    assert (row["Speaker, one"], row["Speaker, other"]) == ("Ilse Marwick", "Ilse Marwick")
    assert (row["Outlet, one"], row["Claim id, other"]) == ("Radio Vale", "bbbbbbbbbbbb")
    assert set_off(row["Content, one"]) == ["the dam", "held for forty years"]
    assert set_off(row["Content, other"]) == ["that anyone", "been warned"]


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        ("14 people died", "17 people died", (["14"], ["17"])),
        ("The dam held, he said", "the dam held he said", ([], [])),
        ("the dam held", "the dam had not held well", ([], ["had not", "well"])),
        ("", "all", ([], ["all"])),
    ],
)
def test_differing_words_are_found(one: str, other: str, words: tuple[list[str], list[str]]) -> None:
    first, second = differing(one, other)
    assert ([one[a:b] for a, b in first], [other[a:b] for a, b in second]) == words


def test_changes_show_both_wordings(book: Workbook) -> None:
    reworded, removed, added = records(book["Changes"])
    assert (reworded["Change"], reworded["What changed"]) == ("reworded", "words: dropped “the”")
    assert (removed["New words"], added["Old words"]) == (None, None)
    assert str(added["New words"]) == "Schools stay closed, the council announced."
    assert [row["Severity"] for row in (reworded, removed, added)] == ["substantial"] * 3
    assert (removed["Old version"], removed["New version"]) == (1, None)


def test_articles_are_counted_also_those_without_claims(tmp_path: Path) -> None:
    silent = replace(COURIER, key="silent.txt", path="silent.txt", title="Nothing new")
    sheet.write(replace(FINDINGS, articles=(silent,)), tmp_path / "articles.xlsx")
    rows = records(load_workbook(tmp_path / "articles.xlsx")["Articles"])
    assert [(row["Link or file"], row["Claims"], row["Of low confidence"]) for row in rows] == [
        ("courier.html", 2, 0),
        ("https://radiovale.example/flood?id=7", 3, 1),
        ("silent.txt", 0, 0),
    ]
    assert all(len(row["SHA-256 of the text"]) == 64 for row in rows)


def test_progress_is_computed_by_formulas_whose_values_are_there_at_once(path: Path, book: Workbook) -> None:
    now = load_workbook(path, data_only=True)["Summary"]
    shown = {row[0]: row[1:3] for row in now.iter_rows(values_only=True, max_col=3) if row[0]}
    assert shown["All claims"] == (5, 1)
    assert shown["Attribution decided"] == (1, 0.2)
    assert shown["truth: mostly true"] == (1, 0.2)
    formulas = {row[0]: row[1] for row in book["Summary"].iter_rows(values_only=True, max_col=2) if row[0]}
    assert formulas["Truth decided"] == "=COUNTA(Claims!$H$2:$H$6)"
    assert book["Claims"]["H1"].value == "Truth"


def test_charts_have_titles_and_axes(path: Path) -> None:
    with zipfile.ZipFile(path) as archive:
        charts = [
            ET.fromstring(archive.read(n)) for n in archive.namelist() if n.startswith("xl/charts/chart")
        ]
    space = {"c": "http://schemas.openxmlformats.org/drawingml/2006/chart"}
    titles = set()
    for chart in charts:
        texts = ["".join(t.itertext()) for t in chart.iterfind(".//c:title", space)]
        assert len(texts) == 3
        assert all(texts)
        titles.add(texts[0])
        assert [d.get("val") for d in chart.iterfind(".//c:catAx/c:delete", space)] == ["0"]
        assert [d.get("val") for d in chart.iterfind(".//c:valAx/c:delete", space)] == ["0"]
        # So few claims that an axis names each: no number is there twice.
        assert [d.get("val") for d in chart.iterfind(".//c:valAx/c:majorUnit", space)] == ["1"]
    assert titles == {
        "Verdicts so far", "Claims by confidence", "Claims by speaker", "Claims by week of publication",
    }  # fmt: skip


def test_no_part_reaches_outside_but_for_the_articles_links(path: Path) -> None:
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        relations = [ET.fromstring(archive.read(name)) for name in names if name.endswith(".rels")]
    assert not [name for name in names if "vba" in name.lower() or "external" in name.lower()]
    outside = [r for part in relations for r in part if r.get("TargetMode") == "External"]
    assert {r.get("Target") for r in outside} == {"https://radiovale.example/flood?id=7"}


def test_properties_say_what_it_is(book: Workbook) -> None:
    assert (book.properties.title, book.properties.creator) == ("Claim sheet", "claims")
    assert book.properties.created == datetime(2026, 3, 4)


def test_time_is_counted_in_weeks_else_in_longer_steps() -> None:
    few, unit = by_time(valley(40).claims)
    assert unit == "week"
    assert [step for step, _ in few] == ["2026-W02", "2026-W03", "undated"]
    assert sum(number for _, number in few) == 40
    months, unit = by_time(valley(1_000).claims)
    assert (unit, months[0][0], months[-1][0]) == ("month", "2026-01", "undated")
    years, unit = by_time(valley(10_000).claims)
    assert (unit, years[0][0]) == ("year", "2026")
    assert by_time(()) == ([("undated", 0)], "week")


def test_speakers_beyond_the_tenth_are_taken_together() -> None:
    assert by_speaker(CLAIMS) == [("Ilse Marwick", 3), ("Tarnholt Town Council", 1), ("unknown", 1)]
    many = [
        replace(CLAIMS[0], speaker=replace(CLAIMS[0].speaker, name=f"S{n % 14:02}"))  # type: ignore[type-var]
        for n in range(30)
    ]
    counted = by_speaker(many)
    assert len(counted) == 11
    assert counted[0] == ("S00", 3)
    assert counted[-1] == ("4 others", 8)
    assert by_speaker(many[:11])[-1] == ("S10", 1)
