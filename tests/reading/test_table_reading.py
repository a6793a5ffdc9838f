"""Tables: whatever the columns are called, and rows that cannot be read beside others."""

import json
from pathlib import Path

import pandas as pd
import pytest

from claims.reading import Unread, read_all
from claims.records import Article

SAID = "“The bridge is safe,” Anna Keller said on Monday."


def found(path: Path, data: str | bytes, **columns: str) -> list[Article | Unread]:
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return list(read_all(path, columns=columns))


def test_columns_are_known_by_usual_names_or_said(tmp_path: Path) -> None:
    table = f'Body,Link,when\n"{SAID}",https://a.example/b,2026-05-04\n'
    (article,) = found(tmp_path / "a.csv", table, date="when")
    assert isinstance(article, Article)
    assert (article.text, article.url, str(article.published)) == (SAID, "https://a.example/b", "2026-05-04")


@pytest.mark.parametrize(
    ("columns", "problem"),
    [
        ({"text": "nope"}, "no column nope for the text; there are: words, x"),
        ({}, "no column for the text; say which with"),
    ],
)
def test_a_column_that_is_not_there_is_named(columns: dict[str, str], problem: str, tmp_path: Path) -> None:
    (unread,) = found(tmp_path / "a.csv", f"words,x\n{SAID},1\n", **columns)
    assert isinstance(unread, Unread)
    assert problem in unread.problem


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_any_delimiter_and_encoding(delimiter: str, encoding: str, tmp_path: Path) -> None:
    table = f'id{delimiter}text\n7{delimiter}"{SAID} Zoë left."\n'
    (article,) = found(tmp_path / "a.csv", table.encode(encoding))
    assert isinstance(article, Article)
    assert article.text == f"{SAID} Zoë left."
    assert article.key.endswith("a.csv#7")


def test_a_spreadsheet_says_in_the_first_line_what_parts_the_columns(tmp_path: Path) -> None:
    (article,) = found(tmp_path / "a.csv", f'sep=;\r\nid;text\r\n7;"{SAID}"\r\n'.encode())
    assert isinstance(article, Article)
    assert article.text == SAID


def test_one_wrong_byte_costs_one_character(tmp_path: Path) -> None:
    rows = "".join(f'"{SAID} Zoë {i}."\n' for i in range(3000)).encode()
    (first, *_, last) = found(
        tmp_path / "a.csv", b"text\n" + rows.replace(b"Zo\xc3\xab 2999", b"Zo\xff 2999")
    )
    assert isinstance(first, Article)
    assert isinstance(last, Article)
    assert (first.text, last.text) == (f"{SAID} Zoë 0.", f"{SAID} Zo\ufffd 2999.")


def test_rows_that_cannot_be_read_are_named_beside_the_others(tmp_path: Path) -> None:
    lines = [
        json.dumps({"text": SAID}),
        "{broken",
        json.dumps({"text": ""}),
        json.dumps({"text": f"<p>{SAID}</p>"}),
    ]
    read = found(tmp_path / "a.jsonl", "\n".join(lines))
    assert [each.text if isinstance(each, Article) else each.status for each in read] == [
        SAID,
        "failed",
        "failed",
        SAID,
    ]
    assert [each.name.partition("#")[2] for each in read if isinstance(each, Unread)] == ["2", "3"]


@pytest.mark.parametrize("data", ["[1, 2]", '{"version": 3}', '"words"', "[]"])
def test_json_that_holds_no_articles_is_passed_over(data: str, tmp_path: Path) -> None:
    (unread,) = found(tmp_path / "a.json", data)
    assert isinstance(unread, Unread)
    assert unread.status == "skipped"


@pytest.mark.parametrize(
    "cell",
    ["<b>KELLER:</b> It is safe.", "KELLER: It is <i>safe</i>.", "<strong>KELLER</strong>: It is safe."],
)
def test_tags_and_references_in_a_cell_are_resolved(cell: str, tmp_path: Path) -> None:
    rows = [{"text": cell}, {"text": "&ldquoIt is safe,&rdquo said Keller&#8217s deputy."}]
    (tmp_path / "a.jsonl").write_text("".join(f"{json.dumps(row)}\n" for row in rows))
    first, second = read_all(tmp_path / "a.jsonl")
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert (first.text, second.text) == ("KELLER: It is safe.", "“It is safe,” said Keller’s deputy.")


@pytest.mark.parametrize(
    ("given", "day"),
    [
        ("2026-05-04T23:30:00-08:00", "2026-05-04"), ("2026/5/4", "2026-05-04"), ("20260504", "2026-05-04"),
        ("04.05.2026", "2026-05-04"), ("May 4, 2026", "2026-05-04"), ("Monday, 4 May 2026", "2026-05-04"),
        ("25/05/2026 10:00", "2026-05-25"), ("05/25/2026", "2026-05-25"), ("1777852800", "2026-05-04"),
        ("1777852800000", "2026-05-04"), ("Mon, 04 May 2026 08:00:00 GMT", "2026-05-04"), ("05/05/2026", "2026-05-05"),
        ("04/05/2026", None), ("soon", None), ("12345678", None), ("", None),
    ],
)  # fmt: skip
def test_a_date_is_read_in_any_spelling_that_can_be_but_one_day(
    given: str, day: str | None, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (article,) = found(tmp_path / "a.csv", f'text;date\n"{SAID}";"{given}"\n')
    assert isinstance(article, Article)
    assert (str(article.published) if article.published else None) == day
    assert ("may be none or several" in caplog.text) == bool(given and day is None)


def test_a_parquet_file_damaged_in_what_it_says_of_its_columns_is_one_line(tmp_path: Path) -> None:
    whole = tmp_path / "whole.parquet"
    pd.DataFrame({"text": [SAID] * 3, "title": ["Bridge"] * 3}).to_parquet(whole)
    data = whole.read_bytes()
    begins = len(data) - 8 - int.from_bytes(data[-8:-4], "little")
    every = [
        each
        for at in range(begins, begins + 60)
        for each in found(tmp_path / "a.parquet", data[:at] + b"\x15" + data[at + 1 :])
    ]
    problems = [each.problem for each in every if isinstance(each, Unread)]
    assert all(problem.count("\n") == 0 and "a.parquet" in problem for problem in problems)
    assert any("not to be read" in problem for problem in problems)  # which would end the process
    assert any(isinstance(each, Article) and each.text == SAID for each in every)
