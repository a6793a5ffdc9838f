"""Text that was garbled before it was saved: UTF-8 read as windows-1252, references and tags left in plain text."""

import html
import re
from collections.abc import Iterable, Iterator
from typing import Final

from claims.reading.remarks import remark

_TYPOGRAPHIC = r"[lr][sd]quo|sbquo|bdquo|[lr]aquo|[nm]dash|hellip|nbsp"
_REFERENCE = re.compile(
    rf"&(?:#\d{{2,6}}|#[xX][\da-fA-F]{{2,5}}|(?:amp|quot|apos|lt|gt|{_TYPOGRAPHIC}|shy|"
    r"pound|euro|cent|copy|reg|trade|deg|middot|szlig|[A-Za-z](?:acute|grave|circ|uml|tilde|cedil|ring|slash|caron)));"
    # Without a semicolon only what is nothing else: no parameter of an address, no "R&D".
    rf"|&(?:#\d{{2,5}}(?!\d)|#[xX]20[\da-fA-F]{{2}}|{_TYPOGRAPHIC}|pound(?=\d)|(?:amp|quot)(?![\w=])|quot(?=[A-Z]))"
)
_TWICE = re.compile(r"&amp;(?=(?:#\d+|#x[\da-f]+|[a-z]{2,6});)", re.IGNORECASE)
_LOST_MARK = re.compile(r"â€(?:\x9d|(?=[\s.,;:!?)\]]|$))")
"""A closing quotation mark whose last byte windows-1252 has no character for: often nothing is left of it."""
_GARBLED = re.compile(r"â€|[ÂÃ][\x80-\xbf‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œžŸ€Ž]")
_IN_WORDS = re.compile(r"(?:\b[A-Za-z]{2,}\b.*?){3}", re.DOTALL)
_BLOCK_TAGS: Final = frozenset(
    {"p", "div", "li", "ul", "ol", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6"}
)
_TAG = re.compile(
    rf"<(?P<end>/?)(?P<name>b|i|u|s|a|em|strong|br|span|font|small|su[bp]|cite|q|mark|{'|'.join(sorted(_BLOCK_TAGS))})"
    r"(?:\s[^<>]{0,500})?/?>",
    re.IGNORECASE,
)
_FEWEST_GARBLED: Final = 2
"""A single odd pair of characters may be meant; garbled text has them wherever a mark or an accent was."""


def without_mojibake(text: str, name: str) -> str:
    """The text with characters mended that were decoded wrongly before it was saved; ``name`` is the file's.

    Only lines change that make certain sense as UTF-8; it is remarked how many.
    """
    if text.isascii() or len(_GARBLED.findall(text)) < _FEWEST_GARBLED or not _IN_WORDS.search(text):
        return text
    lines = text.splitlines(keepends=True)
    mended = list(_mended(lines))
    changed = sum(a != b for a, b in zip(lines, mended, strict=True))
    if changed:
        words = (
            f"garbled characters mended in {changed} line{'s' * (changed > 1)} (UTF-8 read as windows-1252)"
        )
        remark("characters", name, words)
    return "".join(mended)


def without_references(text: str, name: str) -> str:
    """Plain text with HTML's character references (``&#8217;``) written out; it is remarked how many."""
    found = _REFERENCE.findall(text)
    if not found:
        return text
    remark("characters", name, f"{len(found)} character references such as {found[0]} written out")
    return written_out(text)


def written_out(words: str) -> str:
    """Words in which references that stand in the text itself are the characters that they refer to."""
    return _REFERENCE.sub(
        lambda found: html.unescape(f"{found.group().removesuffix(';')};"), _TWICE.sub("&", words)
    )


def without_tags(text: str, name: str) -> str:
    """Plain text without HTML's tags, where it has some in pairs, as what was copied out of a page's source does.

    Tags of blocks and line breaks become line breaks; it is remarked how many tags there were. What is in angle
    brackets and no tag of HTML stays.
    """
    found = [(tag.group("name").lower(), tag.group("end")) for tag in _TAG.finditer(text)]
    opened, closed = {tag for tag, end in found if not end}, {tag for tag, end in found if end}
    paired = opened & closed | {"br"}
    count = sum(tag in paired for tag, _ in found)
    if not count:
        return text
    remark("characters", name, f"{count} HTML tag{'s' * (count > 1)} such as <{found[0][0]}> taken out")

    def between(tag: re.Match[str]) -> str:
        kind = tag.group("name").lower()
        if kind not in paired:
            return tag.group()
        return "\n\n" if kind in _BLOCK_TAGS else "\n" if kind == "br" else ""

    return _TAG.sub(between, text)


def _mended(lines: Iterable[str]) -> Iterator[str]:
    # Hardly a text needs it, and it takes longer to import than a short text to read.
    from ftfy import fix_encoding  # noqa: PLC0415
    from ftfy.badness import badness, is_bad  # noqa: PLC0415

    for line in lines:
        if not is_bad(line):
            yield line
            continue
        fixed = "”".join(str(fix_encoding(piece)) for piece in _LOST_MARK.split(line))
        yield fixed if badness(fixed) < badness(line) else line
