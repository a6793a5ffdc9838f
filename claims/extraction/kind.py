"""Whether a claim is quoted: direct, indirect or mixed."""

import re
from collections.abc import Iterable

from claims.extraction.quotations import Quoted
from claims.records import Kind, Span

_WORD = re.compile(r"\w+")


def kind_of(content: Iterable[Span], quoted: Quoted) -> Kind:
    """Direct where every word of the content lies in quotation marks, indirect where none does, else mixed."""
    inside = {
        quoted.covers(span.start + word.start(), span.start + word.end())
        for span in content
        for word in _WORD.finditer(span.text)
    }
    if inside == {True}:
        return "direct"
    return "mixed" if True in inside else "indirect"
