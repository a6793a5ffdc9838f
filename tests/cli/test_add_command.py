"""``claims add``: every file is accounted for."""

import json
import os
import signal
import subprocess
import sys
import time
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from tests.cli.running import Run

ARTICLE = "Mayor Idra Vellmoor said that the bridge would open in May.\n"
GERMAN = (
    "Der Bürgermeister sagte am Montag, die Brücke sei sicher und werde im Mai geöffnet, doch niemand weiß, was sie "
    "kostet und wer sie am Ende bezahlt hat.\n"
)


def fill(folder: Path) -> None:
    (folder / "good.txt").write_text(ARTICLE)
    (folder / "photo.jpg").write_bytes(b"\xff\xd8\xff\xe0\x00")
    (folder / "old.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00")
    (folder / "README.md").write_text("About the articles.")
    (folder / ".hidden.txt").write_text(ARTICLE)


def test_what_a_folder_holds_beside_articles_is_named_with_the_reason(claims: Run, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    fill(tmp_path / "in")
    done = claims("add", tmp_path / "in", "--ledger", tmp_path / "claims.db")
    assert done.code == 0
    assert "good.txt  1 claim" in done.out
    assert f"not read (a picture, not an article): {tmp_path}/in/photo.jpg" in done.err
    assert f"not read (an old Word file; save it as .docx): {tmp_path}/in/old.doc" in done.err
    assert f"not read (hidden): {tmp_path}/in/.hidden.txt" in done.err
    assert "README" not in done.err
    strict = claims("add", tmp_path / "in", "--strict", "--ledger", tmp_path / "claims.db")
    assert strict.code == 1
    assert f"not read (describes the articles beside it): {tmp_path}/in/README.md" in strict.err


def test_what_the_tool_itself_wrote_is_no_article(claims: Run, tmp_path: Path, desk: Path) -> None:
    folder, ledger = tmp_path / "in", tmp_path / "claims.db"
    folder.mkdir()
    (folder / "good.txt").write_text(ARTICLE)
    reasons = {
        "a.xlsx": f"a claim sheet, not an article; `claims review {folder}/a.xlsx` takes its verdicts",
        "a.csv": f"a claim sheet, not an article; `claims review {folder}/a.csv` takes its verdicts",
        "a.jsonl": "a table of claims, not of articles; name the articles that they are from",
        "a.html": "a page that `claims` wrote, not an article",
    }
    for name, reason in reasons.items():
        assert claims("export", folder / name, "--ledger", desk).code == 0
        done = claims("add", folder / name, "--ledger", ledger)
        assert (done.code, done.out) == (2, "")
        assert done.err == f"claims: {folder}/{name}: {reason}\n"
    done = claims("add", folder, "--ledger", ledger)
    assert done.code == 0
    assert "1 article added" in done.out
    assert all(reason in done.err for reason in reasons.values())
    assert "5 in all: 1 new, 3 left out, 1 not read" in done.err
    named = claims("add", folder / "a.csv", "--columns", "text=context", "--ledger", ledger)
    assert named.code == 0


def test_a_text_in_another_language_is_named_and_not_stored_unless_forced(
    claims: Run, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE)
    (tmp_path / "b.txt").write_text(GERMAN, "utf-8")
    files = (tmp_path / "a.txt", tmp_path / "b.txt")
    done = claims("add", *files, "--ledger", tmp_path / "claims.db")
    assert done.code == 0
    assert "b.txt: in German; claims are found in English only (--force" in done.err
    assert "1 article added" in done.out
    forced = claims("add", *files, "--force", "--ledger", tmp_path / "claims.db")
    assert "b.txt  0 claims" in forced.out


def test_rows_of_a_table_are_articles_and_the_bad_one_is_named(claims: Run, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(f"id,wording\nx,{ARTICLE.strip()}\ny,\nz,{ARTICLE.strip()}\n")
    done = claims("add", tmp_path / "a.csv", "--columns", "text=wording", "--ledger", tmp_path / "claims.db")
    assert done.code == 1
    assert "a.csv#x  1 claim" in done.out
    assert "a.csv#y: a row without a text" in done.err
    assert "1 of 3 could not be read" in done.err


def test_columns_that_are_none_are_refused(claims: Run, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("text\nWords.\n")
    done = claims("add", tmp_path / "a.csv", "--columns", "words=text", "--ledger", tmp_path / "claims.db")
    assert done.code == 2
    assert "--columns words=text: write FIELD=COLUMN with one of text, title" in done.err


def test_a_file_lists_what_to_add(claims: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE)
    (tmp_path / "list.txt").write_text(f"# today\n\n{tmp_path}/a.txt\n")
    done = claims("add", "--urls", tmp_path / "list.txt", "--ledger", tmp_path / "claims.db")
    assert done.code == 0
    assert "a.txt  1 claim" in done.out
    nothing = claims("add", "--ledger", tmp_path / "claims.db")
    assert (nothing.code, "nothing to add" in nothing.err) == (2, True)
    gone = claims("add", "--urls", tmp_path / "gone.txt", "--ledger", tmp_path / "claims.db")
    assert (gone.code, "gone.txt: cannot be read" in gone.err) == (2, True)


def test_a_line_of_a_list_that_is_no_address_and_no_file_is_named_with_its_list(
    claims: Run, tmp_path: Path
) -> None:
    (tmp_path / "list.txt").write_text("see the town hall's page\n")
    done = claims("add", "--urls", tmp_path / "list.txt", "--ledger", tmp_path / "claims.db")
    assert done.code == 2
    assert f"{tmp_path / 'list.txt'}: see the town hall's page: neither an address nor a file" in " ".join(
        done.err.split()
    )


def test_the_standard_input_is_an_article(
    claims: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(ARTICLE.encode())))
    done = claims("add", "-", "--ledger", tmp_path / "claims.db")
    assert done.code == 0
    assert "-  1 claim" in done.out


UNBALANCED = (
    "Mayor Idra Vellmoor said the bridge was “safe for everybody in the town. She then left the hall.\n"
)


def test_what_was_guessed_mended_or_is_missing_stands_beside_the_article_and_at_the_end(
    claims: Run, tmp_path: Path
) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "marks.txt").write_text(UNBALANCED, "utf-8")
    (tmp_path / "in" / "quiet.txt").write_text("The harbour is old and deep and grey in summer. " * 25)
    (tmp_path / "in" / "latin.txt").write_bytes(
        "Mayor Vellmoor said the café would open in May.".encode("cp1252")
    )
    (tmp_path / "in" / "empty.txt").write_bytes(b"")
    (tmp_path / "in" / "photo.jpg").write_bytes(b"\xff\xd8\xff\xe0\x00")
    done = claims("add", tmp_path / "in", "--ledger", tmp_path / "claims.db")
    assert done.code == 1
    assert "1 quotation mark without a partner" in done.out
    assert "no claim in 250 words" in done.out
    assert "latin.txt  1 claim, 1 speaker  not UTF-8, read as windows-1252; no date" in done.out
    assert f"a long text, and nobody says anything in it: {tmp_path}/in/quiet.txt" in done.err
    assert "5 in all: 3 new, 1 could not be read, 1 not read" in done.err


def test_strict_takes_a_remark_for_an_error(claims: Run, tmp_path: Path) -> None:
    (tmp_path / "marks.txt").write_text(UNBALANCED, "utf-8")
    (tmp_path / "good.txt").write_text(ARTICLE)
    ledger = ("--ledger", tmp_path / "claims.db", "--date", "2026-05-04")
    assert claims("add", tmp_path / "good.txt", "--strict", *ledger).code == 0
    assert claims("add", tmp_path / "marks.txt", "--strict", *ledger).code == 1


def test_a_quotation_that_goes_on_in_the_next_paragraph_lacks_no_mark(claims: Run, tmp_path: Path) -> None:
    text = (
        "“The bridge is safe,” said Mayor Vellmoor. “We will open it in May.\n\n“It took long,” she said.\n"
    )
    (tmp_path / "a.txt").write_text(text, "utf-8")
    done = claims("add", tmp_path / "a.txt", "--date", "2026-05-04", "--ledger", tmp_path / "claims.db")
    assert "without a partner" not in done.out


def test_ctrl_c_stops_after_an_article_and_the_same_command_goes_on(claims: Run, tmp_path: Path) -> None:
    names = [f"{number:02}.txt" for number in range(15)]
    for name in names:
        (tmp_path / name).write_text(
            ARTICLE.replace("May", f"the month of {name}") * 60
        )  # longer to read than what is stored together
    ledger = tmp_path / "claims.db"
    command = [
        sys.executable,
        "-m",
        "claims",
        "add",
        *(str(tmp_path / name) for name in names),
        "--ledger",
        str(ledger),
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as started:
        assert started.stdout is not None
        started.stdout.readline()
        started.send_signal(signal.SIGINT)
        _, err = started.communicate(timeout=300)
    assert started.returncode == 130
    assert "Traceback" not in err
    assert "of 15 files; the same command goes on from there" in err
    again = claims("add", *(tmp_path / name for name in names), "--ledger", ledger)
    assert again.code == 0
    assert "already in the ledger" in again.out
    assert "15 in all: " in again.err
    assert len(json.loads(claims("articles", "--json", "--ledger", ledger).out)) == 15


def test_a_second_ctrl_c_stops_at_once_and_leaves_whole_articles(claims: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE)
    (tmp_path / "b.txt").write_text("".join(ARTICLE.replace("May", f"year {n}") + "\n" for n in range(1500)))
    ledger = tmp_path / "claims.db"
    files = [str(tmp_path / name) for name in ("a.txt", "b.txt")]
    command = [sys.executable, "-m", "claims", "add", *files, "--ledger", str(ledger)]
    wide = {**os.environ, "COLUMNS": "500"}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=wide
    ) as started:
        assert started.stdout is not None
        assert started.stderr is not None
        assert started.stdout.readline().startswith(f"{tmp_path}/a.txt  1 claim")
        time.sleep(0.3)  # b.txt has been begun, which takes many seconds
        started.send_signal(signal.SIGINT)
        assert "stopping after this article" in started.stderr.readline()
        time.sleep(0.2)  # as long as no finger is quicker than
        started.send_signal(signal.SIGINT)
        _, err = started.communicate(timeout=60)
    assert started.returncode == 130
    assert (
        err
        == "claims: stopped at once; what was stored before stays, and the same command goes on from there\n"
    )
    (stored,) = json.loads(claims("articles", "--json", "--ledger", ledger).out)
    assert stored["claims"] == 1


def test_where_title_author_outlet_and_day_are_from_is_kept(claims: Run, tmp_path: Path) -> None:
    text = f"Bridge to open\n\nBy Helena Strand\n\nPublished: March 3, 2026\n\nMAROVIC (Wirefeed) — {ARTICLE}"
    (tmp_path / "a.txt").write_text(text, "utf-8")
    ledger = ("--ledger", tmp_path / "claims.db")
    assert claims("add", tmp_path / "a.txt", "--outlet", "Courier", *ledger).code == 0
    (listed,) = json.loads(claims("articles", "--json", *ledger).out)
    assert sorted(listed["origins"]) == [
        "author: byline (medium)",
        "outlet: the desk (high)",
        "published: a line that only dates it (medium)",
        "title: its first lines (medium)",
    ]
