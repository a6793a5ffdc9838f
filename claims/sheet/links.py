"""Which addresses may become links in a workbook."""

import re
from typing import Final
from urllib.parse import urlsplit

MOST_LINKS: Final = 65_530
"""How many links a worksheet of Excel holds; a sheet with more is reported as damaged."""

_LONGEST: Final = 2_079
# The characters of RFC 3986 and letters beyond ASCII (RFC 3987); Excel calls a file with others damaged.
_CHARACTER = r"(?:[\w\-.~:/?@!$&'()*+,;=]|%[0-9A-Fa-f]{2})"
_ADDRESS = re.compile(rf"https?://{_CHARACTER}+(?:#{_CHARACTER}*)?", re.IGNORECASE)


def is_linkable(address: str) -> bool:
    """Whether an address is a web page's, http or https, in a form that every spreadsheet program takes."""
    if len(address) > _LONGEST or not _ADDRESS.fullmatch(address):
        return False
    try:
        parts = urlsplit(address)
        return bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False
