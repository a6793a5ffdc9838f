"""Posts of others that a site shows by its own code, as ``<div class="tweet-embed">``: who wrote them, and what."""

import re
from collections.abc import Iterator
from typing import Any, Final

from claims.reading.elements import named, words_of
from claims.reading.embedded_posts import (
    DASH,
    DAY_OF_POST,
    HANDLE,
    LONGEST_NAME,
    SHARED,
    SHORTENED,
    poster_name,
)
from claims.reading.page_dating import is_dating, is_timing

_WRAPPED = re.compile(
    r"(?<![a-z])(?:(?:tweet|twitter|x|insta(?:gram)?|face-?book|fb|blue-?sky|mastodon|threads|tiktok|telegram|"
    r"truth-social|weibo|vk|social(?:-?media)?)[-_]*(?:post|embed(?:ded)?|card|status|message|quote|block|container)|"
    r"embed(?:ded)?[-_]*(?:tweet|twitter|x|instagram|facebook|bluesky|mastodon|threads|tiktok|telegram|social|post)|tweet)(?![a-z])",
    re.IGNORECASE,
)
"""What sites call a post that they show by their own code."""
_WRITER = re.compile(
    r"(?<![a-z])(?:author|user-?_?name|display-?_?name|full-?_?name|poster|name|user|account|profile|byline)(?![a-z])",
    re.IGNORECASE,
)
_WORDS = re.compile(r"(?<![a-z])(?:text|content|body|message|copy|caption|status)(?![a-z])", re.IGNORECASE)
_COUNTS = re.compile(
    r"^(?:[\d.,]+[KkMm]?\s*)?(?:(?:re-?)?(?:tweets?|posts?|blogs?|shares?)|likes?|repl(?:y|ies)|comments?|views?|"
    r"quotes?|boosts?|favou?rites?|(?:view|see|read|open|watch)\b.{0,40}|follow|share|translate (?:post|tweet)|"
    r"verified(?: account)?|pinned|·|•)$|^[\d.,\s]+[KkMm]?$",
    re.IGNORECASE,
)
"""What stands around the words of a post: how many liked it, and where it is from."""
_LONGEST_POST: Final = 1500  # characters
_MOST_POSTS: Final = 300  # on a page
_NAMING: Final = frozenset({"a", "b", "strong", "cite", "figcaption", "footer", "h4", "h5"})
"""Tags in which the writer of a post stands, where nothing says so."""
_NAME_LIKE = re.compile(r"^[\w.'’-]+(?: [\w.'’-]+){0,4}$")
_NAME_WORDS: Final = 6
_VIA = re.compile(
    r"\s+(?:on|via)\s+(?:X|Twitter|Facebook|Instagram|Bluesky|Threads|Mastodon|TikTok|Telegram)$",
    re.IGNORECASE,
)
_SIGNED_AT_END = re.compile(
    r"^(?P<said>.*?)\s*[—–-]{1,2}\s*(?P<who>[^—–.!?]{2,80}?\(?@[\w.@-]+\)?)(?:\s*[·,]?\s*[\w ,:]{4,30})?$",
    re.DOTALL,
)


def unwrapped_posts(tree: Any) -> Iterator[tuple[Any, str, str]]:
    """Posts that a site shows by its own code, each with its writer, who may be unknown, and its words.

    Nothing that holds a block quotation, which the network's code gives, or is longer than any post.
    """
    found = set[Any]()
    for element in tree.iter("div", "figure", "section", "aside", "article"):
        if (
            _WRAPPED.search(named(element))
            and next(element.iter("blockquote", "iframe", "form"), None) is None
            and 0 < len(words_of(element)) <= _LONGEST_POST
            and not any(parent in found for parent in element.iterancestors())
        ):
            found.add(element)
            if len(found) > _MOST_POSTS:
                return
            writer, words = _parts_of_post(element)
            if words:
                yield element, writer, words


def _parts_of_post(post: Any) -> tuple[str, str]:
    """The writer and the words of a post: by what the page calls its parts, by a handle, and by what is left."""
    writer, said = "", list[str]()
    lines = [(e, text) for e, text in _lines(post) if not (_COUNTS.match(text) or _is_beside(text))]
    longest = max((len(text) for _, text in lines), default=0)
    for element, text in lines:
        end = _SIGNED_AT_END.search(text)
        if end and end["said"]:
            said.append(end["said"])
            writer = writer or poster_name(end["who"])
            continue
        shared = SHARED.match(text)
        who = shared["who"] if shared else _VIA.sub("", DASH.sub("", text))
        called = named(element)
        signs = shared or ((DASH.match(text) or _WRITER.search(called)) and not _WORDS.search(called))
        handle = HANDLE.search(text) and len(text.split()) <= _NAME_WORDS
        linked = element.tag in _NAMING and _NAME_LIKE.match(who)
        if len(text) < longest and len(who) <= LONGEST_NAME and (signs or handle or linked):
            name = poster_name(who)
            writer = name if name and (not writer or writer[0] == "@") else writer
        else:
            said.append(text)
    return writer, " ".join(said)


def _lines(element: Any) -> Iterator[tuple[Any, str]]:
    """The lines of a post, each with the element that holds it; a paragraph is one."""
    if not isinstance(element.tag, str) or element.tag in ("script", "style"):
        return
    if element.tag == "p":
        yield from ((element, text) for text in [words_of(element)] if text)
        return
    own = " ".join((element.text or "").split())
    if own:
        yield element, own
    for child in element:
        yield from _lines(child)
        if tail := " ".join((child.tail or "").split()):
            yield element, tail


def _is_beside(text: str) -> bool:
    """Whether a line of a post only dates it, or leads to it."""
    rest = DAY_OF_POST.sub("", text).strip(" ·•|,")
    return not rest or is_dating(text) or is_timing(text) or bool(SHORTENED.match(text))
