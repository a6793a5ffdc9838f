"""Two versions' paragraphs side by side: which stands beside which."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final, Literal

from rapidfuzz import fuzz, process

from claims.exporting.page.marked_text import MarkedBlock
from claims.text.normalisation import normalised

_LIKE: Final = 50.0
"""From which likeness in percent two paragraphs count as one that was rewritten."""

_MOST: Final = 250_000
"""How many pairs of rewritten paragraphs are compared; in a longer stretch they just follow each other."""


@dataclass(frozen=True, slots=True)
class ParagraphPair:
    """A paragraph in both versions, or in one of them; ``state`` says whether its words are the same."""

    old: MarkedBlock | None
    new: MarkedBlock | None
    state: Literal["same", "differs", "only"]


def side_by_side(old: Sequence[MarkedBlock], new: Sequence[MarkedBlock]) -> list[ParagraphPair]:
    """Rows that hold every block of both versions once, each version's in its order.

    Blocks with the same words stand beside each other (typography and white space do not count), and among
    those between them the ones that are like each other.
    """
    before, after = ([normalised(block.text) for block in blocks] for blocks in (old, new))
    rows = []
    for step, i, i_end, j, j_end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if step == "equal":
            rows += [ParagraphPair(a, b, "same") for a, b in zip(old[i:i_end], new[j:j_end], strict=True)]
        else:
            pairs = _like(before[i:i_end], after[j:j_end])
            rows += list(_interleaved(old[i:i_end], new[j:j_end], pairs))
    return rows


def _like(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """The pairs, in the order of both, whose likenesses add up to most."""
    if not old or not new or len(old) * len(new) > _MOST:
        return []
    scores = process.cdist(old, new, scorer=fuzz.ratio, score_cutoff=_LIKE).tolist()
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in reversed(range(len(old))):
        for j in reversed(range(len(new))):
            both = scores[i][j] + best[i + 1][j + 1] if scores[i][j] else 0.0
            best[i][j] = max(both, best[i + 1][j], best[i][j + 1])
    pairs = []
    i = j = 0
    while i < len(old) and j < len(new):
        if best[i][j] == best[i + 1][j]:
            i += 1
        elif best[i][j] == best[i][j + 1]:
            j += 1
        else:
            pairs.append((i, j))
            i, j = i + 1, j + 1
    return pairs


def _interleaved(
    old: Sequence[MarkedBlock], new: Sequence[MarkedBlock], pairs: Sequence[tuple[int, int]]
) -> Iterator[ParagraphPair]:
    i = j = 0
    for pair in (*pairs, None):
        i_next, j_next = pair or (len(old), len(new))
        yield from (ParagraphPair(block, None, "only") for block in old[i:i_next])
        yield from (ParagraphPair(None, block, "only") for block in new[j:j_next])
        if pair:
            yield ParagraphPair(old[i_next], new[j_next], "differs")
            i, j = i_next + 1, j_next + 1
