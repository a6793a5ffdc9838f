"""Lines of a page that only lead to other articles, between the paragraphs of this one."""

from typing import Any, Final

from claims.reading.elements import drop, words_of
from claims.reading.page_order import is_title, titles_of
from claims.text.normalisation import normalised

_ENDS: Final = ".!?…”\"'’"
_FEWEST: Final = 4  # words of a link that leads to an article
_LABEL: Final = 25  # characters beside the links, such as "Also read |"
_LONGEST: Final = 250  # characters
_KEPT: Final = frozenset({"blockquote", "table", "h1", "h2", "h3"})


def drop_links(tree: Any) -> None:
    """Take out paragraphs and lists that are headlines of other articles, each in a link, in place.

    A sentence that is one link stays, and so does what the page's title says.
    """
    titles = titles_of(tree)
    for paragraph in list(tree.iter("p")):
        if _is_teaser(paragraph, titles) and not any(e.tag in _KEPT for e in paragraph.iterancestors()):
            drop(paragraph)
    for teasers in list(tree.iter("ul")):
        items = [item for item in teasers if item.tag == "li"]
        if items and len(items) == len(teasers) and all(_is_teaser(item, titles) for item in items):
            drop(teasers)


def _is_teaser(element: Any, titles: list[str]) -> bool:
    words = words_of(element)
    links = [words_of(link) for link in element.iter("a") if (link.get("href") or "#")[:1] != "#"]
    linked = sum(map(len, links))
    return (
        len(words) <= _LONGEST
        and any(len(link.split()) >= _FEWEST for link in links)
        and len(words) - linked <= min(_LABEL, linked / 2)
        and words[-1:] not in _ENDS
        and not is_title(normalised(words), titles)
    )
