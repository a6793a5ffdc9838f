"""``--model``: other weights for ``claims extract`` and ``claims add``."""

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.running import Run

ARTICLE = "Mayor Idra Vellmoor said that the bridge would open in May.\n"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    (tmp_path / "bridge.txt").write_text(ARTICLE, "utf-8")
    return tmp_path / "bridge.txt"


@pytest.fixture
def model(tmp_path: Path) -> Path:
    """The package's weights with a confidence that is always one half."""
    shutil.copytree("claims/extraction/weights", tmp_path / "model")
    path = tmp_path / "model" / "confidence.json"
    path.write_text(json.dumps(dict.fromkeys(json.loads(path.read_text("utf-8")), 0.0)), "utf-8")
    return tmp_path / "model"


def test_extract_and_add_take_other_weights(claims: Run, article: Path, model: Path, tmp_path: Path) -> None:
    (found,) = json.loads(claims("extract", article, "--model", model, "--json").out)
    assert found["words_confidence"] == 0.5
    ledger = tmp_path / "claims.db"
    assert claims("add", article, "--model", model, "--ledger", ledger).code == 0
    (stored,) = json.loads(claims("search", "--ledger", ledger, "--json").out)
    assert stored["words_confidence"] == 0.5


@pytest.mark.parametrize("command", ["extract", "add"])
def test_a_folder_without_a_model_is_one_line_and_leaves_no_ledger(
    claims: Run, article: Path, tmp_path: Path, command: str
) -> None:
    ledger = tmp_path / "claims.db"
    options = ["--ledger", ledger] if command == "add" else []
    for folder in (tmp_path / "missing", tmp_path):
        done = claims(command, article, "--model", folder, *options)
        assert (done.code, done.out) == (2, "")
        assert len(done.err.strip().splitlines()) == 1
        assert str(folder) in done.err
    assert not ledger.exists()
