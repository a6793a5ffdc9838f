"""What a person looks up in a ledger of a million claims: ``listings.py [CLAIMS [LEDGER ...]]``.

Ledgers of so many invented claims (1,000,000 where none is given) from a tenth as many articles, in a file and, where
PostgreSQL is installed, on a server of this run's own; or those that are named, which are there already. Each look-up
is made some times, each time of another name, word, claim or speaker, as claims and speakers of them are drawn: one who
speaks often is drawn often. For each, in milliseconds:

    clock, processor    the median in this process, as the clock has it and as this process' processor has it
    bare                the median of SQL that reads the same rows in the same order, with the ledger's own indexes,
                        beside it; the rows are not checked, nor made into anything
    times               how many times as long as that the look-up takes: of a file by the processor, which other
                        programs leave as it is, of a server by the clock
    command             the median of the command line beyond an interpreter that does nothing, both with modules that
                        are compiled once, as an installed program has them

What SQL has no words for, it is told: of a name in any spelling, which words of names it may be and which speakers it
means. It reads all words of names and the names that have these, as whoever looks for one has to, and the claims of
these speakers. Of an id it asks claims, groups, speakers and articles, as somebody may give any of them.
"""

import os
import random
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory, gettempdir
from typing import Any, Final

from invented_ledger import fill

from claims import desk, names
from claims.ledger import Ledger

ROOT: Final = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))
from tests import postgresql_server  # noqa: E402

CLAIMS: Final = 1_000_000
TIMES: Final = 15
COMMANDS: Final = 3
A_PAGE: Final = 50
SEED: Final = 11
_COMPILED: Final = str(Path(gettempdir()) / "claims-listings-compiled")
"""Where the modules are kept as Python compiles them, which a checkout may be told to do without."""

_SHARED_BUFFERS: Final = "2GB"
"""Memory of the server: a quarter of a small one's, as PostgreSQL's documentation advises."""

_LIVE = "(c.unit IS NULL OR c.unit <> 0)"
_ROWS = (
    "SELECT c.*, a.*, s.name, s.role FROM claims c JOIN articles a ON a.id = c.article_id "
    "LEFT JOIN speakers s ON s.id = c.speaker_id"
)
_PLACE = "a.key, a.version, c.starts, c.ends, c.number"
_MEANT = (
    "c.number IN (SELECT number FROM claims WHERE speaker_id IN ({ids}) "
    "UNION ALL SELECT claim_number FROM co_speakers WHERE speaker_id IN ({ids}))"
)
_OF_THE_SPEAKER = f"{_ROWS} WHERE {_MEANT} AND {_LIVE} ORDER BY {_PLACE} LIMIT {A_PAGE}"
_NAMES = {
    "sqlite": "SELECT group_concat(word, ' ') FROM vocabulary WHERE kind = 'name'",
    "postgresql": "SELECT string_agg(word, ' ') FROM vocabulary WHERE kind = 'name'",
}
_NAMED = """SELECT DISTINCT s.id, s.name, s.type, s.role, s.claims, p.name AS given
    FROM speakers s JOIN appearances p ON p.speaker_id = s.id WHERE s.id IN (SELECT speaker_id FROM appearances
        WHERE name IN (SELECT phrase FROM speaker_words WHERE kind = 'name' AND word IN ({words})))"""
_BEST = f"""{_ROWS} JOIN ({{ranked}} JOIN articles a ON a.id = c.article_id WHERE {{matches}} AND {{more}} AND {_LIVE}
    ORDER BY score, {_PLACE} LIMIT {A_PAGE}) best ON best.number = c.number ORDER BY best.score, {_PLACE}"""
_MATCHING: Final = {
    "sqlite": _BEST.format(
        ranked="SELECT c.number, f.rank AS score FROM claims_fts f JOIN claims c ON c.number = f.rowid",
        matches="claims_fts MATCH {word}",
        more="{more}",
    ),
    "postgresql": _BEST.format(
        ranked="SELECT c.number, -ts_rank(c.search, to_tsquery('claims_words', {word}), 1) AS score FROM claims c",
        matches="c.search @@ to_tsquery('claims_words', {word})",
        more="{more}",
    ),
}
_BEGINNING = "{column} >= {id} AND {column} < {end}"
_OF_ID = (
    f"SELECT DISTINCT c.id FROM claims c WHERE {_BEGINNING.replace('{column}', 'c.id')} AND {_LIVE}",
    f"SELECT id FROM groups WHERE {_BEGINNING.replace('{column}', 'id')}",
    f"SELECT DISTINCT speaker_id FROM appearances WHERE {_BEGINNING.replace('{column}', 'id')}",
    f"SELECT DISTINCT shown_id FROM articles WHERE {_BEGINNING.replace('{column}', 'shown_id')}",
    f"{_ROWS} WHERE c.id = {{id}}",
)
_SPEAKERS = (
    f"SELECT * FROM speakers WHERE claims > 0 ORDER BY claims DESC, name LIMIT {A_PAGE}",
    f"""SELECT c.speaker_id, c.mention, count(*) FROM claims c WHERE c.speaker_id IN
        (SELECT id FROM speakers WHERE claims > 0 ORDER BY claims DESC, name LIMIT {A_PAGE}) AND {_LIVE}
        GROUP BY c.speaker_id, c.mention""",
    f"""SELECT c.speaker_id, count(DISTINCT c.article_id) FROM claims c WHERE c.speaker_id IN
        (SELECT id FROM speakers WHERE claims > 0 ORDER BY claims DESC, name LIMIT {A_PAGE}) AND {_LIVE}
        GROUP BY c.speaker_id""",
    f"""SELECT DISTINCT p.speaker_id, p.name FROM appearances p WHERE p.speaker_id IN
        (SELECT id FROM speakers WHERE claims > 0 ORDER BY claims DESC, name LIMIT {A_PAGE})""",
)
_GROUPS = f"""{_ROWS.replace("a.*", "a.*, g.id, m.reason, m.report")}
    JOIN group_members m ON m.claim_number = c.number JOIN groups g ON g.id = m.group_id
    WHERE g.id IN (SELECT id FROM groups ORDER BY articles DESC, speaker_name, id LIMIT {A_PAGE})
    ORDER BY g.articles DESC, g.speaker_name, g.id, m.place"""


