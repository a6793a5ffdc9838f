import csv
import io
import json
from pathlib import Path

import pytest

import claims as package
from tests.cli.running import Run, loaded_by

COMMANDS = ["add", "extract", "search", "show", "speakers", "groups", "diff", "export"]


def speakers_of(out: str) -> set[str]:
    return {claim["speaker"] for claim in json.loads(out)}


def test_help_starts_without_the_heavy_libraries() -> None:
    printed, modules = loaded_by("--help")
    assert not modules & {"pandas", "openpyxl", "onnxruntime", "sqlalchemy", "numpy", "trafilatura"}
    assert all(command in printed for command in COMMANDS)


def test_a_search_for_words_starts_without_what_other_commands_need(desk: Path) -> None:
    printed, modules = loaded_by("search", "inspection", "--ledger", str(desk))
    assert "inspection" in printed
    other = {"pandas", "numpy", "onnxruntime", "rapidfuzz", "psycopg", "sqlalchemy.dialects.postgresql"}
    assert not modules & {*other, "claims.cli.add", "claims.cli.show"}


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself_and_is_in_the_readme(claims: Run, command: str) -> None:
    done = claims(command, "--help")
    assert done.code == 0
    assert f"claims {command}" in Path("README.md").read_text("utf-8")
    assert done.out.count("\n") > 8


def test_adding_the_samples_gives_a_line_an_article_and_a_second_time_adds_nothing(
    claims: Run, tmp_path: Path
) -> None:
    ledger = tmp_path / "claims.db"
    first = claims("add", "seeds", "--ledger", ledger)
    assert first.code == 0
    assert "us-iraqi-cooperation.txt  11 claims" in first.out
    assert "ostermere-courier-2.md" in first.out
    assert "(version 2)" in first.out
    second = claims("add", "seeds", "--ledger", ledger)
    assert second.out.count("already in the ledger") == 4
    assert "0 articles added" in second.out
    assert (
        claims("search", "--json", "--ledger", ledger).out
        == claims("search", "--json", "--ledger", ledger).out
    )


@pytest.mark.parametrize(
    ("asked", "found", "count"),
    [
        ("tueller", "Matthew Tueller", 4),
        ("Matthew Tueler", "Matthew Tueller", 4),
        ("the ambassador", "Matthew Tueller", 4),
        ("khafaji", "Tahsin al-Khafaji", 3),
        ("Al Khafaji", "Tahsin al-Khafaji", 3),
        ("AL-KHAFAJI", "Tahsin al-Khafaji", 3),
        ("azzawi", "Abdul-Khaleq al-Azzawi", 1),
    ],
)
def test_a_speaker_is_found_in_any_spelling(
    claims: Run, desk: Path, asked: str, found: str, count: int
) -> None:
    done = claims("search", "--speaker", asked, "--json", "--ledger", desk)
    assert speakers_of(done.out) == {found}
    assert len(json.loads(done.out)) == count
    assert f"1 speaker matches '{asked}': {found}" in done.err


def test_a_speaker_who_is_not_there_is_said_so(claims: Run, desk: Path) -> None:
    done = claims("search", "--speaker", "Quillfeather", "--json", "--ledger", desk)
    assert (done.code, json.loads(done.out)) == (0, [])
    assert "no speaker matches 'Quillfeather'" in done.err


def test_search_filters_can_be_combined(claims: Run, desk: Path) -> None:
    def ids(*options: str) -> set[str]:
        return {c["id"] for c in json.loads(claims("search", *options, "--json", "--ledger", desk).out)}

    everything = ids()
    assert ids("--kind", "direct") | ids("--kind", "indirect") | ids("--kind", "mixed") == everything
    assert set() < ids("--outlet", "northshore gazette") == ids("--outlet", "GAZETTE") < everything
    assert ids("--since", "2026-03-15") == ids("--outlet", "The Ostermere Courier")
    assert len(ids("border")) >= 3
    assert len(ids("border", "--speaker", "khafaji")) == 2
    assert ids('"Peshmerga forces"') < ids("forces")
    assert ids('"); DROP TABLE claims; --') == set()
    assert len(ids("--limit", "2")) == 2


