"""Words per second on one core, beside spaCy's en_core_web_sm in the same run; memory; the command's start.

Both read PolNeAR dev in turn, a few articles at a time, each in a process of its own that counts its CPU time: what
counts is the ratio, since a machine's own speed changes from minute to minute. Ours counts everything from the text to
claims with speakers, spaCy's is ``nlp(text)``. Then the same for the texts cut into short articles.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from corpora import DEV, ROOT, need, read

READER = ROOT / "benchmarks" / "speed_reader.py"
SPACY = ROOT / ".venv-speed" / "bin" / "python"
SAMPLE = "seeds/us-iraqi-cooperation.txt"
ROUNDS, TURN = 3, 12
SHORT = 60
"""Words that a short article has at least: a paragraph or two."""
STARTS = 9


class Reader:
    """A process that reads texts when told to."""

    def __init__(self, python: str | Path, system: str, texts: Path):
        self._process = subprocess.Popen(
            [python, READER, system, texts],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
        )

    def seconds(self, start: int, stop: int) -> float:
        """CPU time to read the texts from ``start`` to ``stop``."""
        return float(self._asked(f"{start} {stop}"))

    def close(self) -> int:
        """End the process; its peak memory in MB."""
        peak = int(self._asked("peak"))
        self._process.communicate()
        return peak

    def _asked(self, line: str) -> str:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        print(line, file=self._process.stdin, flush=True)
        return self._process.stdout.readline()


def compare(name: str, texts: list[str]) -> None:
    """Print words per second of both, round by round, and the ratio over all rounds."""
    words = sum(len(text.split()) for text in texts)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "texts.json"
        path.write_text(json.dumps(texts), "utf-8")
        readers = Reader(sys.executable, "claims", path), Reader(SPACY, "spacy", path)
        print(f"{name}: {len(texts)} articles, {words} words")
        rounds = []
        for number in range(1, ROUNDS + 1):
            ours = spacy = 0.0
            for start in range(0, len(texts), TURN):
                ours += readers[0].seconds(start, start + TURN)
                spacy += readers[1].seconds(start, start + TURN)
            rounds.append((ours, spacy))
            speeds = f"{words / ours:6.0f} words/s, spaCy {words / spacy:6.0f}"
            print(f"  round {number}: {speeds}, ratio {spacy / ours:.2f}")
        ours, spacy = (sum(seconds) for seconds in zip(*rounds, strict=True))
        peaks = [reader.close() for reader in readers]
    print(f"  ratio of all rounds {spacy / ours:.2f} (target 1.5)")
    print(f"  peak memory {peaks[0]} MB (target 400), spaCy {peaks[1]} MB")


def cut(texts: list[str]) -> list[str]:
    """Short articles: as many paragraphs together as have 60 words."""
    short: list[str] = []
    for text in texts:
        held: list[str] = []
        for paragraph in filter(str.strip, text.split("\n")):
            held.append(paragraph)
            if sum(len(p.split()) for p in held) >= SHORT:
                short.append("\n\n".join(held))
                held = []
    return short


def start_of_extract() -> None:
    """Print how long ``claims extract`` takes for the sample article, beyond an interpreter that does nothing.

    Bytecode is written and used, as of an installed package, also where the environment says that none be written.
    """
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    commands = [sys.executable, "-c", "pass"], [sys.executable, "-m", "claims", "extract", SAMPLE]
    taken: list[list[float]] = [[], []]
    for _ in range(1 + STARTS):
        for times, command in zip(taken, commands, strict=True):
            start = time.perf_counter()
            subprocess.run(command, check=True, capture_output=True, cwd=ROOT, env=environment)
            times.append(time.perf_counter() - start)
    idle, extract = (statistics.median(times[1:]) for times in taken)
    print(f"claims extract {SAMPLE}: {extract - idle:.2f} s beyond the interpreter's {idle:.2f} (target 1)")


def main() -> None:
    """Measure and print."""
    need(DEV, SPACY)
    texts = [document["text"] for document in read(DEV)]
    compare("PolNeAR dev", texts)
    compare("short articles", cut(texts))
    start_of_extract()


if __name__ == "__main__":
    main()
