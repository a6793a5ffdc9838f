"""Which files to read."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from claims.errors import ClaimsError
from claims.reading.article import STANDARD_INPUT, Unread
from claims.reading.formats import format_of, known_endings
from claims.reading.no_article import NoArticle
from claims.reading.urls import is_url

_SAVED_PARTS: Final = "_files"
_README: Final = "describes the articles beside it"


@dataclass(frozen=True, slots=True)
class FileSelection:
    """The files and addresses to read, each once, and the files of folders that are passed over, with the reason."""

    files: tuple[Path | str, ...]
    skipped: tuple[Unread, ...]


def find(paths: Iterable[Path | str]) -> FileSelection:
    """The files that some paths stand for, each once: files as given, folders with all below them, sorted.

    Addresses of pages, and "-" for the standard input, which are strings, are given back as they are. In folders,
    the files count whose format can be read. Passed over are others, hidden files and folders, README files, which
    describe the articles beside them, and the folder of pictures and scripts that a browser saves with a page
    (``NAME_files`` beside ``NAME.html``). Raises ClaimsError for a path that does not exist, a folder that cannot be
    read and a folder without any article.
    """
    found: dict[Path | str, None] = {}
    skipped: list[Unread] = []
    for given in paths:
        if isinstance(given, str) and (is_url(given) or given == STANDARD_INPUT):
            found[given] = None
            continue
        if not str(given).strip():
            raise ClaimsError(f"'{given}': no name of a file or folder; name the articles")
        path = Path(given)
        files = [path]
        try:
            if path.is_dir():
                files = []
                for each in _in_folder(path):
                    (files if isinstance(each, Path) else skipped).append(each)  # type: ignore[arg-type]
            exists = path.exists()
        except OSError as error:
            problem = f"cannot be read ({error.strerror}); check its name and permissions"
            raise ClaimsError(f"{error.filename or path}: {problem}") from None
        if not exists:
            raise ClaimsError(f"{path}: no such file or folder; check the name")
        if not files:
            raise ClaimsError(f"{path}: no article in this folder; articles are files in {known_endings()}")
        found.update(dict.fromkeys(files))
    return FileSelection(tuple(found), tuple(each for each in skipped if Path(each.name) not in found))


def _in_folder(folder: Path) -> Iterator[Path | Unread]:
    for parent, folders, names in os.walk(folder, onerror=_refuse):
        files = [Path(parent, name) for name in sorted(names)]
        saved = {file.stem + _SAVED_PARTS for file in files}
        for name in sorted(folders):
            reason = "hidden" if name.startswith(".") else "the rest of a saved page" if name in saved else ""
            if reason:
                yield _skipped(Path(parent, name), reason)
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in saved)
        for file in files:
            yield _skipped(file, reason) if (reason := _reason(file)) else file


def _reason(file: Path) -> str:
    """Why a file of a folder is no article; empty where it may be one."""
    if file.name.startswith("."):
        return "hidden"
    if file.stem.lower() == "readme":
        return _README
    if not file.is_file():
        return "not a file"
    try:
        with file.open("rb") as opened:
            ending = format_of(opened, str(file))
    except NoArticle as problem:
        return str(problem).removeprefix(f"{file}: ")
    except OSError:
        return ""  # which is said when it is read
    return "no ending in its name that says what it is" if not ending else ""


def _skipped(path: Path, reason: str) -> Unread:
    return Unread(str(path), f"{path}: {reason}", "skipped", expected=reason == _README)


def _refuse(error: OSError) -> None:
    raise error
