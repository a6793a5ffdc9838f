"""The claim sheet holds what was found, ready to be filled in."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from claims import sheet
from claims.exporting import Findings
from claims.exporting.columns import COLUMNS
from claims.records import ATTRIBUTION_VERDICTS, TRUTH_VERDICTS
from claims.sheet.claim_columns import CLAIM_COLUMNS
from tests.sheet.tarnholt import CLAIMS, FINDINGS, MAYOR, many, records

REVIEW = [
    "Attribution", "Truth", "Reviewer", "Reviewed on", "Note", "Evidence link", "Right speaker", "Right words",
]  # fmt: skip


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("sheet") / "claims.xlsx"
    report = sheet.write(FINDINGS, target)
    assert (report.path, report.claims, report.altered) == (target, 5, 0)
    return target


@pytest.fixture
def book(path: Path) -> Iterator[Workbook]:
    opened = load_workbook(path)
    yield opened
    opened.close()


def cell_of(page: Worksheet, heading: str, row: int) -> Any:
    column = next(c.column for c in page[1] if c.value == heading)
    return page.cell(row, column)


def test_the_worksheets_are_in_order(book: Workbook) -> None:
    assert book.sheetnames == ["Claims", "Assertions", "Speakers", "Articles", "Summary", "Guide"]


def test_every_column_of_a_claim_has_its_place(book: Workbook) -> None:
    # A person has the article and the speaker by name, and `claims show` says the page.
    for_programs = {"article_id", "speaker_id", "page"}
    assert set(CLAIM_COLUMNS) == {column.name for column in COLUMNS} - for_programs
    headings = [cell.value for cell in book["Claims"][1]]
    assert len(headings) == len(set(headings)) == len(CLAIM_COLUMNS)


def test_a_row_holds_the_claim(book: Workbook) -> None:
    first, fourth, second, third, _ = records(book["Claims"])
    assert first == {
        "Speaker": "Ilse Marwick",
        "Content": "the dam had held for forty years",
        "Confidence": "high",
        "Context": "Mayor Ilse Marwick said the dam had held for forty years.",
        "Outlet": "Radio Vale",
        "Same assertion": "1 of 2",
        "Attribution": "correct",
        "Truth": "mostly true",
        "Reviewer": "Ana",
        "Reviewed on": datetime(2026, 3, 9),
        "Note": "Checked.\nTwice.",
        "Evidence link": "https://e.example/1",
        "Right speaker": None,
        "Right words": None,
        "To be settled": None,
        "Role": "mayor of Tarnholt",
        "Mention": "Mayor Ilse Marwick",
        "Cue": "said",
        "Kind": "indirect",
        "Stance": "neutral",
        "Act": "statement",
        "Probability": 0.9,
        "Of the words": 0.95,
        "Of the speaker": 0.97,
        "Doubts": None,
        "Also in": "The Tarnholt Courier",
        "Article": "The dam gives way",
        "Published": datetime(2026, 3, 2),
        "Link or file": "https://radiovale.example/flood?id=7",
        "Version": 1,
        "Group": "g1",
        "Speaker type": "person",
        "Start": 0,
        "End": 56,
        "Mention at": "0–18",
        "Cue at": "19–23",
        "Content at": "24–56",
        "Claim id": "aaaaaaaaaaaa",
    }
    assert [second[heading] for heading in REVIEW] == [None] * 8
    assert (third["Speaker"], third["Mention"], third["Confidence"]) == ("unknown", None, "low")
    assert (fourth["Link or file"], fourth["Group"]) == ("courier.html", "g1")
    assert (fourth["Same assertion"], fourth["Also in"]) == ("2 of 2", "Radio Vale")


def test_pandas_reads_the_same_values(path: Path, book: Workbook) -> None:
    for name in ("Claims", "Assertions", "Speakers"):
        read = pd.read_excel(path, sheet_name=name, engine="openpyxl").astype(object)
        assert read.where(read.notna(), None).to_dict("records") == records(book[name])


def test_verdicts_are_chosen_from_lists(book: Workbook) -> None:
    page = book["Claims"]
    lists = {v.formula1: v for v in page.data_validations.dataValidation if v.type == "list"}
    assert set(lists) == {f'"{",".join(ATTRIBUTION_VERDICTS)}"', f'"{",".join(TRUTH_VERDICTS)}"'}
    for heading, choices in (("Attribution", ATTRIBUTION_VERDICTS), ("Truth", TRUTH_VERDICTS)):
        check = lists[f'"{",".join(choices)}"']
        assert all(cell_of(page, heading, row).coordinate in check.sqref for row in range(2, 7))
        assert check.showErrorMessage
        assert not check.showDropDown  # in the file format, true hides the arrow


def test_reviewed_on_takes_dates_only(book: Workbook) -> None:
    page = book["Claims"]
    (check,) = (v for v in page.data_validations.dataValidation if v.type == "date")
    assert cell_of(page, "Reviewed on", 6).coordinate in check.sqref


def test_it_is_ready_to_read_and_print(book: Workbook) -> None:
    page = book["Claims"]
    assert page.freeze_panes == "C2"
    assert page.print_title_rows == "$1:$1"
    assert (page.page_setup.orientation, page.page_setup.fitToWidth, page.page_setup.fitToHeight) == (
        "landscape",
        1,
        0,
    )
    assert page.sheet_properties.pageSetUpPr is not None
    assert page.sheet_properties.pageSetUpPr.fitToPage
    for name in ("Claims", "Assertions", "Speakers"):
        (table,) = book[name].tables.values()
        assert table.ref == table.autoFilter.ref == book[name].dimensions
        assert table.column_names == [cell.value for cell in book[name][1]]


def test_text_is_wrapped_and_rows_are_as_high_as_it_needs(tmp_path: Path) -> None:
    long = replace(CLAIMS[0], content=(replace(CLAIMS[0].content[0], text="flooded " * 100),))
    sheet.write(Findings((CLAIMS[1], long)), tmp_path / "long.xlsx")
    page = load_workbook(tmp_path / "long.xlsx")["Claims"]
    assert cell_of(page, "Content", 3).alignment.wrap_text
    least = len("flooded " * 100) * 0.8 / page.column_dimensions["B"].width * 12
    assert page.row_dimensions[2].height < 40
    assert least < page.row_dimensions[3].height <= 409


def test_confidence_has_a_colour_and_its_word(book: Workbook) -> None:
    tags = [cell_of(book["Claims"], "Confidence", row) for row in (2, 4, 5)]
    assert [tag.value for tag in tags] == ["high", "medium", "low"]
    assert len({tag.fill.fgColor.rgb for tag in tags}) == 3


def test_what_people_fill_in_looks_different(book: Workbook) -> None:
    page = book["Claims"]
    yellow = {cell_of(page, heading, 6).fill.fgColor.rgb for heading in REVIEW}
    others = {
        cell.fill.fgColor.rgb
        for heading, cell in zip(page[1], page[6], strict=True)
        if heading.value not in (*REVIEW, "Confidence")
    }
    assert len(yellow) == 1
    assert yellow.isdisjoint(others)
    headers = {page.cell(1, c.column).fill.fgColor.rgb for c in page[1] if c.value in REVIEW}
    assert headers.isdisjoint(c.fill.fgColor.rgb for c in page[1] if c.value not in REVIEW)


def test_only_web_addresses_become_links(tmp_path: Path) -> None:
    addresses = [
        "https://radiovale.example/a?b=1&c=%20#top", "http://radiovale.example", "https://радио.example/вода",
        "javascript:alert(1)", "file:///etc/passwd", "ftp://a.example/x", "//a.example", "https://",
        "https://a b.example", "https://[", "https://a.example/\"x", "https://a.example:port/",
        "https://a.example/" + "x" * 3_000, "notes.txt",
    ]  # fmt: skip
    claims = tuple(replace(CLAIMS[0], article=replace(CLAIMS[0].article, url=url)) for url in addresses)
    sheet.write(Findings(claims), tmp_path / "links.xlsx")
    page = load_workbook(tmp_path / "links.xlsx")["Claims"]
    cells = [cell_of(page, "Link or file", row) for row in range(2, len(addresses) + 2)]
    assert [cell.value for cell in cells] == addresses
    assert [cell.hyperlink.target for cell in cells if cell.hyperlink] == addresses[:3]


def test_an_old_date_is_kept_as_text(tmp_path: Path) -> None:
    old = replace(CLAIMS[0], article=replace(CLAIMS[0].article, published=date(1889, 5, 31)))
    sheet.write(Findings((old,)), tmp_path / "old.xlsx")
    assert cell_of(load_workbook(tmp_path / "old.xlsx")["Claims"], "Published", 2).value == "1889-05-31"


def test_right_to_left_text_is_set_so(tmp_path: Path) -> None:
    claim = replace(CLAIMS[0], speaker=replace(MAYOR, name="«نادية»"))
    sheet.write(Findings((claim,)), tmp_path / "rtl.xlsx")
    page = load_workbook(tmp_path / "rtl.xlsx")["Claims"]
    speaker, content = cell_of(page, "Speaker", 2), cell_of(page, "Content", 2)
    assert (speaker.alignment.readingOrder, speaker.alignment.horizontal) == (2, "right")
    assert (content.alignment.readingOrder, content.alignment.horizontal) == (0, "left")


def test_groups_say_who_carried_it_and_why(book: Workbook) -> None:
    first, second = records(book["Assertions"])
    assert (first["Group"], second["Group"]) == ("g1", "g1")
    assert (first["Outlet"], second["Outlet"]) == ("Radio Vale", "The Tarnholt Courier")
    assert first["Carried by"] == second["Carried by"] == "Radio Vale, The Tarnholt Courier"
    assert (first["Reports"], first["Outlets"]) == (2, 2)
    assert (first["First seen"], first["Last seen"]) == (datetime(2026, 3, 2), datetime(2026, 3, 4))
    assert second["Why joined"] == "same speaker, same words"
    assert second["Wording"] == "The dam had held for forty years"
    assert second["Claim id"] == "dddddddddddd"


def test_speakers_are_counted(book: Workbook) -> None:
    mayor, council, unknown = records(book["Speakers"])
    assert mayor == {
        "Speaker": "Ilse Marwick",
        "Type": "person",
        "Role": "mayor of Tarnholt",
        "Claims": 3,
        "Articles": 2,
        "Mentions": "Mayor Ilse Marwick ×1; She ×1; Marwick ×1",
    }
    assert (council["Speaker"], council["Type"], council["Role"]) == (
        "Tarnholt Town Council",
        "organisation",
        None,
    )
    assert (unknown["Speaker"], unknown["Claims"], unknown["Mentions"]) == ("unknown", 1, None)


def test_the_guide_explains_every_column_choice_and_colour(book: Workbook) -> None:
    terms = [row[0] for row in book["Guide"].iter_rows(values_only=True)]
    headings = [cell.value for cell in book["Claims"][1]]
    assert {*headings, *ATTRIBUTION_VERDICTS, *TRUTH_VERDICTS, "high", "medium", "low"} <= set(terms)
    texts = " ".join(str(row[1]) for row in book["Guide"].iter_rows(values_only=True))
    assert "5 claims from 2 articles" in texts


@pytest.mark.parametrize("findings", [Findings(()), Findings(CLAIMS[:1])])
def test_nothing_found_and_one_claim_give_a_whole_sheet(findings: Findings, tmp_path: Path) -> None:
    sheet.write(findings, tmp_path / "few.xlsx")
    book = load_workbook(tmp_path / "few.xlsx")
    assert book.sheetnames == ["Claims", "Speakers", "Articles", "Summary", "Guide"]
    assert len(records(book["Claims"])) == len(findings.claims)
    assert len(book["Claims"].tables) == len(findings.claims)


def test_a_thousand_claims_are_all_there(tmp_path: Path) -> None:
    sheet.write(many(1_000), tmp_path / "many.xlsx")
    read = pd.read_excel(tmp_path / "many.xlsx", sheet_name="Claims", engine="openpyxl")
    assert read["Claim id"].tolist() == [c.id for c in many(1_000).claims]
