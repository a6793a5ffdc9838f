import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import Run

WALL = "the old wall by the river broke before the night watch could warn the lower town"
STORIES = {
    "courier.txt": f"“{WALL.capitalize()},” Mara Ellison said.\n\nTomas Quill said that 14 sheep drowned in the mud.",
    "herald.txt": f"“{WALL.capitalize()},” Mara Ellison said.\n\nOur reporter saw nine boats on the market square.",
    "mail.txt": "Tomas Quill said that 41 sheep drowned in the mud.\n\nThe bridge has been closed since noon.",
}


@pytest.fixture
def ledger(claims: Run, tmp_path: Path) -> Path:
    """A ledger with three articles: one assertion in two of them, one figure against another."""
    for name, text in STORIES.items():
        (tmp_path / name).write_text(text, "utf-8")
    path = tmp_path / "claims.db"
    assert claims("add", *(tmp_path / name for name in STORIES), "--ledger", path).code == 0
    return path


def rows(claims: Run, *asked: object) -> list[dict[str, Any]]:
    done = claims("groups", *asked, "--json")
    assert done.code == 0, done.err
    found: list[dict[str, Any]] = json.loads(done.out)
    return found


def test_groups_are_listed_with_who_reports_them_and_how_many_independently(
    claims: Run, ledger: Path
) -> None:
    found = rows(claims, "--ledger", ledger)
    assert len(found) == 2
    assert len({row["group"] for row in found}) == 1
    assert {row["speaker"] for row in found} == {"Mara Ellison"}
    assert all(row["independent_reports"] in (1, 2) for row in found)
    plain = claims("groups", "--ledger", ledger)
    assert found[0]["group"][:8] in plain.out
    assert "2 articles" in plain.out


def test_conflicts_stand_side_by_side(claims: Run, ledger: Path) -> None:
    (conflict,) = rows(claims, "--conflicts", "--ledger", ledger)
    assert "14" in conflict["differs"]
    assert "41" in conflict["differs"]
    assert {conflict["first_speaker"], conflict["second_speaker"]} == {"Tomas Quill"}
    table = claims("groups", "--conflicts", "--ledger", ledger)
    assert "14 sheep" in table.out
    assert "41 sheep" in table.out


def test_a_split_holds_through_later_merging_until_it_is_undone(
    claims: Run, ledger: Path, tmp_path: Path
) -> None:
    first, second = rows(claims, "--ledger", ledger)
    done = claims(
        "groups",
        "split",
        first["group"][:6].upper(),
        second["claim"],
        "--reviewer",
        "Ana",
        "--ledger",
        ledger,
    )
    assert done.code == 0, done.err
    assert "decision 1" in done.out
    assert rows(claims, "--ledger", ledger) == []
    (tmp_path / "late.txt").write_text("Mara Ellison said that it had rained for a week.", "utf-8")
    claims("add", tmp_path / "late.txt", "--ledger", ledger)
    assert rows(claims, "--ledger", ledger) == []
    assert claims("undo", "1", "--ledger", ledger).code == 0
    assert {row["claim"] for row in rows(claims, "--ledger", ledger)} == {first["claim"], second["claim"]}


def test_claims_that_are_joined_are_a_group_and_say_why(claims: Run, ledger: Path) -> None:
    (conflict,) = rows(claims, "--conflicts", "--ledger", ledger)
    one, other = conflict["first_claim"], conflict["second_claim"]
    assert claims("groups", "join", one[:8], other, "--ledger", ledger).code == 0
    joined = [row for row in rows(claims, "--ledger", ledger) if row["claim"] in (one, other)]
    assert len({row["group"] for row in joined}) == 1
    assert any("decision 1" in str(row) for row in joined)


@pytest.mark.parametrize("asked", [("join", "0000", "0001"), ("split", "0000", "0001")])
def test_what_is_not_there_is_one_line(claims: Run, ledger: Path, asked: tuple[str, ...]) -> None:
    done = claims("groups", *asked, "--ledger", ledger)
    assert done.code != 0
    assert done.err.count("\n") == 1
    assert "Traceback" not in done.err


def test_the_first_of_many_groups_speakers_and_conflicts_are_those_that_a_whole_list_begins_with(
    claims: Run, ledger: Path
) -> None:
    for command in (["groups"], ["groups", "--conflicts"], ["speakers"]):
        every, first = (
            json.loads(claims(*command, *limit, "--ledger", ledger, "--json").out)
            for limit in ([], ["--limit", "1"])
        )
        number = next((key for key in ("group", "id") if key in every[0]), None)
        one = [row for row in every if number and row[number] == every[0][number]] or every[:1]
        assert first == one
    told = claims("speakers", "--limit", "1", "--ledger", ledger).out
    assert "Mara Ellison" in told
    assert "Tomas Quill" not in told


BRIDGE = {
    "courier.txt": """Mayor Idra Vellmoor said that the harbour bridge would stay closed until the spring.

Ferries run twice an hour while the beams are mended, and shops on the quay miss their customers. The council votes on
new rates in May. Lorries go round by the old mill road, where a hedge was cut back so that buses can pass.""",
    "mail.txt": """A choir from the valley opened the concert hall, and the organ was played for the first time since
the flood.

Mayor Idra Vellmoor said the bridge at the harbour would be shut to lorries until next spring at least.

The night bus stops at the hall from now on, and a bakery has moved into its cellar.""",
    "post.txt": """Nine teachers were given prizes at the school in Lower Ostermere. Pupils had written the speeches.

Mayor Idra Vellmoor said that repairs to the bridge were expected to take until spring.

A new gymnasium is to be built beside the orchard next year.""",
}


def test_what_may_be_one_assertion_is_listed_until_the_desk_settles_it(claims: Run, tmp_path: Path) -> None:
    for name, text in BRIDGE.items():
        (tmp_path / name).write_text(text, "utf-8")
    ledger = tmp_path / "bridge.db"
    assert claims("add", *(tmp_path / name for name in BRIDGE), "--ledger", ledger).code == 0
    grouped = {row["claim"] for row in rows(claims, "--ledger", ledger)}
    (found,) = rows(claims, "doubtful", "--ledger", ledger)
    one, other = found["first_claim"], found["second_claim"]
    assert len({one, other} & grouped) == 1, (
        "a group and a claim outside it, once for all of the group's claims"
    )
    assert 0 < found["probability"] < 0.5
    assert "of the words shared" in found["reason"]
    assert "repairs to the bridge" in claims("groups", "doubtful", "--ledger", ledger).out
    assert claims("groups", "doubtful", "--limit", "0", "--ledger", ledger).code != 0

    assert claims("groups", "different", one[:8], other, "--ledger", ledger).code == 0
    assert rows(claims, "doubtful", "--ledger", ledger) == []
    assert {row["claim"] for row in rows(claims, "--ledger", ledger)} == grouped
    claims("undo", "1", "--ledger", ledger)
    assert rows(claims, "doubtful", "--ledger", ledger) == [found]

    assert claims("groups", "join", one, other, "--ledger", ledger).code == 0
    assert rows(claims, "doubtful", "--ledger", ledger) == []
    assert {row["claim"] for row in rows(claims, "--ledger", ledger)} == {*grouped, one, other}
