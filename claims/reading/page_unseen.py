"""What a page holds that nobody reads as part of its article: hidden, for other devices, or the site's own banner."""

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

from claims.reading.elements import drop, named, size_of, words_of
from claims.text.normalisation import normalised

_HIDDEN_STYLE = re.compile(
    r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|clip\s*:\s*rect\(\s*[01]|(?:left|text-indent)\s*:\s*-\d{3,})",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"\b(?:cookie|consent|gdpr|onetrust|cmp)[\w-]*(?:banner|notice|popup|dialog|overlay|message|sdk)\b"
)
_FOR_SCREEN_READERS = re.compile(
    r"(?<![a-z])(?:sr|screen-?_?reader)s?-?_?(?:only|text)(?![a-z])|visually-?_?hid(?:den|e)|hid(?:den|e)-?_?visually|"
    r"accessib(?:ly|ility)-?_?hid(?:den|e)|a11y-?_?(?:hid(?:den|e)|only|text)|element-?_?invisible|(?<![a-z])off-?_?screen(?![a-z])",
    re.IGNORECASE,
)
"""Text that a screen reader speaks and a page does not show, by the names that frameworks have for it."""
_CAPTION = re.compile(
    r"(?:^|[\s_-])(?:wp-caption-text|(?:image|photo|picture|media|figure|img|video)[_-]{0,2}(?:caption|credit|legend)|caption|legend)(?:$|\s|__)",
    re.IGNORECASE,
)
_WIDTH = r"(?:mobile|phone|handheld|small|tablet|desktop|large|xs|sm|md|lg|xl)"
_FOR_ONE_WIDTH = re.compile(
    rf"(?<![a-z])(?:(?:only|show|hide|hidden|visible|d|is|u|for)[a-z]{{0,4}}[-_:]{{1,2}}(?:on-|for-|only-)?{_WIDTH}|"
    rf"{_WIDTH}(?:[-_:]{{1,2}}(?:only|hide|hidden|show|visible|block|none|flex|view|version))|(?:mobile|desktop))(?![a-z])",
    re.IGNORECASE,
)
_BANNER = re.compile(
    r"(?<![a-z])(?:masthead|(?:site|global|top)-?_?(?:header|banner|bar)|banner)(?![a-z])", re.IGNORECASE
)
_STRUCK_OUT: Final = ("del", "s", "strike")
_PAGE_EDGES: Final = frozenset({"header", "footer"})
"""What word processors call the head and foot of their pages where they save a document as a web page."""
_INSIDE_ARTICLE: Final = ("article", "main")
_HEADLINES: Final = ("h1", "h2")
_BLOCKS: Final = ("p", "li", "h1", "h2", "h3", "h4", "blockquote")


def drop_unseen(tree: Any) -> None:
    """Take out what a reader of the page does not see, or sees struck out, in place.

    Nothing goes that holds more than half of the page's words: that is a page which its scripts uncover.
    """
    for unopened in list(tree.iter("template", "dialog", "noscript", *_STRUCK_OUT)):
        drop(unopened)
    most = 0.5 * size_of(tree)
    for element in [e for e in tree.iter() if isinstance(e.tag, str) and _is_hidden(e)]:
        if size_of(element) <= most:
            drop(element)
    for element, is_copy in list(_for_one_width(tree)):
        if is_copy:
            drop(element)
        else:
            del element.attrib["class"]  # "hide-for-large" is taken for a sign of what is no article


def drop_captions(tree: Any) -> None:
    """Take out the captions of pictures, in place; not one that holds more than half of the page's words."""
    most = 0.5 * size_of(tree)
    for caption in [e for e in tree.iter() if isinstance(e.tag, str) and _is_caption(e)]:
        if size_of(caption) <= most:
            drop(caption)


def drop_banner(tree: Any) -> None:
    """Take out the site's own header, in place: its name, motto, date and news of the moment.

    An article's header stays: one inside the article, and one with a headline that the page's title repeats.
    """
    titles = [normalised(words_of(each)) for each in tree.iter("title")]
    titles += [normalised(e.get("content", "")) for e in tree.iter("meta") if e.get("property") == "og:title"]
    most = 0.5 * size_of(tree)
    joined = False
    for element in [e for e in tree.iter("header", "div", "section") if _is_banner(e)]:
        headlines = [normalised(words_of(each)) for each in element.iter(*_HEADLINES)]
        if _are_articles(headlines, [title for title in titles if title]):
            if not joined:
                _join_to_article(element, most)
            joined = True
        elif size_of(element) <= most:
            drop(element)


def _is_hidden(element: Any) -> bool:
    if element.tag == "div" and element.get("title") in _PAGE_EDGES:
        return True
    if "hidden" in element.attrib and element.get("hidden") != "until-found":
        return True
    if _HIDDEN_STYLE.search(element.get("style", "")) or _FOR_SCREEN_READERS.search(element.get("class", "")):
        return True
    return bool(_ASIDE.search(named(element).lower()))


def _is_caption(element: Any) -> bool:
    if element.tag == "figcaption":
        return True
    if element.tag not in ("p", "div", "span", "small") or not _CAPTION.search(element.get("class", "")):
        return False
    return not any(link.get("rel") == "author" for link in element.iter("a"))


def _is_banner(element: Any) -> bool:
    if not (element.tag == "header" or element.get("role") == "banner" or _BANNER.search(named(element))):
        return False
    if any(parent.tag in _INSIDE_ARTICLE for parent in element.iterancestors()):
        return False
    return next(element.iter(*_INSIDE_ARTICLE), None) is None


def _are_articles(headlines: Sequence[str], titles: Sequence[str]) -> bool:
    """Whether one of the headlines is the article's: most of the page's title, which may name the site, too."""
    if not titles:
        return bool(headlines)
    return any(line in title and 2 * len(line) > len(title) for line in headlines for title in titles if line)


def _join_to_article(header: Any, most: float) -> None:
    """Make an article's header a part of the text below it, where it is found to be one."""
    header.tag = "div"
    header.attrib.clear()
    below = next((each for each in header.itersiblings("div", "section") if size_of(each) > most), None)
    if below is not None:
        drop(header)
        header.tail, below.text = below.text, None
        below.insert(0, header)


def _for_one_width(tree: Any) -> Iterator[tuple[Any, bool]]:
    """Elements that are shown at one width of the window, and whether they repeat what is shown at another.

    A copy follows its original, or stands beside an element with the same words; a statement that is made twice
    further apart stays.
    """
    before: tuple[str, str] | None = None
    for element in tree.iter("p", "div", "section", "blockquote", "aside", "ul", "span"):
        names = element.get("class", "")
        if not _FOR_ONE_WIDTH.search(names) or any(
            _FOR_ONE_WIDTH.search(parent.get("class", "")) for parent in element.iterancestors()
        ):
            continue
        words = words_of(element)
        if not words:
            continue
        follows = before is not None and before[0] == words and before[1] != names
        is_copy = follows or _stands_beside(element, words)
        yield element, is_copy
        before = None if is_copy else (words, names)


def _stands_beside(element: Any, words: str) -> bool:
    beside = (element.getprevious(), element.getnext())
    return any(
        each is not None
        and each.tag in (element.tag, *_BLOCKS)
        and not _FOR_ONE_WIDTH.search(each.get("class", ""))
        and words_of(each) == words
        for each in beside
    )
