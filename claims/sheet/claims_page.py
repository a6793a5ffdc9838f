"""The worksheet "Claims": one row a claim, with drop-down lists for the reviewer."""

from collections.abc import Iterable, Mapping
from typing import Final

from openpyxl import Workbook
from openpyxl.formatting.rule import Rule
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.worksheet.datavalidation import DataValidation

from claims.exporting.findings import Findings
from claims.exporting.table import rows
from claims.records import ATTRIBUTION_VERDICTS, TRUTH_VERDICTS
from claims.sheet.columns import CLAIM_COLUMNS, PRINTED
from claims.sheet.style import BAD, DOUBTFUL, GOOD
from claims.sheet.table import Written, write_table

_ATTRIBUTION_TINTS: Final[Mapping[str, DifferentialStyle]] = {
    v: GOOD if v == "correct" else BAD for v in ATTRIBUTION_VERDICTS
}
_TRUTH_TINTS: Final[Mapping[str, DifferentialStyle]] = {
    **dict.fromkeys(TRUTH_VERDICTS, DOUBTFUL),
    "true": GOOD,
    "mostly true": GOOD,
    "mostly false": BAD,
    "false": BAD,
}


def add_claims(book: Workbook, title: str, findings: Findings) -> int:
    """Add the worksheet; gives the number of cells whose text had to be altered."""
    written = write_table(
        book, title, tuple(CLAIM_COLUMNS.values()), rows(findings), frozen=2, printed=PRINTED
    )
    _offer(written, "verdict_attribution", ATTRIBUTION_VERDICTS, _ATTRIBUTION_TINTS)
    _offer(written, "verdict_truth", TRUTH_VERDICTS, _TRUTH_TINTS)
    _ask_for_dates(written, "reviewed_on")
    return written.altered


def _offer(
    written: Written, name: str, choices: Iterable[str], tints: Mapping[str, DifferentialStyle]
) -> None:
    """A drop-down list that takes nothing else, and a colour for each choice."""
    listed = ", ".join(choices)
    check = DataValidation(
        type="list",
        formula1=f'"{listed.replace(", ", ",")}"',
        allow_blank=True,
        errorTitle=CLAIM_COLUMNS[name].heading,
        error=f"Please choose one of: {listed}.",
    )
    _check(written, name, check)
    for choice, tint in tints.items():
        rule = Rule(type="cellIs", operator="equal", formula=[f'"{choice}"'], dxf=tint)
        written.sheet.conditional_formatting.add(_cells(written, name), rule)


def _ask_for_dates(written: Written, name: str) -> None:
    check = DataValidation(
        type="date",
        operator="greaterThan",
        formula1="36526",  # 2000-01-01 as a spreadsheet counts days
        allow_blank=True,
        errorTitle=CLAIM_COLUMNS[name].heading,
        error="Please give a date, such as 2026-03-31.",
    )
    _check(written, name, check)


def _check(written: Written, name: str, check: DataValidation) -> None:
    check.showErrorMessage = True
    check.add(_cells(written, name))
    written.sheet.data_validations.append(check)


def _cells(written: Written, name: str) -> str:
    return written.below(list(CLAIM_COLUMNS).index(name))
