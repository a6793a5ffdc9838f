"""Verdicts come back from a sheet that was filled in, sorted, cut and re-arranged, and nothing else changes."""

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from claims import desk
from claims.errors import ClaimsError
from claims.exporting.current_verdicts import latest_verdicts
from claims.ledger import Ledger
from claims.records import TRUTH_VERDICTS, Verdict
from tests.properties import examples
from tests.sheet.review_desk import (
    ANA,
    DAY,
    FILLED,
    IDS,
    by_id,
    columns,
    edited,
    export,
    fill,
    put,
    row_of,
    tarnholt_ledger,
)
from tests.sheet.tarnholt import CLAIMS, COURIER, VALE

TODAY = datetime.now().astimezone().date()


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with tarnholt_ledger(tmp_path / "tarnholt.db") as opened:
        yield opened


def test_every_verdict_arrives_and_the_sheet_is_not_touched(ledger: Ledger, filled: Path) -> None:
    before = filled.read_bytes()
    found = desk.review(ledger, filled)
    assert by_id(ledger.verdicts()) == by_id(list(FILLED))
    assert [g.verdict for g in found.given] == [g.verdict for g in found.new]
    assert (len(found.new), found.changed, found.unchanged, found.refused) == (3, (), 0, ())
    assert filled.read_bytes() == before
    again = desk.review(ledger, filled)
    assert (again.new, again.changed, again.unchanged) == ((), (), 3)
    assert ledger.verdicts() == list(FILLED)


def test_a_dry_run_tells_the_same_and_stores_nothing(ledger: Ledger, filled: Path) -> None:
    told = desk.review(ledger, filled, dry_run=True)
    assert (ledger.verdicts(), ledger.decisions()) == ([], [])
    assert desk.review(ledger, filled) == told


def test_an_export_carries_the_verdicts_and_brings_nothing_new(
    ledger: Ledger, filled: Path, tmp_path: Path
) -> None:
    desk.review(ledger, filled)
    for name in ("again.xlsx", "again.csv"):
        found = desk.review(ledger, export(ledger, tmp_path / name))
        assert (found.new, found.changed, found.refused, found.unchanged) == ((), (), (), 3)
    assert export(ledger, filled)  # all that the sheet holds is known, so that it may be written over


def test_columns_and_rows_are_found_wherever_they_are(ledger: Ledger, filled: Path, tmp_path: Path) -> None:
    rows = [list(row) for row in load_workbook(filled)["Claims"].iter_rows(values_only=True)]
    random.Random(4).shuffle(
        rows
    )  # the header goes where chance puts it, and what stands above it is not read
    rows.sort(key=lambda row: "Claim id" not in row)
    order = list(range(len(rows[0])))
    random.Random(5).shuffle(order)
    book = Workbook()
    page = book.worksheets[0]
    page.title = "My page"
    page.append(["Checked by the desk in March"])
    page.append([])
    for row in rows:
        page.append(["call back", *(row[at] for at in order), None, 7])
        for cell in page[page.max_row]:
            cell.data_type = "s" if isinstance(cell.value, str) else cell.data_type
        page.append(["", "a note in between"])
    page.delete_rows(4)
    page["A3"], page.cell(3, len(order) + 3).value = "To do", "Priority"
    book.save(tmp_path / "renamed, by Ana.xlsx")
    found = desk.review(ledger, tmp_path / "renamed, by Ana.xlsx")
    assert found.refused == ()
    assert by_id(ledger.verdicts()) == by_id(list(FILLED))


def test_machine_names_do_as_headings_and_columns_may_be_missing(ledger: Ledger, tmp_path: Path) -> None:
    table = pd.DataFrame({"verdict_truth": ["false", "true"], "ID": IDS[:2]})
    table.to_csv(tmp_path / "short.csv", index=False)
    found = desk.review(ledger, tmp_path / "short.csv", reviewer="Dee")
    assert [(g.row, g.verdict.truth) for g in found.new] == [(2, "false"), (3, "true")]
    assert {(v.reviewer, v.decided, v.attribution) for v in ledger.verdicts()} == {("Dee", TODAY, None)}
    ledger.record(replace(ANA, reviewer="Dee", decided=TODAY))
    pd.DataFrame({"id": IDS[:1], "Truth": ["mixed"]}).to_csv(tmp_path / "shorter.csv", index=False)
    [given] = desk.review(ledger, tmp_path / "shorter.csv", reviewer="dee").changed
    assert given.verdict == replace(ANA, reviewer="Dee", decided=TODAY, truth="mixed")


