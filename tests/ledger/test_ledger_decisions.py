import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from claims.errors import ClaimsError
from claims.ledger import Ledger
from claims.records import Decision
from tests.ledger.ledger_samples import ELLISON, aged, article, claim


def test_decisions_are_numbered_and_come_back_in_order(ledger: Ledger, place: str) -> None:
    first = ledger.decide(Decision("same", ("a", "b"), reviewer="Ana"))
    second = ledger.decide(Decision("rename", ("a",), value="Mara Ellison"))
    assert (first.number, second.number) == (1, 2)
    assert first.made is not None
    with Ledger.open(place) as again:
        assert again.decisions() == [first, second]


def test_an_undone_decision_stays_on_record(ledger: Ledger) -> None:
    kept = ledger.decide(Decision("join", ("c1", "c2")))
    taken_back = ledger.undo(ledger.decide(Decision("split", ("c1", "c3"))).number)
    assert taken_back.undone
    assert ledger.decisions() == [kept]
    assert ledger.decisions(undone=True) == [kept, taken_back]


def test_undoing_what_is_not_there_or_undone_is_one_clear_line(ledger: Ledger) -> None:
    ledger.undo(ledger.decide(Decision("same", ("a", "b"))).number)
    for number, said in ((1, "undone already"), (7, "no decision 7")):
        with pytest.raises(ClaimsError, match=said):
            ledger.undo(number)


def test_a_ledger_of_the_first_release_is_brought_up_to_date_with_all_it_holds(path: Path) -> None:
    told = article("Mara Ellison said the dam held.")
    found = [claim(told, "Mara Ellison", "said", "the dam held", speaker=ELLISON)]
    with Ledger.open(path, create=True) as ledger:
        ledger.add(told, found)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP TABLE decisions")
        aged(connection, 1)
    with Ledger.open(path) as ledger:
        assert [c.content_text for c in ledger.claims()] == ["the dam held"]
        assert ledger.decide(Decision("same", ("a", "b"))).number == 1


def test_speakers_of_the_first_release_keep_their_ids_and_become_appearances(path: Path) -> None:
    told = [article("Mara Ellison said the dam held.", key=f"{i}.txt") for i in range(2)]
    with Ledger.open(path, create=True) as ledger:
        for of in told:
            ledger.add(of, [claim(of, "Mara Ellison", "said", "the dam held", speaker=ELLISON)])
    with closing(sqlite3.connect(path)) as connection:
        first, second = (
            row[0] for row in connection.execute("SELECT speaker_id FROM claims ORDER BY number")
        )
        for table in ("claims", "mentions"):
            connection.execute(f"UPDATE {table} SET speaker_id = ?", (first,))
        connection.execute("UPDATE claims SET appearance_number = NULL")
        connection.execute("DROP TABLE appearances")
        connection.execute("UPDATE speakers SET doubts = NULL")
        connection.execute("DELETE FROM speakers WHERE id = ?", (second,))
        aged(connection, 1)
        connection.commit()
    with Ledger.open(path) as ledger:
        assert [(a.id, a.name, a.article) for a in ledger.appearances()] == [
            (first, "Mara Ellison", "0.txt"),
            (second, "Mara Ellison", "1.txt"),
        ]
        (row,) = ledger.speakers()
        assert (row.id, row.claims, [alias.ids for alias in row.aliases]) == (first, 2, [(first, second)])


def test_a_decision_made_again_is_stored_once_unless_another_said_otherwise_since(ledger: Ledger) -> None:
    first = ledger.decide(Decision("same", ("a", "b"), reviewer="Ana"))
    assert ledger.decide(Decision("same", ("b", "a"), reviewer="Ana")) == first
    assert ledger.decide(Decision("same", ("a", "b"), reviewer="Ben")).number == 2
    assert ledger.decide(Decision("different", ("a", "b"), reviewer="Ana")).number == 3
    assert ledger.decide(Decision("same", ("a", "b"), reviewer="Ana")).number == 4
    join = ledger.decide(Decision("join", ("c1", "c2")))
    ledger.decide(Decision("join", ("c1", "c3")))
    assert ledger.decide(Decision("join", ("c2", "c1"))) == join
    ledger.decide(Decision("split", ("c1", "c2", "c3")))
    assert ledger.decide(Decision("join", ("c1", "c2"))).number == 8
