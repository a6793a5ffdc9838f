"""A change for a person's eyes: the words in place, [-taken out-] and {+put in+}, in any terminal."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from rich.text import Text

from claims.cli.output import folded, shown
from claims.records import Change, Claim, Span
from claims.text.normalisation import QUOTATION_MARKS

OUT: Final = ("[-", "-]", "red strike")
IN: Final = ("{+", "+}", "green underline")
MOSTLY: Final = 0.6
"""Share of a content's words from which its old and new words are shown one after the other."""

_MOST_MARKS: Final = 4
"""More quotation marks than these do not stand together."""
_WORD: Final = re.compile(r"\w+")


def changed_words(change: Change) -> Text:
    """The content of a change's claims, in one piece where that can be read, else the old one, then the new one."""
    old, new = change.old, change.new
    if not (old and new):
        mark, claim = (OUT, old) if old else (IN, new)
        return _marked(claim.content_text, mark) if claim else shown("")
    if change.type == "moved" or not (change.old_words or change.new_words):
        return shown(new.content_text)
    gone, come = _inside(change.old_words, old), _inside(change.new_words, new)
    merged = _merged(old, gone, new, come)
    if merged is not None:
        return merged
    return _one_side(old, gone, OUT).append("\n").append_text(_one_side(new, come, IN))


def _marked(words: str, mark: tuple[str, str, str]) -> Text:
    before, after, style = mark
    return shown(f"{before}{' '.join(words.split())}{after}", style)


def _inside(words: Iterable[Span], claim: Claim) -> list[Span]:
    """The changed words that are in the content."""
    return [w for w in words if any(s.start <= w.start and w.end <= s.end for s in claim.content)]


def _one_side(claim: Claim, words: Sequence[Span], mark: tuple[str, str, str]) -> Text:
    """A content with its changed words marked."""
    text = shown("")
    for number, piece in enumerate(claim.content):
        at = piece.start
        text.append(" " if number else "")
        for span in words:
            if piece.start <= span.start and span.end <= piece.end:
                text.append_text(_folded(claim, at, span.start)).append_text(_marked(span.text, mark))
                at = span.end
        text.append_text(_folded(claim, at, piece.end))
    return text


def _folded(claim: Claim, start: int, end: int) -> Text:
    return folded(claim.article.text[start:end])


def _merged(old: Claim, gone: Sequence[Span], new: Claim, come: Sequence[Span]) -> Text | None:
    """The new content with the old words put in where they stood; None where they cannot be told apart in one."""
    before, after = _kept(old, gone), _kept(new, come)
    same = [w.casefold() for _, w in before] == [w.casefold() for _, w in after]
    if not same or len(after) < (1 - MOSTLY) * len(_WORD.findall(new.content_text)):
        return None
    # An old word stands before the new word that follows the same number of kept ones.
    places: dict[int, list[Span]] = {}
    for span in gone:
        count = sum(start < span.start for start, _ in before)
        place = after[count][0] if count < len(after) else new.content[-1].end
        leading = [s.start for s in come if s.start < place and (not count or s.start > after[count - 1][0])]
        places.setdefault(min([place, *leading]), []).append(span)
    text = shown("")
    for number, piece in enumerate(new.content):
        at = piece.start
        text.append(" " if number else "")
        inside = [s for s in come if piece.start <= s.start and s.end <= piece.end]
        stops = sorted({s.start for s in inside} | {p for p in places if piece.start <= p <= piece.end})
        for stop in stops:
            text.append_text(_folded(new, at, stop))
            at = stop
            for span in places.pop(stop, []):
                apart = _begins(old, span.start) and text.plain[-1:].strip() and not _begins(new, stop)
                text.append(" " if apart else "").append_text(_marked(span.text, OUT))
                text.append(" " if stop < piece.end else "")
            for span in inside:
                if span.start == stop:
                    text.append_text(_marked(span.text, IN))
                    at = span.end
        text.append_text(_folded(new, at, piece.end))
    return None if places else text


def _begins(claim: Claim, place: int) -> bool:
    """Whether white space stands before a place in the text and the quotation marks that open there."""
    return claim.article.text[max(0, place - _MOST_MARKS) : place].rstrip(QUOTATION_MARKS)[-1:].isspace()


def _kept(claim: Claim, changed: Sequence[Span]) -> list[tuple[int, str]]:
    """The words of a content that did not change, with where they start; without the "that" that opens it."""
    words = [(piece.start + m.start(), m[0]) for piece in claim.content for m in _WORD.finditer(piece.text)]
    words = words[1:] if len(words) > 1 and words[0][1].casefold() == "that" else words
    return [(start, word) for start, word in words if not any(s.start <= start < s.end for s in changed)]
