"""Searching: words, phrases, filters, order, and text that looks like a query language."""

from datetime import date

import pytest

from claims.ledger import Ledger, Query
from claims.linking import relink
from claims.records import Claim
from tests.ledger.ledger_samples import ELLISON, POLICE, QUILL, article, claim

COURIER = article(
    "Mara Ellison said the weapons were found at the old mill. Tomás Quill denied the river wall had failed.",
    key="https://courier.example/1",
    outlet="The Courier",
    published=date(2031, 3, 4),
)
MILL = claim(COURIER, "Mara Ellison", "said", "the weapons were found at the old mill", speaker=ELLISON)
WALL = claim(
    COURIER, "Tomás Quill", "denied", "the river wall had failed", speaker=QUILL, stance="denying", tag="low"
)
ECHO = article(
    "“River, river, river,” Harrowmere Police warned. The mill of the old town burnt, Mara Ellison said.",
    key="https://echo.example/1",
    outlet="L’Écho",
    published=date(2031, 3, 6),
)
RIVER = claim(ECHO, "Harrowmere Police", "warned", "River, river, river", speaker=POLICE, kind="direct")
BURNT = claim(ECHO, "Mara Ellison", "said", "The mill of the old town burnt", speaker=ELLISON, tag="medium")
UNDATED = article("Nobody knows, Mara Ellison said.", key="a.txt")
NOBODY = claim(UNDATED, "Mara Ellison", "said", "Nobody knows", speaker=None)


@pytest.fixture
def stocked(ledger: Ledger) -> Ledger:
    ledger.add(ECHO, [RIVER, BURNT])
    ledger.add(COURIER, [MILL, WALL])
    ledger.add(UNDATED, [NOBODY])
    with ledger.linking_store() as store:
        relink(store, [])
    return ledger


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("weapons mill", [MILL]),
        ("WEAPON", [MILL]),
        ("weapons river", []),
        ('"old mill"', [MILL]),
        ("“old mill”", [MILL]),
        ('"mill old"', []),
        ('"old mill', [MILL, BURNT]),  # a quotation mark that nothing closes
        ("mill*", [MILL, BURNT]),
        ("mill *", [MILL, BURNT]),
        ("mil*", []),
        ("tomas wall", [WALL]),
        ("Tomás", [WALL]),
        ("denied", [WALL]),
        ("police", [RIVER]),
        ("harrowmere-police", [RIVER]),
        ("river OR mill", []),  # OR is a word like any other
        ("NOT river", []),
        ("content:river", []),
        ("-mill", [MILL, BURNT]),
        ("^mill", [MILL, BURNT]),
        ("mill AND", []),
        ("NEAR(river wall)", []),
        ("'; DROP TABLE claims; --", []),
        ("mill ) (", [MILL, BURNT]),
        ("mill\0", [MILL, BURNT]),
        ("mill \ud800", [MILL, BURNT]),
        ("???", []),
        ("\0", []),
        ('""', []),
    ],
)
def test_words_and_phrases(stocked: Ledger, text: str, expected: list[Claim]) -> None:
    assert sorted(stocked.search(Query(words=text)), key=lambda c: c.id) == sorted(
        expected, key=lambda c: c.id
    )


def test_the_best_match_comes_first(stocked: Ledger) -> None:
    assert stocked.search(Query(words="river")) == [RIVER, WALL]
    assert stocked.search(Query(words="river", limit=1)) == [RIVER]


def test_without_words_claims_come_by_article_and_place(stocked: Ledger) -> None:
    everything = [NOBODY, MILL, WALL, RIVER, BURNT]
    assert stocked.search(Query()) == stocked.search(Query(words=" \t")) == stocked.claims() == everything
    assert stocked.search(Query(limit=2)) == everything[:2]
    assert stocked.search(Query(limit=10**30)) == everything
    assert stocked.search(Query(limit=0)) == []


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (Query(kind="direct"), [RIVER]),
        (Query(tag="medium"), [BURNT]),
        (Query(stance="denying"), [WALL]),
        (Query(outlet="the COURIER"), [MILL, WALL]),
        (Query(outlet="l'echo"), [RIVER, BURNT]),
        (Query(outlet="cour"), [MILL, WALL]),
        (Query(outlet="Coeur"), []),
        (Query(outlet="\ud800"), []),
        (Query(since=date(2031, 3, 6)), [RIVER, BURNT]),
        (Query(since=date(2031, 3, 7)), []),
        (Query(article="a.txt"), [NOBODY]),
        (Query(article="a.txt\ud800"), []),
        (Query(speaker_ids=()), []),
        (Query(speaker_ids=("' OR 1=1 --", "\ud800")), []),
        (Query(words="mill", outlet="the courier"), [MILL]),
        (Query(words="mill", since=date(2031, 3, 5), tag="medium"), [BURNT]),
    ],
)
def test_filters(stocked: Ledger, query: Query, expected: list[Claim]) -> None:
    assert stocked.search(query) == expected


def test_speakers_by_id(stocked: Ledger) -> None:
    ids = {row.speaker.name: row.id for row in stocked.speakers()}
    assert stocked.search(Query(speaker_ids=(ids["Mara Ellison"],))) == [MILL, BURNT]
    assert stocked.search(Query(speaker_ids=(ids["Mara Ellison"], ids["Tomas Quill"]), words="wall")) == [
        WALL
    ]


def test_only_the_latest_version_is_searched(stocked: Ledger) -> None:
    stocked.add(article("Corrected.", key=COURIER.key), [])
    assert stocked.search(Query(words="weapons")) == []
    assert stocked.search(Query(outlet="The Courier")) == []


def test_very_long_queries(stocked: Ledger) -> None:
    assert stocked.search(Query(words="mill " * 20_000)) == stocked.search(Query(words="mill"))
    assert stocked.search(Query(words=" ".join(f"w{i}" for i in range(5_000)))) == []
    assert stocked.search(Query(words="-".join(f"w{i}" for i in range(5_000)))) == []
