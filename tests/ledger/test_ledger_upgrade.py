import gzip
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from claims import desk
from claims.ledger import Ledger, Query

FIRST_RELEASE = Path(__file__).with_name("first_release.sql")
FORMAT_6 = Path(__file__).with_name("format_6.db.gz")


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


@pytest.fixture
def released(path: Path) -> Path:
    """A ledger of format 6, which the commands of the first release made.

    They were, on seeds/: add; speakers rename "Idra Vellmoor"; speakers role, undone; verdict correct, by Ana; verdict
    "wrong speaker", by Bo, with the right one; groups join. Later releases are to open it; it is never made anew.
    """
    path.write_bytes(gzip.decompress(FORMAT_6.read_bytes()))
    return path


def test_a_ledger_of_the_release_keeps_verdicts_decisions_and_groups(released: Path) -> None:
    with desk.open_ledger(released) as ledger:
        assert len(ledger.articles(latest=False)) == 4
        assert len(ledger.claims()) == 24
        assert [(d.number, d.kind, d.value, d.reviewer, d.undone) for d in ledger.decisions(undone=True)] == [
            (1, "rename", "Idra Vellmoor-Tass", "Ana", False),
            (2, "role", "mayor of Ostermere", "Ana", True),
            (3, "speaker", "Harbour office", "Bo", False),
            (4, "join", None, None, False),
        ]
        given = desk.verdicts(ledger)
        assert [
            (v.claim_id, v.reviewer, v.attribution, v.truth, v.note, v.corrected_speaker) for v in given
        ] == [
            ("e1475f7a9cbb", "Ana", "correct", "true", "on the record", None),
            ("884bb95f5a91", "Bo", "wrong speaker", None, None, "Harbour office"),
        ]
        assert {"e1475f7a9cbb", "d80cc657efee"} in [{c.id for c in g.claims} for g in ledger.groups()]
        (renamed,) = desk.find_speakers(ledger, "Idra Vellmoor-Tass", exact=True)
        assert (renamed.id, renamed.claims) == ("a2c16637af66", 4)
        assert ledger.claim("884bb9").speaker_name == "Harbour office"
        assert len(ledger.search(Query(words="hospital burns"))) == 2
        desk.undo(ledger, 1)
        assert desk.find_speakers(ledger, "Idra Vellmoor", exact=True)[0].id == "a2c16637af66"
    with closing(sqlite3.connect(released)) as connection:
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
