"""Where the benchmark corpora lie, and how they are read. They are not part of the project."""

import json
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
CORPORA = SHARED / "benchmarks"


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
