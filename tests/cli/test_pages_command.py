"""Addresses on the command line, with a real web server on this machine."""

import json
from pathlib import Path

import pytest

from tests.cli.running import Run
from tests.page_server import Site

ONE, TWO = "seeds/ostermere-courier-1.md", "seeds/ostermere-courier-2.md"
FIRST = "Mayor Idra Vellmoor said on Monday that the bridge would cost 12 million crowns, after long repairs."
SECOND = FIRST.replace("12 million", "14 million")
MORE = "“We are sorry for the wait,” she told reporters at the town hall, where forty residents had gathered."


def page(said: str) -> str:
    return f"<html><head><title>Bridge</title></head><body><article><p>{said}</p><p>{MORE}</p></article></body></html>"


def test_claims_of_a_page(claims: Run, site: Site) -> None:
    url = site.put("/bridge", page(FIRST))
    done = claims("extract", url, "--json")
    assert done.code == 0
    assert {c["speaker"] for c in json.loads(done.out)} == {"Idra Vellmoor"}
    assert {c["url_or_file"] for c in json.loads(done.out)} == {url}


def test_a_page_that_changes_becomes_a_new_version(claims: Run, site: Site, tmp_path: Path) -> None:
    ledger = ("--ledger", tmp_path / "claims.db")
    url = site.put("/bridge", page(FIRST))
    assert f"{url}  2 claims, 1 speaker" in claims("add", url, *ledger).out
    assert "already in the ledger" in claims("add", url, *ledger).out
    site.put("/bridge", page(SECOND))
    site.put("/bridge?utm_source=mail", page(SECOND))
    assert "(version 2)" in claims("add", f"{url}?utm_source=mail#top", *ledger).out
    asked = len(site.asked)
    [change] = json.loads(claims("diff", url, *ledger, "--json").out)
    assert (change["change"], change["detail"]) == ("figure", "12 million -> 14 million")
    assert "1 figure (1 substantial)" in claims("history", url, *ledger).out
    assert len(site.asked) == asked, "what the ledger knows is not fetched"


def test_files_and_pages_are_compared_in_any_mixture(claims: Run, site: Site) -> None:
    files = json.loads(claims("diff", ONE, TWO, "--json").out)
    one, two = (
        site.put(f"/{number}", Path(name).read_text("utf-8"), "text/markdown")
        for number, name in ((1, ONE), (2, TWO))
    )
    assert files
    for old, new in ((one, two), (ONE, two), (one, TWO)):
        assert json.loads(claims("diff", old, new, "--json").out) == files


def test_two_arguments_are_read_now_whatever_the_ledger_holds(
    claims: Run, site: Site, tmp_path: Path
) -> None:
    ledger = ("--ledger", tmp_path / "claims.db")
    url = site.put("/bridge", page(FIRST))
    claims("add", url, *ledger)
    site.put("/bridge", page(SECOND))
    saved = tmp_path / "saved.html"
    saved.write_text(page(SECOND), "utf-8")
    assert json.loads(claims("diff", url, saved, *ledger, "--json").out) == []
    assert [v["version"] for v in json.loads(claims("history", url, *ledger, "--json").out)] == [1]


def test_one_address_alone_is_an_article_of_the_ledger(claims: Run, site: Site, tmp_path: Path) -> None:
    url = site.put("/bridge", page(FIRST))
    ledger = ("--ledger", tmp_path / "claims.db")
    done = claims("diff", url, *ledger)
    assert (done.code, done.out) == (2, "")
    assert f"{url}: one version only" in done.err
    claims("add", url, *ledger)
    assert "one version of it only" in claims("diff", url, *ledger).err
    other = site.address + "/other"
    assert f"{other}: one version only: name the later one" in claims("diff", other, *ledger).err


@pytest.mark.parametrize("command", ["extract", "add", "diff"])
@pytest.mark.parametrize(
    ("kind", "body", "told"),
    [
        (None, b"", "404 Not Found"),
        ("application/pdf", b"%PDF-1.7", "damaged, or cut short"),
        ("image/png", b"\x89PNG", "image/png"),
        ("text/html", b" ", "empty"),
    ],
)
def test_one_line_where_a_page_cannot_be_had(
    claims: Run, site: Site, tmp_path: Path, command: str, *, kind: str | None, body: bytes, told: str
) -> None:
    url = site.put("/a", body, kind) if kind else site.refuse("/a", 404)
    ledger = tmp_path / "claims.db"
    others: dict[str, list[object]] = {"extract": [], "add": ["--ledger", ledger], "diff": [ONE]}
    done = claims(command, url, *others[command])
    assert (done.code, done.out) == (2, "")
    [line] = done.err.strip().splitlines()
    assert url in line
    assert told in line
    if command == "add":
        assert json.loads(claims("search", "--ledger", ledger, "--json").out) == []


def test_one_bad_page_does_not_keep_the_others_out(claims: Run, site: Site, tmp_path: Path) -> None:
    good = site.put("/bridge", page(FIRST))
    done = claims("add", site.address + "/none", good, "--ledger", tmp_path / "claims.db")
    assert done.code == 1
    assert f"{good}  2 claims" in done.out
    assert "1 of 2 could not be read, for the reasons above" in done.err
