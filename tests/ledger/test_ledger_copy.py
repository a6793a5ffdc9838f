"""A copy of a ledger holds all that the ledger holds, whichever databases the two are in."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import create_engine, select

from claims import desk
from claims.errors import ClaimsError
from claims.ledger import Ledger
from claims.ledger.schema import metadata
from claims.records import Decision, PageState, Verdict, together
from tests.ledger.ledger_samples import POLICE, QUILL, article, long_article
from tests.ledger.trials import told
from tests.postgresql_server import DATABASES, new_place


def contents(place: str) -> dict[str, list[str]]:
    """Every row of every table."""
    address = place if "://" in place else f"sqlite:///{place}"
    engine = create_engine(address)
    try:
        with engine.connect() as connection:
            return {
                table.name: sorted(repr(tuple(row)) for row in connection.execute(select(table)))
                for table in metadata.sorted_tables
            }
    finally:
        engine.dispose()


def fill(ledger: Ledger) -> None:
    """Something in every table."""
    for number in range(5):
        ledger.add(*told(number))
    ledger.add(*long_article(7))
    of, said = told(5)
    ledger.add(of, [replace(said[0], speaker=together((POLICE, QUILL))), *said[1:]])
    ledger.add(article("A NUL \0 and an emoji 🌊.", key="odd/ключ.txt", path="odd"), [])
    desk.refresh(ledger)
    first = ledger.claims()[0]
    ledger.record(Verdict(first.id, "Ana", date(2031, 5, 2), "correct", note="„so“"))
    desk.decide(ledger, Decision("rename", (ledger.speakers()[0].id,), "Ada Roake", "Ana"))
    desk.undo(ledger, desk.remove(ledger, "odd/ключ.txt").number)
    ledger.add_reviewer("Ben", "0" * 64)
    ledger.choose_truths(("holds", "fällt"))
    ledger.note_page(PageState("https://a.example/", "https://a.example/"), ledger.articles()[0].key)
    ledger.reextract(first.article, [], {first.id: "0123456789ab"})


@pytest.mark.parametrize("to", DATABASES)
@pytest.mark.parametrize("of", DATABASES)
def test_a_copy_holds_the_same_and_goes_on_from_there(of: str, to: str, tmp_path: Path) -> None:
    places = []
    for name, database in (("old", of), ("new", to)):
        (tmp_path / name).mkdir()
        places.append(new_place(database, tmp_path / name))
    with Ledger.open(places[0], create=True) as old, Ledger.open(places[1], create=True) as new:
        fill(old)
        counts = old.copy_to(new)
        before = contents(places[0])
        assert contents(places[1]) == before
        assert counts == {name: len(rows) for name, rows in before.items()}
        empty = {"touched_units", "touched_components"}
        assert {name for name, rows in before.items() if not rows} <= empty
        assert new.fingerprint() == old.fingerprint()
        with pytest.raises(ClaimsError, match="holds something already"):
            old.copy_to(new)
        for ledger in (old, new):  # both go on alike
            desk.refresh(ledger)
            ledger.add(*told(6))
            desk.refresh(ledger)
            assert ledger.decide(Decision("words", (ledger.claims()[0].id,), "so", "Bo")).number == 3
        assert new.claims() == old.claims()
        assert new.groups() == old.groups()
        assert new.speakers() == old.speakers()
