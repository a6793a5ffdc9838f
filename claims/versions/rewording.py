"""The words that differ between two wordings."""

from typing import Final

from rapidfuzz.distance import Levenshtein

from claims.wording import normalised, plain

_SHOWN: Final = 3
"""How many differing places are spelled out."""
_LONGEST: Final = 12
"""How many words of one place are."""


def rewording(old: str, new: str) -> str:
    """The differing words, as “old” -> “new”, at most three places."""
    before, after = plain(old).split(), plain(new).split()
    places = [
        (" ".join(before[o.src_start : o.src_end]), " ".join(after[o.dest_start : o.dest_end]))
        for o in Levenshtein.opcodes([_bare(w) for w in before], [_bare(w) for w in after])
        if o.tag != "equal"
    ]
    said = [_said(a, b) for a, b in places[:_SHOWN]]
    if len(places) > _SHOWN:
        said.append(f"and {len(places) - _SHOWN} more")
    return ", ".join(said)


def _bare(word: str) -> str:
    """The word without its punctuation, so that a comma or a quotation mark is no difference."""
    return normalised(word)


def _said(old: str, new: str) -> str:
    if not old:
        return f"added “{_short(new)}”"
    return f"“{_short(old)}” -> “{_short(new)}”" if new else f"dropped “{_short(old)}”"


def _short(words: str) -> str:
    first = words.split()
    return words if len(first) <= _LONGEST else " ".join(first[:_LONGEST]) + " ..."
