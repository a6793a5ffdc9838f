"""Small questions to the elements of an lxml tree, for which there are no types, and taking one out."""

import re
from typing import Any, Final

_WITHIN = re.compile(r"(?<=[a-z])(?=[A-Z])")
UNSEEN: Final = frozenset({"script", "style", "noscript", "title"})
"""Tags of what a browser does not show as words."""


def words_of(element: Any) -> str:
    """The words of an element and all in it, in one line."""
    return " ".join("".join(element.itertext()).split())


def words_apart(element: Any) -> str:
    """The same, with a space between what stands in different elements, as that of two blocks does."""
    return " ".join(" ".join(element.itertext()).split())


def size_of(element: Any) -> int:
    """How many characters a reader may see of an element."""
    own = 0 if element.tag in UNSEEN else len(element.text or "")
    return own + sum(
        len(part.tail or "") + (0 if part.tag in UNSEEN else len(part.text or ""))
        for part in element.iterdescendants()
        if isinstance(part.tag, str)
    )


def named(element: Any) -> str:
    """What a page's author calls an element: its classes and its id, "publishDate" as "publish-Date"."""
    return _WITHIN.sub("-", f"{element.get('class', '')} {element.get('id', '')}")


def drop(element: Any) -> None:
    """Take an element out; what follows it stays."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is not None:
            before.tail = (before.tail or "") + element.tail
        else:
            parent.text = (parent.text or "") + element.tail
    parent.remove(element)
