"""Texts and pages of the kinds that users file reports on, read and extracted by the command."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from claims import reading
from tests.cli.running import Run
from tests.reports.expectations import Case, as_page, cases, failures


def extracted(claims: Run, file: Path, case: Case) -> list[dict[str, Any]]:
    """The claims of a file; checked to be what the case expects."""
    done = claims("extract", file, "--json")
    assert "Traceback" not in done.err
    if "error" in case:
        assert (done.code, done.out) == (2, "")
        assert re.search(case["error"], done.err)
        assert len(done.err.strip().splitlines()) == 1
        return []
    assert done.code == 0
    rows: list[dict[str, Any]] = json.loads(done.out)
    assert list(failures(case, rows, done.err)) == [], rows
    return rows


@pytest.mark.parametrize("case", cases("texts"))
def test_texts(case: Case, claims: Run, tmp_path: Path) -> None:
    file = tmp_path / "article.txt"
    file.write_bytes(case["text"].encode(case.get("encoding", "utf-8")))
    rows = extracted(claims, file, case)
    text = reading.read(file).text if rows else ""
    for row in rows:
        assert " ".join(text[slice(*at)] for at in row["content_offsets"]).split() == row["content"].split()


@pytest.mark.parametrize("case", cases("pages"))
def test_pages(case: Case, claims: Run, tmp_path: Path) -> None:
    file = tmp_path / "article.html"
    file.write_bytes(as_page(case))
    extracted(claims, file, case)
