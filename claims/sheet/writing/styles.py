"""How the workbook looks: its fonts, colours and borders, each under a name that says what it is for."""

from dataclasses import dataclass, field, replace
from typing import Final

from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.worksheet.worksheet import Worksheet

FONT: Final = "Arial"
"""In Excel, LibreOffice (metric twin) and Google Sheets alike, so that rows fit in all three."""
SIZE: Final = 10

INK: Final = "1F2933"
BLUE: Final = "24465C"
LINE: Final = "DDE2E7"
TAG_COLOURS: Final = {"high": "3E8E57", "medium": "C98A00", "low": "B5483A"}
"""The colours of bars that stand for a tag."""

_GREY, _WHITE = "5F6B76", "FFFFFF"
_GREEN, _AMBER, _ROSE = ("E1F1E4", "1B5E2B"), ("FFF0C7", "6B4700"), ("FADFDB", "8A1C10")
_LINE = Side("thin", LINE)
_REVIEW_LINE = Side("thin", "E6D5A3")


@dataclass(frozen=True, slots=True)
class Look:
    """What a cell looks like; ``alignment`` is that of text written from left to right."""

    font: Font
    fill: PatternFill | None = None
    border: Border | None = None
    alignment: Alignment = field(default_factory=lambda: Alignment(vertical="center", wrap_text=True))
    number_format: str = "General"
    locked: bool = True

    @property
    def run(self) -> str:
        """The properties of a run of rich text in this look."""
        return _run(self.font)


def _run(font: Font) -> str:
    bold = "<b/>" if font.b else ""
    colour = f'<color rgb="{font.color.rgb}"/>' if font.color else ""
    return f'<rPr>{bold}<sz val="{font.size:g}"/>{colour}<rFont val="{FONT}"/></rPr>'


def _font(colour: str = INK, *, size: float = SIZE, bold: bool = False) -> Font:
    return Font(name=FONT, size=size, bold=bold, color=colour)


def _fill(colour: str) -> PatternFill:
    return PatternFill("solid", fgColor=colour)


def _text(font: Font, fill: PatternFill | None = None, border: Border | None = None) -> Look:
    # The indent keeps neighbouring columns apart.
    aligned = Alignment(horizontal="left", vertical="center", wrap_text=True, indent=1)
    return Look(font, fill, border or Border(bottom=_LINE), aligned)


def _figure(font: Font, number_format: str) -> Look:
    aligned = Alignment(horizontal="center", vertical="center")
    return Look(font, None, Border(bottom=_LINE), aligned, number_format)


def _header(colour: str) -> Look:
    return _text(_font(_WHITE, size=9, bold=True), _fill(colour), Border(right=_LINE))


def _section(size: float, alignment: Alignment) -> Look:
    return Look(_font(BLUE, size=size, bold=True), None, Border(bottom=Side("medium", BLUE)), alignment)


def _review(number_format: str) -> Look:
    border = Border(left=_REVIEW_LINE, right=_REVIEW_LINE, bottom=_REVIEW_LINE)
    return replace(_text(_font(), _fill("FFFBEC"), border), number_format=number_format, locked=False)


def _tag(colours: tuple[str, str]) -> Look:
    background, text = colours
    return replace(_figure(_font(text, bold=True), "General"), fill=_fill(background))


_QUIET = _font(_GREY, size=9)
DATE: Final = "yyyy-mm-dd"
SET_OFF: Final = _run(_font(size=9, bold=True))
"""The properties of the run of a quiet text that is set off: the quoted words in their sentence."""

LOOKS: Final = {
    "header": _header(BLUE),
    "review header": _header("8A5A00"),
    "detail header": _header("6A7681"),
    "name": _text(_font(bold=True)),
    "text": _text(_font()),
    "quiet": _text(_QUIET),
    "number": _figure(_font(), "0"),
    "quiet number": _figure(_QUIET, "0"),
    "probability": _figure(_QUIET, "0.00"),
    "date": _figure(_QUIET, DATE),
    "share": _figure(_font(), "0%"),
    "fact": _figure(_font(bold=True), "#,##0"),
    "link": _text(Font(name=FONT, size=9, color="1A5FA8", underline="single")),
    "warning": _text(_font(_ROSE[1], size=9, bold=True)),
    "review": _review("@"),
    "review date": _review(DATE),
    "high": _tag(_GREEN),
    "medium": _tag(_AMBER),
    "low": _tag(_ROSE),
    "substantial": _tag(_ROSE),
    "moderate": _tag(_AMBER),
    "minor": _figure(_QUIET, "General"),
    "title": Look(_font(size=16, bold=True), alignment=Alignment(vertical="center")),
    "section": _section(12, Alignment(vertical="center")),
    "section number": _section(SIZE, Alignment(horizontal="center", vertical="center")),
    "term": Look(_font(bold=True)),
    "prose": replace(_text(_font()), border=None),
}
"""Every look by its name. The format "@" keeps what a reviewer types as it was typed, such as 001 or 3-12."""


def _tint(colours: tuple[str, str]) -> DifferentialStyle:
    """A conditional look in one of the three colours."""
    background, text = colours
    return DifferentialStyle(font=Font(color=text, bold=True), fill=PatternFill(bgColor=background))


GOOD: Final = _tint(_GREEN)
DOUBTFUL: Final = _tint(_AMBER)
BAD: Final = _tint(_ROSE)
BEGINS: Final = DifferentialStyle(border=Border(top=Side("thin", BLUE), bottom=_LINE))


class Styles:
    """Gives a workbook's number of each style that is in use."""

    def __init__(self, sheet: Worksheet) -> None:
        self._sheet = sheet
        self._ids: dict[tuple[str, bool, bool], int] = {}

    def id(self, name: str, *, quoted: bool = False, leftwards: bool = False) -> int:
        """The number of a look; ``quoted`` for what looks like a formula, ``leftwards`` for Arabic or Hebrew."""
        key = (name, quoted, leftwards)
        if key not in self._ids:
            self._ids[key] = self._add(*key)
        return self._ids[key]

    def _add(self, name: str, quoted: bool, leftwards: bool) -> int:
        look = LOOKS[name]
        cell = Cell(self._sheet, row=1, column=1)
        cell.font = look.font
        cell.number_format = look.number_format
        cell.protection = Protection(locked=look.locked)
        if look.fill:
            cell.fill = look.fill
        if look.border:
            cell.border = look.border
        cell.alignment = look.alignment
        if leftwards:
            cell.alignment = Alignment(horizontal="right", readingOrder=2) + look.alignment
        # Keeps the text a text also when somebody edits the cell; no apostrophe is seen.
        cell.quotePrefix = quoted
        return cell.style_id
