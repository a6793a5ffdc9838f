"""HTML that is an article and nothing else, as feeds and agencies send it: its headings and paragraphs."""

from collections.abc import Iterator
from typing import Any, Final

from lxml.html import fragment_fromstring

from claims.reading.page_markup import has_too_many_tags, prepare, without_long_tags
from claims.reading.repairs import written_out
from claims.records import BlockKind

_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "hl2"})
_BLOCKS: Final = _HEADINGS | {
    "p", "div", "li", "ul", "ol", "dl", "dt", "dd", "blockquote", "article", "section", "table", "tr", "td", "th",
    "pre", "figure", "header", "footer", "aside", "main", "body", "html", "block", "hr", "address",
}  # fmt: skip
_UNREAD: Final = frozenset(
    {"script", "style", "head", "iframe", "object", "svg", "form", "nav", "media", "noscript"}
)
_BREAK: Final = "\u2028"


def units_of_html(source: str) -> list[tuple[BlockKind, str]]:
    """The headings and paragraphs of a fragment of HTML (or NITF), in order; nothing of one with too many tags."""
    if has_too_many_tags(source) or not source.strip():
        return []
    tree = fragment_fromstring(without_long_tags(source).replace("\x00", ""), create_parent="div")
    prepare(tree)
    return [
        (kind, written_out("\n".join(lines)))
        for kind, words in _parts(tree, "paragraph")
        if (lines := [line for piece in words.split(_BREAK) if (line := " ".join(piece.split()))])
    ]


def _parts(element: Any, kind: BlockKind) -> Iterator[tuple[BlockKind, str]]:
    own = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str) and child.tag in _BLOCKS:
            yield kind, "".join(own)
            own.clear()
            yield from _parts(child, "heading" if child.tag in _HEADINGS else "paragraph")
        elif child.tag == "br":
            own.append(_BREAK)
        elif isinstance(child.tag, str) and child.tag not in _UNREAD:
            parts = list(_parts(child, kind))
            own.append(parts[0][1])
            for part in parts[1:]:
                yield kind, "".join(own)
                own = [part[1]]
        own.append(child.tail or "")
    yield kind, "".join(own)