@dataclass(frozen=True, slots=True)
class Drawn:
    """What is looked up: the name and id of a speaker, a word that the speaker said, and the id of the claim.

    ``like`` are the words of names that the name may be, ``meant`` the ids of the speakers whom it means.
    """

    surname: str
    word: str
    claim: str
    speaker: str
    like: tuple[str, ...]
    meant: tuple[str, ...]


@dataclass(slots=True)
class Look:
    """A look-up: in this process, as bare SQL, and as a command; with the milliseconds that each took."""

    run: Callable[[Ledger, Drawn], object]
    sql: Callable[[str, Drawn], Sequence[str]]
    command: Callable[[Drawn], list[str]]
    clock: list[float] = field(default_factory=list)
    processor: list[float] = field(default_factory=list)
    bare: list[float] = field(default_factory=list)
    bare_processor: list[float] = field(default_factory=list)
    commanded: list[float] = field(default_factory=list)


def _quoted(word: str) -> str:
    return "'" + word.replace("'", "''") + "'"


def _listed(words: Sequence[str]) -> str:
    return ", ".join(map(_quoted, words))


def _whom(database: str, one: Drawn) -> list[str]:
    """What is read to find out whom a name means."""
    return [_NAMES[database], _NAMED.format(words=_listed(one.like))]


def _matching(database: str, word: str, more: str = "true") -> str:
    return _MATCHING[database].format(word=_quoted(word), more=more)


def _meant(one: Drawn) -> str:
    return _MEANT.format(ids=_listed(one.meant))


def _of_id(id_: str) -> list[str]:
    return [sql.format(id=_quoted(id_), end=_quoted(f"{id_}\U0010ffff")) for sql in _OF_ID]


def looks() -> dict[str, Look]:
    """Each look-up, by its name."""
    limit = ["--limit", str(A_PAGE)]
    return {
        "speaker search": Look(
            lambda ledger, one: desk.search(ledger, speaker=one.surname, limit=A_PAGE),
            lambda database, one: [*_whom(database, one), _OF_THE_SPEAKER.format(ids=_listed(one.meant))],
            lambda one: ["search", "--speaker", one.surname, *limit],
        ),
        "text search": Look(
            lambda ledger, one: desk.search(ledger, one.word, limit=A_PAGE),
            lambda database, one: [_matching(database, one.word)],
            lambda one: ["search", one.word, *limit],
        ),
        "both": Look(
            lambda ledger, one: desk.search(ledger, one.word, speaker=one.surname, limit=A_PAGE),
            lambda database, one: [*_whom(database, one), _matching(database, one.word, _meant(one))],
            lambda one: ["search", one.word, "--speaker", one.surname, *limit],
        ),
        "show": Look(
            lambda ledger, one: desk.identify(ledger, one.claim),
            lambda _, one: _of_id(one.claim),
            lambda one: ["show", one.claim],
        ),
        "speakers, first page": Look(
            lambda ledger, _: ledger.speaker_entries(0, A_PAGE),
            lambda *_: _SPEAKERS,
            lambda _: ["speakers", *limit],
        ),
        "groups, first page": Look(
            lambda ledger, _: ledger.groups_window(0, A_PAGE),
            lambda *_: [_GROUPS],
            lambda _: ["groups", *limit],
        ),
        "dossier": Look(
            lambda ledger, one: desk.dossier(ledger, one.speaker),
            lambda _, one: [
                f"{_ROWS} WHERE c.speaker_id = {_quoted(one.speaker)} AND {_LIVE}",
                f"""{_ROWS} JOIN group_members m ON m.claim_number = c.number WHERE m.group_id IN (SELECT o.group_id
                FROM group_members o JOIN claims d ON d.number = o.claim_number
                WHERE d.speaker_id = {_quoted(one.speaker)})""",
                f"SELECT * FROM appearances WHERE speaker_id = {_quoted(one.speaker)}",
            ],
            lambda one: ["dossier", one.speaker],
        ),
    }