def test_a_listing_is_a_table_csv_or_json(claims: Run, desk: Path) -> None:
    for command in (["search"], ["speakers"], ["groups"], ["extract", "seeds/ostermere-courier-1.md"]):
        where = [] if command[0] == "extract" else ["--ledger", desk]
        records = json.loads(claims(*command, "--json", *where).out)
        rows = list(csv.DictReader(io.StringIO(claims(*command, "--csv", *where).out)))
        assert len(rows) == len(records) > 0
        assert list(rows[0]) == list(records[0])
        assert records[0]["speaker"] in claims(*command, *where).out


def test_show_marks_mention_cue_and_content_in_the_paragraph(claims: Run, desk: Path) -> None:
    [claim] = json.loads(claims("search", "--speaker", "azzawi", "--json", "--ledger", desk).out)
    done = claims("show", claim["id"][:6], "--ledger", desk)
    flat = " ".join(done.out.split())
    assert "[mention: Abdul-Khaleq al-Azzawi, a member of the Iraqi Parliament’s Security Committee]" in flat
    assert "[cue: confirmed] [content: that there have been nine villages" in flat
    assert claim["id"] in done.out
    assert json.loads(claims("show", claim["id"], "--json", "--ledger", desk).out)[0]["id"] == claim["id"]


def test_groups_join_the_trimmed_quotation_and_keep_the_two_figures_apart(claims: Run, desk: Path) -> None:
    members = json.loads(claims("groups", "--json", "--ledger", desk).out)
    by_group: dict[str, list[str]] = {}
    for member in members:
        by_group.setdefault(member["group"], []).append(member["content"])
    together = [wordings for wordings in by_group.values() if any("Nobody inside" in w for w in wordings)]
    assert len(together) == 1
    assert any("nobody inside could have put that fire out with the equipment" in w for w in together[0])
    assert not any("taken to hospital" in member["content"] for member in members)
    assert all(member["reason"] for member in members)


def test_diff_lists_exactly_what_changed_between_the_two_versions(claims: Run) -> None:
    done = claims("diff", "seeds/ostermere-courier-1.md", "seeds/ostermere-courier-2.md", "--json")
    assert {(c["change"], c["speaker"]) for c in json.loads(done.out)} == {
        ("figure", "Idra Vellmoor"),
        ("stance", "Joss Tarrander"),
        ("removed", "Pell Okonwick"),
        ("reattributed", "Idra Vellmoor"),
    }
    assert len(json.loads(done.out)) == 4
    same = claims("diff", "seeds/ostermere-courier-1.md", "seeds/ostermere-courier-1.md")
    assert "no claim changed" in same.err


def test_exports_agree_and_are_the_same_each_time(claims: Run, desk: Path, tmp_path: Path) -> None:
    for name in ("sheet.xlsx", "sheet.csv", "sheet.jsonl"):
        first, second = tmp_path / name, tmp_path / f"again-{name}"
        assert claims("export", first, "--ledger", desk).code == 0
        assert claims("export", second, "--ledger", desk).code == 0
        assert first.read_bytes() == second.read_bytes()
    lines = (tmp_path / "sheet.jsonl").read_text("utf-8").splitlines()
    rows = list(csv.DictReader(io.StringIO((tmp_path / "sheet.csv").read_text("utf-8-sig"))))
    assert [json.loads(line)["id"] for line in lines] == [row["id"] for row in rows]


def test_the_same_from_python() -> None:
    found = package.extract(package.read("seeds/us-iraqi-cooperation.txt"))
    table = package.frame(found)
    assert list(table["id"]) == [claim.id for claim in found]
    assert package.diff(found, found) == []
    assert package.merge(found) == []
