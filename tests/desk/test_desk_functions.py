import sqlite3
from datetime import date, timedelta
from pathlib import Path

import pytest

import claims
from claims import desk
from claims.desk import Filter
from claims.errors import ClaimsError
from claims.ledger import Ledger

COURIER = "grain warehouse"


@pytest.fixture(scope="module")
def stocked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger that holds the samples; copy it to change it."""
    path = tmp_path_factory.mktemp("desk") / "claims.db"
    with Ledger.open(path, create=True) as ledger:
        claims.add(ledger, "seeds")
    return path


@pytest.mark.parametrize("ledger", ["sqlite"], indirect=True)
def test_an_article_is_found_by_its_title_without_reading_any_other_text(ledger: Ledger) -> None:
    connection = sqlite3.connect(ledger.name)
    with connection:
        connection.execute("UPDATE articles SET text = 'cut short' WHERE title NOT LIKE ?", [f"%{COURIER}%"])
    connection.close()
    with pytest.raises(ClaimsError, match="damaged"):
        ledger.articles()
    assert COURIER in (desk.find_article(ledger, COURIER).title or "").casefold()


def test_paths_are_relative_to_the_ledger_so_that_both_can_move_together(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("Mayor Ada Vale said that the bridge was closed.", "utf-8")
    with Ledger.open(tmp_path / "claims.db", create=True) as ledger:
        (outcome,) = claims.add(ledger, tmp_path / "in")
        assert [article.path for article in ledger.articles()] == ["in/a.txt"]
    assert (outcome.status, len(outcome.claims)) == ("new", 1)


def test_a_search_finds_what_a_filter_leaves(ledger: Ledger) -> None:
    found = claims.search(ledger, speaker="vellmoor", kind="indirect", since=date(2026, 1, 1))
    selection = desk.select(ledger, Filter(speaker="vellmoor", kind="indirect", since=date(2026, 1, 1)))
    assert found == selection.claims != []
    assert {claim.speaker_name for claim in found} == {"Idra Vellmoor"}
    assert [speaker.speaker.name for speaker in selection.speakers or ()] == ["Idra Vellmoor"]
    assert claims.search(ledger, speaker="vellmoor", exact=True) == []
    assert claims.search(ledger, "hospital", limit=1) == claims.search(ledger, "hospital")[:1] != []


def test_whom_a_name_was_taken_for_is_none_where_no_name_was_asked_for(ledger: Ledger) -> None:
    assert desk.select(ledger, Filter()).speakers is None
    assert desk.select(ledger, Filter(speaker="Zebedee Quux")) == desk.Selection([], [])


def test_two_versions_are_chosen_by_number_or_day(ledger: Ledger) -> None:
    article = desk.find_article(ledger, COURIER)
    today = ledger.added(article.key)[0].astimezone().date()
    for since in (None, 1, today, today - timedelta(days=1)):
        (old, before), (new, after) = desk.two_versions(ledger, article, since)
        assert (old.version, new.version) == (1, 2)
        assert (before, after) == (ledger.claims(old), ledger.claims(new))
    with pytest.raises(ClaimsError, match="no earlier version 2: there are 1 to 2"):
        desk.two_versions(ledger, article, 2)
    with pytest.raises(ClaimsError, match="one version of it only"):
        desk.two_versions(ledger, desk.find_article(ledger, "iraqi"))


def test_an_export_with_the_ledger_has_all_that_it_knows_of_the_claims(
    ledger: Ledger, tmp_path: Path
) -> None:
    found = claims.search(ledger, speaker="vellmoor")
    alone, known = (tmp_path / name for name in ("alone.jsonl", "known.jsonl"))
    claims.export(found, alone)
    claims.export(found, known, ledger=ledger)
    assert '"group": null' in alone.read_text("utf-8").splitlines()[0]
    assert known.read_text("utf-8").count('"group": null') < alone.read_text("utf-8").count('"group": null')
