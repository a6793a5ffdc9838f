"""Files that were dropped into the window, kept beside the ledger: what was verified can be read again."""

import hashlib
import os
import re
import shutil
import unicodedata
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import BinaryIO, Final

FOLDER: Final = "added"
"""The folder beside the ledger in which the files are."""
_LONGEST: Final = 120
_UNFIT: Final = re.compile(r'[<>:"/\\|?*]')
"""What a name of a file cannot hold on some system."""


def keep(folder: Path, name: str, content: BinaryIO) -> Path:
    """Keep an uploaded file in a folder under its own name, and give its path.

    The same content under the same name is kept once. Another content under a name that is taken is another article
    until a page's address says otherwise, so it gets a name of its own.
    """
    folder.mkdir(exist_ok=True)
    with NamedTemporaryFile(dir=folder, prefix=".", delete=False) as file:
        shutil.copyfileobj(content, file)
    written = Path(file.name)
    try:
        wanted = folder / file_name(name)
        number = 1
        while True:
            path = wanted if number == 1 else wanted.with_stem(f"{wanted.stem}-{number}")
            try:
                os.link(written, path)  # unless it is there, whoever puts it there
            except FileExistsError:
                if _same(path, written):
                    return path
                number += 1
            else:
                path.chmod(0o644)
                return path
    finally:
        written.unlink()


def file_name(name: str) -> str:
    """A name that is a file's in a folder and nothing else, as near as can be to the one that a browser gave."""
    last = re.split(r"[/\\]", name)[-1]
    plain = "".join(c for c in unicodedata.normalize("NFC", last) if unicodedata.category(c)[0] != "C")
    plain = _UNFIT.sub("_", plain).strip(" .")
    stem, dot, ending = plain.rpartition(".")
    if not dot or not ending.isalnum() or len(ending) > 12:
        stem, dot, ending = plain, "", ""
    stem = stem.encode()[:_LONGEST].decode("utf-8", "ignore").strip(" .")
    return f"{stem or 'article'}{dot}{ending}"


def _same(one: Path, other: Path) -> bool:
    if not one.is_file() or one.stat().st_size != other.stat().st_size:
        return False
    digests = []
    for path in (one, other):
        with path.open("rb") as file:
            digests.append(hashlib.file_digest(file, "sha256").digest())
    return digests[0] == digests[1]
