"""A page's markup made ready for the search of its main text: what is hidden goes, quotations keep their speaker."""

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

from claims.text.normalisation import normalised

_HIDDEN_STYLE = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)\b", re.IGNORECASE)
_ASIDE = re.compile(
    r"\b(?:cookie|consent|gdpr|onetrust|cmp)[\w-]*(?:banner|notice|popup|dialog|overlay|message|sdk)\b"
)
_CAPTION = re.compile(
    r"(?:^|[\s_-])(?:wp-caption-text|(?:image|photo|picture|media|figure|img|video)[_-]{0,2}(?:caption|credit)|caption)(?:$|\s|__)",
    re.IGNORECASE,
)
_PULLED = re.compile(r"pull-?_?quote|quote-?_?block|block-?_?quote|(?:^|\s)quote(?:\s|$)", re.IGNORECASE)
_TWEET = re.compile(
    r"\b(?:twitter|tweet|instagram-media|bluesky-embed|mastodon-embed|tiktok-embed)", re.IGNORECASE
)
_PAYWALL = re.compile(
    r"pay-?_?wall|reg-?_?wall|meter(?:ed|ing)?-|piano|subscri(?:be|ption|ber)[\w-]*|premium-?(?:content|wall|promo)|"
    r"(?:content|article)-?_?gate|barrier",
    re.IGNORECASE,
)
_SUBSCRIBE = re.compile(
    r"\b(?:subscribe|subscriber|subscription|register|sign (?:in|up)|log ?in)\b", re.IGNORECASE
)
_LONGEST_PAYWALL: Final = 800  # characters; what is longer is the article
_SIGNED = re.compile(r"^[\s—–-]+")
_MARKS: Final = ("“", "”")
_INNER_MARKS: Final = ("‘", "’")
_OPENING = re.compile(r"^[\"“„«'‘]")
_SPEAKER_BELOW: Final = ("cite", "footer", "figcaption")
_LONGEST_SPEAKER: Final = 120  # characters of a name with office; what is longer is no signature
_UNSEEN: Final = frozenset({"script", "style", "noscript", "title"})
_SHORTEST_PULLED: Final = 20  # characters by which a repeated quotation is known

_TAG = re.compile(r"<([a-zA-Z][\w:-]*)(?=\s)((?:[^\"'<>]+|\"[^\"<]*\"|'[^'<]*')*+)>")
_LONGEST_TAG: Final = 20_000
"""Characters of attributes; what is longer is a picture in its own address, or an attack on the parser."""
_MOST_TAGS: Final = 200_000
"""A long live blog has a tenth of it."""


def has_too_many_tags(html: str) -> bool:
    """Whether a page's source has more markup than any article."""
    return html.count("<") > _MOST_TAGS


def without_long_tags(html: str) -> str:
    """The page's source with overlong tags cut down to their names."""
    return _TAG.sub(
        lambda tag: tag.group() if len(tag.group()) <= _LONGEST_TAG else f"<{tag.group(1)}>", html
    )


def prepare(tree: Any) -> None:
    """Change a page's lxml tree in place.

    Hidden elements, captions of pictures and consent dialogs go; ``<q>`` gets quotation marks; a block quotation with
    its speaker in ``cite``, ``footer`` or ``figcaption``, or an embedded post, becomes one paragraph that names who
    spoke behind a dash; a pull quote goes where the text has the same words. Nothing goes that holds more than half
    of the page's words.
    """
    for unopened in list(tree.iter("template", "dialog")):
        _drop(unopened)
    most = 0.5 * _size(tree)
    for element in [e for e in tree.iter() if isinstance(e.tag, str) and _is_hidden(e)]:
        if _size(element) <= most:
            _drop(element)
    _mark_quotations(tree)
    _sign_quotations(tree)
    for caption in [e for e in tree.iter() if isinstance(e.tag, str) and _is_caption(e)]:
        if _size(caption) <= most:
            _drop(caption)


def drop_paywall(tree: Any) -> bool:
    """Take out what asks for a subscription where the text breaks off; whether there was any.

    The class alone says nothing: some sites call the whole text so that stands behind the wall.
    """
    found = [e for e in tree.iter("div", "section", "aside", "p", "form") if _is_paywall(e)]
    for element in found:
        _drop(element)
    return bool(found)


def _is_paywall(element: Any) -> bool:
    if not _PAYWALL.search(f"{element.get('class', '')} {element.get('id', '')}"):
        return False
    words = _words(element)
    return len(words) <= _LONGEST_PAYWALL and bool(_SUBSCRIBE.search(words))


def _is_hidden(element: Any) -> bool:
    if "hidden" in element.attrib and element.get("hidden") != "until-found":
        return True
    if _HIDDEN_STYLE.search(element.get("style", "")):
        return True
    return bool(_ASIDE.search(f"{element.get('class', '')} {element.get('id', '')}".lower()))


def _is_caption(element: Any) -> bool:
    if element.tag == "figcaption":
        return True
    return element.tag in ("p", "div", "span", "small") and bool(_CAPTION.search(element.get("class", "")))


