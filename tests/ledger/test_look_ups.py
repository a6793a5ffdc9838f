"""What a look-up asks of the database: a few statements in one transaction, each of which costs a server's answer."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import event

from claims import desk
from claims.ledger import Ledger
from tests.ledger.ledger_samples import long_article


@contextmanager
def asked(ledger: Ledger) -> Iterator[dict[str, int]]:
    """How many statements and transactions the ledger sends meanwhile."""
    counts = {"statements": 0, "transactions": 0}

    def statement(*_: object) -> None:
        counts["statements"] += 1

    def transaction(*_: object) -> None:
        counts["transactions"] += 1

    event.listen(ledger._engine, "before_cursor_execute", statement)
    event.listen(ledger._engine, "begin", transaction)
    try:
        yield counts
    finally:
        event.remove(ledger._engine, "before_cursor_execute", statement)
        event.remove(ledger._engine, "begin", transaction)


@pytest.fixture
def stocked(ledger: Ledger) -> Ledger:
    """A ledger of some articles, linked and grouped."""
    with ledger.transaction():
        for number in range(3):
            ledger.add(*long_article(number, 10))
    desk.refresh(ledger)
    return ledger


def test_an_id_is_looked_up_with_one_statement_and_its_claim_with_two(stocked: Ledger) -> None:
    id_ = stocked.claims()[0].id
    with asked(stocked) as counts:
        assert desk.identify(stocked, id_).id == id_
    assert counts["statements"] <= 3
    assert counts["transactions"] == 1


def test_a_name_is_looked_up_with_as_many_statements_for_all_claims_as_for_one(stocked: Ledger) -> None:
    name = stocked.claims()[0].speaker_name
    sent = []
    for limit in (1, 1_000):
        with asked(stocked) as counts:
            assert desk.search(stocked, speaker=name, limit=limit)
        sent.append(counts["statements"])
        assert counts["transactions"] == 1
    assert sent[0] == sent[1] <= 8


def test_a_name_is_listed_once_however_many_articles_give_it(stocked: Ledger) -> None:
    (entry,) = stocked.speaker_entries(0, 50)
    assert (entry.articles, entry.names) == (3, ("Harrowmere Police",))


def test_words_are_looked_up_with_three_statements(stocked: Ledger) -> None:
    word = max(stocked.claims()[0].content_text.split(), key=len)
    with asked(stocked) as counts:
        assert desk.search(stocked, word, limit=1_000)
    assert counts["statements"] <= 3


def test_a_page_of_groups_and_one_of_speakers_take_a_statement_for_each_table(stocked: Ledger) -> None:
    with asked(stocked) as counts:
        stocked.groups_window(0, 50)
    assert counts["statements"] <= 3
    with asked(stocked) as counts:
        assert stocked.speaker_entries(0, 50)
    assert counts["statements"] <= 4


def test_what_is_read_in_one_transaction_is_not_written_in(stocked: Ledger) -> None:
    with stocked.reading(), stocked.reading(), pytest.raises(RuntimeError):
        stocked.release([])
    with stocked.transaction(), stocked.reading():
        stocked.release([])
