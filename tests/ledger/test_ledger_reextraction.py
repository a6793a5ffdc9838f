"""The claims of a stored article are replaced whole, and a ledger of the format before knows how to."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from claims import desk
from claims.ledger import Ledger, Query
from claims.records import Decision
from tests.ledger.ledger_samples import ELLISON, QUILL, aged, article, claim

FLOOD = article(
    "Mayor Mara Ellison said the flood wall had held all night. Tomas Quill said the sheep were lost."
)
HELD = claim(FLOOD, "Mayor Mara Ellison", "said", "the flood wall had held all night", speaker=ELLISON)
SHORT = claim(FLOOD, "Mayor Mara Ellison", "said", "the flood wall had held", speaker=ELLISON)
SHEEP = claim(FLOOD, "Tomas Quill", "said", "the sheep were lost", speaker=QUILL)
OTHER = article("The flood wall had held all night, Mara Ellison said.", key="https://herald.example/wall")
ALSO = claim(OTHER, "Mara Ellison", "said", "The flood wall had held all night", speaker=ELLISON)


@pytest.fixture
def filled(place: str) -> str:
    with Ledger.open(place, create=True) as ledger:
        ledger.add(FLOOD, [HELD, SHEEP])
        ledger.add(OTHER, [ALSO])
        desk.refresh(ledger)
        assert len(ledger.groups()) == 1
    return place


def test_a_ledger_of_format_3_keeps_its_groups(filled: str, path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP TABLE successors")
        aged(connection, 3)
    with Ledger.open(filled) as ledger:
        assert ledger.successors() == {}
        assert len(ledger.groups()) == 1
        assert len(ledger.search(Query(words="sheep"))) == 1


def test_nothing_of_the_former_claims_is_found_any_more(filled: str) -> None:
    with Ledger.open(filled) as ledger:
        ledger.reextract(FLOOD, [SHORT], {HELD.id: SHORT.id})
        desk.refresh(ledger)
        assert [c.id for c in ledger.claims(FLOOD)] == [SHORT.id]
        assert ledger.search(Query(words="sheep")) == []
        assert [row.speaker.name for row in ledger.speakers()] == ["Mara Ellison"]
        assert ledger.successors() == {HELD.id: (SHORT.id, "the flood wall had held all night")}
        assert {c.id for group in ledger.groups() for c in group.claims} <= {SHORT.id, ALSO.id}
    if filled.endswith(".db"):
        with closing(sqlite3.connect(filled)) as connection:
            assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_claims_that_the_article_cannot_have_change_nothing(filled: str) -> None:
    with Ledger.open(filled) as ledger:
        with pytest.raises(ValueError, match="two claims"):
            ledger.reextract(FLOOD, [SHORT, SHORT], {})
        assert [c.id for c in ledger.claims(FLOOD)] == [HELD.id, SHEEP.id]


def test_a_decision_about_a_speaker_brings_no_older_version_back_into_groups(filled: str) -> None:
    with Ledger.open(filled) as ledger:
        ledger.add(article(FLOOD.text + " It rained."), [])
        desk.refresh(ledger)
        assert ledger.groups() == []
        desk.decide(ledger, Decision("rename", ("Mara Ellison",), "Mara Ellison-Reed"))
        desk.decide(ledger, Decision("speaker", (HELD.id,), "Ada Roake"))
        assert ledger.groups() == []


def test_an_older_version_is_reextracted_without_coming_into_groups(filled: str) -> None:
    later = article(FLOOD.text + " It rained.")
    with Ledger.open(filled) as ledger:
        ledger.add(later, [])
        desk.refresh(ledger)
        ledger.reextract(FLOOD, [HELD], {})
        desk.refresh(ledger)
        assert ledger.groups() == []
        assert [c.id for c in ledger.claims(FLOOD)] == [HELD.id]
