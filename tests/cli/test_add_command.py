"""``claims add``: every file is accounted for."""

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


def test_the_standard_input_is_an_article(
    claims: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(ARTICLE.encode())))
    done = claims("add", "-", "--ledger", tmp_path / "claims.db")
    assert done.code == 0
    assert "-  1 claim" in done.out
