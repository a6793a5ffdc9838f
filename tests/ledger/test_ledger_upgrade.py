import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from claims import desk
from claims.ledger import Ledger, Query

FIRST_RELEASE = Path(__file__).with_name("first_release.sql")


@pytest.fixture
def old(path: Path) -> Path:
    """A ledger that the first release wrote."""
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(FIRST_RELEASE.read_text("utf-8"))
    return path


def test_a_ledger_of_the_first_release_keeps_its_claims_and_verdicts(old: Path) -> None:
    with Ledger.open(old) as ledger:
        assert {c.article.key: c.article.version for c in ledger.claims()} == {
            "https://courier.example/flood": 2,
            "https://herald.example/wall": 1,
        }
        assert [v.truth for v in ledger.verdicts()] == ["true"]
        assert len(ledger.search(Query(words="sheep"))) == 1


def test_the_next_merging_groups_all_but_what_a_later_version_replaced(old: Path) -> None:
    with Ledger.open(old) as ledger:
        assert ledger.groups() == []
        desk.refresh(ledger)
        (group,) = ledger.groups()
        assert {c.article.outlet for c in group.claims} == {"Courier", "Herald"}
        assert {c.article.version for c in group.claims if c.article.outlet == "Courier"} == {2}


def test_the_search_still_finds_each_claim_once_after_an_upgrade_and_a_merging(old: Path) -> None:
    with Ledger.open(old) as ledger:
        desk.refresh(ledger)
        assert len(ledger.search(Query(words="watch"))) == 2
        assert ledger.search(Query(words="noon")) == []


def test_a_text_may_come_again_in_a_ledger_that_forbade_it(old: Path) -> None:
    with Ledger.open(old) as ledger:
        first, second = ledger.versions("https://courier.example/flood")
        assert ledger.add(second, []).status == "unchanged"
        back = ledger.add(first, [])
        assert (back.status, back.article.version) == ("new version", 3)
    with closing(sqlite3.connect(old)) as connection:
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        parents = [row[2] for row in connection.execute("PRAGMA foreign_key_list (claims)")]
        assert "articles" in parents
