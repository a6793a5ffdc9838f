"""The worksheet "Summary": figures, the progress of verification as formulas, and charts."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from openpyxl.utils import get_column_letter

from claims.exporting import Findings, latest_verdicts
from claims.records import ATTRIBUTION_VERDICTS, TAGS, Claim, Verdict
from claims.sheet.claim_columns import CLAIM_COLUMNS, CLAIMS
from claims.sheet.pages.articles_page import articles_of
from claims.sheet.writing.bar_charts import Bars, add_bars
from claims.sheet.writing.cells import CellContent, Formula
from claims.sheet.writing.row_writer import RowWriter
from claims.sheet.writing.styles import TAG_COLOURS
from claims.sheet.writing.workbook_builder import WorkbookBuilder

SUMMARY: Final = "Summary"

_WIDTHS: Final = (34, 12, 12, 3, 15, 15, 15, 15, 15, 15)
_CHART_COLUMN: Final = "E"
_ROW: Final = 18.0
"""Height of a row in points, so that it is known beside which row each chart ends."""
_CHART_ROWS: Final = 14
_SPEAKERS: Final = 10
_STEPS: Final = 26
"""A chart shows at most so many bars side by side."""

Counted = list[tuple[str, int]]


def add_summary(builder: WorkbookBuilder) -> None:
    """Add the worksheet; with no claims there are no charts."""
    findings = builder.findings
    page = _SummaryWriter(builder.add_page(SUMMARY, _WIDTHS, landscape=False))
    page.rows.sheet.sheet_format.defaultRowHeight = _ROW
    page.rows.sheet.sheet_format.customHeight = True
    page.rows.append((("Summary of this claim sheet", "title"),), least=30)
    page.section("What was found", "Number")
    page.numbers(_found(findings))
    progress = page.progress(findings, builder.pages[CLAIMS].count)
    speakers = by_speaker(findings.claims)
    times, unit = by_time(findings.claims)
    tags = [(tag, sum(claim.tag == tag for claim in findings.claims)) for tag in TAGS]
    colours = tuple(TAG_COLOURS[tag] for tag in TAGS)
    charts = [
        page.chart("Claims by confidence", "Confidence", tags, colours=colours),
        page.chart("Claims by speaker", "Speaker", speakers, lying=True),
        page.chart(f"Claims by {unit} of publication", unit.capitalize(), times),
    ]
    if findings.claims:
        for place, bars in enumerate((progress, *charts)):
            add_bars(page.rows.sheet, bars, f"{_CHART_COLUMN}{2 + place * _CHART_ROWS}")
    # Nothing is filled in here, and a formula is easily overwritten; there is no password.
    page.rows.sheet.protection.sheet = True
    page.rows.sheet.protection.formatColumns = False


@dataclass(slots=True)
class _SummaryWriter:
    """The page as it is written from above."""

    rows: RowWriter

    def section(self, heading: str, *columns: str) -> None:
        self.rows.append((), least=_ROW)
        headings = ((heading, "section"), *((column, "section number") for column in columns))
        self.rows.append(headings, least=_ROW)

    def numbers(self, counted: Iterable[tuple[str, CellContent]]) -> None:
        for label, number in counted:
            self.rows.append(((label, "term"), (number, "fact")), least=_ROW)

    def chart(
        self,
        title: str,
        labels: str,
        counted: Sequence[tuple[str, int]],
        *,
        lying: bool = False,
        colours: tuple[str, ...] = (),
    ) -> Bars:
        self.section(title, "Claims")
        first = self.rows.count + 1
        self.numbers(counted)
        last, most = self.rows.count, max((number for _, number in counted), default=0)
        return Bars(title, labels, "Number of claims", first, last, most, lying=lying, colours=colours)

    def progress(self, findings: Findings, last: int) -> Bars:
        """How much is verified, counted by formulas on the page Claims, whose last row is ``last``."""
        listed = {claim.id for claim in findings.claims}
        given = [v for v in latest_verdicts(findings.verdicts).values() if v.claim_id in listed]
        total = len(findings.claims)
        self.section("Progress of verification", "Claims", "Share")
        counted_from = self.rows.count + 1

        def row(label: str, formula: str, value: int) -> None:
            number = self.rows.count + 1
            share = Formula(f"IF($B${counted_from}=0,0,B{number}/$B${counted_from})", value / max(total, 1))
            cells = ((label, "term"), (Formula(formula, value), "fact"), (share, "share"))
            self.rows.append(cells, least=_ROW)

        row("All claims", f"COUNTA({_cells('id', last)})", total)
        for name, label, decided in _JUDGED:
            row(label, f"COUNTA({_cells(name, last)})", sum(bool(decided(v)) for v in given))
        self.section("Verdicts", "Claims", "Share")
        first = self.rows.count + 1
        for (name, _, decided), choices, of in zip(
            _JUDGED, (ATTRIBUTION_VERDICTS, findings.truths), ("attribution", "truth"), strict=True
        ):
            for choice in choices:
                text = choice.replace('"', '""')
                value = sum(decided(v) == choice for v in given)
                row(f"{of}: {choice}", f'COUNTIF({_cells(name, last)},"{text}")', value)
        verdicts = "Verdicts so far", "Verdict", "Number of claims"
        return Bars(*verdicts, first, self.rows.count, max(total, 1), lying=True, growing=True)


_JUDGED: Final[tuple[tuple[str, str, Callable[[Verdict], str | None]], ...]] = (
    ("verdict_attribution", "Attribution decided", lambda v: v.attribution),
    ("verdict_truth", "Truth decided", lambda v: v.truth),
)


def _cells(name: str, last: int) -> str:
    letter = get_column_letter(list(CLAIM_COLUMNS).index(name) + 1)
    return f"{CLAIMS}!${letter}$2:${letter}${max(2, last)}"


def _found(findings: Findings) -> Iterable[tuple[str, int]]:
    articles = articles_of(findings).values()
    yield "Claims", len(findings.claims)
    yield "Articles", len(articles)
    yield "Outlets", len({article.outlet for article in articles if article.outlet})
    yield "Speakers by name", len({one.name for c in findings.claims for one in c.speakers})
    yield "Assertions in several articles", len(findings.groups)
    yield "Conflicts", len(findings.conflicts)
    yield "Changes between versions", len(findings.changes)


def by_speaker(claims: Iterable[Claim]) -> Counted:
    """The speakers with most claims, then all the others together; a claim of several counts for each."""
    counts = Counter(name for claim in claims for name in claim.speaker_names)
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0].casefold(), item[0]))
    if len(ranked) <= _SPEAKERS + 1:  # one more takes no more room than a line for the others
        return ranked
    others = ranked[_SPEAKERS:]
    return [*ranked[:_SPEAKERS], (f"{len(others):,} others", sum(number for _, number in others))]


def by_time(claims: Sequence[Claim]) -> tuple[Counted, str]:
    """Claims by week (ISO 8601), or where these are too many by month or year; and which it is.

    Steps without claims between others are there, too; undated claims come last.
    """
    dates = Counter(claim.article.published for claim in claims)
    undated = dates.pop(None, 0)
    days = sorted(day for day in dates if day)
    unit, name = next(((u, n) for u, n in _UNITS if len(_steps(days, n)) <= _STEPS), _UNITS[-1])
    counts: Counter[str] = Counter()
    for day in days:
        counts[name(day)] += dates[day]
    listed = [(step, counts[step]) for step in _steps(days, name)[-_STEPS:]]
    return [*listed, *([("undated", undated)] if undated or not listed else [])], unit


def _week(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"


_UNITS: Final[tuple[tuple[str, Callable[[date], str]], ...]] = (
    ("week", _week),
    ("month", lambda day: f"{day:%Y-%m}"),
    ("year", lambda day: f"{day.year}"),
)


def _steps(days: Sequence[date], name: Callable[[date], str]) -> list[str]:
    """The names of all steps from the first day to the last."""
    if not days:
        return []
    between = (days[0] + timedelta(n) for n in range((days[-1] - days[0]).days + 1))
    return list(dict.fromkeys(map(name, between)))
