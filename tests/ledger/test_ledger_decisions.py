import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from ledger_samples import ELLISON, article, by_name, claim

from claims.errors import ClaimsError
from claims.ledger import Ledger
from claims.records import Decision


def test_decisions_are_numbered_and_come_back_in_order(ledger: Ledger, path: Path):
    first = ledger.decide(Decision("same", ("a", "b"), reviewer="Ana"))
    second = ledger.decide(Decision("rename", ("a",), value="Mara Ellison"))
    assert (first.number, second.number) == (1, 2)
    assert first.made is not None
    with Ledger.open(path) as again:
        assert again.decisions() == [first, second]


def test_an_undone_decision_stays_on_record(ledger: Ledger):
    kept = ledger.decide(Decision("join", ("c1", "c2")))
    taken_back = ledger.undo(ledger.decide(Decision("split", ("c1", "c3"))).number)
    assert taken_back.undone
    assert ledger.decisions() == [kept]
    assert ledger.decisions(undone=True) == [kept, taken_back]


def test_undoing_what_is_not_there_or_undone_is_one_clear_line(ledger: Ledger):
    ledger.undo(ledger.decide(Decision("same", ("a", "b"))).number)
    for number, said in ((1, "undone already"), (7, "no decision 7")):
        with pytest.raises(ClaimsError, match=said):
            ledger.undo(number)


def test_a_ledger_of_the_first_release_is_brought_up_to_date_with_all_it_holds(path: Path):
    told = article("Mara Ellison said the dam held.")
    found = [claim(told, "Mara Ellison", "said", "the dam held", speaker=ELLISON)]
    with Ledger.open(path, create=True) as ledger:
        ledger.add(told, found, speaker_key=by_name)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP TABLE decisions")
        connection.execute("PRAGMA user_version = 1")
    with Ledger.open(path) as ledger:
        assert [c.content_text for c in ledger.claims()] == ["the dam held"]
        assert ledger.decide(Decision("same", ("a", "b"))).number == 1
