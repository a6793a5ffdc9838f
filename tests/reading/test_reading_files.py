"""One file to one article: its key, its path, and what is refused."""

import re
from datetime import date
from pathlib import Path

import pytest

from claims.errors import ClaimsError
from claims.reading import Unread, from_text, read, read_all
from claims.reading.sizes import LARGEST
from claims.records import Article
from tests.reading.damaged_files import FILES

TEXT = "Norhaven to review its harbour contract\r\n\r\nThe mayor said so.\r\nShe gave no date.\r\n"


@pytest.mark.parametrize("name", ["a.txt", "a.TEXT", "article"])
def test_plain_text_is_kept_as_it_stands(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"\xef\xbb\xbf" + TEXT.encode())
    article = read(tmp_path / name, root=tmp_path)
    assert article.text == TEXT
    assert article.title == article.name == "Norhaven to review its harbour contract"
    assert article.key == article.path == name


def test_below_the_root_the_path_is_relative(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "a.txt").write_text(TEXT, encoding="utf-8")
    monkeypatch.chdir(tmp_path / "sub")
    outside = (tmp_path / "sub" / "a.txt").resolve().as_posix()
    assert read("a.txt").key == "a.txt"
    assert read(Path("..", "sub", "a.txt")).key == "a.txt"
    assert read("a.txt", root=tmp_path).key == "sub/a.txt"
    assert read("a.txt", root=tmp_path / "other").key == outside


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("gone.txt", None, "no such file"),
        ("report.docx", b"PK\x03\x04", "damaged, or cut short; save or copy the file again"),
        ("report.tex", b"Words.", r"\.tex files cannot be read; .*\.txt"),
        ("empty.txt", b"", "empty"),
        ("blank.md", b" \n\n", "empty"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "a picture, not an article"),
        ("data.txt", b"\x01\x02\x03\x00\x00\x00", "binary"),
        ("long.txt", b"words " * (LARGEST // 6 + 1), "larger than 5 MB"),
        ("nothing.html", b"<html><body><img src='quay.jpg'></body></html>", "no article's text"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_line(
    tmp_path: Path, name: str, content: bytes | None, problem: str
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(ClaimsError, match=problem) as refusal:
        read(tmp_path / name)
    assert str(refusal.value).startswith(f"{tmp_path / name}: ")
    assert "\n" not in str(refusal.value)


def test_a_name_that_cannot_be_one_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ClaimsError, match="cannot be read"):
        read(tmp_path / ("long" * 100))


def test_a_folder_is_no_article(tmp_path: Path) -> None:
    with pytest.raises(ClaimsError, match="this is a folder"):
        read(tmp_path)


def test_of_a_huge_file_little_is_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(10**12)
    with pytest.raises(ClaimsError, match="larger than 5 MB"):
        read(path)


def test_a_text_may_come_from_elsewhere() -> None:
    article = from_text(
        TEXT,
        key="https://courier.example/quay",
        title="The quay",
        author="Petra Holm",
        outlet="Norhaven Courier",
        url="https://courier.example/quay",
        published=date(2021, 9, 3),
        path="quay.txt",
    )
    assert article.text == TEXT
    assert (article.title, article.author, article.outlet) == ("The quay", "Petra Holm", "Norhaven Courier")
    assert (article.key, article.url, article.path) == (
        "https://courier.example/quay",
        "https://courier.example/quay",
        "quay.txt",
    )
    assert article.published == date(2021, 9, 3)


def test_without_a_title_the_texts_own_is_taken() -> None:
    assert from_text(TEXT, key="k").title == "Norhaven to review its harbour contract"
    assert from_text("The mayor said so.", key="k").title is None
    assert from_text("", key="k").blocks == ()


def test_a_web_archive_with_a_record_of_another_length_is_damaged_in_one_line(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.warc").write_bytes(FILES["a.warc"].replace(b"full.</p>", b"full.</p>more", 1))
    article, *_, last = read_all(tmp_path / "a.warc")
    assert isinstance(article, Article)
    assert isinstance(last, Unread)
    assert re.fullmatch(r"[^\n]*a\.warc: damaged in places[^\n]*; fetch the archive again", last.problem)
    assert capfd.readouterr() == ("", "")
