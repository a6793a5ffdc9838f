"""Find what changed between versions of articles: ``changes.py DIR OUT.jsonl``.

DIR has a folder a pair, each with ``old.txt`` and ``new.txt``. OUT has a line a pair: its id, the changes, and the
comparison's lines. Each change has its type, severity, detail and speaker and, on both sides, ``[start, end]`` (0-based
code points into that side's text, end exclusive) of the claim's content, of a long one only of the sentences in which
words changed; or null. The type "kind" is given as "reworded", for the scorer knows no kind.
"""

import json
import sys
from pathlib import Path
from typing import Any

import claims
from claims.reading import from_text
from claims.records import Article, Change, Claim, Span
from claims.text.sentences import sentences
from claims.versions import compare


def compared(pair: Path) -> dict[str, Any]:
    """What changed in one pair, in the form of the scorer."""
    old, new = (_article(pair, side) for side in ("old", "new"))
    found = compare(old, claims.extract(old), new, claims.extract(new))
    return {"id": pair.name, "changes": [_record(c) for c in found.changes], "lines": found.lines}


def _article(pair: Path, side: str) -> Article:
    text = (pair / f"{side}.txt").read_bytes().decode("utf-8")
    return from_text(text, key=pair.name)


def _record(change: Change) -> dict[str, Any]:
    claim = change.main_claim
    return {
        "type": "reworded" if change.type == "kind" else change.type,
        "severity": change.severity,
        "detail": change.detail,
        "speaker": claim.speaker_name if claim and claim.speaker else None,
        "old": _place(change.old, change.old_words),
        "new": _place(change.new, change.new_words),
    }


def _place(claim: Claim | None, words: tuple[Span, ...]) -> list[int] | None:
    """The sentences of the content in which words changed; all of it where the change is not in its words."""
    if claim is None:
        return None
    start, end = claim.content[0].start, claim.content[-1].end
    words = tuple(s for s in words if s.start < end and start < s.end)
    touched = [
        (max(start, low), min(end, high))
        for low, high in sentences(claim.article)
        if low < end and start < high and any(low < s.end and s.start < high for s in words)
    ]
    return [touched[0][0], touched[-1][1]] if touched else [start, end]


def main() -> None:
    """Read, extract, compare, write."""
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    pairs = sorted(p.parent for p in Path(sys.argv[1]).glob("*/old.txt"))
    with Path(sys.argv[2]).open("w", encoding="utf-8") as out:
        for pair in pairs:
            out.write(json.dumps(compared(pair), ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
