"""Our own annotation of unlabelled articles, kept apart from their text.

``annotations.jsonl.xz`` has an article a line: its ``doc`` in ``world_unlabelled.jsonl``, the first digits of its
text's SHA-256, and its attributions, each ``[source, cue, content, speaker, optional, also]``: three lists of ``[start,
end]`` (0-based code points, end exclusive); such a list of where the words that name each speaker first stand, null
where they do not stand in the text so; 0 or 1; and such lists for other names that are right. Some lines have ``held``:
nothing is fitted to them, they are for measuring. Readers that were large language models corrected the tagger's own
reading of each article under ``world_guide.md``; training/README.md says how far that can be trusted.
"""

import hashlib
import json
import lzma
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from training.corpus import Entity

ANNOTATIONS = Path(__file__).with_name("annotations.jsonl.xz")
_DIGITS = 12
_PRONOUNS = frozenset({"he", "she", "it", "they", "who", "which", "that", "him", "her", "them"})


def digest(text: str) -> str:
    """The first digits of a text's SHA-256, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()[:_DIGITS]


def annotated_records(
    articles: Iterable[tuple[dict[str, Any], tuple[Entity, ...] | None]],
    path: Path = ANNOTATIONS,
    *,
    held: bool | None = None,
) -> Iterator[tuple[dict[str, Any], tuple[Entity, ...] | None]]:
    """Those of some unlabelled articles that are annotated, in the benchmarks' form, each with its guessed names.

    ``held`` is true for those alone that nothing is fitted to, false for the others alone, None for all.

    Raises :class:`SystemExit` where an article's text is not the one that was annotated.
    """
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        every = {line["doc"]: line for line in map(json.loads, lines)}
    known = {doc: line for doc, line in every.items() if held in (None, line.get("held", False))}
    for article, guessed in articles:
        if found := known.get(article["doc"]):
            if digest(article["text"]) != found["sha256"]:
                raise SystemExit(f"{path.name}: {article['doc']} is annotated in another text than this")
            attributions = [_attribution(article["text"], guessed or (), *a) for a in found["attributions"]]
            yield {**article, "attributions": attributions}, guessed


def _attribution(  # noqa: PLR0917 - the columns of the file, in order
    text: str,
    guessed: tuple[Entity, ...],
    source: list[list[int]],
    cue: list[list[int]],
    content: list[list[int]],
    names_at: list[list[int]] | None,
    optional: int,
    also: list[list[list[int]]],
) -> dict[str, Any]:
    name = _name(text, names_at or [])
    mention = " ".join(text[s:e] for s, e in source)
    return {
        "source": source,
        "cue": cue,
        "content": content,
        "speaker": name or None,
        "type": _type(text, guessed, name),
        "mention": _mention(mention, name),
        "optional": bool(optional),
        "also": [_name(text, other) for other in also],
    }


def _name(text: str, places: list[list[int]]) -> str:
    return "; ".join(text[s:e] for s, e in places)


def _type(text: str, guessed: tuple[Entity, ...], name: str) -> str:
    """What the guesses make of a name wherever it stands; "unnamed" where they do not know it."""
    places = [m.span() for m in re.finditer(re.escape(name), text)] if name and name[0].isupper() else []
    kinds = [g.type for g in guessed for s, e in places if s <= g.start < e or g.start <= s < g.end]
    kind = max(set(kinds), key=lambda k: (kinds.count(k), k), default="unnamed")
    return kind if kind in {"person", "organisation"} else "unnamed"


def _mention(mention: str, name: str) -> str:
    """How a mention says who it is, in the benchmarks' terms."""
    words = set(mention.split())
    if not name or not name[0].isupper():
        return "nominal-unnamed" if mention else "none"
    if name in mention:
        return "named-full"
    if mention.casefold() in _PRONOUNS:
        return "pronoun"
    return "named-part" if any(w in words for w in name.split() if w[0].isupper()) else "nominal"
