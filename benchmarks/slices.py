"""Which claims are found well, and which badly: ``slices.py [--model FOLDER] [--float32]``.

PolNeAR dev, by kind, act, cue, length of the content and presence of a mention. A slice holds the annotated and the
predicted attributions that are of a sort, each by its own words, and is scored by the corpora's scorer as if there
were no others; so an attribution that is found under another kind is missed in one slice and false in the other.

The cue of saying is one that has a form of say, tell or add, or "according". ``--model`` measures other weights, and
``--float32`` the network before it was made int8, ``tagger.onnx`` in that folder.
"""

import argparse
import re
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpora import DEV, SCORER, need, read, scorer

from claims.extraction import extract, load_tagger
from claims.extraction.act import act_of
from claims.extraction.cues import MARKED_ACTS, MARKED_STANCES, cue_pattern
from claims.extraction.layout import tagger_text
from claims.extraction.model import FILES
from claims.reading import from_text
from claims.records import ACTS, KINDS, Article, Span, joined
from claims.text.quotations import Quoted, kind_of, quotations

SAYING = re.compile(
    r"\b(?:say|says|said|saying|tell|tells|told|telling|add|adds|added|adding|according)\b", re.IGNORECASE
)
LENGTHS = ((1, 5), (6, 15), (16, 30), (31, 60), (61, None))
"""Words of the content."""

Attribution = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Sorted:
    """An attribution in the scorer's form, and the slices that it belongs to."""

    document: str
    spans: Attribution
    slices: frozenset[str]


def slice_names() -> list[str]:
    """Every slice, in the order of the report."""
    return [
        "all",
        *(f"kind: {kind}" for kind in KINDS),
        *(f"act: {act}" for act in ACTS),
        *(f"cue: {name}" for name in ("of saying", "other listed", "not listed", "a mark only")),
        *(f"words: {_length(first)}" for first, _ in LENGTHS),
        "mention: one",
        "mention: none",
    ]


def gold() -> list[Sorted]:
    """The annotated attributions of dev that have a content, as the scorer takes them."""
    found = []
    for document in read(DEV):
        article = from_text(document["text"], key=document["doc"])
        quoted = Quoted(quotations(tagger_text(article)))
        found += [_sorted(article, quoted, a) for a in document["attributions"] if a["content"]]
    return found


def predicted(folder: Path | None) -> list[Sorted]:
    """The claims that the weights of a folder find on dev."""
    tagger = load_tagger(folder)
    found = []
    for document in read(DEV):
        article = from_text(document["text"], key=document["doc"])
        quoted = Quoted(quotations(tagger_text(article)))
        for claim in extract(article, tagger):
            spans = {"source": claim.mention, "cue": claim.cue, "content": claim.content}
            offsets = {role: [[s.start, s.end] for s in of_role] for role, of_role in spans.items()}
            found.append(_sorted(article, quoted, offsets))
    return found


def scores(
    annotated: Iterable[Sorted], found: Iterable[Sorted], name: str
) -> tuple[dict[str, Any], int, int]:
    """The scorer's figures of a slice, and how many attributions it has on either side."""
    texts = {document["doc"]: document["text"] for document in read(DEV)}
    true, guessed = _documents(annotated, name), _documents(found, name)
    documents = {
        key: {"text": text, "attributions": true.get(key, [])}
        for key, text in texts.items()
        if key in true or key in guessed
    }
    result: tuple[dict[str, Any], int, int] = scorer().score(
        documents, {key: {"attributions": of_document} for key, of_document in guessed.items()}
    )
    return result


def table(folder: Path | None) -> str:
    """The report, in Markdown: F1 in percent."""
    annotated, found = gold(), predicted(folder)
    lines = [
        "| slice | annotated | found | precision, 0.8 | recall, 0.8 | **claim@0.8** | claim@1.0 |",
        "|---|---:|---:|---:|---:|---:|---:|",
    ]
    for name in slice_names():
        figures, in_gold, in_found = scores(annotated, found, name)
        precision, recall, at_most = (100 * x for x in figures["claim@0.8"])
        exact = 100 * figures["claim@1.0"][2]
        lines.append(
            f"| {name} | {in_gold} | {in_found} | {precision:.1f} | {recall:.1f} | {at_most:.1f} | {exact:.1f} |"
        )
    return "\n".join(lines)


def float32(folder: Path, scratch: Path) -> Path:
    """A model's folder with its float32 network where the int8 one belongs."""
    for name in FILES[1:]:
        shutil.copy(folder / name, scratch / name)
    shutil.copy(folder / "tagger.onnx", scratch / FILES[0])
    return scratch


def _sorted(article: Article, quoted: Quoted, offsets: Attribution) -> Sorted:
    spans = {
        role: tuple(article.span(start, end) for start, end in offsets[role])
        for role in ("source", "cue", "content")
    }
    return Sorted(article.key, offsets, frozenset(_slices(quoted, **spans)))


def _slices(
    quoted: Quoted, source: tuple[Span, ...], cue: tuple[Span, ...], content: tuple[Span, ...]
) -> Iterator[str]:
    words = len(scorer().WORD.findall(joined(content)))
    yield "all"
    yield f"kind: {kind_of(content, quoted)}"
    yield f"act: {act_of(joined(cue), joined(content))}"
    yield f"cue: {_cue_class(joined(cue))}"
    yield f"words: {_length(words)}"
    yield f"mention: {'one' if source else 'none'}"


def _cue_class(cue: str) -> str:
    if not re.search(r"\w", cue):
        return "a mark only"
    if SAYING.search(cue):
        return "of saying"
    listed = map(cue_pattern, (*MARKED_ACTS, *MARKED_STANCES))
    return "other listed" if any(p.search(cue.casefold()) for p in listed) else "not listed"


def _length(words: int) -> str:
    first, last = next((a, b) for a, b in reversed(LENGTHS) if words >= a or a == 1)
    return f"{first} to {last}" if last else f"{first} and more"


def _documents(attributions: Iterable[Sorted], name: str) -> dict[str, list[Attribution]]:
    found: dict[str, list[Attribution]] = {}
    for one in attributions:
        if name in one.slices:
            found.setdefault(one.document, []).append(one.spans)
    return found


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Claims found on PolNeAR dev, by sort.")
    parser.add_argument("--model", type=Path, help="a folder of other weights")
    parser.add_argument("--float32", action="store_true", help="its float32 network, tagger.onnx")
    options = parser.parse_args()
    need(DEV, SCORER)
    if options.float32 and not options.model:
        parser.error("--float32 needs --model: the package has no float32 network")
    if not options.float32:
        print(table(options.model))
        return
    with tempfile.TemporaryDirectory() as scratch:
        print(table(float32(options.model, Path(scratch))))


if __name__ == "__main__":
    main()
