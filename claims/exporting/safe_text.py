"""The one sanitiser of cells: no text becomes a formula, breaks a file or is cut without a word.

In a workbook a cell has a type, so that text stays text as it is. A CSV file has no types: there an apostrophe
is put before what could start a formula, as OWASP advises; it can be seen, is counted as an alteration, and
``claims review`` takes it off again. An invisible character would hide the change from whoever compares texts.
"""

import re
from dataclasses import dataclass
from typing import Final, Literal

CELL_LIMIT: Final = 32_767
"""How many UTF-16 code units a cell of a spreadsheet holds."""

Alteration = Literal["characters", "line breaks", "escape", "length", "formula"]

_NOT_XML = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_FORMULA = re.compile("[\\s\ufeff\u200b]*[=+\\-@＝＋－＠]|[\t\r\n]")
# Apostrophes before a formula count as part of it: what has one already gets another, so that one can be taken off.
_MARKED = re.compile("[\\s'\ufeff\u200b]*[=+\\-@＝＋－＠]|[\\s']*[\t\r\n]")
# A reader that splits at semicolons or tabs sees no quotation marks around what follows them.
_AFTER_SEPARATOR = r"(?='*[=+\-@＝＋－＠]|['\s]+[=@＝＠])"
_INNER_FORMULA = re.compile(rf"(?<=[;\t\n]){_AFTER_SEPARATOR}")
_INNER_MARK = re.compile(rf"(?<=[;\t\n])'{_AFTER_SEPARATOR}")
_ESCAPE_LOOKALIKE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_LAST_WORD = re.compile(r"(?<=\s)\S{1,100}$")


@dataclass(frozen=True, slots=True)
class SafeText:
    """A text made safe for a cell: what to write there, and what had to be altered.

    ``rest`` is what a cell has no room for, in pieces that fit a cell each; the text then ends with "…".
    """

    text: str
    rest: tuple[str, ...] = ()
    alterations: tuple[Alteration, ...] = ()


def for_workbook(text: str) -> SafeText:
    """The text for a cell of an xlsx file that is written with the type of a string.

    Line breaks become LF, each character that XML cannot hold becomes "�", and what is longer than a cell
    is cut at a word. Text that looks like an escape ("_x0041_") is escaped itself, as ECMA-376 part 1,
    22.9.2.19 (ST_Xstring) asks, else Excel shows another character.
    """
    # What can be printed holds no control character, no surrogate and nothing unassigned.
    if len(text) <= CELL_LIMIT // 2 and text.isprintable() and "_x" not in text:
        return SafeText(text)
    clean, alterations = _cleaned(text)
    first, *rest = _pieces(clean, CELL_LIMIT)
    escaped = [_ESCAPE_LOOKALIKE.sub("_x005F_", piece) for piece in (first, *rest)]
    if escaped != [first, *rest]:
        alterations += ("escape",)
    return SafeText(escaped[0], tuple(escaped[1:]), (*alterations, *(("length",) if rest else ())))


def for_csv(text: str) -> SafeText:
    """The text for a quoted CSV field: clean and cut as for a workbook, and no formula in any spreadsheet.

    An apostrophe is put before whatever could start one (=, +, -, @, tab, CR, LF and the full-width forms),
    also after a semicolon, tab or line break, where a reader with another separator would begin a new cell.
    """
    clean, alterations = _cleaned(text)
    marked = _INNER_FORMULA.sub("'", clean)
    first, *rest = _pieces(marked, CELL_LIMIT - 1)  # an apostrophe still fits
    safe = [f"'{piece}" if _MARKED.match(piece) else piece for piece in (first, *rest)]
    if marked != clean or safe != [first, *rest]:
        alterations += ("formula",)
    return SafeText(safe[0], tuple(safe[1:]), (*alterations, *(("length",) if rest else ())))


def without_marks(text: str) -> str:
    """The text of a CSV field without the apostrophes that :func:`for_csv` put there, and blanks at its ends."""
    text = text.lstrip()
    marked = text.startswith("'") and _MARKED.match(text)
    return _INNER_MARK.sub("", text[1:] if marked else text).strip()


def for_json(text: str) -> SafeText:
    """The text with each lone surrogate, which UTF-8 cannot hold, as "�"."""
    safe = _SURROGATE.sub("�", text)
    return SafeText(safe, (), () if safe == text else ("characters",))


def looks_like_formula(text: str) -> bool:
    """Whether a spreadsheet might run the text when it is typed into a cell."""
    return _FORMULA.match(text) is not None


def _cleaned(text: str) -> tuple[str, tuple[Alteration, ...]]:
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    clean = _NOT_XML.sub("�", lines)
    alterations: list[Alteration] = []
    if lines != text:
        alterations.append("line breaks")
    if clean != lines:
        alterations.append("characters")
    return clean, tuple(alterations)


def _pieces(text: str, limit: int) -> list[str]:
    """The text in pieces of at most ``limit`` UTF-16 code units; each but the last ends with "…"."""
    pieces = []
    while len(text) > limit // 2 and len(text.encode("utf-16-le")) > 2 * limit:
        kept = text.encode("utf-16-le")[: 2 * (limit - 1)].decode("utf-16-le", "ignore")
        if not text[len(kept)].isspace():
            # Text without spaces, as in Chinese, is cut where the room ends.
            kept = _LAST_WORD.sub("", kept)
        pieces.append(f"{kept.rstrip()}…")
        text = text[len(kept) :].lstrip()
    return [*pieces, text]
