"""Writing a file whole or not at all."""

import os
import secrets
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from claims.errors import ClaimsError


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """A new file that takes the place of ``path`` when the block ends well; else ``path`` stays as it was.

    It is written beside its target and flushed to the disk before it is renamed. A symbolic link is
    followed, and an existing file's permissions are kept.

    Raises ClaimsError where the file cannot be written, also for an OSError inside the block.
    """
    try:
        target = Path(os.path.realpath(path))
        mode = _check(path, target)
        temporary = target.with_name(f".claims-{secrets.token_hex(8)}.tmp")
        try:
            with temporary.open("xb") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            if mode is not None:
                temporary.chmod(mode)
            temporary.replace(target)
        finally:
            temporary.unlink(missing_ok=True)
    except OSError as error:
        raise ClaimsError(f"cannot write {path}: {_reason(error)}; export to another place") from error


def _check(path: Path, target: Path) -> int | None:
    """The permissions of the file that is to be replaced, None where there is none."""
    if target.is_dir():
        raise ClaimsError(f"cannot write {path}: it is a folder; name a file, such as {path / 'claims.xlsx'}")
    if not target.parent.is_dir():
        raise ClaimsError(f"cannot write {path}: the folder {path.parent} does not exist; make it first")
    if not target.exists():
        return None
    if not target.is_file():
        raise ClaimsError(f"cannot write {path}: it is not a file; export to another name")
    # A rename would go through, but the owner has said that this file is to stay.
    if not os.access(target, os.W_OK):
        raise ClaimsError(f"cannot write {path}: it is write-protected; export to another name")
    return stat.S_IMODE(target.stat().st_mode)


def _reason(error: OSError) -> str:
    if isinstance(error, PermissionError):
        return "permission denied, or it is open in another program"
    return (error.strerror or str(error)).lower()
