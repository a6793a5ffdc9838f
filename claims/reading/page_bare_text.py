"""Text of an article that stands in no paragraph: between others in their container, or with line breaks alone."""

from collections.abc import Iterator
from typing import Any, Final

from claims.reading.elements import words_of

_CONTAINERS: Final = ("div", "section", "article", "td", "main", "center")
_INLINE: Final = frozenset(
    {"a", "abbr", "b", "bdi", "cite", "code", "del", "em", "font", "i", "ins", "mark", "q", "s", "small", "span",
     "strong", "sub", "sup", "time", "u", "wbr"}
)  # fmt: skip
_FEWEST: Final = 8  # words of what is surely no label
_PARAGRAPHS: Final = 3
"""Paragraphs beside bare text, from which that is one, too."""


def wrap_bare_text(tree: Any) -> None:
    """Put bare text beside paragraphs, with what is inline in it, into a ``<p>`` of its own, in place.

    HTML closes a paragraph at a ``<div>`` inside it: what followed is then bare, often an article's first sentence.
    """
    for container in list(tree.iter(*_CONTAINERS)):
        if sum(child.tag == "p" for child in container) >= _PARAGRAPHS:
            for run in list(_runs(container)):
                _wrap(container, *run)


def _runs(container: Any) -> Iterator[tuple[Any, list[Any]]]:
    """Runs of bare text, each as the element before it (None at the top) and the inline elements in it."""
    before: Any = None
    run: list[Any] = []
    for child in [*container, None]:
        if child is not None and child.tag in _INLINE:
            run.append(child)
            continue
        told = (container.text if before is None else before.tail) or ""
        words = " ".join([told, *(f"{words_of(each)} {each.tail or ''}" for each in run)])
        own = " ".join([told, *(each.tail or "" for each in run)])
        if len(words.split()) >= _FEWEST and 2 * len(own) > len(words):
            yield before, run
        before, run = child, []


def _wrap(container: Any, before: Any, run: list[Any]) -> None:
    paragraph = container.makeelement("p", {})
    if before is None:
        paragraph.text, container.text = container.text, None
        container.insert(0, paragraph)
    else:
        paragraph.text, before.tail = before.tail, None
        before.addnext(paragraph)
    paragraph.extend(run)
