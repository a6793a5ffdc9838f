"""The worksheet "Claims": one row a claim, with drop-down lists for the reviewer."""

from collections.abc import Mapping
from dataclasses import replace
from textwrap import shorten as shortened
from typing import Any, Final

from openpyxl.formatting.rule import Rule
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.worksheet.datavalidation import DataValidation

from claims.exporting import Findings, rows
from claims.records import ATTRIBUTION_VERDICTS, Claim
from claims.sheet.claim_columns import CLAIM_COLUMNS, CLAIMS, LEDGER_HEADING, PRINTED
from claims.sheet.writing.styles import BAD, DOUBTFUL, GOOD
from claims.sheet.writing.workbook_builder import WorkbookBuilder
from claims.sheet.writing.worksheet_table import SheetColumn, WrittenTable, write_table

_ATTRIBUTION_TINTS: Final[Mapping[str, DifferentialStyle]] = {
    v: GOOD if v == "correct" else BAD for v in ATTRIBUTION_VERDICTS
}
_TRUTH_TINTS: Final[Mapping[str, DifferentialStyle]] = {
    **dict.fromkeys(("true", "mostly true"), GOOD),
    **dict.fromkeys(("mostly false", "false"), BAD),
}
"""Verdicts of a desk's own vocabulary that are none of these are tinted as doubtful."""


def add_claims(builder: WorkbookBuilder) -> None:
    """Add the worksheet: claims of one group stand together, where the first of them stands."""
    findings = builder.findings
    columns = [*CLAIM_COLUMNS.values()]
    if findings.ledger:
        heading = f"{LEDGER_HEADING} {findings.ledger}"
        columns.append(SheetColumn(heading, 15, lambda _: None, "quiet", "detail header", hidden=True))
    written = write_table(builder, CLAIMS, columns, rows(_together(findings)), frozen=2, printed=PRINTED)
    truths = {truth: _TRUTH_TINTS.get(truth, DOUBTFUL) for truth in findings.truths}
    _offer(written, "verdict_attribution", _ATTRIBUTION_TINTS)
    _offer(written, "verdict_truth", truths)
    error = "Please give a date, such as 2026-03-31."
    since_2000 = "36526"  # 2000-01-01 as a spreadsheet counts days
    _check(written, "reviewed_on", error, type="date", operator="greaterThan", formula1=since_2000)


def _together(findings: Findings) -> Findings:
    """The findings with each group's claims where the first of them stands, in the group's order."""
    listed = {claim.id for claim in findings.claims}
    of_group = {
        claim.id: tuple(c for c in group.claims if c.id in listed)
        for group in findings.groups
        for claim in group.claims
    }
    ordered: dict[str, Claim] = {}
    for claim in findings.claims:
        for one in of_group.get(claim.id, (claim,)):
            ordered.setdefault(one.id, one)
    # The same claim may be listed twice, as it stands in two versions of an article.
    if len(ordered) < len(findings.claims):
        return findings
    return replace(findings, claims=tuple(ordered.values()))


def _offer(written: WrittenTable, name: str, tints: Mapping[str, DifferentialStyle]) -> None:
    """A drop-down list that takes nothing else, and a colour for each choice."""
    listed = ",".join(tints).replace('"', '""')
    error = shortened(f"Please choose one of: {', '.join(tints)}.", width=225, placeholder=" ...")
    _check(written, name, error, type="list", formula1=f'"{listed}"')
    for choice, tint in tints.items():
        text = choice.replace('"', '""')
        rule = Rule(type="cellIs", operator="equal", formula=[f'"{text}"'], dxf=tint)
        written.sheet.conditional_formatting.add(_cells(written, name), rule)


def _check(written: WrittenTable, name: str, error: str, **rule: Any) -> None:
    """Let a column's cells take nothing that breaks a rule, whose words are those of DataValidation."""
    heading, cells = CLAIM_COLUMNS[name].heading, _cells(written, name)
    check = DataValidation(
        sqref=cells, allow_blank=True, showErrorMessage=True, errorTitle=heading, error=error, **rule
    )
    written.sheet.data_validations.append(check)


def _cells(written: WrittenTable, name: str) -> str:
    return written.below(list(CLAIM_COLUMNS).index(name))
