from collections.abc import Iterator
from pathlib import Path

import pytest

from claims.ledger import Ledger
from tests.postgresql_server import DATABASES, new_place


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Try what asks for a ledger's place on both databases, but for what looks into the file at a path."""
    if "place" in metafunc.fixturenames:
        of_module = getattr(metafunc.module, "TRIED_ON", DATABASES)
        databases = DATABASES[:1] if "path" in metafunc.fixturenames else of_module
        metafunc.parametrize("place", databases, indirect=True)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a ledger in a file is."""
    return tmp_path / "claims.db"


@pytest.fixture
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a ledger is, in a file or on a server."""
    return new_place(request.param, tmp_path)


@pytest.fixture
def ledger(place: str) -> Iterator[Ledger]:
    with Ledger.open(place, create=True) as opened:
        yield opened