@pytest.mark.parametrize(
    ("value", "truth"),
    [
        ("TRUE", "true"),
        (" Mostly  False ", "mostly false"),
        (True, "true"),
        (False, "false"),
        ("Mixed\u00a0", "mixed"),
    ],
)
def test_words_are_understood_however_a_program_saved_them(
    ledger: Ledger, filled: Path, value: Any, truth: str
) -> None:
    edited(filled, put("Truth", value, row_of(filled, IDS[0])))
    desk.review(ledger, filled)
    assert latest_verdicts(ledger.verdicts())[IDS[0]].truth == truth


@pytest.mark.parametrize(
    "value",
    [
        DAY,
        datetime(2026, 3, 9, 14, 30),
        "2026-03-09",
        " 2026-3-9 ",
        "2026/03/09",
        "2026-03-09 00:00:00",
        "2026-03-09T12:00:00Z",
        "09.03.2026",
        46090,
        46090.5,
        "46090",
        20260309,
    ],
)
def test_days_are_understood_however_a_program_saved_them(ledger: Ledger, filled: Path, value: Any) -> None:
    def change(page: Worksheet) -> None:
        put("Reviewed on", value, row_of(filled, IDS[0]))(page)
        if not isinstance(value, date):
            page.cell(row_of(filled, IDS[0]), columns(page)["Reviewed on"]).number_format = "General"

    desk.review(ledger, edited(filled, change))
    assert latest_verdicts(ledger.verdicts())[IDS[0]].decided == DAY


def refused(ledger: Ledger, path: Path, **options: Any) -> list[str]:
    known = ledger.verdicts()
    found = desk.review(ledger, path, **options)
    assert ledger.verdicts() == known
    assert ledger.decisions() == []
    assert found.refused
    assert not any("\n" in str(refusal) for refusal in found.refused)
    return [str(refusal) for refusal in found.refused]


@pytest.mark.parametrize(
    ("heading", "value", "why"),
    [
        ("Truth", "maybe", '"maybe" is none of: true, mostly true, mixed, mostly false, false, unverifiable'),
        ("Attribution", "yes", '"yes" is none of: correct, wrong speaker, wrong words, not a claim'),
        ("Reviewed on", "last Monday", '"last Monday" is no date: write it as 2026-03-31'),
        ("Reviewed on", "04/03/2026", "may be 2026-03-04 or 2026-04-03: write it as one of these"),
        ("Reviewed on", "2026-02-30", '"2026-02-30" is no date: write it as 2026-03-31'),
        ("Reviewed on", 7, "1900-01-07 lies before the year 2000"),
        ("Reviewed on", "7", '"7" is no date: write it as 2026-03-31'),
        ("Reviewed on", TODAY + timedelta(7), "lies in the future"),
        ("Reviewer", None, "nobody is named: put a name there, or give --reviewer"),
        ("Claim id", "ffffffffffff", 'no claim "ffffffffffff" in the ledger: take the row out'),
        (
            "Claim id",
            "1.23E+11",
            "a program took the claim's id for the number 1.23e+11: copy it again, as text",
        ),
        ("Claim id", None, "a verdict without a claim id: put the id there"),
    ],
)
def test_one_value_that_cannot_be_taken_keeps_all_the_others_out(
    ledger: Ledger, filled: Path, heading: str, value: Any, why: str
) -> None:
    row = row_of(filled, IDS[0])
    edited(filled, put(heading, value, row))
    # openpyxl takes no None in its method for one cell
    if value is None:
        edited(filled, lambda page: setattr(page.cell(row, columns(page)[heading]), "value", None))
    [line] = refused(ledger, filled)
    assert line.startswith(f"row {row}" + ("" if heading == "Claim id" else f", {heading}") + ": ")
    assert why in line


def test_all_that_is_wrong_is_told_at_once(ledger: Ledger, filled: Path) -> None:
    edited(filled, put("Truth", "maybe", row_of(filled, IDS[0])))
    edited(filled, put("Reviewed on", "soon", row_of(filled, IDS[0])))
    edited(filled, put("Truth", "perhaps", row_of(filled, IDS[4])))
    assert len(refused(ledger, filled)) == 3


def test_one_claim_in_two_rows_with_different_verdicts(ledger: Ledger, filled: Path, tmp_path: Path) -> None:
    def double(page: Worksheet) -> None:
        page.append([cell.value for cell in page[row_of(filled, IDS[0])]])

    twice = edited(filled, double, tmp_path / "twice.xlsx")
    last = load_workbook(twice)["Claims"].max_row
    differing = edited(twice, put("Truth", "false", last), tmp_path / "differing.xlsx")
    first = row_of(filled, IDS[0])
    [line] = refused(ledger, differing)
    assert f"claim {IDS[0]} is in rows {first} and {last} with different verdicts" in line
    assert len(desk.review(ledger, twice).new) == 3


