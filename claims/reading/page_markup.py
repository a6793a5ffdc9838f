"""A page's markup made ready for the search of its main text: what is hidden goes, quotations keep their speaker."""

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

from claims.reading.elements import drop, named, size_of, words_of
from claims.reading.embedded_posts import is_post, take_poster
from claims.reading.page_bare_text import wrap_bare_text
from claims.reading.page_dating import stands_elsewhere
from claims.reading.page_links import drop_links
from claims.reading.page_unseen import drop_captions, drop_unseen
from claims.reading.site_posts import unwrapped_posts
from claims.text.normalisation import normalised

_PULLED = re.compile(r"pull-?_?quote|quote-?_?block|block-?_?quote|(?:^|\s)quote(?:\s|$)", re.IGNORECASE)
_PAYWALL = re.compile(
    r"pay-?_?wall|reg-?_?wall|meter(?:ed|ing)?-|piano|subscri(?:be|ption|ber)[\w-]*|premium-?(?:content|wall|promo)|"
    r"(?:content|article)-?_?gate|barrier",
    re.IGNORECASE,
)
_SUBSCRIBE = re.compile(
    r"\b(?:subscribe|subscriber|subscription|register|sign (?:in|up)|log ?in)\b", re.IGNORECASE
)
_LONGEST_PAYWALL: Final = 800  # characters; what is longer is the article
_PARAGRAPH: Final = 80
"""Characters of what surely is a paragraph of an article, where an appeal to subscribe stands above it."""
_AROUND: Final = "\"“”'‘’ ."
_SIGNED = re.compile(r"^[\s—–-]+")
_MARKS: Final = ("“", "”")
_INNER_MARKS: Final = ("‘", "’")
_OPENING = re.compile(r"^[\"“„«'‘]")
_SPEAKER_BELOW: Final = ("cite", "footer", "figcaption")
_LONGEST_SPEAKER: Final = 120  # characters of a name with office; what is longer is no signature
_WRAPPERS: Final = frozenset({"div", "figure", "section", "aside"})
_MOST_WRAPPED: Final = 4  # a quotation, and what brings it onto the page
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
    drop_unseen(tree)
    wrap_bare_text(tree)
    _mark_quotations(tree)
    _sign_quotations(tree)
    _sign_posts(tree)
    drop_captions(tree)
    drop_links(tree)


def drop_paywall(tree: Any) -> bool:
    """Take out what asks for a subscription; whether the text breaks off there, and no paragraph of it follows.

    The class alone says nothing: some sites call the whole text so that stands behind the wall.
    """
    found = [e for e in tree.iter("div", "section", "aside", "p", "form") if _is_paywall(e)]
    if not found:
        return False
    below = found[-1].xpath("following::p")
    for element in found:
        drop(element)
    return not any(len(words_of(p)) >= _PARAGRAPH and not stands_elsewhere(p) for p in below)


def _is_paywall(element: Any) -> bool:
    if not _PAYWALL.search(named(element)):
        return False
    words = words_of(element)
    return len(words) <= _LONGEST_PAYWALL and bool(_SUBSCRIBE.search(words))


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


def _sign_posts(tree: Any) -> None:
    """Posts in a site's own code to paragraphs with their writer; those away that the text already quotes."""
    posts = list(unwrapped_posts(tree))
    inside = {paragraph for post, _, _ in posts for paragraph in post.iter("p")}
    said = normalised(" ".join(words_of(p) for p in tree.iter("p") if p not in inside))
    for post, writer, words in posts:
        line = normalised(words).strip(_AROUND)
        if len(line) >= _SHORTEST_PULLED and line in said:
            drop(post)
        else:
            quoted = words if _OPENING.match(words) else f"“{words}”"
            _replace(_with_wrapping(post), [f"{quoted} — {writer}" if writer else quoted])


def _sign_quotations(tree: Any) -> None:
    """Block quotations that name their speaker to paragraphs, pull quotes that repeat the text away."""
    said = normalised(" ".join(words_of(p) for p in tree.iter("p") if not _in_quotation(p)))
    for quotation in list(_outermost(tree)):
        for line_break in quotation.iter("br"):
            line_break.tail = f" {line_break.tail or ''}"
        post = is_post(quotation)
        speaker = take_poster(quotation) if post else _take_speaker(quotation)
        paragraphs = [words for words in _paragraphs(quotation) if words]
        if not paragraphs:
            continue
        pulled = quotation.tag != "blockquote" or _PULLED.search(quotation.get("class", "")) or speaker
        words = normalised(" ".join(paragraphs)).strip(_AROUND)
        if pulled and len(words) >= _SHORTEST_PULLED and words in said:
            drop(quotation)
        elif speaker:
            _replace(
                _with_wrapping(quotation), _signed([" ".join(paragraphs)] if post else paragraphs, speaker)
            )


def _outermost(tree: Any) -> Iterator[Any]:
    """Block quotations, each with the figure around it, and asides that are called quotations."""
    for element in tree.iter("blockquote", "figure", "aside", "div"):
        if element.tag == "figure":
            inside = element.find(".//blockquote")
            found = inside is not None and not is_post(inside) and element.find(".//img") is None
        elif element.tag == "blockquote":
            around = [parent.tag for parent in element.iterancestors()]
            found = "blockquote" not in around and ("figure" not in around or is_post(element))
        else:
            found = (
                bool(_PULLED.search(element.get("class", "")))
                and element.find(".//blockquote") is None
                and not _in_quotation(element)
                and size_of(element) < 600
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
            words = _SIGNED.sub("", words_of(element))
            if words and len(words) <= _LONGEST_SPEAKER and not _has_words_below(quotation, element):
                drop(element)
                return words
    return ""


def _has_words_below(quotation: Any, element: Any) -> bool:
    """Whether more of the quotation comes after the element, which then is a part of it."""
    node = element
    while node is not quotation:
        if (node.tail or "").strip() or any(words_of(after) for after in node.itersiblings()):
            return True
        node = node.getparent()
    return False


def _with_wrapping(quotation: Any) -> Any:
    """The outermost element that holds the quotation and no other words, such as ``<div class="embed">``."""
    while (parent := quotation.getparent()) is not None and parent.tag in _WRAPPERS:
        if len(parent) > _MOST_WRAPPED or words_of(parent) != words_of(quotation):
            break
        quotation = parent
    return quotation


def _signed(paragraphs: list[str], speaker: str) -> list[str]:
    """The quotation's paragraphs in quotation marks, the last with the speaker behind a dash."""
    if not _OPENING.match(paragraphs[0]):
        paragraphs = [f"“{words}" for words in paragraphs[:-1]] + [f"“{paragraphs[-1]}”"]
    return [*paragraphs[:-1], f"{paragraphs[-1]} — {speaker}"]


def _paragraphs(element: Any) -> Iterator[str]:
    parts = list(element.iter("p"))
    if parts:
        yield from (words_of(part) for part in parts)
    else:
        yield words_of(element)


def _replace(element: Any, paragraphs: Iterable[str]) -> None:
    kept = element.tail
    element.clear()
    element.tag, element.tail = "div", kept
    for words in paragraphs:
        paragraph = element.makeelement("p", {})
        paragraph.text = words
        element.append(paragraph)
