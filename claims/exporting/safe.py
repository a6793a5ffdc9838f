"""The one sanitiser of cells: no text becomes a formula, breaks a file or is cut without a word."""

import re
from typing import Final

CELL_LIMIT: Final = 32_767
"""How many UTF-16 code units a cell of a spreadsheet holds."""

_NOT_XML = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_FORMULA = re.compile("[\\s\ufeff\u200b]*[=+\\-@＝＋－＠]|[\t\r\n]")
# A reader that splits at semicolons or tabs sees no quotation marks around what follows them.
_INNER_FORMULA = re.compile(r"(?<=[;\t\n])(?=[=+\-@＝＋－＠]|\s+[=@＝＠])")
_ESCAPE_LOOKALIKE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


def for_workbook(text: str) -> str:
    """The text for a cell of an xlsx file that is written with the type of a string.

    Line breaks become LF, each character that XML cannot hold becomes "�", and what is longer than a cell
    is cut at a word and ends with "…". Text that looks like an escape ("_x0041_") is escaped itself, as
    ECMA-376 part 1, 22.9.2.19 (ST_Xstring) asks, else Excel shows another character.
    """
    return _cut(_ESCAPE_LOOKALIKE.sub("_x005F_", _clean(text)))


def for_csv(text: str) -> str:
    """The text for a quoted CSV field: clean and cut as for a workbook, and no formula in any spreadsheet.

    An apostrophe is put before whatever could start one, as OWASP advises on CSV injection (=, +, -, @, tab,
    CR, LF and the full-width forms), also after a semicolon, tab or line break, where a reader with another
    separator would begin a new cell.
    """
    text = _INNER_FORMULA.sub("'", _clean(text))
    return _cut(f"'{text}" if looks_like_formula(text) else text)


def for_json(text: str) -> str:
    """The text with each lone surrogate, which UTF-8 cannot hold, as "�"."""
    return _SURROGATE.sub("�", text)


def looks_like_formula(text: str) -> bool:
    """Whether a spreadsheet might run the text when it is typed into a cell."""
    return _FORMULA.match(text) is not None


def _clean(text: str) -> str:
    return _NOT_XML.sub("�", text.replace("\r\n", "\n").replace("\r", "\n"))


def _cut(text: str) -> str:
    if 2 * len(text) <= CELL_LIMIT:
        return text
    units = text.encode("utf-16-le")
    if len(units) <= 2 * CELL_LIMIT:
        return text
    kept = units[: 2 * (CELL_LIMIT - 1)].decode("utf-16-le", "ignore")
    if not text[len(kept)].isspace():
        # Text without spaces, as in Chinese, is cut where the room ends.
        kept = re.sub(r"(?<=\s)\S{1,100}$", "", kept)
    return f"{kept.rstrip()}…"
