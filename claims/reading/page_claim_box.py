"""The box of a fact-check that says what was claimed, by whom, and what the check found, wherever the page has it."""

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from typing import Any, Final

from lxml import etree

from claims.reading.elements import drop, named, words_apart, words_of
from claims.reading.markup_fragment import units_of_html
from claims.reading.page_data import PageData
from claims.reading.page_order import PageOrder
from claims.reading.page_units import Unit
from claims.text.normalisation import normalised
from claims.text.page_notices import STRAY

_CALLED = re.compile(
    r"(?<![a-z])(?:claim|verdict|rating|ruling|statement|appraisal|conclusion)s?(?![a-z])", re.IGNORECASE
)
_TAGS: Final = ("div", "section", "article", "aside", "table", "ul", "dl", "blockquote", "figure")
_LONGEST: Final = 1_000  # characters of a box
_LARGEST_PART: Final = 0.4  # of the main text
_SHORTEST: Final = 15  # characters of a claim by which its box is known
_ABOVE: Final = 100  # words above the headline's end
_WITHIN: Final = 120  # words below the headline


def claim_box(tree: Any, order: PageOrder, data: PageData, characters: int) -> list[str]:
    """The lines of the box near the headline of a page that checks a claim (ClaimReview of schema.org), in order.

    A label and what it labels, a name and "stated on Monday:" and the words that were said, are one line each. Empty
    on other pages, and where no box is found. ``characters`` is the length of the page's main text, of which a box is
    but a small part.
    """
    reviewed = [normalised(words) for words in (*data.reviewed, *_in_microdata(tree))]
    if order.headline is None or not reviewed:
        return []
    longest = min(_LONGEST, _LARGEST_PART * characters)
    known = [words for words in reviewed if len(words) >= _SHORTEST]
    inside = {order.headline, *order.headline.iterancestors()}
    found = [
        element
        for element in tree.iter(*_TAGS)
        if element not in inside
        and -_ABOVE <= order.words_below(element) <= _WITHIN
        and 0 < len(words_of(element)) <= longest
        and (
            _CALLED.search(named(element)) or any(each in normalised(words_apart(element)) for each in known)
        )
    ]
    return [line for box in _outermost(found) for line in _joined(_lines(box))]


def with_claim_box(units: Sequence[Unit], lines: Sequence[str], after: Sequence[str | None]) -> list[Unit]:
    """The parts with the lines of a claim's box above the first that is none of ``after``: headline, standfirst.

    What of the box stands among the parts goes; they stay as they are where all of it does.
    """
    told = normalised(" ".join(words for _, words in units))
    if all(normalised(line) in told for line in lines):
        return list(units)
    boxed = normalised(" ".join(lines))
    rest = [unit for unit in units if normalised(unit[1]) not in boxed or unit[1] in after]
    at = next((i for i, (_, words) in enumerate(rest) if words not in after), len(rest))
    return [*rest[:at], *(("p", line) for line in lines), *rest[at:]]


def _in_microdata(tree: Any) -> Iterator[str]:
    for element in tree.iter():
        if isinstance(element.tag, str) and "claimReviewed" in (element.get("itemprop") or ""):
            yield element.get("content") or words_of(element)


def _outermost(found: Sequence[Any]) -> list[Any]:
    inside = set(found)
    return [each for each in found if inside.isdisjoint(each.iterancestors())]


def _lines(box: Any) -> list[str]:
    copy = deepcopy(box)
    copy.tail = None
    for link in [e for e in copy.iter("a", "span") if STRAY.fullmatch(words_of(e))]:
        drop(link)
    return [words for _, words in units_of_html(etree.tostring(copy, encoding="unicode", method="html"))]


def _joined(lines: Sequence[str]) -> list[str]:
    """The lines, each behind a label ("Claim:") or before what goes on in small letters joined to its neighbour."""
    found: list[str] = []
    for line in lines:
        if found and (found[-1].endswith(":") or line[0].islower()):
            found[-1] += f" {line}"
        else:
            found.append(line)
    return found
