"""Where the benchmark corpora lie, and how they are read. They are not part of the project."""

import importlib.util
import json
import sys
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
CORPORA = SHARED / "benchmarks"
DEV = CORPORA / "polnear_dev.jsonl"
SCORER = CORPORA / "score_attributions.py"


def read(path: Path) -> list[dict[str, Any]]:
    """The documents of a JSON Lines file."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def need(*paths: Path) -> None:
    """End quietly, saying so, where the corpora are not on this machine."""
    for path in paths:
        if not path.exists():
            print(f"skipped: {path} is not here", file=sys.stderr)
            sys.exit(0)


@cache
def scorer() -> ModuleType:
    """The corpora's own scorer of attributions."""
    spec = importlib.util.spec_from_file_location("score_attributions", SCORER)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