def test_the_desks_own_vocabulary_holds_and_words_that_left_it_stay_where_they_were(
    ledger: Ledger, filled: Path
) -> None:
    desk.review(ledger, filled)
    ledger.choose_truths(("holds", "fails"))
    assert desk.review(ledger, filled).unchanged == 3
    edited(filled, put("Note", "Checked a third time.", row_of(filled, IDS[0])))
    assert desk.review(ledger, filled).changed[0].verdict.truth == "true"
    edited(filled, put("Truth", "mixed", row_of(filled, IDS[0])))
    assert '"mixed" is none of: holds, fails' in str(desk.review(ledger, filled).refused[0])


def test_a_changed_verdict_tells_what_changed_and_the_old_one_stays_on_record(
    ledger: Ledger, filled: Path
) -> None:
    desk.review(ledger, filled)
    edited(filled, put("Truth", "mixed", row_of(filled, IDS[0])))
    [change] = desk.review(ledger, filled).changed
    assert change.differences == (("Truth", "true", "mixed"),)
    assert [v.truth for v in ledger.verdicts() if v.claim_id == IDS[0]] == ["true", "mixed"]


def test_an_empty_row_takes_nothing_back(ledger: Ledger, filled: Path, tmp_path: Path) -> None:
    empty = export(ledger, tmp_path / "empty.xlsx")
    desk.review(ledger, filled)
    found = desk.review(ledger, empty)
    assert (found.new, found.changed, found.unchanged) == ((), (), 0)
    edited(empty, put("Reviewer", "Ana"))
    assert desk.review(ledger, empty).new == ()
    assert by_id(ledger.verdicts()) == by_id(list(FILLED))


def test_a_sheet_of_yesterday_does_not_undo_what_was_decided_since(ledger: Ledger, filled: Path) -> None:
    desk.review(ledger, filled)
    ledger.record(replace(ANA, decided=date(2026, 3, 20), truth="false"))
    found = desk.review(ledger, filled)
    assert (found.new, found.changed, found.unchanged) == ((), (), 3)
    assert found.outdated == (row_of(filled, IDS[0]),)
    assert latest_verdicts(ledger.verdicts())[IDS[0]].truth == "false"


def test_two_who_differ_stay_on_record_until_they_agree(ledger: Ledger, filled: Path, tmp_path: Path) -> None:
    desk.review(ledger, filled)
    second = export(ledger, tmp_path / "second.xlsx")
    row = row_of(second, IDS[0])

    def differ(truth: str, day: int) -> Any:
        def change(page: Worksheet) -> None:
            for heading, value in (("Truth", truth), ("Reviewer", "Bo"), ("Reviewed on", date(2026, 3, day))):
                page.cell(row, columns(page)[heading], value)

        return change

    found = desk.review(ledger, edited(second, differ("false", 12)))
    assert (len(found.new), found.disputed) == (1, (IDS[0],))
    third = export(ledger, tmp_path / "third.xlsx")
    page = load_workbook(third)["Claims"]
    state = page.cell(row_of(third, IDS[0]), columns(page)["To be settled"]).value
    assert state == "disputed: Ana, correct, true; Bo, correct, false"
    assert desk.review(ledger, third).new == ()
    found = desk.review(ledger, edited(second, differ("true", 13)))
    assert (len(found.changed), found.disputed) == (1, ())
    assert [v.truth for v in ledger.verdicts() if v.claim_id == IDS[0]] == ["true", "false", "true"]


def test_a_right_speaker_and_right_words_become_decisions_once(
    ledger: Ledger, filled: Path, tmp_path: Path
) -> None:
    def correct(page: Worksheet) -> None:
        put("Attribution", "wrong speaker", row_of(filled, IDS[0]))(page)
        put("Right speaker", "Joren Aldwater", row_of(filled, IDS[0]))(page)

    found = desk.review(ledger, edited(filled, correct))
    expected = {("speaker", IDS[0], "Joren Aldwater", "Ana"), ("words", IDS[1], "nobody was warned", "Bo")}
    for decisions in (found.corrections, ledger.decisions()):
        assert {(d.kind, d.about[0], d.value, d.reviewer) for d in decisions} == expected
    claim = ledger.claim(IDS[0])
    assert claim.speaker_name == "Joren Aldwater"
    assert all(claim.article.text[s.start : s.end] == s.text for s in claim.content)
    assert ledger.claim(IDS[1]).content_text == "that anyone had been warned"
    assert desk.review(ledger, export(ledger, tmp_path / "again.xlsx")).corrections == ()
    desk.undo(ledger, next(d.number for d in ledger.decisions() if d.kind == "speaker"))
    assert ledger.claim(IDS[0]).speaker_name == "Ilse Marwick"
    assert desk.review(ledger, filled).corrections == ()


