"""Commands that are killed at every point at which they change the ledger, and commands that run at once.

A process of its own, which imports everything once and forks for each trial. Run as::

    trials.py FOLDER kills STEP [LIBRARY]    kill at every STEP-th point; with LIBRARY, at calls of the system
    trials.py FOLDER races FIRST LAST        the races of these numbers

Prints a line a command or race, and fails at the first ledger that is not as it must be.
"""

import csv
import ctypes
import os
import random
import shutil
import signal
import sqlite3
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from claims import desk, versions
from claims.cli import main
from claims.desk import adding
from claims.ledger import Ledger
from claims.records import Article, Block, Claim, Decision, Speaker
from claims.text.claim_ids import claim_id

PEOPLE = (
    ("Tahir al-Mazrafi", "harbour master"),
    ("Taher Mazrafi", "harbour master"),
    ("Otto Quill", "baker"),
    ("Otto J. Quill", "baker"),
    ("Mara Ellison", "mayor of Harrowmere"),
)
SAID = (
    "the bridge over the Larn would open in May",
    "the harbour had lost 14 boats in the storm",
    "the harbour had lost 17 boats in the storm",
    "nobody would have to leave the valley this winter",
)
COMMANDS: dict[str, tuple[str, ...]] = {
    "same": ("speakers", "same", "Otto Quill", "Mara Ellison"),
    "different": ("speakers", "different", "Tahir al-Mazrafi", "Taher Mazrafi"),
    "rename": ("speakers", "rename", "Mara Ellison", "Mara Ellison-Reed"),
    "role": ("speakers", "role", "Mara Ellison", "former mayor"),
    "join": ("groups", "join", "FIRST", "LAST"),
    "split": ("groups", "split", "GROUP", "MEMBER"),
    "undo": ("undo", "1"),
    "remove": ("remove", "https://paper1.example/4"),
    "review": ("review", "SHEET", "--reviewer", "Ana"),
}


def told(number: int, *, version: int = 1) -> tuple[Article, list[Claim]]:
    """An invented article with a claim a sentence; of an odd number, one that others have, too."""
    chance = random.Random(number * 10 + version)
    key = f"https://paper{number % 3}.example/{number}"
    lines = []
    for (name, role), words in zip(chance.sample(PEOPLE, 3), chance.sample(SAID, 3), strict=True):
        lines.append((name, role, words))
    text = "\n\n".join(f"{name}, {role}, said {words}." for name, role, words in lines)
    article = Article(key, text, (Block("paragraph", 0, len(text)),), outlet=f"Paper {number % 3}")
    found, at = [], 0
    for name, role, words in lines:
        who = article.span(at, at + len(name))
        of = article.span(at + len(name) + 2, at + len(name) + 2 + len(role))
        cue = article.span(of.end + 2, of.end + 6)
        content = article.span(cue.end + 1, cue.end + 1 + len(words))
        at = content.end + 3
        speaker = Speaker(name, "person", role, (of,))
        id_ = claim_id(key, "said", words)
        found.append(
            Claim(id_, article, (who,), (cue,), (content,), speaker, "indirect", "neutral", 0.9, "high")
        )
    return article, found


def extract_again(article: Article, model: object = None) -> list[Claim]:
    """Stands in for the network: the claims of an article but for the last one, which is shorter now."""
    number = int(article.key.rpartition("/")[2])
    *found, last = told(number)[1]
    content = article.span(last.content[0].start, last.content[0].end - 4)
    id_ = claim_id(article.key, "said", content.text)
    shorter = Claim(
        id_, article, last.mention, last.cue, (content,), last.speaker, "indirect", "neutral", 0.8, "high"
    )
    return [*found, shorter]


def prepare(folder: Path) -> Path:
    """A ledger with a decision and a sheet to review."""
    path = folder / "base.db"
    with Ledger.open(path, create=True) as ledger:
        for number in range(6):
            ledger.add(*told(number))
        desk.refresh(ledger)
        kept = next(s for s in ledger.speakers() if s.speaker.name == "Otto J. Quill")
        desk.decide(ledger, Decision("rename", (kept.id,), "Otto Jasper Quill"))
        claims = ledger.claims()
        groups = ledger.groups()
        COMMANDS["join"] = ("groups", "join", claims[0].id, claims[-2].id)  # the last is extracted otherwise
        COMMANDS["split"] = ("groups", "split", groups[0].id, groups[0].claims[-1].id)
        desk.export(claims, folder / "sheet.csv", ledger=ledger)
    sheet = folder / "sheet.csv"
    with sheet.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    for place, row in enumerate(rows):
        row["verdict_attribution"] = "wrong speaker" if place == 0 else "correct"
        row["corrected_speaker"] = "Ada Roake" if place == 0 else ""
        row["reviewed_on"] = "2026-01-05"
    with sheet.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    COMMANDS["review"] = ("review", str(sheet), "--reviewer", "Ana")
    return path


