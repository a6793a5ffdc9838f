"""A claim sheet that came back as CSV, whatever program saved it: encoding and separator are found out."""

import csv
import io
from collections.abc import Callable, Sequence
from typing import Final

from charset_normalizer import from_bytes

from claims.errors import ClaimsError

_SEPARATORS: Final = (",", ";", "\t")
_BOMS: Final = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_LOOKED_AT: Final = 1 << 17
"""So many bytes or characters are enough to know the encoding and the separator; no more than a field may have."""


def rows_of(data: bytes, is_header: Callable[[Sequence[str]], bool]) -> list[list[str]]:
    """The rows of a CSV file, with its line breaks as LF.

    The separator is the one with which some row passes for a header. Raises :class:`ClaimsError`, in words that
    follow the file's name, where the bytes are no text or no CSV.
    """
    text = _decoded(data)
    if "\0" in text:
        raise ClaimsError("is not a CSV file: name the claim sheet, an .xlsx, .ods or .csv file")
    head = text[:_LOOKED_AT]
    try:
        separator = next((s for s in _SEPARATORS if any(map(is_header, _parsed(head, s)))), ",")
        return [[field.replace("\r\n", "\n") for field in row] for row in _parsed(text, separator)]
    except csv.Error as error:
        raise ClaimsError(f"cannot be read as CSV ({error}): save it again as CSV, or as .xlsx") from error


def _parsed(text: str, separator: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))


def _decoded(data: bytes) -> str:
    try:
        for mark, encoding in _BOMS:
            if data.startswith(mark):
                return data.decode(encoding)
        return data.decode()
    except UnicodeDecodeError as error:
        found = from_bytes(data[:_LOOKED_AT]).best()
        if found is None:
            raise ClaimsError("is not a text: save it as .xlsx, or as CSV in UTF-8") from error
        return data.decode(found.encoding, "replace")
