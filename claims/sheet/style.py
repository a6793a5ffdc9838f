"""How the workbook looks: its fonts, colours and borders, each under a name that says what it is for."""

from dataclasses import dataclass, field, replace
from typing import Final

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.styles.differential import DifferentialStyle

FONT: Final = (
    "Arial"  # in Excel, LibreOffice (metric twin) and Google Sheets alike, so that rows fit in all three
)
SIZE: Final = 10

_INK, _GREY, _WHITE = "1F2933", "5F6B76", "FFFFFF"
_GREEN, _AMBER, _ROSE = ("E1F1E4", "1B5E2B"), ("FFF0C7", "6B4700"), ("FADFDB", "8A1C10")
_LINE = Side("thin", "DDE2E7")
_REVIEW_LINE = Side("thin", "E6D5A3")


@dataclass(frozen=True, slots=True)
class Look:
    """What a cell looks like; ``alignment`` is that of text written from left to right."""

    font: Font
    fill: PatternFill | None = None
    border: Border | None = None
    alignment: Alignment = field(default_factory=lambda: Alignment(vertical="center", wrap_text=True))
    number_format: str = "General"


def _font(colour: str = _INK, *, size: float = SIZE, bold: bool = False) -> Font:
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


def _review(number_format: str) -> Look:
    border = Border(left=_REVIEW_LINE, right=_REVIEW_LINE, bottom=_REVIEW_LINE)
    return replace(_text(_font(), _fill("FFFBEC"), border), number_format=number_format)


def _tag(colours: tuple[str, str]) -> Look:
    background, text = colours
    return replace(_figure(_font(text, bold=True), "General"), fill=_fill(background))


_QUIET = _font(_GREY, size=9)
DATE: Final = "yyyy-mm-dd"

LOOKS: Final = {
    "header": _header("24465C"),
    "review header": _header("8A5A00"),
    "detail header": _header("6A7681"),
    "name": _text(_font(bold=True)),
    "text": _text(_font()),
    "quiet": _text(_QUIET),
    "number": _figure(_font(), "0"),
    "quiet number": _figure(_QUIET, "0"),
    "probability": _figure(_QUIET, "0.00"),
    "date": _figure(_QUIET, DATE),
    "link": _text(Font(name=FONT, size=9, color="1A5FA8", underline="single")),
    "review": _review("@"),
    "review date": _review(DATE),
    "high": _tag(_GREEN),
    "medium": _tag(_AMBER),
    "low": _tag(_ROSE),
    "title": Look(_font(size=16, bold=True), alignment=Alignment(vertical="center")),
    "section": Look(
        _font("24465C", size=12, bold=True),
        None,
        Border(bottom=Side("medium", "24465C")),
        Alignment(vertical="center"),
    ),
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
GROUP_BEGINS: Final = DifferentialStyle(border=Border(top=Side("thin", "24465C"), bottom=_LINE))
