"""Where the benchmark corpora lie, and how they are read. They are not part of the project."""

import hashlib
import importlib.util
import json
import os
import sys
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
CORPORA = SHARED / "benchmarks"
DEV = CORPORA / "polnear_dev.jsonl"
WORLD_DEV = CORPORA / "world_dev.jsonl"
UNLABELLED = CORPORA / "world_unlabelled.jsonl"
SCORER = CORPORA / "score_attributions.py"


def read(path: Path) -> list[dict[str, Any]]:
    """The documents of a JSON Lines file."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def need(*paths: Path) -> None:
    """End where something is not on this machine, and say so; where ``CI`` is set, as a failure: nothing was held."""
    for path in paths:
        if not path.exists():
            failed = bool(os.environ.get("CI"))
            print(
                f"{'failed, since CI is set' if failed else 'skipped'}: {path} is not here", file=sys.stderr
            )
            sys.exit(int(failed))


def digest(path: Path) -> str:
    """SHA-256 of a file in hexadecimal; of a folder, that of a line with digest and path for each of its files."""
    if path.is_dir():
        files = sorted(file for file in path.rglob("*") if file.is_file())
        listing = "".join(f"{digest(file)}  {file.relative_to(path).as_posix()}\n" for file in files)
        return hashlib.sha256(listing.encode()).hexdigest()
    return hashlib.sha256(path.read_bytes()).hexdigest()


def scorer() -> ModuleType:
    """The corpora's own scorer of attributions."""
    return _module(SCORER)


def who_scorer() -> ModuleType:
    """The corpora's own scorer of speakers on the world articles."""
    return _module(CORPORA / "score_who.py")


@cache
def _module(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