def test_a_sheet_of_another_ledger(ledger: Ledger, filled: Path, tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "other.db", create=True) as other:
        other.add(COURIER, CLAIMS[3:])
        other.add(VALE, CLAIMS[:3])
        with pytest.raises(ClaimsError, match="sheet of another ledger"):
            desk.review(other, filled)
    pd.DataFrame({"id": ["f" * 12], "Truth": ["true"]}).to_csv(tmp_path / "foreign.csv", index=False)
    with pytest.raises(ClaimsError, match="none of its claims"):
        desk.review(ledger, tmp_path / "foreign.csv", reviewer="Ana")
    assert ledger.verdicts() == []


def test_a_note_longer_than_a_cell_comes_back_whole(ledger: Ledger, tmp_path: Path) -> None:
    long = replace(ANA, note="and then it rained " * 3_000)
    ledger.record(long)
    for name in ("long.xlsx", "long.csv"):
        assert desk.review(ledger, export(ledger, tmp_path / name)).unchanged == 1
    path = edited(tmp_path / "long.xlsx", put("Truth", "false", row_of(tmp_path / "long.xlsx", IDS[0])))
    assert desk.review(ledger, path).changed[0].verdict == replace(long, truth="false")


TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=20).map(str.strip)
VERDICTS = st.lists(
    st.builds(
        Verdict,
        st.sampled_from(IDS),
        st.sampled_from(["Ana", "Bo", "Ælfgifu"]),
        st.dates(date(2020, 1, 1), date(2026, 3, 1)),
        st.sampled_from([None, "correct", "wrong speaker", "wrong words", "not a claim"]),
        st.sampled_from(TRUTH_VERDICTS),
        note=TEXT.map(lambda text: text or None),
    ),
    unique_by=lambda v: v.claim_id,
    max_size=len(IDS),
)


@examples(25, suppress=[HealthCheck.function_scoped_fixture])
@given(
    verdicts=VERDICTS,
    chance=st.randoms(use_true_random=False),
    deleted=st.sets(st.sampled_from(IDS)),
    kind=st.sampled_from(["xlsx", "csv"]),
)
def test_whatever_is_moved_or_deleted_the_rest_arrives(
    ledger: Ledger,
    tmp_path: Path,
    *,
    verdicts: list[Verdict],
    chance: random.Random,
    deleted: set[str],
    kind: str,
) -> None:
    path = tmp_path / "property.xlsx"
    path.unlink(missing_ok=True)
    export(ledger, path)
    edited(path, lambda page: fill(page, verdicts))
    head, *rows = [list(row) for row in load_workbook(path)["Claims"].iter_rows(values_only=True)]
    kept = [row for row in rows if row[head.index("Claim id")] not in deleted]
    chance.shuffle(kept)
    ours = [at for at, heading in enumerate(head) if heading in {"Claim id", *columns_of_reviewers()}]
    order = ours + [at for at in range(len(head)) if at not in ours and chance.random() < 0.7]
    chance.shuffle(order)
    saved = tmp_path / f"moved.{kind}"
    table = pd.DataFrame([[row[at] for at in order] for row in kept], columns=[head[at] for at in order])
    if kind == "csv":
        table.to_csv(saved, index=False)
    else:
        book = Workbook()
        for values in ([head[at] for at in order], *([row[at] for at in order] for row in kept)):
            book.worksheets[0].append(values)
            for cell in book.worksheets[0][book.worksheets[0].max_row]:
                cell.data_type = "s" if isinstance(cell.value, str) else cell.data_type
        book.save(saved)
    expected = [replace(v, version=1) for v in verdicts if v.claim_id not in deleted]
    if not kept:
        return
    found = desk.review(ledger, saved, dry_run=True)
    assert found.refused == ()
    assert by_id([g.verdict for g in found.new]) == by_id(expected)


def columns_of_reviewers() -> set[str]:
    from tests.sheet.review_desk import HEADINGS

    return set(HEADINGS)
