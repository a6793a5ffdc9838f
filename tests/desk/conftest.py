from collections.abc import Iterator
from pathlib import Path

import pytest

from claims.ledger import Ledger


@pytest.fixture
def ledger(stocked: Path, tmp_path: Path) -> Iterator[Ledger]:
    """A copy of the module's own ledger, ``stocked``, which a test may change."""
    copied = tmp_path / "claims.db"
    copied.write_bytes(stocked.read_bytes())
    with Ledger.open(copied) as opened:
        yield opened
