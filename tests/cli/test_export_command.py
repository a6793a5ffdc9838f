"""``claims export``: the filters of search, the desk's own verdicts, and what is said about altered cells."""

import csv
import io
import json
import shutil
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock

from tests.cli.running import Run

FORMATS = ["xlsx", "csv", "jsonl", "parquet", "jsonld", "annotations.json"]


@pytest.fixture
def own(desk: Path, tmp_path: Path) -> Path:
    """A copy of the samples' ledger, to be changed."""
    return Path(shutil.copy(desk, tmp_path / "own.db"))


def rows(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig"), newline="")))


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_says_where_it_went_and_is_the_same_each_time(
    claims: Run, desk: Path, tmp_path: Path, name: str
) -> None:
    if name == "parquet":
        pytest.importorskip("pyarrow")
    first, second = tmp_path / f"a.{name}", tmp_path / f"b.{name}"
    assert f"{first}: " in claims("export", first, "--ledger", desk).out.replace("\n", "")
    claims("export", second, "--ledger", desk)
    assert first.read_bytes() == second.read_bytes()


@pytest.mark.parametrize(
    "filters",
    [
        ["--speaker", "khafaji"],
        ["border"],
        ["--kind", "direct"],
        ["--outlet", "gazette", "--confidence", "high"],
        ["--since", "2026-03-15", "--limit", "2"],
    ],
)
def test_the_filters_are_those_of_search(claims: Run, desk: Path, tmp_path: Path, filters: list[str]) -> None:
    claims("export", tmp_path / "some.csv", *filters, "--ledger", desk)
    found = json.loads(claims("search", *filters, "--json", "--ledger", desk).out)
    assert found
    assert [row["id"] for row in rows(tmp_path / "some.csv")] == [claim["id"] for claim in found]


def test_the_sheet_shows_groups_and_what_changed_between_versions(
    claims: Run, desk: Path, tmp_path: Path
) -> None:
    claims("export", tmp_path / "all.xlsx", "--ledger", desk)
    book = load_workbook(tmp_path / "all.xlsx")
    assert book.sheetnames[0] == "Claims"
    assert {"Assertions", "Changes", "Speakers", "Articles", "Summary", "Guide"} <= set(book.sheetnames)
    changes = {(row[0], row[3] or row[5]) for row in book["Changes"].iter_rows(2, values_only=True)}
    assert ("removed", "Pell Okonwick") in changes
    claims("export", tmp_path / "some.xlsx", "--speaker", "tueller", "--ledger", desk)
    assert not {"Assertions", "Changes"} & set(load_workbook(tmp_path / "some.xlsx").sheetnames)


def test_changes_say_how_severe_they_are_and_set_off_the_words(
    claims: Run, desk: Path, tmp_path: Path
) -> None:
    claims("export", tmp_path / "all.xlsx", "--ledger", desk)
    page = load_workbook(tmp_path / "all.xlsx", rich_text=True)["Changes"]
    headings, *listed = page.iter_rows(values_only=True)
    changes = {row[0]: dict(zip(headings, row, strict=True)) for row in listed}
    assert {row["Severity"] for row in changes.values()} == {"substantial"}
    both = {kind: row for kind, row in changes.items() if kind != "removed"}
    words = {kind: (bold(row["Old words"]), bold(row["New words"])) for kind, row in both.items()}
    assert words["figure"] == (["14"], ["17"])
    assert words["stance"] == (["said"], ["claimed"])
    assert words["reattributed"] == (["Tarrander"], ["Vellmoor"])
    assert "Joss Tarrander, the harbour master, claimed" in str(changes["stance"]["New words"])


def bold(value: object) -> list[str]:
    assert isinstance(value, CellRichText)
    return [run.text for run in value if isinstance(run, TextBlock) and run.font.b]


def test_articles_without_claims_are_listed_with_all_claims_only(
    claims: Run, own: Path, tmp_path: Path
) -> None:
    (tmp_path / "silent.txt").write_text("Rain in the hills\n\nIt rained in the hills all night.\n", "utf-8")
    claims("add", tmp_path / "silent.txt", "--ledger", own)
    claims("export", tmp_path / "all.xlsx", "--ledger", own)
    rows_ = list(load_workbook(tmp_path / "all.xlsx")["Articles"].iter_rows(2, values_only=True))
    assert [row[4] for row in rows_ if "silent.txt" in str(row[7])] == [0]
    assert len(rows_) == 4
    claims("export", tmp_path / "some.xlsx", "--outlet", "gazette", "--ledger", own)
    assert load_workbook(tmp_path / "some.xlsx")["Articles"].max_row == 2


def test_the_ledger_keeps_the_desks_own_verdicts(claims: Run, own: Path, tmp_path: Path) -> None:
    claims("export", tmp_path / "one.xlsx", "--truth", "holds,  fails ,open", "--ledger", own)
    claims("export", tmp_path / "two.xlsx", "--ledger", own)
    for name in ("one.xlsx", "two.xlsx"):
        checks = load_workbook(tmp_path / name)["Claims"].data_validations.dataValidation
        assert '"holds,fails,open"' in {check.formula1 for check in checks}


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        ("true", "two verdicts or more"),
        ("true,,false", "two verdicts or more"),
        ("True,true", "there twice"),
        (",".join(f"verdict number {n}" for n in range(30)), "drop-down list"),
    ],
)
def test_verdicts_that_cannot_be_offered_are_refused(
    claims: Run, own: Path, tmp_path: Path, words: str, problem: str
) -> None:
    done = claims("export", tmp_path / "a.xlsx", "--truth", words, "--ledger", own)
    assert done.code == 2
    assert problem in done.err
    assert not (tmp_path / "a.xlsx").exists()


def test_what_had_to_be_altered_is_counted_and_said(claims: Run, tmp_path: Path) -> None:
    ledger, article = tmp_path / "odd.db", tmp_path / "odd.md"
    article.write_text(
        "# =Odd news\n\nThe dam held for forty years, the mayor Ilse Marwick said on Monday.\n", "utf-8"
    )
    claims("add", article, "--ledger", ledger)
    done = claims("export", tmp_path / "odd.csv", "--ledger", ledger)
    assert "cells altered: " in done.err
    assert "with an apostrophe before what a spreadsheet might run as a formula" in " ".join(done.err.split())
    assert "altered" not in claims("export", tmp_path / "odd.xlsx", "--ledger", ledger).err


def test_a_dash_is_the_standard_output(claims: Run, desk: Path) -> None:
    found = [claim["id"] for claim in json.loads(claims("search", "--json", "--ledger", desk).out)]
    done = claims("export", "-", "--ledger", desk)
    assert sorted(json.loads(line)["id"] for line in done.out.splitlines()) == sorted(found)
    assert done.err == "24 claims\n"
    table = claims("export", "-", "--format", "csv", "--speaker", "khafaji", "--ledger", desk)
    assert {row["speaker"] for row in csv.DictReader(io.StringIO(table.out.lstrip("\ufeff")))} == {
        "Tahsin al-Khafaji"
    }


@pytest.mark.parametrize(
    ("file", "form", "said"),
    [
        ("-", "exe", "--format exe: there is no such format: take one of xlsx, csv, jsonl"),
        ("a.csv", "csv", '--format is for the standard output, "-": what a.csv becomes, its ending says'),
    ],
)
def test_a_format_that_does_not_fit_is_refused(
    claims: Run, desk: Path, file: str, form: str, said: str
) -> None:
    done = claims("export", file, "--format", form, "--ledger", desk)
    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert not Path("a.csv").exists()
