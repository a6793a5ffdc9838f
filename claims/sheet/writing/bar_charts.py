"""Native charts, each with a title and named axes, so that they are read without the table beside them."""

from dataclasses import dataclass
from typing import Final

from openpyxl.chart import BarChart, Reference
from openpyxl.chart.axis import ChartLines
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.marker import DataPoint
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText, Text
from openpyxl.chart.title import Title
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.text import CharacterProperties, Paragraph, ParagraphProperties, RegularTextRun
from openpyxl.worksheet.worksheet import Worksheet

from claims.sheet.writing.styles import BLUE, INK, LINE

_WIDTH, _HEIGHT = 17.5, 8.2
"""Of a chart, in centimetres."""
_FEW: Final = 10
"""Up to this number an axis names each."""


@dataclass(frozen=True, slots=True)
class Bars:
    """What a chart of bars shows: rows of a worksheet, labels in column A and numbers in column B.

    ``title``, ``labels``, ``numbers``: the words above the chart and at its two axes.
    ``first``, ``last``: the first and the last row, counted from 1.
    ``most``: the greatest number that a bar has or, where they are formulas, may come to.
    ``lying``: whether the bars lie rather than stand.
    ``growing``: whether the numbers are formulas, which change as the sheet is filled in.
    ``colours``: those of the bars in their order (hexadecimal RGB), where they are not all of one colour.
    """

    title: str
    labels: str
    numbers: str
    first: int
    last: int
    most: int
    lying: bool = False
    growing: bool = False
    colours: tuple[str, ...] = ()


def add_bars(sheet: Worksheet, bars: Bars, anchor: str) -> None:
    """Put the chart with its upper left corner at a cell."""
    chart = BarChart()
    chart.type = "bar" if bars.lying else "col"
    chart.title = _title(bars.title, 1200, bold=True)
    chart.style = 10
    chart.legend = None
    chart.width = _WIDTH  # type: ignore[assignment]  # the stubs have it as int
    chart.height = _HEIGHT
    chart.gapWidth = 45
    chart.add_data(Reference(sheet, min_col=2, min_row=bars.first, max_row=bars.last))
    chart.set_categories(Reference(sheet, min_col=1, min_row=bars.first, max_row=bars.last))
    _paint(chart, bars.colours)
    _label(chart, bars)
    sheet.add_chart(chart, anchor)


def _paint(chart: BarChart, colours: tuple[str, ...]) -> None:
    (series,) = chart.series
    series.graphicalProperties = GraphicalProperties(solidFill=BLUE)
    series.invertIfNegative = False
    for index, colour in enumerate(colours):
        series.dPt.append(DataPoint(idx=index, spPr=GraphicalProperties(solidFill=colour)))
    hidden = dict.fromkeys(("showSerName", "showCatName", "showLegendKey", "showPercent"), False)
    series.dLbls = DataLabelList(showVal=True, txPr=_letters(900), **hidden)


def _label(chart: BarChart, bars: Bars) -> None:
    for axis, title in ((chart.x_axis, bars.labels), (chart.y_axis, bars.numbers)):
        axis.title = _title(title, 900)
        axis.delete = False  # openpyxl's own default hides the axis in Excel
        axis.txPr = _letters(900)
    chart.y_axis.scaling.min = 0
    if bars.growing:
        chart.y_axis.scaling.max = bars.most
    if bars.most <= _FEW:
        chart.y_axis.majorUnit = 1  # else programs divide a claim, and write the same number several times
    chart.y_axis.number_format = "0"
    chart.y_axis.majorGridlines = ChartLines(spPr=GraphicalProperties(ln=LineProperties(solidFill=LINE)))
    if bars.lying:
        chart.x_axis.scaling.orientation = "maxMin"  # the first on top
        chart.y_axis.crosses = "max"


def _title(text: str, size: int, *, bold: bool = False) -> Title:
    look = _character(size, bold=bold)
    paragraph = Paragraph(pPr=ParagraphProperties(defRPr=look), r=[RegularTextRun(rPr=look, t=text)])
    return Title(tx=Text(rich=RichText(p=[paragraph])), overlay=False)


def _letters(size: int) -> RichText:
    look = _character(size)
    return RichText(p=[Paragraph(pPr=ParagraphProperties(defRPr=look), endParaRPr=look)])


def _character(size: int, *, bold: bool = False) -> CharacterProperties:
    return CharacterProperties(sz=size, b=bold, solidFill=INK)
