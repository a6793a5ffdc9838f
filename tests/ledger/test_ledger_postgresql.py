"""A ledger on a server: what is wrong is one line without the password, nobody's work is lost, rights can be few."""

import logging
import re
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest

from claims import desk
from claims.ledger import Ledger, Query, waiting
from claims.records import Decision, Verdict
from tests.ledger.ledger_samples import ELLISON, POLICE, QUILL, article, claim, long_article, refused
from tests.ledger.test_ledger_crash import adder, check_complete, check_whole
from tests.postgresql_server import Server, execute, server

TRIED_ON = ("postgresql",)


@pytest.fixture
def running() -> Server:
    return server()


@pytest.mark.parametrize(
    ("address", "word"),
    [
        ("postgresql+psycopg://ana:secret@127.0.0.1:1/desk", "cannot be reached"),
        ("postgresql://ana:secret@127.0.0.1:1/desk?connect_timeout=2", "cannot be reached"),
        ("postgresql://ana:secret@no.such.host.invalid/desk", "cannot be reached"),
        ("postgresql://ana:p@secret@db.example/desk", "cannot be understood"),
        ("postgresql://ana:secret@db.example:se/desk", "cannot be understood"),
        ("postgresql+psycopg2://ana:secret@db.example/desk", "cannot be understood"),
        ("mysql://ana:secret@db.example/desk", "a ledger is a file, or in PostgreSQL"),
    ],
)
def test_an_address_where_no_server_is_gives_one_line_without_the_password(address: str, word: str) -> None:
    pytest.importorskip("psycopg")
    with refused(word):
        Ledger.open(address, create=True)


def test_nothing_is_made_unasked_nor_beside_what_others_keep(running: Server, place: str) -> None:
    with refused("no ledger", "claims add FILE"):
        Ledger.open(place)
    execute(place, "CREATE TABLE articles (id integer)")
    for create in (False, True):
        with refused("another program", "left untouched"):
            Ledger.open(place, create=create)
    with refused("no schema"):
        Ledger.open(running.address(schema="not_there"), create=True)
    with refused("cannot be reached", "nobody_such"):
        Ledger.open(running.address(user="nobody_such"), create=True)


def test_the_server_has_tidied_up_after_much_was_added(running: Server, ledger: Ledger, place: str) -> None:
    """So that a list of speakers is read from an index alone at once, and not some minutes later."""
    tidied = (
        "SELECT count(*) FROM pg_class WHERE relname = 'claims' AND relallvisible > 0 AND relnamespace = "
    )
    tidied += "current_schema()::regnamespace"
    ledger.add_several([long_article(number, 50) for number in range(60)])
    ledger.tidy()
    assert execute(place, tidied) == [(1,)]
    other = running.place()
    with Ledger.open(other, create=True) as copy:
        ledger.copy_to(copy)
    assert execute(other, tidied) == [(1,)]


def test_a_speaker_s_words_are_counted_however_long_they_are(ledger: Ledger) -> None:
    """An index of a server takes no text as long as that."""
    long = " ".join(["the river police of Harrowmere,"] * 200)
    text = f"{long} said it rained. Harrowmere Police said it snowed. {long} said it thawed."
    told = article(text)
    found = [
        claim(told, words, "said", content, speaker=POLICE)
        for words, content in ((long, "it rained"), ("Harrowmere Police", "it snowed"), (long, "it thawed"))
    ]
    ledger.add(told, found)
    desk.refresh(ledger)
    (entry,) = ledger.speaker_entries(0, 5)
    assert entry.mentions == ((long, 2), ("Harrowmere Police", 1))


def test_who_does_not_own_the_tables_leaves_them_as_they_are(
    running: Server, ledger: Ledger, place: str
) -> None:
    ledger.add_several([long_article(number, 50) for number in range(60)])
    schema = re.search(r"ledger_\d+", place)
    assert schema
    running.execute("CREATE ROLE looks LOGIN")
    running.execute(f"GRANT USAGE ON SCHEMA {schema[0]} TO looks")
    running.execute(f"GRANT SELECT ON ALL TABLES IN SCHEMA {schema[0]} TO looks")
    with Ledger.open(running.address(user="looks", schema=schema[0])) as own:
        own.tidy()
    asked = "SELECT count(last_vacuum) FROM pg_stat_user_tables WHERE schemaname = current_schema()"
    assert execute(place, asked) == [(0,)]


