"""Parquet holds the records of the CSV file with their types."""

import json
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from claims.exporters import write
from claims.exporting import Findings
from claims.exporting.columns import COLUMNS
from claims.records import Speaker

pq = pytest.importorskip("pyarrow.parquet")


def test_it_holds_what_json_lines_hold(findings: Findings, tmp_path: Path) -> None:
    write(findings, tmp_path / "claims.parquet")
    write(findings, tmp_path / "claims.jsonl")
    table = pq.read_table(tmp_path / "claims.parquet")
    expected = [json.loads(line) for line in (tmp_path / "claims.jsonl").read_text("utf-8").splitlines()]
    found = [
        {name: value.isoformat() if isinstance(value, date) else value for name, value in row.items()}
        for row in table.to_pylist()
    ]
    assert found == expected
    assert table.column_names == [column.name for column in COLUMNS]


def test_types_are_those_of_the_values(findings: Findings, tmp_path: Path) -> None:
    write(findings, tmp_path / "claims.parquet")
    schema = pq.read_schema(tmp_path / "claims.parquet")
    assert str(schema.field("published").type) == "date32[day]"
    assert str(schema.field("confidence").type) == "double"
    assert str(schema.field("start").type) == "int64"
    assert str(schema.field("speaker").type) == "string"
    assert str(schema.field("content_offsets").type).startswith("list<")


def test_the_same_findings_give_the_same_bytes(findings: Findings, tmp_path: Path) -> None:
    for name in ("a.parquet", "b.parquet"):
        write(findings, tmp_path / name)
    assert (tmp_path / "a.parquet").read_bytes() == (tmp_path / "b.parquet").read_bytes()


def test_no_claims_give_all_columns(tmp_path: Path) -> None:
    write(Findings(()), tmp_path / "none.parquet")
    table = pq.read_table(tmp_path / "none.parquet")
    assert (table.num_rows, table.num_columns) == (0, len(COLUMNS))


def test_a_lone_surrogate_is_reported(findings: Findings, tmp_path: Path) -> None:
    claim = replace(findings.claims[0], speaker=Speaker("a\ud800", "person"))
    report = write(Findings((claim,)), tmp_path / "claims.parquet")
    assert (report.altered, report.alterations) == (1, (("characters", 1),))
    assert pq.read_table(tmp_path / "claims.parquet")["speaker"][0].as_py() == "a�"


def test_without_pyarrow_one_line_says_what_to_install(tmp_path: Path) -> None:
    code = (
        "import sys; sys.modules['pyarrow'] = None\n"
        "from claims.errors import ClaimsError\n"
        "from claims.exporters import write\n"
        "from claims.exporting import Findings\n"
        "try: write(Findings(()), sys.argv[1])\n"
        "except ClaimsError as error: print(error)\n"
    )
    target = tmp_path / "a.parquet"
    done = subprocess.run(
        [sys.executable, "-c", code, str(target)], capture_output=True, text=True, check=True
    )
    assert (
        done.stdout
        == f'cannot write {target}: Parquet needs pyarrow: run `pip install "claimsheet[parquet]"`\n'
    )
    assert not target.exists()