def _mark_quotations(tree: Any) -> None:
    """Write the quotation marks that a browser shows around ``<q>``."""
    found = [(q, any(parent.tag == "q" for parent in q.iterancestors())) for q in tree.iter("q")]
    for quotation, inside in found:
        opening, closing = _INNER_MARKS if inside else _MARKS
        words = "".join(quotation.itertext()).strip()
        quotation.tag = "span"
        if not words or _OPENING.match(words):
            continue
        quotation.text = opening + (quotation.text or "").lstrip()
        last = quotation[-1] if len(quotation) else None
        if last is None:
            quotation.text = quotation.text.rstrip() + closing
        else:
            last.tail = (last.tail or "").rstrip() + closing


def _sign_quotations(tree: Any) -> None:
    """Block quotations that name their speaker to paragraphs, pull quotes that repeat the text away."""
    said = normalised(" ".join(_words(p) for p in tree.iter("p") if not _in_quotation(p)))
    for quotation in list(_outermost(tree)):
        speaker = _take_speaker(quotation)
        paragraphs = [words for words in _paragraphs(quotation) if words]
        if not paragraphs:
            continue
        pulled = quotation.tag != "blockquote" or _PULLED.search(quotation.get("class", "")) or speaker
        words = normalised(" ".join(paragraphs)).strip("\"“”'‘’ .")
        if pulled and len(words) >= _SHORTEST_PULLED and words in said:
            _drop(quotation)
        elif speaker:
            _replace(quotation, _signed(paragraphs, speaker))


def _outermost(tree: Any) -> Iterator[Any]:
    """Block quotations, each with the figure around it, and asides that are called quotations."""
    for element in tree.iter("blockquote", "figure", "aside", "div"):
        if element.tag == "figure":
            found = element.find(".//blockquote") is not None and element.find(".//img") is None
        elif element.tag == "blockquote":
            found = not any(parent.tag in ("blockquote", "figure") for parent in element.iterancestors())
        else:
            found = (
                bool(_PULLED.search(element.get("class", "")))
                and element.find(".//blockquote") is None
                and not _in_quotation(element)
                and _size(element) < 600
            )
        if found:
            yield element


def _in_quotation(element: Any) -> bool:
    return any(
        parent.tag in ("blockquote", "figure") or _PULLED.search(parent.get("class", ""))
        for parent in element.iterancestors()
    )


def _take_speaker(quotation: Any) -> str:
    """The speaker that is named below a quotation, and the element or the words that name it taken out."""
    for tag in _SPEAKER_BELOW:
        for element in list(quotation.iter(tag)):
            words = _SIGNED.sub("", _words(element))
            if words and len(words) <= _LONGEST_SPEAKER and not _has_words_below(quotation, element):
                _drop(element)
                return words
    if _TWEET.search(quotation.get("class", "")):
        return _take_poster(quotation)
    return ""


def _has_words_below(quotation: Any, element: Any) -> bool:
    """Whether more of the quotation comes after the element, which then is a part of it."""
    node = element
    while node is not quotation:
        if (node.tail or "").strip() or any(_words(after) for after in node.itersiblings()):
            return True
        node = node.getparent()
    return False


def _take_poster(post: Any) -> str:
    """Who wrote an embedded post: the words behind its last dash, without the link to it, which gives its date."""
    for paragraph in post.iter("p"):
        tail = _SIGNED.match(paragraph.tail or "")
        if tail and tail.group().strip():
            words = " ".join((paragraph.tail or "")[tail.end() :].split())
            paragraph.tail = None
            for link in list(paragraph.itersiblings("a")):
                _drop(link)
            return words
    return ""


def _signed(paragraphs: list[str], speaker: str) -> list[str]:
    """The quotation's paragraphs in quotation marks, the last with the speaker behind a dash."""
    if not _OPENING.match(paragraphs[0]):
        paragraphs = [f"“{words}" for words in paragraphs[:-1]] + [f"“{paragraphs[-1]}”"]
    return [*paragraphs[:-1], f"{paragraphs[-1]} — {speaker}"]


def _paragraphs(element: Any) -> Iterator[str]:
    parts = list(element.iter("p"))
    if parts:
        yield from (_words(part) for part in parts)
    else:
        yield _words(element)


def _replace(element: Any, paragraphs: Iterable[str]) -> None:
    kept = element.tail
    element.clear()
    element.tag, element.tail = "div", kept
    for words in paragraphs:
        paragraph = element.makeelement("p", {})
        paragraph.text = words
        element.append(paragraph)


def _words(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def _size(element: Any) -> int:
    """How many characters a reader may see of an element."""
    own = 0 if element.tag in _UNSEEN else len(element.text or "")
    return own + sum(
        len(part.tail or "") + (0 if part.tag in _UNSEEN else len(part.text or ""))
        for part in element.iterdescendants()
        if isinstance(part.tag, str)
    )


def _drop(element: Any) -> None:
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
