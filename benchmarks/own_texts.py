"""Who speaks in short texts of our own, by kind: ``own_texts.py [--half 0|1]``.

``own_texts.txt`` has a text a line, with whom its mentions mean marked in it (``marked.py``), under headings by kind.
Every other one (half 0) was looked at while the ranker's features were chosen, the others (half 1) were kept for
measuring; nothing is fitted to either. Of the kinds "names" all were looked at, of "names 2" and "descriptions: whose
role it is" none, but for their first figures. "Articles of the world" are 13 of 25 that were written before the tool
was tried on them: of their 101 mentions 85.1 % were right then, two chiefs' titles counted as wrong. Of the
four kinds from "descriptions: named only later" on, 45 of 64 were right before anything was done for them; of the
three from "descriptions: another body" on, 19 of 54; of the seven from "relative clauses with another name" on, 72 of
80; of those from "officers: without a name" on, 231 of 322, of the two of "persons: another", 15 of 28, and of the
last two, 17 of 26; of the kinds that end in "2" none was looked at before its first figures. The spans are given.
Prints the share that is right by kind, and what is wrong.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from typing import Any

from corpora import CORPORA, ROOT, need, who_scorer
from marked import parsed
from network_outputs import references_in
from predict import asked_of

from claims.extraction.coref import resolve
from claims.reading import from_text

TEXTS = ROOT / "benchmarks" / "own_texts.txt"
HALVES = 2


def texts(half: int | None = None) -> Iterator[tuple[str, dict[str, Any]]]:
    """The kind and the annotation of each text, of one half or of both."""
    kind, number = "", 0
    for line in TEXTS.read_text("utf-8").splitlines():
        if line.startswith("# "):
            kind = line[2:]
        elif line:
            if half in (None, number % HALVES):
                yield kind, parsed(line.replace("\\n", "\n"))
            number += 1


def main() -> None:
    """Measure and print."""
    need(CORPORA / "score_who.py")
    half = int(sys.argv[-1]) if "--half" in sys.argv else None
    right, asked = Counter[str](), Counter[str]()
    for kind, doc in texts(half):
        article = from_text(doc["text"], key="own")
        found = resolve(article, asked_of(article, doc["attributions"]), references_in(article))
        for gold, resolution in zip(doc["attributions"], found, strict=True):
            name = resolution.speaker.name if resolution.speaker else ""
            is_right = bool(who_scorer().right(gold, name))
            right.update({kind: is_right, "all": is_right})
            asked.update((kind, "all"))
            if not is_right:
                start, end = gold["source"][0]
                print(
                    f"  wrong: ...{doc['text'][max(start - 50, 0) : end]!r}: {name!r}, not {gold['speaker']!r}"
                )
    for kind, number in asked.items():
        print(f"{kind:45} {right[kind]:4} of {number:4}  {100 * right[kind] / number:5.1f} %")


if __name__ == "__main__":
    main()
