"""Posts of others that a page embeds: who wrote them, and what of them is no word of theirs."""

import re
from typing import Any, Final

from claims.reading.elements import drop, words_of
from claims.reading.page_dating import is_dating

_POST = re.compile(
    r"\b(?:twitter|tweet|instagram-media|bluesky-embed|mastodon-embed|tiktok-embed|fb-post|text-post-media)",
    re.IGNORECASE,
)
_DASH = re.compile(r"^\s*[—–-]+\s*(?=\S)")
_SHARED = re.compile(
    r"^(?:A (?:post|reel|photo|video) shared by|Posted by|Post by) (?P<who>.+)$", re.IGNORECASE
)
_HANDLE = re.compile(r"\s*\(?@[\w.@-]+\)?")
_SHORTENED = re.compile(r"^(?:https?://\S+|(?:pic\.twitter\.com|t\.co|bsky\.app)/\S+)$", re.IGNORECASE)
_LONGEST_NAME: Final = 120  # characters


def is_post(quotation: Any) -> bool:
    """Whether a block quotation is an embedded post, by the class that the network's own code gives it."""
    return quotation.tag == "blockquote" and bool(_POST.search(quotation.get("class", "")))


def take_poster(post: Any) -> str:
    """Who wrote an embedded post, without the handle; the words that say it, its links and its date are taken out.

    Empty where it does not say.
    """
    for link in list(post.iter("a")):
        words = words_of(link)
        if _SHORTENED.match(words) or is_dating(words):
            drop(link)
    return _behind_dash(post) or _on_own_line(post)


def _behind_dash(post: Any) -> str:
    """The words behind the dash that follows the post's last paragraph."""
    for element in post.iterchildren():
        tail = _DASH.match(element.tail or "")
        if tail and (name := _name((element.tail or "")[tail.end() :])):
            element.tail = None
            return name
    return ""


def _on_own_line(post: Any) -> str:
    """The poster in an element of its own: behind a dash, in ``<cite>``, or as who shared it."""
    for element in [*post.iter("cite", "footer"), *post.iter("p")]:
        words = words_of(element)
        dash, shared = _DASH.match(words), _SHARED.match(words)
        if not (element.tag in ("cite", "footer") or dash or shared):
            continue
        if name := _name(shared.group("who") if shared else _DASH.sub("", words)):
            drop(element)
            return name
    return ""


def _name(words: str) -> str:
    words = " ".join(words.split())
    found = _HANDLE.sub("", words).strip(" ,·|") or words.strip("() ")
    return found if len(found) <= _LONGEST_NAME else ""