def test_a_later_format_is_refused_and_an_earlier_one_brought_up(ledger: Ledger, place: str) -> None:
    ledger.add(*long_article(1))
    execute(place, "UPDATE ledger_format SET number = 99")
    with refused("later release", "update claims"):
        Ledger.open(place)
    columns = (
        "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = current_schema()"
    )
    indexes = "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = current_schema()"
    new, indexed = execute(place, columns), execute(place, indexes)
    execute(
        place,
        "DROP VIEW latest_claims, grouped_claims; DROP TABLE page_states; "
        "DROP INDEX ix_claims_short_mention, ix_claims_long_mention, ix_appearances_short_name; "
        "ALTER TABLE articles DROP COLUMN pages, DROP COLUMN origins; UPDATE ledger_format SET number = 9",
    )
    with Ledger.open(place) as upgraded:
        assert len(upgraded.search(Query(words="river"))) == 20
    assert set(execute(place, columns)) == set(new)
    assert set(execute(place, indexes)) == set(indexed)


def test_another_user_s_work_is_waited_for_with_a_word_and_then_refused(
    ledger: Ledger, place: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(waiting, "SILENT_SECONDS", 0.1)
    monkeypatch.setattr(waiting, "BUSY_SECONDS", 0.3)
    with Ledger.open(place) as other, other.transaction():
        with refused("in use", "try again"):
            ledger.add(*long_article(1))
        assert ledger.claims() == []  # readers go on
    (said,) = [record.getMessage() for record in caplog.records if record.levelno == logging.WARNING]
    assert ": waiting for owner (claims, process " in said
    assert ledger.add(*long_article(1)).status == "new"


REFUSED_TWICE = """
CREATE SEQUENCE tries;
CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF nextval('tries') < %d THEN
        RAISE EXCEPTION 'could not serialize access' USING ERRCODE = '%s';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER refused BEFORE INSERT ON verdicts FOR EACH ROW EXECUTE FUNCTION refuse();
"""


@pytest.mark.parametrize("state", ["40001", "40P01"])
def test_a_transaction_that_others_break_is_tried_again_and_stored_once(
    ledger: Ledger, place: str, state: str
) -> None:
    execute(place, REFUSED_TWICE % (3, state))
    ledger.record(Verdict("0123", "ph", date(2031, 5, 2)), corrections=[Decision("rename", ("x",), "y")])
    assert [verdict.claim_id for verdict in ledger.verdicts()] == ["0123"]
    assert len(ledger.decisions()) == 1


def test_a_transaction_that_others_always_break_is_refused_in_a_line(ledger: Ledger, place: str) -> None:
    execute(place, REFUSED_TWICE % (99, "40001"))
    with refused("at the same time", "try again"):
        ledger.record(Verdict("0123", "ph", date(2031, 5, 2)), corrections=[Decision("rename", ("x",), "y")])
    assert ledger.verdicts() == []
    assert ledger.decisions() == []


def test_a_server_that_is_killed_loses_and_doubles_nothing(running: Server, place: str) -> None:
    sentences = 10
    Ledger.open(place, create=True).close()
    with Ledger.open(place) as watching:
        process = adder(place, 0, 200, sentences)
        while len(watching.article_names()) < 5:
            time.sleep(0.01)
        running.stop("immediate")
        assert process.wait(60) != 0
        with refused("server"):
            watching.claims()
        running.start()
        assert 5 <= check_whole(place, sentences) < 200
        assert len(watching.claims()) % sentences == 0  # an open ledger finds the server again
    check_complete(place, 30, sentences)


REVIEWER = """
import sys
from datetime import date
from pathlib import Path
from claims.ledger import Ledger
from claims.records import Decision, Verdict
with Ledger.open(sys.argv[1]) as ledger:
    ids = [claim.id for claim in ledger.claims()]
    for id_ in ids:
        ledger.record(
            Verdict(id_, sys.argv[2], date(2031, 5, 2), "correct"),
            corrections=[Decision("speaker", (id_,), "Mara Ellison", sys.argv[2])],
        )
        print("one", flush=True)
"""


def test_reviewers_at_once_one_of_them_killed_leave_whole_reviews(ledger: Ledger, place: str) -> None:
    for number in range(3):
        ledger.add(*long_article(number))
    command = [sys.executable, "-c", REVIEWER, place]
    ana, bo = (subprocess.Popen([*command, who], stdout=subprocess.PIPE, text=True) for who in ("Ana", "Bo"))
    assert bo.stdout
    for _ in range(5):
        bo.stdout.readline()
    bo.kill()
    ana.communicate(timeout=120)
    bo.communicate()
    assert ana.returncode == 0
    given = [(verdict.reviewer, verdict.claim_id) for verdict in ledger.verdicts()]
    assert len(set(given)) == len(given)
    assert sum(who == "Ana" for who, _ in given) == 60
    assert sum(who == "Bo" for who, _ in given) >= 5
    assert sorted((d.reviewer, d.about[0]) for d in ledger.decisions()) == sorted(given)


def test_nul_and_every_other_character_come_back_in_the_order_of_code_points(ledger: Ledger) -> None:
    keys = ["A\0z", "a.txt", "Z.txt", "é.txt", "\ufdd0\ufdd1", "\U0001f600", "-", "_", "10", "9"]
    for key in keys:
        ledger.add(article(f"\0{key} Mara Ellison said \ufdd0\0.", key=key), [])
    assert [a.key for a in ledger.articles()] == sorted(keys)
    assert ledger.article("A\0z").text == "\0A\0z Mara Ellison said \ufdd0\0."


def rights(schema: str) -> str:
    """What docs/postgresql.md has an owner type, for this schema and for roles of its own."""
    blocks = Path("docs/postgresql.md").read_text("utf-8").split("```sql\n")[1:]
    (typed,) = (block.partition("```")[0] for block in blocks if "GRANT" in block)
    for name, ours in (("public", schema), ("ana", f"desk_{schema}"), ("guest", f"reader_{schema}")):
        typed = re.sub(rf"\b{name}\b", ours, typed)
    return typed


def test_the_rights_of_the_guide_are_enough_for_each_and_no_more(
    running: Server, ledger: Ledger, place: str
) -> None:
    told = article("Mara Ellison said the wall held. Tomas Quill said the wall held.")
    held = claim(told, "Mara Ellison", "said", "the wall held", speaker=ELLISON)
    ledger.add(told, [held])
    schema = place.rpartition("%3D")[2]
    execute(place, rights(schema))
    with desk.open_ledger(running.address(f"desk_{schema}", schema)) as of_desk:
        later = article("Tomas Quill said the sheep were lost.", key="b.txt")
        lost = claim(later, "Tomas Quill", "said", "the sheep were lost", speaker=QUILL)
        of_desk.add(later, [lost])
        desk.refresh(of_desk)
        of_desk.record(Verdict(lost.id, "Ana", date(2031, 5, 2), "correct"))
        desk.undo(of_desk, desk.decide(of_desk, Decision("rename", ("Tomas Quill",), "Thomas Quill")).number)
        of_desk.reextract(told, [], {})
        desk.remove(of_desk, told.key)
        desk.refresh(of_desk)
    with desk.open_ledger(running.address(f"reader_{schema}", schema)) as reader:
        assert [c.id for c in desk.search(reader, "sheep", speaker="quill")] == [lost.id]
        with refused("may not", "docs/postgresql.md"):
            reader.add(article("Nobody spoke.", key="c.txt"), [])
        assert [a.key for a in reader.articles()] == ["b.txt"]
    for forbidden in ("DELETE FROM verdicts", "DROP TABLE claims", "UPDATE ledger_format SET number = 1"):
        with pytest.raises(Exception, match=r"permission denied|must be owner"):
            execute(running.address(f"desk_{schema}", schema), forbidden)