def drawn(ledger: Ledger, count: int) -> list[Drawn]:
    """So many claims, each with a word of it."""
    chance = random.Random(SEED)  # noqa: S311
    found: list[Drawn] = []
    known = ledger.speaker_words("name")
    with ledger._reading() as connection:
        most = connection.exec_driver_sql("SELECT max(number) FROM claims").scalar_one()
    while len(found) < count:
        with ledger._reading() as connection:
            row = connection.exec_driver_sql(
                f"SELECT id, content, speaker_id, speaker_name FROM claims WHERE number = {chance.randint(1, most)}"
            ).one()
        words = [word for word in row.content.split() if word.isalpha() and len(word) > 4]
        if words:
            name = row.speaker_name.split()[-1]
            like = tuple(sorted(names.words_like(name, known)))
            meant = tuple(one.id for one in desk.find_speakers(ledger, name))
            found.append(Drawn(name, chance.choice(words), row.id, row.speaker_id, like, meant))
    return found


@contextmanager
def bare(place: str) -> Iterator[Callable[[str], list[Any]]]:
    """What runs a statement in a ledger and reads all of its rows, without anything of ours."""
    if "://" in place:
        import psycopg  # noqa: PLC0415

        with psycopg.connect(place.replace("+psycopg", ""), autocommit=True) as server:
            yield lambda sql: server.execute(sql.encode()).fetchall()
    else:
        with closing(sqlite3.connect(place)) as file:
            yield lambda sql: file.execute(sql).fetchall()


def milliseconds(work: Callable[[], object]) -> tuple[float, float]:
    """How long something takes, as the clock has it and as this process' processor has it."""
    spent, began = time.process_time(), time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - began), 1000 * (time.process_time() - spent)


def command(*arguments: str) -> float:
    """How many milliseconds a program of this interpreter takes."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONPYCACHEPREFIX": _COMPILED}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    return milliseconds(
        lambda: subprocess.run(
            [sys.executable, *arguments], check=True, capture_output=True, cwd=ROOT, env=environment
        )
    )[0]


def measure(place: str) -> dict[str, Look]:
    """Make each look-up, as often as it is to be made."""
    database = "postgresql" if "://" in place else "sqlite"
    found = looks()
    with Ledger.open(place) as ledger, bare(place) as execute:
        every = drawn(ledger, TIMES + 1)
        for look in found.values():
            for number, one in enumerate(every):
                statements = look.sql(database, one)
                plain, spent = milliseconds(lambda sql=statements: [execute(each) for each in sql])  # type: ignore[misc]
                clock, processor = milliseconds(lambda work=look.run, what=one: work(ledger, what))  # type: ignore[misc]
                if number:  # the first time does not count
                    look.bare.append(plain)
                    look.bare_processor.append(spent)
                    look.clock.append(clock)
                    look.processor.append(processor)
    for look in found.values():
        command("-m", "claims", *look.command(every[0]), "--ledger", place)  # compiles what it needs
        for one in every[:COMMANDS]:
            idle = command("-c", "pass")
            look.commanded.append(command("-m", "claims", *look.command(one), "--ledger", place) - idle)
    return found


def rows(
    found: dict[str, Look], *, on_server: bool
) -> Iterator[tuple[str, float, float, float, float, float]]:
    """Each look-up with its figures, in the order of the columns."""
    for name, look in found.items():
        clock, processor, plain = median(look.clock), median(look.processor), median(look.bare)
        times = clock / plain if on_server else processor / median(look.bare_processor)
        yield name, clock, processor, plain, times, median(look.commanded)


@contextmanager
def invented_ledgers(claims: int) -> Iterator[list[str]]:
    """Ledgers of so many claims: a file, and a schema on a server where one can be started."""
    with TemporaryDirectory() as folder:
        places = [str(Path(folder) / "claims.db")]
        if postgresql_server._program("initdb"):
            places.append(postgresql_server.server(shared_buffers=_SHARED_BUFFERS).place())
        try:
            for place in places:
                with Ledger.open(place, create=True) as ledger:
                    fill(ledger, claims)
            yield places
        finally:
            postgresql_server.stop()


def report(places: Sequence[str]) -> None:
    """Measure and print."""
    columns = ("clock", "processor", "bare", "times", "command")
    print(f"{'':10} {'':22}", *(f"{column:>9}" for column in columns))
    for place in places:
        for name, *figures in rows(measure(place), on_server="://" in place):
            database = "PostgreSQL" if "://" in place else "SQLite"
            print(f"{database:10} {name:22}", *(f"{figure:9.1f}" for figure in figures), flush=True)


def main(arguments: Sequence[str]) -> None:
    """Measure in ledgers that are there, or in new ones."""
    claims = int(arguments[0].replace(",", "")) if arguments else CLAIMS
    if len(arguments) > 1:
        report(arguments[1:])
        return
    with invented_ledgers(claims) as places:
        report(places)


if __name__ == "__main__":
    main(sys.argv[1:])
