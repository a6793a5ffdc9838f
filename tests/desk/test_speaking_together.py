"""Who say something together: each is found, followed, decided upon and exported with it, as a user would ask."""

import csv
from pathlib import Path

import pytest
from openpyxl import load_workbook

from claims import desk
from claims.ledger import Ledger

STORIES = (
    ("The Courier", "2031-05-02",
     "The bridge at Tarnholt will stay closed. Mayor Anna Keller and fire chief Berta Lang said that the bridge would "
     "be closed until June.\n\nKeller said that 14 houses were under water."),
    ("Vale Radio", "2031-05-03",
     "Anna Keller, the mayor of Tarnholt, said that the bridge would be closed until June.\n\nBerta Lang and the "
     "Harrowmere Safety Board said on Monday that nobody had been hurt in the flood."),
    ("Herald", "2031-05-09", "Berta Lang, the fire chief, said that the bridge would not be closed until June."),
)  # fmt: skip
BRIDGE, HURT = "that the bridge would be closed until June", "that nobody had been hurt in the flood"


@pytest.fixture(scope="module")
def stocked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("together")
    for number, (outlet, day, text) in enumerate(STORIES):
        front = f"---\ntitle: Flood {number}\noutlet: {outlet}\ndate: {day}\n---\n\n"
        (folder / f"{number}.md").write_text(front + text + "\n", "utf-8")
    with Ledger.open(folder / "claims.db", create=True) as ledger:
        desk.add(ledger, *sorted(folder.glob("*.md")))
    return folder / "claims.db"


def test_each_is_listed_once_across_articles_with_the_role_of_their_own(ledger: Ledger) -> None:
    assert {(s.speaker.name, s.speaker.role, s.claims, s.articles) for s in ledger.speakers()} == {
        ("Anna Keller", "mayor of Tarnholt", 3, 2),
        ("Berta Lang", "fire chief", 3, 3),
        ("Harrowmere Safety Board", None, 1, 1),
    }


@pytest.mark.parametrize(
    ("asked", "number"), [("Keller", 3), ("lang", 3), ("safety board", 1), ("Anna Keller; Berta Lang", 5)]
)
def test_a_search_by_any_of_them_finds_what_they_say_together(
    ledger: Ledger, asked: str, number: int
) -> None:
    assert len(desk.search(ledger, speaker=asked)) == number


def test_the_dossier_of_one_has_what_is_said_with_others_and_contradicts_it(ledger: Ledger) -> None:
    found = desk.dossier(ledger, "Berta Lang")
    assert {BRIDGE, HURT} <= {c.content_text for c in found.claims}
    against = {
        (c.kind, c.conflict.first.speaker_name, c.conflict.second.speaker_name) for c in found.contrasts
    }
    assert ("contradiction", "Anna Keller; Berta Lang", "Berta Lang") in against


def test_a_joint_statement_and_one_speaker_s_report_of_it_are_one_assertion(ledger: Ledger) -> None:
    (group,) = ledger.groups()
    assert {(c.speaker_name, c.content_text) for c in group.claims} == {
        ("Anna Keller; Berta Lang", BRIDGE),
        ("Anna Keller", BRIDGE),
    }


def test_every_export_names_them_in_one_cell_and_counts_each(ledger: Ledger, tmp_path: Path) -> None:
    desk.export(ledger.claims(), tmp_path / "sheet.xlsx")
    book = load_workbook(tmp_path / "sheet.xlsx")
    assert "Anna Keller; Berta Lang" in {row[0] for row in book["Claims"].iter_rows(values_only=True)}
    counted = {row[0]: row[3] for row in book["Speakers"].iter_rows(values_only=True)}
    assert counted == {"Speaker": "Claims", "Anna Keller": 3, "Berta Lang": 3, "Harrowmere Safety Board": 1}
    desk.export(ledger.claims(), tmp_path / "claims.csv")
    with (tmp_path / "claims.csv").open(encoding="utf-8-sig", newline="") as file:
        (row,) = (row for row in csv.DictReader(file) if row["content"] == HURT)
    ids = {s.speaker.name: s.id for s in ledger.speakers()}
    assert (row["speaker"], row["speaker_type"], row["role"], row["speaker_id"]) == (
        "Berta Lang; Harrowmere Safety Board",
        "person; organisation",
        "fire chief; –",
        f"{ids['Berta Lang']}; {ids['Harrowmere Safety Board']}",
    )


def test_the_page_filters_by_each_of_them(ledger: Ledger, tmp_path: Path) -> None:
    desk.export(ledger.claims(), tmp_path / "page.html")
    page = (tmp_path / "page.html").read_text("utf-8")
    assert 'data-sign="AK+BL"' in page
    assert 'data-speaker="0 1"' in page
    assert "by 3 speakers in 3 articles" in page


def test_a_verdict_may_name_several_and_is_undone_with_them(ledger: Ledger) -> None:
    (claim,) = desk.search(ledger, "nobody had been hurt")
    desk.give_verdict(
        ledger,
        claim.id,
        attribution="wrong speaker",
        corrected_speaker="Carla Moss;Berta Lang",
        reviewer="Ana",
    )
    assert [s.name for s in ledger.claim(claim.id).speakers] == ["Carla Moss", "Berta Lang"]
    assert [c.id for c in desk.search(ledger, speaker="Moss")] == [claim.id]
    assert {s.speaker.name for s in ledger.speakers()} == {"Anna Keller", "Berta Lang", "Carla Moss"}
    desk.take_back(ledger, claim.id, reviewer="Ana")
    assert ledger.claim(claim.id).speaker_name == "Berta Lang; Harrowmere Safety Board"


def test_decisions_about_one_reach_what_is_said_with_others(ledger: Ledger) -> None:
    made, _ = desk.name_or_role(ledger, "rename", "Berta Lang", "Berta Lang-Moss")
    assert {c.speaker_name for c in desk.search(ledger, "nobody")} == {
        "Berta Lang-Moss; Harrowmere Safety Board"
    }
    desk.undo(ledger, made.number)
    desk.same_or_different(ledger, "same", "Anna Keller", "Berta Lang")
    assert all(len(c.speakers) == 1 for c in desk.search(ledger, "bridge"))
    assert [(s.claims, s.articles) for s in desk.find_speakers(ledger, "Keller")] == [(5, 3)]
