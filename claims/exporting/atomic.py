"""Writing a file whole or not at all."""

import os
import secrets
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, Final

from claims.errors import ClaimsError

_PREFIX: Final = ".claims-"
_SUFFIX: Final = ".tmp"
_JUST_MADE: Final = 60.0
"""Seconds in which a file that is being written has got its lock."""


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """A new file that takes the place of ``path`` when the block ends well; else ``path`` stays as it was.

    It is written beside its target and flushed to the disk before it is renamed. A symbolic link is
    followed, and an existing file's permissions are kept. Files that an export left there which was ended from
    outside are deleted.

    Raises ClaimsError where the file cannot be written, also for an OSError inside the block.
    """
    try:
        target = Path(os.path.realpath(path))
        mode = _check(path, target)
        _clear(target.parent)
        temporary = target.with_name(f"{_PREFIX}{secrets.token_hex(8)}{_SUFFIX}")
        try:
            with temporary.open("xb") as file:
                _lock(file)
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


def _clear(folder: Path) -> None:
    """Delete what exports have left in a folder that were ended from outside; none holds its lock any more."""
    for left in folder.glob(f"{_PREFIX}*{_SUFFIX}"):
        with suppress(OSError):
            if time.time() - left.stat().st_mtime > _JUST_MADE:
                with left.open("r+b") as file:
                    free = _lock(file)
                if free:
                    left.unlink()


def _lock(file: BinaryIO) -> bool:
    """Take the lock of a file until it is closed; False where another process has it, or there are no locks."""
    try:
        import fcntl  # noqa: PLC0415  # which Windows has not

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (ImportError, OSError):
        return False
    return True


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
