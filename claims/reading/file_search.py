"""Which files to read."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from claims.errors import ClaimsError
from claims.reading.readers import READERS
from claims.reading.urls import is_url

_SAVED_PARTS: Final = "_files"


def find(paths: Iterable[Path | str]) -> list[Path | str]:
    """The files that some paths stand for, each once: files as given, folders with all below them, sorted.

    Addresses of pages, which are strings, are given back as they are. In folders, the files count whose suffix has
    a reader. Left out are hidden files and folders, README files, which describe the articles beside them, and the
    folder of pictures and scripts that a browser saves with a page (``NAME_files`` beside ``NAME.html``). Raises
    ClaimsError for a path that does not exist, a folder that cannot be read and a folder without any article.
    """
    found: dict[Path | str, None] = {}
    for given in paths:
        if isinstance(given, str) and is_url(given):
            found[given] = None
            continue
        path = Path(given)
        try:
            files = list(_articles_in(path)) if path.is_dir() else [path]
            exists = path.exists()
        except OSError as error:
            problem = f"cannot be read ({error.strerror}); check its name and permissions"
            raise ClaimsError(f"{error.filename or path}: {problem}") from None
        if not exists:
            raise ClaimsError(f"{path}: no such file or folder; check the name")
        if not files:
            suffixes = ", ".join(suffix for suffix in READERS if suffix)
            raise ClaimsError(f"{path}: no article in this folder; articles are files in {suffixes}")
        found.update(dict.fromkeys(files))
    return list(found)


def _articles_in(folder: Path) -> Iterator[Path]:
    for parent, folders, names in os.walk(folder, onerror=_refuse):
        files = [Path(parent, name) for name in sorted(names) if not name.startswith(".")]
        saved = {file.stem + _SAVED_PARTS for file in files}
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in saved)
        for file in files:
            if file.suffix and file.suffix.lower() in READERS and file.stem.lower() != "readme":
                yield file


def _refuse(error: OSError) -> None:
    raise error
