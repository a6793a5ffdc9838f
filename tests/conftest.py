import os
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(autouse=True, scope="session")
def _in_the_root() -> None:
    """Samples are named as in the README, from the root of the repository."""
    os.chdir(ROOT)
