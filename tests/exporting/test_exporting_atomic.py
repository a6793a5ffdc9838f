"""A file is written whole or not at all."""

import os
import sys
from pathlib import Path

import pytest

from claims.errors import ClaimsError
from claims.exporters import write
from claims.exporting import Findings
from claims.exporting.atomic import replacing

LIMITED = """
import resource, sys
from pathlib import Path
from claims.errors import ClaimsError
from claims.exporting.atomic import replacing
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    with replacing(Path(sys.argv[1])) as file:
        file.write(b"x" * 100_000)
except ClaimsError as error:
    print(error)
"""


def test_a_new_file_has_ordinary_permissions(tmp_path: Path) -> None:
    with replacing(tmp_path / "new") as file:
        file.write(b"new")
    (tmp_path / "other").write_bytes(b"")
    assert (tmp_path / "new").read_bytes() == b"new"
    assert (tmp_path / "new").stat().st_mode == (tmp_path / "other").stat().st_mode


def test_permissions_of_the_old_file_are_kept(tmp_path: Path) -> None:
    (tmp_path / "old").write_bytes(b"old")
    (tmp_path / "old").chmod(0o640)
    with replacing(tmp_path / "old") as file:
        file.write(b"new")
    assert (tmp_path / "old").stat().st_mode & 0o777 == 0o640


def test_a_failure_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "old").write_bytes(b"old")

    def fail() -> None:
        with replacing(tmp_path / "old") as file:
            file.write(b"half")
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    assert [path.name for path in tmp_path.iterdir()] == ["old"]
    assert (tmp_path / "old").read_bytes() == b"old"


@pytest.mark.skipif(sys.platform == "win32", reason="limits of file size are POSIX")
def test_a_full_disk_is_said_in_one_line(tmp_path: Path) -> None:
    import subprocess

    (tmp_path / "old").write_bytes(b"old")
    command = [sys.executable, "-c", LIMITED, str(tmp_path / "old")]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert said == f"cannot write {tmp_path / 'old'}: file too large; export to another place\n"
    assert [path.name for path in tmp_path.iterdir()] == ["old"]
    assert (tmp_path / "old").read_bytes() == b"old"


def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real").write_bytes(b"old")
    (tmp_path / "link").symlink_to("real")
    with replacing(tmp_path / "link") as file:
        file.write(b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"new"


@pytest.mark.parametrize("name", ["claims.csv", "claims.jsonl"])
class TestPlacesThatCannotBeWritten:
    """Each is refused in one line that names the place."""

    def refused(self, findings: Findings, path: Path, reason: str) -> None:
        with pytest.raises(ClaimsError) as caught:
            write(findings, path)
        assert str(path) in str(caught.value)
        assert reason in str(caught.value)
        assert "\n" not in str(caught.value)

    def test_folder_given(self, name: str, findings: Findings, tmp_path: Path) -> None:
        (tmp_path / name).mkdir()
        self.refused(findings, tmp_path / name, "it is a folder")

    def test_missing_folder(self, name: str, findings: Findings, tmp_path: Path) -> None:
        self.refused(findings, tmp_path / "exports" / name, "does not exist; make it first")

    def test_file_as_folder(self, name: str, findings: Findings, tmp_path: Path) -> None:
        (tmp_path / "exports").write_bytes(b"")
        self.refused(findings, tmp_path / "exports" / name, "does not exist")

    @pytest.mark.skipif(not Path("/sys/kernel").is_dir(), reason="needs a folder that nobody can write to")
    def test_folder_that_nobody_can_write_to(self, name: str, findings: Findings) -> None:
        self.refused(findings, Path("/sys/kernel") / name, "export to another place")

    @pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="nothing is protected from root")
    def test_write_protected_file(self, name: str, findings: Findings, tmp_path: Path) -> None:
        (tmp_path / name).write_bytes(b"old")
        (tmp_path / name).chmod(0o444)
        self.refused(findings, tmp_path / name, "write-protected")

    @pytest.mark.skipif(sys.platform == "win32", reason="pipes are POSIX")
    def test_pipe(self, name: str, findings: Findings, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / name)
        self.refused(findings, tmp_path / name, "it is not a file")


@pytest.mark.skipif(sys.platform == "win32", reason="locks are POSIX")
def test_what_a_killed_export_left_is_cleared_and_what_is_being_written_is_not(tmp_path: Path) -> None:
    def age(path: Path) -> None:
        os.utime(path, (0, 0))

    left, notes = tmp_path / ".claims-0123456789abcdef.tmp", tmp_path / ".claims-notes.txt"
    for path in (left, notes):
        path.write_bytes(b"half a sheet")
        age(path)
    with replacing(tmp_path / "one.csv") as file:
        file.write(b"one")
        file.flush()
        assert not left.exists()
        (being_written,) = tmp_path.glob(".claims-*.tmp")
        age(being_written)
        with replacing(tmp_path / "two.csv") as other:
            other.write(b"two")
        assert being_written.exists()
    assert sorted(path.name for path in tmp_path.iterdir()) == [".claims-notes.txt", "one.csv", "two.csv"]
    left.write_bytes(b"just now")
    with replacing(tmp_path / "one.csv") as file:
        file.write(b"again")
    assert left.exists()
