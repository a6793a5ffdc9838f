"""``claims sql``: the queries run on a real ledger, in SQLite and in Datasette."""

import json
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlencode

import pytest

from claims import desk as functions
from tests.cli.running import Run

QUERIES = functions.example_queries()
VALUES = {"speaker": "%vellmoor%", "words": "hospital"}


@pytest.fixture(scope="module")
def judged(desk: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The samples, with verdicts on which two reviewers differ."""
    from claims.ledger import Ledger

    path = Path(shutil.copy(desk, tmp_path_factory.mktemp("sql") / "our ledger.db"))
    with Ledger.open(path) as ledger:
        claim = ledger.search(functions.Filter(words="hospital"))[0]
        for reviewer, truth in (("Ana", "true"), ("Bo", "false")):
            functions.give_verdict(ledger, claim.id, attribution="correct", truth=truth, reviewer=reviewer)
    return path


@pytest.mark.parametrize("name", QUERIES)
def test_every_query_finds_something(judged: Path, name: str) -> None:
    query = QUERIES[name]
    with sqlite3.connect(f"file:{judged}?mode=ro", uri=True) as connection:
        rows = connection.execute(query.sql, {each: VALUES[each] for each in query.parameters}).fetchall()
    connection.close()
    if name == "speaker-unknown":  # in the samples everybody is known
        assert rows == []
    else:
        assert rows


def test_the_queries_answer_their_questions(judged: Path) -> None:
    with sqlite3.connect(judged) as connection:
        connection.row_factory = sqlite3.Row

        def asked(name: str, **values: str) -> list[sqlite3.Row]:
            return connection.execute(QUERIES[name].sql, values).fetchall()

        assert asked("most-heard")[0]["speaker"] == "Idra Vellmoor"
        assert {row["speaker"] for row in asked("said-by", speaker="%khafaji%")} == {"Tahsin al-Khafaji"}
        assert all("hospital" in row["content"] for row in asked("about", words="hospital"))
        (dispute,) = asked("disputed")
        assert (dispute["truth"], dispute["other_truth"]) == ("true", "false")
        assert dispute["claim_id"] not in {row["id"] for row in asked("to-verify")}
        assert [row["versions"] for row in asked("changed-articles")] == [2]
    connection.close()


def test_the_command_lists_all_or_prints_one(claims: Run) -> None:
    listed = claims("sql").out
    assert all(query.name in listed and query.question in listed for query in QUERIES.values())
    assert claims("sql", "most-heard").out == QUERIES["most-heard"].sql + "\n"
    refused = claims("sql", "most-herd")
    assert refused.code == 2
    assert "no query is called most-herd: there are most-heard, " in refused.err


def test_every_table_is_explained_or_hidden(judged: Path, claims: Run) -> None:
    said = json.loads(claims("sql", "--datasette", "--ledger", judged).out)
    tables = said["databases"]["our ledger"]["tables"]
    with sqlite3.connect(judged) as connection:
        names = connection.execute(
            "SELECT name FROM sqlite_master WHERE type IN ('table', 'view')"
        ).fetchall()
    connection.close()
    assert {name for (name,) in names if not name.startswith("claims_fts")} == set(tables)


def test_datasette_opens_the_ledger_as_it_is(judged: Path, claims: Run, tmp_path: Path) -> None:
    pytest.importorskip("datasette")
    metadata = tmp_path / "metadata.json"
    metadata.write_text(claims("sql", "--datasette", "--ledger", judged).out, "utf-8")
    before = judged.read_bytes()

    def get(path: str) -> str:
        command = [
            sys.executable,
            "-m",
            "datasette",
            *map(str, (judged, "--metadata", metadata, "--get", path)),
        ]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout

    page = get("/our~20ledger")
    assert "Assertions that more than one article carries" in get("/our~20ledger/grouped_claims")
    assert QUERIES["most-heard"].name in page
    visible = {t["name"] for t in json.loads(get("/our~20ledger.json"))["tables"] if not t["hidden"]}
    assert {"articles", "claims", "speakers", "verdicts"} <= visible
    assert not {"units", "ties", "progress", "settings"} & visible
    rows = json.loads(
        get(f"/our~20ledger/said-by.json?{urlencode({'speaker': '%vellmoor%', '_shape': 'array'})}")
    )
    assert {row["speaker"] for row in rows} == {"Idra Vellmoor"}
    assert judged.read_bytes() == before
