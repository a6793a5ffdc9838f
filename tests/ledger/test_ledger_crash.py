"""kill -9 in the middle of adding, and several processes adding at once."""

import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from claims.errors import ClaimsError
from claims.ledger import Ledger
from tests.ledger.ledger_samples import long_article
from tests.postgresql_server import execute

ADDER = Path(__file__).with_name("ledger_adder.py")


def adder(place: str, first: int, last: int, sentences: int) -> subprocess.Popen[str]:
    """A process that is about to add articles."""
    command = [sys.executable, str(ADDER), place, *map(str, (first, last, sentences))]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout
    assert process.stdout.readline() == "ready\n"
    process.stdout.close()
    return process


def check_whole(place: str, sentences: int) -> int:
    """Assert that nothing is broken or half there; the number of articles."""
    try:
        ledger = Ledger.open(place)
    except ClaimsError as problem:
        assert str(problem).startswith("no ledger")  # noqa: PT017  # killed before there was one
        return 0
    with ledger:
        stored = ledger.articles(latest=False)
        assert len({article.key for article in stored}) == len(stored)
        for article in stored:
            assert len(ledger.claims(article)) == sentences
    if "://" in place:
        assert execute(place, "SELECT count(*) FROM mentions") == [(len(stored) * sentences,)]
        return len(stored)
    with closing(sqlite3.connect(place)) as plain:
        assert plain.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert plain.execute("PRAGMA foreign_key_check").fetchall() == []
        plain.execute("INSERT INTO claims_fts (claims_fts) VALUES ('integrity-check')")
        mentions = plain.execute("SELECT count(*) FROM mentions").fetchone()[0]
        assert mentions == len(stored) * sentences
    return len(stored)


def check_complete(place: str, articles: int, sentences: int) -> None:
    samples = [long_article(number, sentences) for number in range(articles)]
    with Ledger.open(place, create=True) as ledger:
        for whole, found in samples:
            ledger.add(whole, found)
        assert ledger.articles() == [whole for whole, _ in samples]
        expected = [claim for _, found in samples for claim in found]
        assert [(c.id, c.content) for c in ledger.claims()] == [(c.id, c.content) for c in expected]
    assert check_whole(place, sentences) == articles


def kill(process: subprocess.Popen[str]) -> None:
    process.kill()
    assert process.wait() in (-signal.SIGKILL, 0)


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
def test_kill_in_the_middle_of_a_transaction(path: Path) -> None:
    articles, sentences = 7, 4000  # more than SQLite's cache holds: it writes to the file before the commit
    journal = path.with_name(path.name + "-journal")

    def half_written() -> bool:
        """Whether there is a journal that the next opening must roll back: one that begins with no zero."""
        try:
            return journal.read_bytes()[:1] > b"\0"
        except FileNotFoundError:
            return False

    cut_short = 0
    for milliseconds in (0, 5, 10, 20, 40, 80):
        process = adder(str(path), 0, articles, sentences)
        while not half_written() and process.poll() is None:
            time.sleep(0.001)
        time.sleep(milliseconds / 1000)
        kill(process)
        cut_short += half_written()
        check_whole(str(path), sentences)
    assert cut_short
    check_complete(str(path), articles, sentences)
    assert not journal.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
def test_kill_at_any_time_between_and_in_short_transactions(place: str) -> None:
    articles, sentences = 100, 10
    before = 0
    for milliseconds in (5, 40, 90, 160, 250, 350):
        process = adder(place, 0, articles, sentences)
        time.sleep(milliseconds / 1000)
        kill(process)
        after = check_whole(place, sentences)
        assert before <= after <= articles
        before = after
    check_complete(place, articles, sentences)


def test_two_processes_adding_at_once_lose_nothing(place: str) -> None:
    sentences = 10
    adders = [adder(place, first, first + 60, sentences) for first in (0, 40)]  # 20 articles are in both
    assert [process.wait() for process in adders] == [0, 0]
    assert check_whole(place, sentences) == 100
    with Ledger.open(place) as ledger:
        assert [article.version for article in ledger.articles(latest=False)] == [1] * 100
    check_complete(place, 100, sentences)


def test_a_reader_sees_whole_articles_while_another_process_adds(place: str) -> None:
    sentences = 10
    Ledger.open(place, create=True).close()
    process = adder(place, 0, 60, sentences)
    counts = []
    while process.poll() is None:
        with Ledger.open(place) as ledger:
            counts.append(len(ledger.claims()))
    assert process.wait() == 0
    assert all(count % sentences == 0 for count in counts)
    assert counts == sorted(counts)
