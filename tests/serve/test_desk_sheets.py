"""A filled-in claim sheet that is dropped into the window of Add is taken back as `claims review` takes it."""

import base64
import re
import time
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import expect

from claims import desk
from claims.ledger import Ledger
from tests.serve.conftest import OpenDesk, Serve
from tests.serve.served import Desk, Visitor, rows
from tests.serve.test_desk_attacks import upload


def filled(ledger: str, path: Path, *verdicts: tuple[str, str]) -> Path:
    """A sheet of the ledger in which its first claims have these verdicts, each of the attribution, by a reviewer."""
    with Ledger.open(ledger) as opened:
        desk.export(opened.claims(), path, ledger=opened)
    book = load_workbook(path)
    page = book["Claims"]
    header = next(row for row in page.iter_rows() if any(cell.value == "Attribution" for cell in row))
    at = {str(cell.value): column for column, cell in enumerate(header, 1)}
    for number, (verdict, reviewer) in enumerate(verdicts, int(header[0].row or 0) + 1):
        page.cell(number, at["Attribution"]).value = verdict
        page.cell(number, at["Reviewer"]).value = reviewer or None
    book.save(path)
    return path


def said(visitor: Visitor, words: str) -> str:
    """The page of Add once it says this."""
    for _ in range(600):
        text = visitor.get("/add").text
        if words in text:
            return text
        time.sleep(0.1)
    raise AssertionError(text)


def given(served: Desk) -> list[tuple[str, str]]:
    return sorted((row[4], row[2]) for row in rows(served.ledger, "verdicts")["verdicts"])


def test_a_sheet_that_is_dropped_into_the_window_is_a_review(
    ledger: str, serve: Serve, open_desk: OpenDesk, tmp_path: Path
) -> None:
    path = filled(ledger, tmp_path / "back.xlsx", ("correct", ""), ("not a claim", "Bo"))
    served = serve(ledger)
    articles = rows(ledger, "articles")
    page = open_desk(served, "/add")
    content = base64.b64encode(path.read_bytes()).decode()
    with page.expect_navigation():
        page.evaluate(
            """content => {
              const bytes = Uint8Array.from(atob(content), letter => letter.charCodeAt(0));
              const dropped = new DataTransfer();
              dropped.items.add(new File([bytes], "back.xlsx"));
              const drop = new DragEvent("drop", {dataTransfer: dropped, bubbles: true, cancelable: true});
              document.body.dispatchEvent(drop);
            }""",
            content,
        )
    expect(page.locator("#lots h2")).to_contain_text("1 claim sheet back")
    expect(page.locator("#lots")).to_contain_text("2 verdicts stored")
    assert given(served) == [("correct", "Ana"), ("not a claim", "Bo")]
    assert rows(ledger, "articles") == articles
    assert (served.folder / "reviewed" / "back.xlsx").read_bytes() == path.read_bytes()
    assert list((served.folder / "added").iterdir()) == []


def test_a_link_that_is_dropped_into_the_window_is_fetched(
    ledger: str, serve: Serve, open_desk: OpenDesk
) -> None:
    page = open_desk(serve(ledger), "/add")
    with page.expect_navigation():
        page.evaluate(
            """() => {
              const dropped = new DataTransfer();
              dropped.setData("text/uri-list", "http://127.0.0.1:9/a\\r\\nhttp://127.0.0.1:9/b");
              const drop = new DragEvent("drop", {dataTransfer: dropped, bubbles: true, cancelable: true});
              document.body.dispatchEvent(drop);
            }"""
        )
    expect(page.locator("#lots .lost")).to_have_count(2)
    expect(page.locator("#lots .lost").first).to_contain_text("http://127.0.0.1:9/a")


def test_a_sheet_with_a_word_that_is_no_verdict_changes_nothing_and_says_where(
    ledger: str, serve: Serve, tmp_path: Path
) -> None:
    path = filled(ledger, tmp_path / "back.xlsx", ("correct", "Ana"), ("perhaps", "Ana"))
    served = serve(ledger)
    assert upload(served, "back.xlsx", path.read_bytes())[0] == 303
    text = said(served.visitor(), "nothing of it was stored")
    assert re.search(r"row \d+, Attribution: .*perhaps", text)
    assert given(served) == []


def test_who_comes_by_a_token_brings_no_verdicts_of_others(ledger: str, serve: Serve, tmp_path: Path) -> None:
    with Ledger.open(ledger) as opened:
        token = desk.add_reviewer(opened, "Bo").token
    served = serve(ledger)
    served.start = f"{served.address}/?token={token}"
    theirs = filled(ledger, tmp_path / "theirs.xlsx", ("correct", "Ana"), ("not a claim", ""))
    assert upload(served, "theirs.xlsx", theirs.read_bytes())[0] == 303
    assert "has verdicts of Ana" in said(served.visitor(), "nothing of it was stored")
    assert given(served) == []
    own = filled(ledger, tmp_path / "own.xlsx", ("correct", "Bo"), ("not a claim", ""))
    assert upload(served, "own.xlsx", own.read_bytes())[0] == 303
    said(served.visitor(), "2 verdicts stored")
    assert given(served) == [("correct", "Bo"), ("not a claim", "Bo")]


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_a_table_of_articles_is_no_sheet_whatever_columns_it_has(ledger: str, serve: Serve) -> None:
    table = "id,title,text,note,reviewer\n1,A,Mayor Ada Vale said that the bridge was closed.,seen,Ana\n"
    served = serve(ledger)
    assert upload(served, "table.csv", table.encode())[0] == 303
    assert "1 article read" in said(served.visitor(), " read")
    assert not (served.folder / "reviewed").exists()
