"""The whole workbook: its pages, in their order, and how it gets to the disk."""

from datetime import date
from pathlib import Path
from typing import Final

from claims.exporting import Findings, Report, replacing
from claims.sheet.overwrite_guard import refuse_loss
from claims.sheet.pages import PAGES
from claims.sheet.writing.workbook_builder import WorkbookBuilder

UNDATED: Final = date(2000, 1, 1)
"""When a workbook was made that has no dated article."""


def write(findings: Findings, path: Path) -> Report:
    """Write the claim sheet as xlsx: one worksheet for each of :data:`PAGES` that has something to show.

    The same findings give the same bytes. Text always stays text; ``Report.altered`` counts the cells of
    which a workbook cannot hold the text exactly.

    Raises ClaimsError where the file cannot be written, or where one of that name holds verdicts or other
    content that is not among the findings.
    """
    refuse_loss(path, findings.verdicts)
    dates = [claim.article.published for claim in findings.claims if claim.article.published]
    with replacing(path) as file, WorkbookBuilder(findings) as builder:
        for add_page in PAGES.values():
            add_page(builder)
        return builder.save(file, path, max(dates, default=UNDATED))
