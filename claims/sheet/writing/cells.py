"""A cell as the XML of a worksheet: text always as text, whatever it looks like (ECMA-376 part 1, 18.3.1)."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from typing import Final
from xml.sax.saxutils import escape

from claims.exporting import Highlighted, Offsets, Tally, Value, for_workbook, looks_like_formula
from claims.sheet.writing.row_heights import text_height
from claims.sheet.writing.styles import LOOKS, SET_OFF, Styles

DAY_0: Final = date(1899, 12, 30)
"""From it spreadsheet programs count days; no time of day and no zone plays a part."""
_FIRST_DATE: Final = date(1900, 3, 1)
"""Before it, the day numbers of spreadsheet programs differ from each other."""

_LEFTWARD_BLOCKS = re.compile("[\u0590-\u08ff\ufb1d-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]")
"""Where the scripts lie that are written from right to left; most text needs no closer look."""

_REMEMBERED: Final = 10_000
_SHORT: Final = 200
"""So many texts of a column, none longer than this, are kept ready: speakers and outlets come again and again."""


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula without its "=", and its present value for programs that do not calculate."""

    text: str
    value: float


CellContent = str | int | float | date | Highlighted | Formula | None
"""What a cell can hold."""


@dataclass(frozen=True, slots=True)
class CellXml:
    """A cell's XML after its place (``<c r="A1"``), how high it stands, in points, and what it has no room for."""

    xml: str
    height: float = 0.0
    rest: tuple[str, ...] = ()


def content(value: Value | Highlighted) -> CellContent:
    """A value as a cell can hold it: offsets as "12–34, 40–51", a date before 1900-03-01 as text."""
    if isinstance(value, tuple):
        return ", ".join(f"{start}–{end}" for start, end in value)
    return value.isoformat() if isinstance(value, date) and value < _FIRST_DATE else value


class CellWriter:
    """Writes the cells of one look in one column, which is ``width`` digits wide.

    ``tally`` counts what had to be altered.
    """

    def __init__(self, look: str, width: float, styles: Styles, tally: Tally) -> None:
        self._look = look
        self._styles = styles
        self._tally = tally
        self._width = width if LOOKS[look].alignment.wrap_text else 0.0
        self._size = LOOKS[look].font.size
        self._style = styles.id(look)
        self._empty = CellXml(f' s="{self._style}"/>')
        self._ready: dict[str | date, CellXml] = {}

    def cell(self, value: CellContent) -> CellXml:
        """The cell for a value."""
        if value is None or value == "":
            return self._empty
        if isinstance(value, str):
            return self._ready.get(value) or self._text(value, ())
        if isinstance(value, Highlighted):
            return self._text(value.text, value.stretches)
        if isinstance(value, date):
            return self._ready.get(value) or self._keep(value, self._number((value - DAY_0).days))
        if isinstance(value, Formula):
            return CellXml(f' s="{self._style}"><f>{escape(value.text)}</f><v>{value.value!r}</v></c>')
        return self._number(value)

    def _number(self, value: float) -> CellXml:
        return CellXml(f' s="{self._style}"><v>{value!r}</v></c>')

    def _text(self, value: str, stretches: Offsets) -> CellXml:
        safe = for_workbook(value)
        text = self._tally.add(safe)
        quoted, leftwards = looks_like_formula(text), runs_leftwards(text)
        style = self._styles.id(self._look, quoted=quoted, leftwards=leftwards)
        rich = stretches and not safe.alterations
        inner = self._runs(text, stretches) if rich else _run_text(text)
        height = text_height(text, self._width, self._size) if self._width else 0.0
        written = CellXml(f' s="{style}" t="inlineStr"><is>{inner}</is></c>', height, safe.rest)
        may_come_again = len(value) <= _SHORT and not stretches and not safe.alterations
        return self._keep(value, written) if may_come_again else written

    def _keep(self, value: str | date, written: CellXml) -> CellXml:
        if len(self._ready) >= _REMEMBERED:
            self._ready.clear()
        self._ready[value] = written
        return written

    def _runs(self, text: str, stretches: Offsets) -> str:
        """The text as rich text; what is not set off has the look of its cell."""
        runs, at = [], 0
        for start, end in sorted(stretches):
            if start > at:
                runs.append(f"<r>{LOOKS[self._look].run}{_run_text(text[at:start])}</r>")
            if end > max(at, start):
                runs.append(f"<r>{SET_OFF}{_run_text(text[max(at, start) : end])}</r>")
            at = max(at, end)
        if at < len(text):
            runs.append(f"<r>{LOOKS[self._look].run}{_run_text(text[at:])}</r>")
        return "".join(runs)


def runs_leftwards(text: str) -> bool:
    """Whether the first letter of the text is written from right to left, as in Arabic or Hebrew."""
    if text.isascii() or not _LEFTWARD_BLOCKS.search(text):
        return False
    directions = (unicodedata.bidirectional(character) for character in text)
    return next((d for d in directions if d in {"L", "R", "AL"}), "L") != "L"


def _run_text(text: str) -> str:
    keep = ' xml:space="preserve"' if text[0].isspace() or text[-1].isspace() or "\n" in text else ""
    return f"<t{keep}>{escape(text)}</t>"
