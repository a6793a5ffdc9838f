import sys
from pathlib import Path

import pytest

from claims.cli import main
from tests.cli.running import Done, Run


@pytest.fixture
def claims(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """The command ``claims``, as a user runs it."""

    def run(*args: object) -> Done:
        monkeypatch.setattr(sys, "argv", ["claims", *map(str, args)])
        monkeypatch.setenv("COLUMNS", "160")
        capsys.readouterr()
        try:
            main()
        except SystemExit as end:
            code = int(end.code or 0)
        else:
            code = 0
        printed = capsys.readouterr()
        return Done(code, printed.out, printed.err)

    return run


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger that holds the samples; read it only."""
    from claims import desk
    from claims.ledger import Ledger

    path = tmp_path_factory.mktemp("desk") / "claims.db"
    with Ledger.open(path, create=True) as ledger:
        desk.add(ledger, "seeds", root=Path.cwd())
    return path
