"""Text that was garbled before it was saved: UTF-8 read as windows-1252, character references left in plain text."""

import html
import re
from typing import Final

from ftfy import fix_encoding
from ftfy.badness import badness, is_bad

from claims.reading.remarks import remark

_REFERENCE = re.compile(
    r"&(?:#\d{2,6}|#[xX][\da-fA-F]{2,5}|(?:amp|quot|apos|lt|gt|nbsp|[lr][sd]quo|sbquo|bdquo|[lr]aquo|[nm]dash|hellip|shy|"
    r"pound|euro|cent|copy|reg|trade|deg|middot|szlig|[A-Za-z](?:acute|grave|circ|uml|tilde|cedil|ring|slash|caron)));"
)
_TWICE = re.compile(r"&amp;(?=(?:#\d+|#x[\da-f]+|[a-z]{2,6});)", re.IGNORECASE)
_LOST_MARK = re.compile(r"â€(?:\x9d|(?=[\s.,;:!?)\]]|$))")
"""A closing quotation mark whose last byte windows-1252 has no character for: often nothing is left of it."""
_GARBLED = re.compile(r"â€|[ÂÃ][\x80-\xbf‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œžŸ€Ž]")
_IN_WORDS = re.compile(r"(?:\b[A-Za-z]{2,}\b.*?){3}", re.DOTALL)
_FEWEST_GARBLED: Final = 2
"""A single odd pair of characters may be meant; garbled text has them wherever a mark or an accent was."""


def without_mojibake(text: str, name: str) -> str:
    """The text with characters mended that were decoded wrongly before it was saved; ``name`` is the file's.

    Only lines change that make certain sense as UTF-8; it is remarked how many.
    """
    if text.isascii() or len(_GARBLED.findall(text)) < _FEWEST_GARBLED or not _IN_WORDS.search(text):
        return text
    lines = text.splitlines(keepends=True)
    mended = [_mended(line) for line in lines]
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
    return _REFERENCE.sub(lambda found: html.unescape(found.group()), _TWICE.sub("&", words))


def _mended(line: str) -> str:
    if not is_bad(line):
        return line
    fixed = "”".join(str(fix_encoding(piece)) for piece in _LOST_MARK.split(line))
    return fixed if badness(fixed) < badness(line) else line
