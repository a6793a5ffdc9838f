"""Claims to verify, in windows and orders, and the names that a person begins to type: alike on both databases."""

from datetime import date

import pytest

from claims.ledger import Ledger, QueueOrder, QueueQuery
from claims.linking import relink
from claims.records import Verdict
from tests.ledger.ledger_samples import ELLISON, POLICE, QUILL, article, claim

COURIER = article(
    "Mara Ellison said the weapons were found at the old mill. Tomás Quill denied the river wall had failed.",
    key="https://courier.example/1",
    published=date(2031, 3, 4),
)
MILL = claim(COURIER, "Mara Ellison", "said", "the weapons were found at the old mill", speaker=ELLISON)
WALL = claim(COURIER, "Tomás Quill", "denied", "the river wall had failed", speaker=QUILL, tag="low")
ECHO = article(
    "Harrowmere Police warned of the river.", key="https://echo.example/1", published=date(2031, 3, 6)
)
RIVER = claim(ECHO, "Harrowmere Police", "warned", "of the river", speaker=POLICE)
UNDATED = article("Nobody knows, Mara Ellison said.", key="a.txt")
NOBODY = claim(UNDATED, "Mara Ellison", "said", "Nobody knows", speaker=None)


@pytest.fixture
def stocked(ledger: Ledger) -> Ledger:
    ledger.add(ECHO, [RIVER])
    ledger.add(COURIER, [MILL, WALL])
    ledger.add(UNDATED, [NOBODY])
    with ledger.linking_store() as store:
        relink(store, [])
    return ledger


@pytest.mark.parametrize(
    ("order", "expected"),
    [("place", [NOBODY, MILL, WALL, RIVER]), ("newest", [RIVER, MILL, WALL, NOBODY])],
)
def test_the_queue_in_its_order_by_window_and_by_neighbour(
    stocked: Ledger, order: QueueOrder, expected: list[object]
) -> None:
    ids = [shown.id for shown in expected]  # type: ignore[attr-defined]
    query = QueueQuery(order=order)
    assert [found.id for found in stocked.queue(query, 0, 10)] == ids
    assert [found.id for found in stocked.queue(query, 1, 2)] == ids[1:3]
    walked = [stocked.queue_neighbour(query, None)]
    while (follows := stocked.queue_neighbour(query, walked[-1])) is not None:
        walked.append(follows)
    assert walked == ids
    assert stocked.queue_neighbour(query, ids[2], backwards=True) == ids[1]


def test_the_queue_leaves_out_what_is_judged_and_counts_it(stocked: Ledger) -> None:
    stocked.record(Verdict(MILL.id, "Ana", date(2031, 3, 7), attribution="correct"))
    query = QueueQuery(words="mill", unreviewed=True)
    assert stocked.queue(query, 0, 10) == []
    left = stocked.queue(QueueQuery(unreviewed=True), 0, 10)
    assert [found.id for found in left] == [NOBODY.id, WALL.id, RIVER.id]
    count = stocked.queue_count(QueueQuery(unreviewed=True))
    assert (count.claims, count.reviewed) == (4, 1)


def test_the_queue_is_searched_by_words(stocked: Ledger) -> None:
    assert [found.id for found in stocked.queue(QueueQuery(words="rivers"), 0, 10)] == [WALL.id, RIVER.id]


@pytest.mark.parametrize(
    ("typed", "names"),
    [("ell", ["Mara Ellison"]), ("MARA el", ["Mara Ellison"]), ("tomas", ["Tomas Quill"]), ("llison", [])],
)
def test_names_are_found_by_how_their_words_begin(stocked: Ledger, typed: str, names: list[str]) -> None:
    assert [name for name, _, _ in stocked.speaker_names(typed, 5)] == names


@pytest.mark.parametrize("typed", ["", "  ", "(", ".*", "\\"])
def test_what_is_no_word_finds_no_name(stocked: Ledger, typed: str) -> None:
    assert stocked.speaker_names(typed, 5) == []
