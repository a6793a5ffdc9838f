"""Which files a path stands for."""

from pathlib import Path

import pytest

from claims.errors import ClaimsError
from claims.reading import find


def make(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("Words.", encoding="utf-8")


def found(folder: Path, *paths: Path) -> list[str]:
    return [Path(path).relative_to(folder).as_posix() for path in find(paths or [folder]).files]


def test_a_folder_stands_for_the_articles_below_it_in_order(tmp_path: Path) -> None:
    make(tmp_path, "b.txt", "a.HTML", "c/2.md", "c/10.text", "a/x.htm", "picture.jpg", "Makefile")
    assert found(tmp_path) == ["a.HTML", "b.txt", "a/x.htm", "c/10.text", "c/2.md"]


def test_what_describes_or_accompanies_articles_is_left_out(tmp_path: Path) -> None:
    make(
        tmp_path, "a.txt", "README.md", "sub/readme.txt", ".hidden.txt", ".git/x.txt", "page.html",
        "page_files/frame.html", "old_files/b.txt",
    )  # fmt: skip
    assert found(tmp_path) == ["a.txt", "page.html", "old_files/b.txt"]


def test_files_are_taken_as_given_and_once(tmp_path: Path) -> None:
    make(tmp_path, "README.md", "a.txt", "note")
    paths = [tmp_path / "note", tmp_path / "README.md", tmp_path, tmp_path / "a.txt"]
    assert found(tmp_path, *paths) == ["note", "README.md", "a.txt"]


def test_a_missing_path_is_named(tmp_path: Path) -> None:
    with pytest.raises(ClaimsError, match=r"gone\.txt: no such file"):
        find([tmp_path / "gone.txt"])


def test_a_name_that_cannot_be_one_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ClaimsError, match="cannot be read"):
        find([tmp_path / ("long" * 100)])


def test_a_folder_without_articles_is_named(tmp_path: Path) -> None:
    make(tmp_path, "sub/README.md", "sub/picture.jpg")
    with pytest.raises(ClaimsError, match=r"sub: no article .*\.txt") as refusal:
        find([tmp_path / "sub"])
    assert "\n" not in str(refusal.value)


def test_a_link_to_the_folder_above_is_not_followed(tmp_path: Path) -> None:
    make(tmp_path, "a.txt")
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    assert found(tmp_path) == ["a.txt"]
