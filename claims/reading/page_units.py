"""The parts of a page's main text that make up its article: no menu above the headline, no byline, nothing twice."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from claims.reading.page_author import OFFICE, byline_names, is_desk, letters
from claims.reading.page_dating import FEWEST_EVENTS, is_dating, is_record, is_timing
from claims.records import BlockKind
from claims.text.normalisation import normalised
from claims.text.page_notices import REFERENCES, STRAY, TAIL

Unit = tuple[str, str]
"""The tag of a part of the text ("p", "h1", "row") and its words."""

_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_TITLE_WITHIN: Final = 3  # units from the top: a section's name or a date may stand above the headline
_HEADLINE_WITHIN: Final = 12  # units from the top, where all above it are short, as in a menu
_LABEL: Final = 5  # words of such a line
_PARAGRAPH: Final = 15  # words of a paragraph, below which a chronicle's dates are headings
_BYLINE: Final = 12  # words of a line that names who wrote the article
_LONGEST_STRAY: Final = 250  # characters; what is longer may be part of the article
_SHORTEST_REPEATED: Final = 40  # characters; "No comment." may be said twice
_HEADLINES: Final = 0.4
"""Share of the parts of a tail that are headlines, each with a line or two of its article below it."""
_LONGEST_TAIL: Final = 0.4  # of the page's words
_BY = re.compile(r"(?:(?:story|words|text|written|reported)\s+)?(?:by|von|par|por|door)\b", re.IGNORECASE)
_OFFICE = re.compile(OFFICE, re.IGNORECASE)


def article_units(
    units: Iterable[Unit], title: str | None, *, author: str | None, standfirst: str
) -> tuple[list[Unit], str | None]:
    """The article's parts in order, from all that the search of the main text has left, and whom its byline names.

    ``title`` and ``author`` are those of the page; the words of its ``standfirst`` get their place below the headline.
    """
    found = _once(unit for unit in units if not _is_stray(unit[1]))
    found = _below_headline(_apart(found, title), title)
    found, named = _without_byline(_before_tail(found), author)
    headline = _place_of_headline(found[:_TITLE_WITHIN], title)
    return _with_standfirst(found, standfirst, headline), named


def titled(units: Sequence[Unit], title: str | None) -> Iterator[tuple[BlockKind, str]]:
    """The parts as blocks: the headline near the top, headings and paragraphs."""
    headline = _place_of_headline(units[:_TITLE_WITHIN], title)
    for i, (tag, words) in enumerate(units):
        if i == headline:
            yield "title", words
        else:
            yield "heading" if tag in _HEADINGS else "paragraph", words


def _once(units: Iterable[Unit]) -> list[Unit]:
    """The parts, without those that stand on the page a second time, as for another width of the window.

    A short one goes where it stands a second time beside a long one that does: "No comment." may be said twice.
    """
    parts = list(units)
    lines = [normalised(words) for _, words in parts]
    first: dict[str, int] = {}
    again = [line for i, line in enumerate(lines) if first.setdefault(line, i) != i]
    repeated = [first[line] != i and len(line) >= _SHORTEST_REPEATED for i, line in enumerate(lines)]
    if again:
        pairs = set[tuple[str, str]]()
        beside = [False] * len(lines)
        for i, pair in enumerate(pairwise(lines)):
            beside[i] = beside[i] or (pair in pairs and repeated[i + 1])
            beside[i + 1] = pair in pairs and (repeated[i] or beside[i])
            pairs.add(pair)
        repeated = [long or short for long, short in zip(repeated, beside, strict=True)]
    return [part for part, leave in zip(parts, repeated, strict=True) if not leave]


def _below_headline(units: Sequence[Unit], title: str | None) -> list[Unit]:
    """The parts, without the short lines above a headline (a menu, a section's name), and those that but date it."""
    top, rest = units[:_HEADLINE_WITHIN], units[_HEADLINE_WITHIN:]
    events = sum(is_dating(words) for _, words in units) >= FEWEST_EVENTS
    paragraph = next((i for i, (_, words) in enumerate(top) if len(words.split()) >= _PARAGRAPH), len(top))
    top = [unit for i, unit in enumerate(top) if (events and i > paragraph) or not _is_about(unit[1])]
    headline = _place_of_headline(top, title) or 0
    if all(_is_label(words) for _, words in top[:headline]):
        top = top[headline:]
    return [*top, *rest]


def _apart(units: list[Unit], title: str | None) -> list[Unit]:
    """The parts, those near the top by lines where one of these is the headline, a byline or a date."""
    found: list[Unit] = []
    for i, (tag, words) in enumerate(units):
        lines = words.split("\n") if i < _HEADLINE_WITHIN else []
        if len(lines) > 1 and any(
            _is_headline("p", line, title) or is_dating(line) or _BY.match(line) for line in lines
        ):
            found += ((tag, line) for line in lines)
        else:
            found.append((tag, words))
    return found


def _before_tail(units: list[Unit]) -> list[Unit]:
    """The parts above a heading that leads on to other articles, where their headlines follow, and little else.

    Nor is the list of what the article rests on, at its end, a part of it.
    """
    sizes = [len(words) for _, words in units]
    for i, (tag, words) in enumerate(units):
        if tag in _HEADINGS and REFERENCES.fullmatch(words) and sum(sizes[i:]) <= _LONGEST_TAIL * sum(sizes):
            return units[:i]
        if i and TAIL.fullmatch(words):
            below = units[i + 1 :]
            if all(_is_headline_like(each) for _, each in below):
                return units[:i]
            leading = sum(each_tag in _HEADINGS or _is_headline_like(each) for each_tag, each in below)
            if (
                tag in _HEADINGS
                and leading >= _HEADLINES * len(below)
                and sum(sizes[i:]) <= _LONGEST_TAIL * sum(sizes)
            ):
                return units[:i]
    return units


def _without_byline(units: list[Unit], author: str | None) -> tuple[list[Unit], str | None]:
    """The parts without the lines near the top that name who wrote the article, and that person's office; and whom.

    A byline further down goes where it names the author.
    """
    known = {letters(name) for name in (author or "").split(", ")} - {""}
    dropped = set[int]()
    named: list[str] = []
    for i, (_, words) in enumerate(units):
        if len(words.split()) > _BYLINE or words[-1:] in '.!?”"':
            continue
        opened = bool(_BY.match(words))
        if i >= _HEADLINE_WITHIN and not opened:
            continue
        names = byline_names(words)
        is_author = {letters(name) for name in names} <= known
        if i >= _HEADLINE_WITHIN:
            if names and is_author:
                dropped.add(i)
            continue
        told = opened or is_author
        if (names and told) or is_desk(words) or (i - 1 in dropped and _OFFICE.search(words)):
            dropped.add(i)
            named += names
    kept = [unit for i, unit in enumerate(units) if i not in dropped]
    return kept, ", ".join(dict.fromkeys(named)) or None


def _with_standfirst(units: list[Unit], words: str, headline: int | None) -> list[Unit]:
    """The parts with the standfirst below the headline, where none of them has its words."""
    line = normalised(words)
    if not line or any(line in normalised(each) for _, each in units):
        return units
    at = 0 if headline is None else headline + 1
    return [*units[:at], ("p", words), *units[at:]]


def _is_stray(words: str) -> bool:
    """Whether a line surely is no part of the article: a link to others, a credit, a notice of rights."""
    return len(words) <= _LONGEST_STRAY and bool(STRAY.fullmatch(" ".join(words.split())))


def _is_about(words: str) -> bool:
    """Whether a line says when the article appeared, and where."""
    return is_dating(words) or is_timing(words) or is_record(words)


def _is_label(words: str) -> bool:
    return len(words.split()) <= _LABEL and words[-1:] not in '.!?”"'


def _is_headline_like(words: str) -> bool:
    return len(words.split()) <= 4 * _LABEL and words[-1:] not in '.!”"'


def _place_of_headline(units: Sequence[Unit], title: str | None) -> int | None:
    """Where the headline stands: the heading with the title's words, else what may be the headline."""
    line = normalised(title or "")
    same = (i for i, (tag, words) in enumerate(units) if tag in _HEADINGS and normalised(words) == line)
    return next(same, next((i for i, unit in enumerate(units) if _is_headline(*unit, title)), None))


def _is_headline(tag: str, words: str, title: str | None) -> bool:
    """Whether these are the page's headline: so marked, or the words of its title, or nearly all of them."""
    if tag == "h1":
        return True
    line, known = normalised(words), normalised(title or "")
    return bool(line) and (known.startswith(line) or known.endswith(line)) and 2 * len(line) > len(known)
