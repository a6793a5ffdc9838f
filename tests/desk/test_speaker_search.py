"""Whom a name may mean is found by its words, and is what comparing it with every name would give."""

import csv
from pathlib import Path

import pytest

from claims import desk, names
from claims.ledger import Ledger
from claims.records import Article, Block, Claim, Speaker
from claims.text.claim_ids import claim_id

SPELLINGS = Path("tests/names/spellings.csv")


def told(number: int, speaker: Speaker, mention: str) -> tuple[Article, list[Claim]]:
    """An article in which somebody says one thing."""
    text = f"{mention} said that bridge {number} was closed."
    article = Article(f"https://courier.example/{number}", text, (Block("paragraph", 0, len(text)),))
    cue = len(mention) + 1
    said = Claim(
        claim_id(article.key, "said", text[cue + 5 :]),
        article,
        (article.span(0, len(mention)),),
        (article.span(cue, cue + 4),),
        (article.span(cue + 5, len(text) - 1),),
        speaker,
        "indirect",
        "neutral",
        0.9,
        "high",
    )
    return article, [said]


def latin(name: str) -> bool:
    return all(letter < "ʰ" for letter in name if letter.isalpha())


@pytest.fixture(scope="module")
def known() -> list[str]:
    with SPELLINGS.open(encoding="utf-8", newline="") as file:
        pairs = list(csv.DictReader(file))
    return sorted({row[side] for row in pairs for side in ("name1", "name2") if latin(row[side])})


@pytest.fixture(scope="module")
def stocked(known: list[str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger in which each of the names is a speaker of its own."""
    path = tmp_path_factory.mktemp("named") / "claims.db"
    with Ledger.open(path, create=True) as ledger, ledger.transaction():
        for number, name in enumerate(known):
            ledger.add(*told(number, Speaker(name, "person"), name))
    return path


def test_a_name_finds_whom_it_finds_among_all_names(ledger: Ledger, known: list[str]) -> None:
    missing = []
    for asked in known[::12]:
        found = {summary.speaker.name for summary in desk.find_speakers(ledger, asked)}
        alike = {
            name
            for name in known
            if max(names.likeness(asked, name), 100 * names.compare(asked, name).probability) >= names.LIKE
        }
        missing += [(asked, name) for name in alike - found]
        assert asked in found <= alike
    assert not missing


def test_a_speaker_is_counted_and_found_by_what_holds_now(ledger: Ledger) -> None:
    mayor = Speaker("Orla Quensby", "person", "harbour master of Ostermere")
    for number in (1001, 1002):
        ledger.add(*told(number, mayor, "the harbour master" if number == 1002 else "Orla Quensby"))
    desk.refresh(ledger)
    (found,) = desk.find_speakers(ledger, "Quensbie")
    assert (found.speaker.name, found.claims) == ("Orla Quensby", 2)
    everybody = [(s.id, s.claims, s.articles, s.mentions) for s in ledger.speakers()]
    entries = [*ledger.speaker_entries(0, 300), *ledger.speaker_entries(300, 1000)]
    assert [(e.id, e.claims, e.articles, e.mentions) for e in entries] == everybody
    assert [s.id for s in desk.find_speakers(ledger, "the harbor master")] == [found.id]

    removed = desk.remove(ledger, "https://courier.example/1002")
    assert [s.claims for s in desk.find_speakers(ledger, "Quensby")] == [1]
    desk.remove(ledger, "https://courier.example/1001")
    assert desk.find_speakers(ledger, "Quensby") == []
    desk.undo(ledger, removed.number or 0)
    assert [s.claims for s in desk.find_speakers(ledger, "Quensby")] == [1]

    desk.name_or_role(ledger, "rename", "Orla Quensby", "Orla Vandersteen")
    (renamed,) = desk.find_speakers(ledger, "Vandersten")
    assert (renamed.speaker.name, renamed.claims) == ("Orla Vandersteen", 1)
