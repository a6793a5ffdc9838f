"""The whole workbook: its pages, in their order, and how it gets to the disk."""

from datetime import date
from pathlib import Path
from typing import BinaryIO, Final

from claims.exporting.atomic import replacing
from claims.exporting.findings import Findings, Report
from claims.sheet.keeping import refuse_loss
from claims.sheet.package import full_disk_as_oserror, new_book, save
from claims.sheet.pages import PAGES

_UNDATED: Final = date(2000, 1, 1)


def write(findings: Findings, path: Path) -> Report:
    """Write the claim sheet as xlsx: worksheets Claims, Groups, Speakers and Guide.

    The same findings give the same bytes. Text always stays text; ``Report.altered`` counts the cells of
    which a workbook cannot hold the text exactly.

    Raises ClaimsError where the file cannot be written, or where one of that name holds verdicts or other
    content that is not among the findings.
    """
    refuse_loss(path, findings.verdicts)
    with replacing(path) as file:
        altered = _write(findings, file)
    return Report(path, len(findings.claims), altered)


def _write(findings: Findings, file: BinaryIO) -> int:
    book = new_book()
    book.properties.title = "Claim sheet"
    book.properties.creator = "claims"
    dates = [claim.article.published for claim in findings.claims if claim.article.published]
    with full_disk_as_oserror(book):
        altered = sum(add(book, title, findings) for title, add in PAGES.items())
        save(book, file, max(dates, default=_UNDATED))
    return altered
