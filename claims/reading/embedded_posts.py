"""Posts of others that a page embeds: who wrote them, and what of them is no word of theirs."""

import re
from typing import Any, Final

from claims.reading.elements import drop, words_of
from claims.reading.page_dating import MONTH, is_dating

_POST = re.compile(
    r"\b(?:twitter|tweet|instagram-media|bluesky-embed|mastodon-embed|tiktok-embed|fb-post|text-post-media)",
    re.IGNORECASE,
)
DAY_OF_POST = re.compile(
    rf"\b(?:\d{{1,2}}[:.]\d{{2}}\s*(?:[ap]\.?m\.?)?|\d{{1,2}}(?:st|nd|rd|th)? {MONTH}|{MONTH} \d{{1,2}}|"
    r"\d{1,3} ?[smhdw])\b(?:,? \d{4})?",
    re.IGNORECASE,
)
"""When a post was written, as networks write it: "4 May", "2h"."""
DASH = re.compile(r"^\s*[—–-]+\s*(?=\S)")
SHARED = re.compile(
    r"^(?:A (?:post|reel|photo|video) shared by|Posted by|Post by) (?P<who>.+)$", re.IGNORECASE
)
HANDLE = re.compile(r"\s*\(?@[\w.@-]+\)?")
SHORTENED = re.compile(r"^(?:https?://\S+|(?:pic\.twitter\.com|t\.co|bsky\.app)/\S+)$", re.IGNORECASE)
LONGEST_NAME: Final = 120  # characters


def is_post(quotation: Any) -> bool:
    """Whether a block quotation is an embedded post, by the class that the network's own code gives it."""
    return quotation.tag == "blockquote" and bool(_POST.search(quotation.get("class", "")))


def take_poster(post: Any) -> str:
    """Who wrote an embedded post, without the handle; the words that say it, its links and its date are taken out.

    Empty where it does not say.
    """
    for link in list(post.iter("a")):
        words = words_of(link)
        if SHORTENED.match(words) or is_dating(words):
            drop(link)
    return _behind_dash(post) or _on_own_line(post)


def _behind_dash(post: Any) -> str:
    """The words behind the dash that follows the post's last paragraph."""
    for element in post.iterchildren():
        tail = DASH.match(element.tail or "")
        if tail and (name := poster_name((element.tail or "")[tail.end() :])):
            element.tail = None
            return name
    return ""


def _on_own_line(post: Any) -> str:
    """The poster in an element of its own: behind a dash, in ``<cite>``, or as who shared it."""
    for element in [*post.iter("cite", "footer"), *post.iter("p")]:
        words = words_of(element)
        dash, shared = DASH.match(words), SHARED.match(words)
        if not (element.tag in ("cite", "footer") or dash or shared):
            continue
        if name := poster_name(shared.group("who") if shared else DASH.sub("", words)):
            drop(element)
            return name
    return ""


def poster_name(words: str) -> str:
    """A name without handle and day; the handle where there is nothing else. Empty for what is too long for a name."""
    words = " ".join(words.split())
    found = HANDLE.sub("", words).strip(" ,·|") or words.strip("() ")
    found = DAY_OF_POST.sub("", found).strip(" ,·|") or words.partition(" ")[0].strip("() ·")
    return found if len(found) <= LONGEST_NAME else ""