def run(name: str, path: Path) -> None:
    """Run a command on a ledger in this process, as a user does, or the library where articles are read."""
    if name.startswith("add"):
        numbers = [int(word) for word in name.split()[1:]] or [10, 11, 12]
        with Ledger.open(path) as ledger:
            for number in numbers:
                ledger.add(*told(number))
            desk.refresh(ledger)
    elif name == "reextract":
        adding.__dict__.update(extract=extract_again, load_tagger=lambda _: None)
        with Ledger.open(path) as ledger:
            desk.reextract(ledger)
    else:
        sys.argv = ["claims", *COMMANDS[name], "--ledger", str(path)]
        main()


def forked(work: Callable[[], object]) -> int:
    """The number of a new process that does this and ends: 0, or the status of its end."""
    pid = os.fork()
    if pid:
        return pid
    status = 1
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        work()
        status = 0
    except SystemExit as end:
        status = int(end.code or 0)
    finally:
        os._exit(status)


def ended(pid: int) -> int:
    """The exit status of a process, negative where a signal ended it."""
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


class Points:
    """The points at which a process can be killed: statements that write, or what a library counts."""

    def __init__(self, library: Path | None, *, every: bool = False) -> None:
        self._words: tuple[str, ...] = ("INSERT", "UPDATE", "DELETE", "COMMIT")
        if every:  # statement that makes tables, too
            self._words += ("CREATE", "DROP", "ALTER", "PRAGMA")
        self._library = ctypes.CDLL(str(library)) if library else None

    def arm(self, fatal: int) -> Callable[[], int]:
        """Let this process be killed at the point of this number, 0 for none; gives how many there were so far."""
        if self._library:
            self._library.arm(fatal)
            counted: Callable[[], int] = self._library.counted
            return counted
        count, after_commit = 0, False
        connect = sqlite3.connect

        def traced(statement: str) -> None:
            nonlocal count, after_commit
            word = statement.lstrip("- ").split(maxsplit=1)[0].upper()
            if after_commit or word in self._words:
                count += 1
                if count == fatal:
                    os.kill(os.getpid(), signal.SIGKILL)
            after_commit = word == "COMMIT"

        def opened(*args: Any, **options: Any) -> sqlite3.Connection:
            connection: sqlite3.Connection = connect(*args, **options)
            connection.set_trace_callback(traced)
            return connection

        sqlite3.connect = opened  # type: ignore[assignment]
        return lambda: count


CONTENT = """
SELECT 'article', a.key, a.version, a.hash, a.outlet FROM articles a ORDER BY a.id;
SELECT 'speaker', id, name, type, role, doubts FROM speakers ORDER BY id;
SELECT 'appearance', p.id, a.key, a.version, p.speaker_id, p.name, p.role, p.role_offsets, p.probability, p.reason
    FROM appearances p JOIN articles a ON a.id = p.article_id ORDER BY a.id, p.id;
SELECT 'claim', c.id, a.key, a.version, c.speaker_id, p.id, c.speaker_name, c.content, c.unit
    FROM claims c JOIN articles a ON a.id = c.article_id
    LEFT JOIN appearances p ON p.number = c.appearance_number ORDER BY a.id, c.id;
SELECT 'together', c.id, a.key, a.version, o.place, o.speaker_id, p.id FROM co_speakers o
    JOIN claims c ON c.number = o.claim_number JOIN articles a ON a.id = c.article_id
    LEFT JOIN appearances p ON p.number = o.appearance_number ORDER BY a.id, c.id, o.place;
SELECT 'mention', a.key, a.version, c.id, m.speaker_id, m.words, m.starts FROM mentions m
    JOIN claims c ON c.number = m.claim_number JOIN articles a ON a.id = m.article_id ORDER BY a.id, c.id, m.starts;
SELECT 'group', id, articles, speaker_name FROM groups ORDER BY id;
SELECT 'member', m.group_id, m.place, c.id, a.key, m.reason, m.report FROM group_members m
    JOIN claims c ON c.number = m.claim_number JOIN articles a ON a.id = c.article_id ORDER BY m.group_id, m.place;
SELECT DISTINCT 'tie', t.first, t.second, t.relation, t.probability FROM ties t JOIN claims c ON c.unit = t.first
    JOIN claims d ON d.unit = t.second ORDER BY t.first, t.second;
SELECT 'touched', unit FROM touched_units;
SELECT 'left', changed, linked, grouped FROM progress WHERE linked <> changed OR grouped <> changed;
SELECT 'successor', id, content, successor FROM successors ORDER BY id;
"""
DECIDED = """
SELECT 'decision', number, kind, about, value, reviewer, undone IS NULL FROM decisions ORDER BY number;
SELECT 'verdict', number, claim_id, reviewer, decided, attribution, corrected_speaker FROM verdicts ORDER BY number;
"""


def content(path: Path, statements: str = CONTENT + DECIDED) -> list[tuple[Any, ...]]:
    """All that a ledger says, without times and the numbers of rows; it must be sound."""
    with closing(sqlite3.connect(path)) as plain:
        assert plain.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert plain.execute("PRAGMA foreign_key_check").fetchall() == []
        plain.execute("INSERT INTO claims_fts (claims_fts) VALUES ('integrity-check')")
        plain.rollback()
        return [row for statement in statements.split(";") for row in plain.execute(statement)]


