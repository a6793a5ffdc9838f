"""Versions, assertions, speakers and searches of the kinds that users file reports on, by the commands."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import Run
from tests.reports.expectations import Case, cases, table

ONE_SIDE, OTHER_SIDE = "Report from the north\n\n{}\n", "News of the day\n\n{}\n"


def printed(claims: Run, *command: object) -> list[dict[str, Any]]:
    done = claims(*command, "--json")
    assert (done.code, "Traceback" in done.err) == (0, False), done.err
    rows: list[dict[str, Any]] = json.loads(done.out)
    return rows


def added(claims: Run, folder: Path, *texts: str) -> Path:
    """A ledger with some articles."""
    files = []
    for n, text in enumerate(texts, 1):
        file = folder / f"{n}.txt"
        file.write_text(text, "utf-8")
        files.append(file)
    ledger = folder / "claims.db"
    assert claims("add", *files, "--ledger", ledger).code == 0
    return ledger


@pytest.mark.parametrize("case", cases("versions"))
def test_versions(case: Case, claims: Run, tmp_path: Path) -> None:
    old = new = table("versions")["texts"][case["text"]]
    for words, others in case.get("replace", ()):
        assert words in new
        new = new.replace(words, others)
    if "moved" in case:
        paragraphs = new.split("\n\n")
        paragraphs.insert(case["moved"][1], paragraphs.pop(case["moved"][0]).strip())
        new = "\n\n".join(paragraphs)
    new += "\n" + case.get("added", "")
    for name, text in (("old.txt", old), ("new.txt", new)):
        (tmp_path / name).write_bytes(text.encode())
    done = claims("diff", tmp_path / "old.txt", tmp_path / "new.txt", "--json")
    changes = [(change["change"], change["severity"]) for change in json.loads(done.out)]
    assert len(changes) == len(case["changes"]), changes
    for change, wanted in zip(changes, case["changes"], strict=True):
        assert all(re.fullmatch(w, c) for w, c in zip(wanted, change, strict=True)), changes
    assert re.search(case.get("note", ""), done.err)


@pytest.mark.parametrize("case", cases("groups"))
def test_groups(case: Case, claims: Run, tmp_path: Path) -> None:
    one, other = case["texts"]
    ledger = added(claims, tmp_path, ONE_SIDE.format(one), OTHER_SIDE.format(other))
    assert len(printed(claims, "search", "--ledger", ledger)) == 2
    grouped = printed(claims, "groups", "--ledger", ledger)
    assert len(grouped) == (2 if case["same"] else 0), grouped
    conflicts = printed(claims, "groups", "--conflicts", "--ledger", ledger)
    if case.get("conflict", case["same"]) is not None:
        assert bool(conflicts) == case.get("conflict", False) or (not case["same"] and "conflict" not in case)


@pytest.mark.parametrize("case", cases("speakers"))
def test_speakers(case: Case, claims: Run, tmp_path: Path) -> None:
    texts = [f"Headline number {n}\n\n{text}\n" for n, text in enumerate(case["texts"], 1)]
    ledger = added(claims, tmp_path, *texts)
    found = printed(claims, "speakers", "--ledger", ledger)
    assert sum(speaker["claims"] for speaker in found) == 2
    doubted = case.get("doubted") == len(found) and any(speaker["doubts"] for speaker in found)
    assert len(found) == case["speakers"] or doubted, [speaker["speaker"] for speaker in found]


SIGNS = (
    "Bridge\n\nMayor Anna Keller said the zero-emission bridge isn't safe for C++ users.\n\n"
    "Bob Ames said CO2 fell 3.5%.\n"
)


@pytest.mark.parametrize(
    ("words", "least"),
    [
        ("zero-emission", 1), ("isn't", 1), ("C++", 1), ("3.5%", 1), ('"unbalanced', 0), ("NEAR(a b)", 0), ("*", 0),
        ("AND", 0), ("a:b", 0), ("(", 0),
        # ours
        ("isn’t", 1), ("CO2", 1), ("fell 3.5", 1), ("zero emission", 1), ("bridge)", 1), ("-", 0), ("'", 0), ("NOT", 0),
        ("bridge AND", 0), ("content:bridge", 0), ("^bridge", 0), ("{bridge", 0), ("%", 0), ("\\", 0), ('""', 0),
    ],
)  # fmt: skip
def test_words_with_signs_are_searched(words: str, least: int, claims: Run, signs: Path) -> None:
    found = printed(claims, "search", words, "--ledger", signs) if words[0] != "-" else []
    assert len(found) >= least
    assert claims("search", "--ledger", signs, "--json", "--", words).code == 0


@pytest.fixture(scope="module")
def signs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from claims import desk
    from claims.ledger import Ledger

    folder = tmp_path_factory.mktemp("signs")
    (folder / "a.txt").write_text(SIGNS, "utf-8")
    with Ledger.open(folder / "claims.db", create=True) as ledger:
        desk.add(ledger, str(folder / "a.txt"))
    return folder / "claims.db"


@pytest.mark.parametrize(
    ("name", "asked"),
    [
        ("Vladimir Petrov", "Wladimir Petrow"),
        ("Sergei Vasiliev", "Sergey Vasilyev"),
        ("Mohammed al-Rashid", "Muhammad Al Rashid"),
        ("Zoë Müller", "Zoe Mueller"),
        ("José Pinto", "Jose Pinto"),
        ("Catherine Hart", "Katherine Hart"),
        ("Yusuf Kaya", "Yousef Kaya"),
    ],
)
def test_a_speaker_is_found_in_another_spelling(name: str, asked: str, claims: Run, tmp_path: Path) -> None:
    ledger = added(claims, tmp_path, f"Mill\n\n{name} said the mill was sold.\n")
    assert [row["speaker"] for row in printed(claims, "search", "--speaker", asked, "--ledger", ledger)] == [
        name
    ]


@pytest.mark.parametrize(
    "line",
    ["Photo: Carl Dorn", "By Eva Lind", "‘We are ready’", "4 May 2026, 10:30", "Picture: Max Orr/Herald"],
)
def test_a_claim_behind_a_new_short_line_is_found_in_the_later_version(
    line: str, claims: Run, tmp_path: Path
) -> None:
    story = tmp_path / "1.txt"
    ledger = added(claims, tmp_path, table("versions")["texts"]["hamm"])
    story.write_text(
        story.read_text("utf-8").replace("\nThe road will", f"\n{line}\n\nThe road will"), "utf-8"
    )
    assert claims("add", story, "--ledger", ledger).code == 0
    [paving] = printed(claims, "search", "paved", "--ledger", ledger)
    assert paving["version"] == 2
