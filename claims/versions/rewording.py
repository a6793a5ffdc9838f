"""The edit script between two wordings of a claim: which words were deleted, inserted and replaced, and where."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Self

from rapidfuzz.distance import LCSseq

from claims.records import Claim, Span, joined
from claims.text.normalisation import PURE_QUOTATION_MARKS, QUOTATION_MARKS, plain
from claims.versions.article_version import ArticleVersion

_SHOWN_EDITS: Final = 3
_SHOWN_WORDS: Final = 12  # of either side of an edit
_REACH: Final = 60
"""Tokens further away than this from a claim in the other version do not belong to it there."""
_OPENING: Final = re.compile(rf"(?:^|[\s(\[—–-])[{re.escape(QUOTATION_MARKS)}]+[^\W_]")
_PUNCTUATION: Final = re.compile(r"\.\.\.|[.,;:!?]|-+")


@dataclass(frozen=True, slots=True)
class Edit:
    """One edit: the tokens that it deletes from the old wording and those that it inserts into the new one.

    Both are indices into the tokens of their version; one side is empty in a mere insertion or deletion.
    """

    old: tuple[int, ...]
    new: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """Some tokens of a version, ascending, and the spans (``pieces``) of its text that they are in."""

    version: ArticleVersion
    pieces: tuple[Span, ...]
    tokens: tuple[int, ...]

    @classmethod
    def of(cls, version: ArticleVersion, pieces: Sequence[Span]) -> Self:
        """The tokens in some spans of a version, without the "that" that opens indirect speech."""
        tokens = version.tokens_of(pieces)
        if len(tokens) > 1 and version.tokens.keys[tokens[0]] == "that":
            tokens = tokens[1:]
        return cls(version, tuple(pieces), tuple(tokens))

    @property
    def keys(self) -> tuple[str, ...]:
        """The tokens as they are compared."""
        return self.keys_of(self.tokens)

    def keys_of(self, tokens: Sequence[int]) -> tuple[str, ...]:
        """Some of the tokens as they are compared."""
        return tuple(self.version.tokens.keys[k] for k in tokens)

    def spans_of(self, tokens: Sequence[int]) -> tuple[Span, ...]:
        """Some of the tokens as spans of the text."""
        return self.version.spans_of(tokens, self.pieces)

    def text_of(self, tokens: Sequence[int]) -> str:
        """Some of the tokens as they are written in the text, white space folded."""
        return joined(self.spans_of(tokens))


def edit_script(old: Passage, new: Passage) -> list[Edit]:
    """The edits that lead from one wording to the other, in order, by a longest common subsequence of tokens.

    Swapping the wordings swaps the sides of each edit.
    """
    if old.keys > new.keys:
        return [Edit(e.new, e.old) for e in edit_script(new, old)]
    found: list[Edit] = []
    deleted: list[int] = []
    inserted: list[int] = []
    for step in LCSseq.opcodes(old.keys, new.keys):
        if step.tag == "equal" and (deleted or inserted):
            found.append(Edit(tuple(deleted), tuple(inserted)))
            deleted, inserted = [], []
        if step.tag != "equal":
            deleted += old.tokens[step.src_start : step.src_end]
            inserted += new.tokens[step.dest_start : step.dest_end]
    return [*found, Edit(tuple(deleted), tuple(inserted))] if deleted or inserted else found


def punctuation_edits(old: Passage, new: Passage) -> list[Edit]:
    """Where of two wordings with the same words only one has marks between two tokens, each as these two tokens.

    A comma in the place of a dash is none.
    """
    if old.keys != new.keys:
        return []
    return [
        Edit(before, after)
        for (before, one), (after, other) in zip(_marks_between(old), _marks_between(new), strict=True)
        if one is not None and other is not None and bool(one) != bool(other)
    ]


def _marks_between(passage: Passage) -> Iterator[tuple[tuple[int, int], str | None]]:
    """Each token and the next, with the marks between them; None where something else is between."""
    text, of = passage.version.article.text, passage.version.tokens
    for one, other in pairwise(passage.tokens):
        inside = any(p.start <= of.starts[one] and of.ends[other] <= p.end for p in passage.pieces)
        between = text[of.ends[one] : of.starts[other]]
        marks = "".join("-" if m[0] == "-" else m for m in _PUNCTUATION.findall(plain(between)))
        yield (one, other), marks if inside and other == one + 1 else None


def opens_quotation(claim: Claim) -> bool:
    """Whether a quotation opens in a claim's content or just before it."""
    text = claim.article.text
    return any(_OPENING.search(text[max(0, s.start - 2) : s.end]) for s in claim.content)


def in_words(old: Passage, new: Passage, edits: Sequence[Edit]) -> str:
    """The edits for a reader, as “old” -> “new”; at most three are spelled out."""
    words = [_edit_in_words(old.text_of(e.old), new.text_of(e.new)) for e in edits[:_SHOWN_EDITS]]
    if len(edits) > _SHOWN_EDITS:
        words.append(f"and {len(edits) - _SHOWN_EDITS} more")
    return ", ".join(words)


def _edit_in_words(old: str, new: str) -> str:
    if not old:
        return f"added “{_shortened(new)}”"
    return f"“{_shortened(old)}” -> “{_shortened(new)}”" if new else f"dropped “{_shortened(old)}”"


def _shortened(words: str) -> str:
    first = words.split()
    return words if len(first) <= _SHOWN_WORDS else " ".join(first[:_SHOWN_WORDS]) + " ..."


def without_overhang(passage: Passage, other: Passage, to_other: Sequence[int]) -> Passage:
    """The passage without the tokens at either edge that only one extraction counted to the claim.

    These are aligned with tokens beside the other version's passage, but not in it. ``to_other`` leads from this
    version's tokens to the other's. Words that were put into quotation marks, or out of them, stay, and so does
    everything where nothing would be left.
    """
    if not passage.tokens or not other.tokens:
        return passage
    inside = set(other.tokens)
    low, high = other.tokens[0] - _REACH, other.tokens[-1] + _REACH

    def overhangs(token: int) -> bool:
        return to_other[token] not in inside and low <= to_other[token] <= high and to_other[token] >= 0

    first, last = 0, len(passage.tokens)
    while first < last and overhangs(passage.tokens[first]):
        first += 1
    while last > first and overhangs(passage.tokens[last - 1]):
        last -= 1
    cut = passage.tokens[:first], passage.tokens[last:]
    if first == last or not all(_same_quotation(passage, other, part, to_other) for part in cut if part):
        return passage
    return Passage(passage.version, passage.pieces, passage.tokens[first:last])


def _same_quotation(passage: Passage, other: Passage, tokens: Sequence[int], to_other: Sequence[int]) -> bool:
    """Whether there are as many quotation marks around some tokens in both versions."""
    elsewhere = [to_other[k] for k in tokens]
    return _count_marks(passage, tokens[0], tokens[-1]) == _count_marks(other, min(elsewhere), max(elsewhere))


def _count_marks(passage: Passage, first: int, last: int) -> int:
    text, of = passage.version.article.text, passage.version.tokens
    return sum(c in PURE_QUOTATION_MARKS for c in text[max(0, of.starts[first] - 1) : of.ends[last] + 2])
