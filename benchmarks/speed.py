"""Words per second on one core, beside the prototype of the tagger, in the same run.

Both read PolNeAR dev in turn, three times; each time counts from the loaded network to the decoded attributions. The
figure is a ratio: the machine's own speed changes from minute to minute.
"""

import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from corpora import CORPORA, SHARED, need, read

from claims.extraction import Tagger, extract
from claims.reading import from_text

GOLD = CORPORA / "polnear_dev.jsonl"
PROTOTYPE = SHARED / "prototype-tagger"
ROUNDS = 3


def ours(texts: list[str]) -> float:
    """Seconds from texts to claims: reading, tagging, decoding, speakers and all."""
    tagger = Tagger()
    start = time.perf_counter()
    for text in texts:
        extract(from_text(text, key="benchmark"), tagger)
    return time.perf_counter() - start


def prototype() -> float:
    """Seconds of the prototype for the same texts, as it reports them: network and decoding only."""
    with tempfile.TemporaryDirectory() as folder:
        command = [PROTOTYPE / "decode.py", PROTOTYPE / "best.int8.onnx", GOLD, Path(folder) / "out.jsonl"]
        done = subprocess.run(
            [sys.executable, *map(str, command), "--enc", str(PROTOTYPE)],
            check=True,
            capture_output=True,
            text=True,
            cwd=folder,
        )
    return sum(float(seconds) for seconds in re.findall(r"(?:infer|decode) ([\d.]+)s", done.stderr))


def main() -> None:
    """Measure in turn and print words per second and the ratio of each round."""
    need(GOLD, PROTOTYPE / "best.int8.onnx")
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    texts = [doc["text"] for doc in read(GOLD)]
    words = sum(len(text.split()) for text in texts)
    for number in range(1, ROUNDS + 1):
        mine, theirs = ours(texts), prototype()
        print(
            f"round {number}: {words / mine:7.0f} words/s, prototype {words / theirs:7.0f}, "
            f"ratio {theirs / mine:.2f}"
        )


if __name__ == "__main__":
    main()
