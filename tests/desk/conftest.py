from collections.abc import Iterator
from pathlib import Path

import pytest

from claims.ledger import Ledger
from tests.postgresql_server import DATABASES, copy_of


@pytest.fixture(params=DATABASES)
def ledger(request: pytest.FixtureRequest, stocked: Path, tmp_path: Path) -> Iterator[Ledger]:
    """A copy of the module's own ledger, ``stocked``, which a test may change: in a file, and on a server."""
    with Ledger.open(copy_of(stocked, request.param, tmp_path)) as opened:
        yield opened
