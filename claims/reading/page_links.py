"""What only leads on, between the paragraphs of an article: headlines of others, boxes that ask to sign up."""

import re
from typing import Any, Final

from claims.reading.elements import drop, named, words_apart, words_of
from claims.reading.page_order import is_title, titles_of
from claims.text.normalisation import normalised

_SIGN_UP_BOX = re.compile(
    r"newsletter|sign-?_?up|subscri(?:be|ption)-?_?(?:widget|box|form|card|cta|prompt|module)|e?mail-?_?(?:capture|sign)|"
    r"mailing-?_?list|(?<![a-z])cta(?![a-z])|donat(?:e|ion)",
    re.IGNORECASE,
)
_SIGN_UP = re.compile(
    r"\b(?:sign up|signup|subscrib\w*|newsletter|unsubscribe|inbox|e-?mail address|donate|support (?:us|our|my))\b",
    re.IGNORECASE,
)
_LONGEST_BOX: Final = 600  # characters
_ENDS: Final = ".!?…”\"'’"
_FEWEST: Final = 4  # words of a link that leads to an article
_LABEL: Final = 25  # characters beside the links, such as "Also read |"
_LONGEST: Final = 250  # characters
_BYLINE = re.compile(r"by\s", re.IGNORECASE)
_MARK = re.compile(r"\W*\[?(?:\d{1,3}|[a-z])?\]?\W*", re.IGNORECASE)
_KEPT: Final = frozenset({"blockquote", "table", "h1", "h2", "h3"})


def drop_links(tree: Any) -> None:
    """Take out paragraphs and lists that are headlines of other articles, each in a link, and sign-up boxes, in place.

    A sentence that is one link stays, and so does what the page's title says. The marks of footnotes, which lead to
    another place of the page, go, too: "three times.1" is no word.
    """
    titles = titles_of(tree)
    for mark in [e for e in tree.iter("a") if _is_footnote_mark(e)]:
        drop(mark)
    for box in [e for e in tree.iter("div", "aside", "section", "form", "p") if _is_sign_up(e)]:
        drop(box)
    for paragraph in list(tree.iter("p")):
        if _is_teaser(paragraph, titles) and not any(e.tag in _KEPT for e in paragraph.iterancestors()):
            drop(paragraph)
    for teasers in list(tree.iter("ul")):
        items = [item for item in teasers if item.tag == "li"]
        if items and len(items) == len(teasers) and all(_is_teaser(item, titles) for item in items):
            drop(teasers)


def _is_sign_up(element: Any) -> bool:
    if not _SIGN_UP_BOX.search(named(element)) or element.find(".//h1") is not None:
        return False
    words = words_apart(element)
    return len(words) <= _LONGEST_BOX and bool(_SIGN_UP.search(words))


def _is_footnote_mark(link: Any) -> bool:
    """Whether a link is the number of a footnote, or leads back from it: "1", "[2]", "a", "↩"."""
    words = words_of(link)
    return (link.get("href") or "").startswith("#") and bool(words) and bool(_MARK.fullmatch(words))


def _is_teaser(element: Any, titles: list[str]) -> bool:
    words = words_of(element)
    links = [words_of(link) for link in element.iter("a") if (link.get("href") or "#")[:1] != "#"]
    linked = sum(map(len, links))
    return (
        len(words) <= _LONGEST
        and not _BYLINE.match(words)
        and any(len(link.split()) >= _FEWEST for link in links)
        and len(words) - linked <= min(_LABEL, linked / 2)
        and words[-1:] not in _ENDS
        and not is_title(normalised(words), titles)
    )
