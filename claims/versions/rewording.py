"""The words that differ between two wordings, with their places."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from rapidfuzz.distance import LCSseq

from claims.records import Claim, Span
from claims.text.normalisation import QUOTATION_MARKS, plain
from claims.versions.version import Version

_SHOWN: Final = 3
"""How many differing places are spelled out."""
_LONGEST: Final = 12
"""How many words of one place are."""
_OPENING: Final = re.compile(rf"(?:^|[\s(\[—–-])[{re.escape(QUOTATION_MARKS)}]+[^\W_]")
_MARKS: Final = re.compile(r"\.\.\.|[.,;:!?]|-+")


@dataclass(frozen=True, slots=True)
class Place:
    """One place where two wordings differ: the words of either side, as indices into their versions' words."""

    old: tuple[int, ...]
    new: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Wording:
    """Words of a version: spans of its text and the indices of the words in them."""

    version: Version
    pieces: tuple[Span, ...]
    indices: tuple[int, ...]

    @property
    def keys(self) -> tuple[str, ...]:
        """The words as they are compared."""
        return tuple(self.version.words.keys[k] for k in self.indices)

    def spans(self, indices: Sequence[int]) -> tuple[Span, ...]:
        """Some of the words as spans of the text."""
        return self.version.spans(indices, self.pieces)

    def text(self, indices: Sequence[int]) -> str:
        """Some of the words as they stand in the text, white space folded."""
        return " ".join(" ".join(s.text.split()) for s in self.spans(indices))


def wording(version: Version, pieces: Sequence[Span]) -> Wording:
    """The words in some spans of a version, without the "that" that opens indirect speech."""
    indices = version.indices(pieces)
    if len(indices) > 1 and version.words.keys[indices[0]] == "that":
        indices = indices[1:]
    return Wording(version, tuple(pieces), tuple(indices))


def places(old: Wording, new: Wording) -> list[Place]:
    """Where two wordings differ in their words, in order; swapping the sides swaps the words."""
    if old.keys > new.keys:
        return [Place(p.new, p.old) for p in places(new, old)]
    found: list[Place] = []
    gone: list[int] = []
    come: list[int] = []
    for step in LCSseq.opcodes(old.keys, new.keys):
        if step.tag == "equal" and (gone or come):
            found.append(Place(tuple(gone), tuple(come)))
            gone, come = [], []
        if step.tag != "equal":
            gone += old.indices[step.src_start : step.src_end]
            come += new.indices[step.dest_start : step.dest_end]
    return [*found, Place(tuple(gone), tuple(come))] if gone or come else found


def punctuation(old: Wording, new: Wording) -> list[Place]:
    """Where two wordings with the same words differ in the marks between two words, as the words around them."""
    if old.keys != new.keys:
        return []
    return [
        Place(before, after)
        for (before, one), (after, other) in zip(_between(old), _between(new), strict=True)
        if one is not None and other is not None and one != other
    ]


def quotes(claim: Claim) -> bool:
    """Whether a quotation opens in a claim's content or just before it."""
    text = claim.article.text
    return any(_OPENING.search(text[max(0, s.start - 2) : s.end]) for s in claim.content)


def said(old: Wording, new: Wording, differing: Sequence[Place]) -> str:
    """The differing words, as “old” -> “new”, at most three places."""
    words = [_said(old.text(p.old), new.text(p.new)) for p in differing[:_SHOWN]]
    if len(differing) > _SHOWN:
        words.append(f"and {len(differing) - _SHOWN} more")
    return ", ".join(words)


def _between(words: Wording) -> Iterator[tuple[tuple[int, int], str | None]]:
    """Each word and the next, with the marks between them; None where something else stands between."""
    text, of = words.version.article.text, words.version.words
    for one, other in pairwise(words.indices):
        inside = any(p.start <= of.starts[one] and of.ends[other] <= p.end for p in words.pieces)
        between = text[of.ends[one] : of.starts[other]]
        marks = "".join("-" if m[0] == "-" else m for m in _MARKS.findall(plain(between)))
        yield (one, other), marks if inside and other == one + 1 else None


def _said(old: str, new: str) -> str:
    if not old:
        return f"added “{_short(new)}”"
    return f"“{_short(old)}” -> “{_short(new)}”" if new else f"dropped “{_short(old)}”"


def _short(words: str) -> str:
    first = words.split()
    return words if len(first) <= _LONGEST else " ".join(first[:_LONGEST]) + " ..."
