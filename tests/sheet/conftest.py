from pathlib import Path

import pytest

from claims.ledger import Ledger
from tests.sheet.review_desk import FILLED, edited, export, fill


@pytest.fixture
def filled(ledger: Ledger, tmp_path: Path) -> Path:
    """A sheet of the module's ledger with the verdicts of the samples filled in."""
    return edited(export(ledger, tmp_path / "sheet.xlsx"), lambda page: fill(page, FILLED))
