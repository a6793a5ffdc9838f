"""The worksheets of the workbook, in their order: a page is one file and one line here."""

from collections.abc import Callable, Mapping
from typing import Final

from openpyxl import Workbook

from claims.exporting.findings import Findings
from claims.sheet.claims_page import add_claims
from claims.sheet.columns import CLAIMS
from claims.sheet.groups_page import add_groups
from claims.sheet.guide_page import add_guide
from claims.sheet.speakers_page import add_speakers

Page = Callable[[Workbook, str, Findings], int]
"""Adds a worksheet of the given name; gives the number of cells whose text had to be altered."""

PAGES: Final[Mapping[str, Page]] = {
    CLAIMS: add_claims,
    "Groups": add_groups,
    "Speakers": add_speakers,
    "Guide": add_guide,
}
