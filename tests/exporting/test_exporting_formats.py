"""CSV, JSON Lines and the frame carry the same record a claim."""

import csv
import io
import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims.errors import ClaimsError
from claims.exporters import write
from claims.exporting import Findings
from claims.exporting.columns import COLUMNS
from claims.exporting.frame import frame
from claims.records import Speaker

ANY_TEXT = st.text(st.characters(exclude_categories=()))
NAMES = [
    "id", "speaker", "speaker_type", "role", "mention", "cue", "content", "context", "kind", "stance", "act",
    "tag", "confidence", "reasons", "outlet", "title", "published", "url_or_file", "version", "start", "end",
    "mention_offsets", "cue_offsets", "content_offsets", "group", "verdict_attribution", "verdict_truth", "reviewer",
    "reviewed_on", "evidence", "note", "corrected_speaker", "corrected_words", "review_state", "duplicate", "also_in",
    "article_id", "speaker_id", "words_confidence", "speaker_confidence", "page",
]  # fmt: skip


def read_csv(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig"), newline="")))


def test_column_names_are_a_promise() -> None:
    assert [column.name for column in COLUMNS] == NAMES


def test_csv_holds_every_column(findings: Findings, tmp_path: Path) -> None:
    report = write(findings, tmp_path / "claims.csv")
    first, second = read_csv(tmp_path / "claims.csv")
    assert (report.claims, report.altered) == (2, 0)
    assert list(first) == NAMES
    assert first["content"] == "“The dam held,”"
    assert first["content_offsets"] == "[[0, 8], [9, 15]]"
    assert first["published"] == "2026-03-02"
    assert first["confidence"] == "0.875"
    assert first["note"] == "Seen.\nTwice."
    assert first["url_or_file"] == "https://radiovale.example/1"
    assert (second["speaker"], second["outlet"], second["group"]) == ("unknown", "", "g1")


def test_excel_sees_that_the_csv_is_utf8(findings: Findings, tmp_path: Path) -> None:
    write(findings, tmp_path / "claims.csv")
    assert (tmp_path / "claims.csv").read_bytes().startswith(b'\xef\xbb\xbf"id"')


def test_the_latest_verdict_counts(findings: Findings, tmp_path: Path) -> None:
    write(findings, tmp_path / "claims.csv")
    first = read_csv(tmp_path / "claims.csv")[0]
    assert (first["reviewer"], first["verdict_attribution"], first["reviewed_on"]) == (
        "Ana",
        "correct",
        "2026-03-05",
    )


def test_pandas_reads_the_csv_as_the_frame(findings: Findings, tmp_path: Path) -> None:
    write(findings, tmp_path / "claims.csv")
    table = frame(findings.claims, findings.groups, findings.verdicts)
    plain = table[[name for name in NAMES if not name.endswith("_offsets")]]
    # Without dtype, pandas takes a column that holds nothing but "true" for booleans.
    read = pd.read_csv(tmp_path / "claims.csv", dtype={"verdict_truth": str})[plain.columns]
    pd.testing.assert_frame_equal(read.astype(plain.dtypes), plain)


def test_json_lines_hold_structured_offsets(findings: Findings, tmp_path: Path) -> None:
    write(findings, tmp_path / "claims.jsonl")
    lines = (tmp_path / "claims.jsonl").read_bytes().decode().splitlines()
    first, second = (json.loads(line) for line in lines)
    assert list(first) == NAMES
    assert first["content_offsets"] == [[0, 8], [9, 15]]
    assert "“The dam held,”" in lines[0]
    assert (first["published"], second["published"], second["outlet"]) == ("2026-03-02", None, None)


def test_offsets_give_the_words_back(findings: Findings, tmp_path: Path) -> None:
    write(findings, tmp_path / "claims.jsonl")
    text = findings.claims[0].article.text
    record = json.loads((tmp_path / "claims.jsonl").read_text("utf-8").splitlines()[0])
    for name in ("mention", "cue", "content"):
        assert " ".join(text[start:end] for start, end in record[f"{name}_offsets"]) == record[name]
    assert (record["start"], record["end"]) == (0, 33)


def test_the_frame_has_sensible_types(findings: Findings) -> None:
    table = frame(iter(findings.claims), iter(findings.groups), iter(findings.verdicts))
    assert table["confidence"].tolist() == [0.875, 0.875]
    assert table["published"][0] == pd.Timestamp("2026-03-02")
    assert table["published"].isna().tolist() == [False, True]
    assert table["start"].dtype == "int64"
    assert table["content_offsets"][0] == ((0, 8), (9, 15))


def test_no_claims_give_all_columns(tmp_path: Path) -> None:
    empty = frame([])
    assert list(empty.columns) == NAMES
    assert len(empty) == 0
    assert empty["confidence"].dtype == "float64"
    write(Findings(()), tmp_path / "none.csv")
    assert list(pd.read_csv(tmp_path / "none.csv").columns) == NAMES
    assert write(Findings(()), tmp_path / "none.jsonl").claims == 0
    assert (tmp_path / "none.jsonl").read_bytes() == b""


def test_a_date_before_pandas_nanoseconds_is_kept(findings: Findings) -> None:
    old = replace(findings.claims[0], article=replace(findings.claims[0].article, published=date(1605, 1, 1)))
    assert frame([old])["published"][0].year == 1605


@pytest.mark.parametrize("name", ["claims.ods", "claims", "claims.xls"])
def test_an_unknown_suffix_names_those_that_work(name: str, findings: Findings, tmp_path: Path) -> None:
    with pytest.raises(ClaimsError, match=r"must end in one of \.xlsx, \.csv, \.jsonl, \.parquet, "):
        write(findings, tmp_path / name)
    assert list(tmp_path.iterdir()) == []


def test_the_suffix_may_be_in_capitals(findings: Findings, tmp_path: Path) -> None:
    assert write(findings, tmp_path / "CLAIMS.CSV").path.exists()


def test_the_same_findings_give_the_same_bytes(findings: Findings, tmp_path: Path) -> None:
    for suffix in (".csv", ".jsonl"):
        write(findings, tmp_path / f"a{suffix}")
        write(findings, tmp_path / f"b{suffix}")
        assert (tmp_path / f"a{suffix}").read_bytes() == (tmp_path / f"b{suffix}").read_bytes()


def test_a_long_quotation_goes_on_in_the_next_line_of_the_csv(findings: Findings, tmp_path: Path) -> None:
    text = "and then it rained " * 2_200
    claim = replace(findings.claims[0], speaker=Speaker(text, "person"))
    report = write(Findings((claim, findings.claims[1])), tmp_path / "long.csv")
    first, rest, second = read_csv(tmp_path / "long.csv")
    assert report.alterations == (("length", 1),)
    assert (first["id"], rest["id"], second["id"]) == ("c1", "c1", "c2")
    assert {name for name, value in rest.items() if value} == {"id", "speaker"}
    assert f"{first['speaker'].removesuffix('…')} {rest['speaker']}" == text
    assert len(first["speaker"]) <= 32_767


def test_reviewers_who_differ_are_shown(findings: Findings, tmp_path: Path) -> None:
    write(findings, tmp_path / "claims.csv")
    first, second = read_csv(tmp_path / "claims.csv")
    assert first["review_state"] == "disputed: Bo, wrong words; Ana, correct, true"
    assert second["review_state"] == ""
    agreed = replace(findings.verdicts[1], decided=date(2026, 3, 9), attribution="correct", version=3)
    write(replace(findings, verdicts=(*findings.verdicts, agreed)), tmp_path / "claims.csv")
    assert read_csv(tmp_path / "claims.csv")[0]["review_state"] == "made on version 3"


def test_duplicates_say_which_they_are_and_where_else_they_stand(findings: Findings, tmp_path: Path) -> None:
    write(findings, tmp_path / "claims.csv")
    first, second = read_csv(tmp_path / "claims.csv")
    assert (first["duplicate"], second["duplicate"]) == ("1 of 2", "2 of 2")
    assert (first["also_in"], second["also_in"]) == ("flood.txt", "Radio Vale")


@given(text=ANY_TEXT)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_comes_back_or_is_reported(text: str, findings: Findings, tmp_path: Path) -> None:
    claim = replace(findings.claims[0], speaker=Speaker(text, "person"))
    in_csv = write(Findings((claim,)), tmp_path / "any.csv")
    assert (read_csv(tmp_path / "any.csv")[0]["speaker"] == text) == (in_csv.altered == 0)
    in_json = write(Findings((claim,)), tmp_path / "any.jsonl")
    record = json.loads((tmp_path / "any.jsonl").read_bytes())
    assert (record["speaker"] == text) == (in_json.altered == 0)