def kills(folder: Path, step: int, library: Path | None) -> None:
    """Kill each command at its points, and look at what it leaves, with the next command and with the same again."""
    base = prepare(folder)
    before, points, path = content(base), Points(library), folder / "trial.db"
    copied = folder / "looked-at.db"
    for name in ("add", "reextract", *COMMANDS):

        def counting(name: str = name) -> None:
            counted = points.arm(0)
            try:
                run(name, path)
            finally:
                (folder / "count").write_text(str(counted()), "ascii")

        shutil.copy(base, path)
        assert ended(forked(counting)) == 0, name
        after, number = content(path), int((folder / "count").read_text("ascii"))
        assert after != before, name
        for fatal in range(1 + number % step, number + 1, step):

            def fatally(name: str = name, fatal: int = fatal) -> None:
                points.arm(fatal)
                run(name, path)

            shutil.copy(base, path)
            assert ended(forked(fatally)) == -signal.SIGKILL, (name, fatal, number)
            if name not in ("add", "reextract"):  # which store an article at a time
                shutil.copy(path, copied)
                journal = Path(f"{path}-journal")
                if journal.exists():
                    shutil.copy(journal, f"{copied}-journal")
                assert ended(forked(lambda: desk.open_ledger(copied))) == 0
                assert content(copied) in (before, after), (name, fatal, number)
            assert ended(forked(lambda name=name: run(name, path))) in (0, 2), (name, fatal)  # type: ignore[misc]
            assert content(path) == after, (name, fatal, number, _difference(content(path), after))
        print(
            f"{name}: killed at {len(range(1 + number % step, number + 1, step))} of {number} points",
            flush=True,
        )


def _difference(one: list[tuple[Any, ...]], other: list[tuple[Any, ...]]) -> list[object]:
    return [
        *(("+", row) for row in one if row not in other),
        *(("-", row) for row in other if row not in one),
    ]


def races(folder: Path, first: int, last: int) -> None:
    """Let two to six commands run at once, each stopped now and then, and compare with one after the other."""
    base, path = prepare(folder), folder / "race.db"
    for number in range(first, last):
        chance = random.Random(number)
        work = [
            f"add {20 + number} 40",
            f"add 40 {21 + number}",
            "add 41 42 43",
            "add 44 45",
            "review",
            "review",
        ]
        work += ["reextract", "same", "rename", "join", "undo", "remove"]
        chosen = ["review", "review"] if number == first else chance.sample(work, chance.randint(2, 6))
        shutil.copy(base, path)
        running = {forked(lambda name=name: run(name, path)): name for name in chosen}  # type: ignore[misc]
        everyone = list(running)
        while running:
            pid = chance.choice(everyone)
            if pid in running:
                os.kill(pid, signal.SIGSTOP)
                time.sleep(chance.random() / 10)
                os.kill(pid, signal.SIGCONT)
            time.sleep(chance.random() / 20)
            for pid in list(running):
                done, status = os.waitpid(pid, os.WNOHANG)
                if done:
                    assert os.waitstatus_to_exitcode(status) == 0, (number, running[pid])
                    del running[pid]
        serial = folder / "serial.db"
        _one_after_the_other(path, serial, "reextract" in chosen)
        found, expected = content(path, CONTENT), content(serial, CONTENT)
        assert found == expected, (number, chosen, _difference(found, expected))
        decided = content(path, DECIDED)
        assert len([row for row in decided if row[0] == "verdict"]) == (18 if "review" in chosen else 0), (
            chosen
        )
        made = sum(name in chosen for name in ("same", "rename", "join", "review", "remove"))
        assert len([row for row in decided if row[0] == "decision"]) == 1 + made, (number, chosen, decided)
        print(f"race {number}: {', '.join(chosen)}", flush=True)


def _one_after_the_other(path: Path, serial: Path, extracted_again: bool) -> None:
    """A ledger of the same articles, added in the same order, and the same decisions, made by one process."""
    serial.unlink(missing_ok=True)
    with Ledger.open(path) as raced, Ledger.open(serial, create=True) as made:
        with closing(sqlite3.connect(path)) as plain:
            keys = [key for (key,) in plain.execute("SELECT key FROM articles ORDER BY id")]
        anew = {c.id for of in raced.articles(latest=False) for c in raced.claims(of)}
        for key in keys:
            article, found = told(int(key.rpartition("/")[2]))
            made.add(article, found)
            again = extract_again(article)
            if extracted_again and again[-1].id in anew:
                made.reextract(article, again, versions.successors(found, again))
        for decision in raced.decisions(undone=True):
            number = made.decide(decision).number
            if decision.undone:
                made.undo(number)
        desk.refresh(made)


if __name__ == "__main__":
    match sys.argv[1:]:
        case [where, "kills", step]:
            kills(Path(where), int(step), None)
        case [where, "kills", step, library]:
            kills(Path(where), int(step), Path(library))
        case [where, "races", first, last]:
            races(Path(where), int(first), int(last))
        case _:
            sys.exit(__doc__)
