"""Hold the accuracy against its floors: predict the public corpora, score them, fail below ``floors.toml``."""

import json
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path
from typing import Any

from corpora import CORPORA, ROOT, need

SCORER = CORPORA / "score_attributions.py"


def score(corpus: str) -> dict[str, Any]:
    """The scorer's figures for one corpus: F1 in percent, and the numbers of attributions."""
    gold = CORPORA / f"{corpus}.jsonl"
    with tempfile.TemporaryDirectory() as folder:
        predicted = Path(folder) / "predicted.jsonl"
        run(ROOT / "benchmarks" / "predict.py", gold, predicted)
        figures = json.loads(run(SCORER, gold, predicted, "--json"))
    matched = figures["claim@0.5"][0] * figures["predicted"]
    return {
        **{name: 100 * value[2] for name, value in figures.items() if isinstance(value, list)},
        "spurious": round(figures["predicted"] - matched),
    }


def run(*command: Path | str) -> str:
    """What a Python script prints."""
    done = subprocess.run([sys.executable, *map(str, command)], check=True, capture_output=True, text=True)
    return done.stdout


def main() -> None:
    """Score every corpus that has floors, print its table, and say what fell."""
    floors = tomllib.loads((ROOT / "benchmarks" / "floors.toml").read_text("utf-8"))
    need(SCORER, *(CORPORA / f"{corpus}.jsonl" for corpus in floors))
    fallen = []
    for corpus, least in floors.items():
        figures = score(corpus)
        print(corpus)
        for name, value in figures.items():
            floor = least.get(name)
            print(f"  {name:16}{value:8.1f}" + (f"   floor {floor:.1f}" if floor is not None else ""))
            # Spurious attributions are counted, the fewer the better; everything else is a score.
            if floor is not None and (value > floor if name == "spurious" else value < floor):
                fallen.append(f"{corpus}: {name} is {value:.1f}, its floor {floor:.1f}")
    if fallen:
        sys.exit("\n".join(fallen))


if __name__ == "__main__":
    main()
