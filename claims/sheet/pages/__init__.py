"""The worksheets of the workbook, in their order: a page is one file and one line here."""

from collections.abc import Callable, Mapping
from typing import Final

from claims.sheet.claim_columns import CLAIMS
from claims.sheet.pages.articles_page import ARTICLES, add_articles
from claims.sheet.pages.assertions_page import ASSERTIONS, add_assertions
from claims.sheet.pages.changes_page import CHANGES, add_changes
from claims.sheet.pages.claims_page import add_claims
from claims.sheet.pages.conflicts_page import CONFLICTS, add_conflicts
from claims.sheet.pages.continued_page import CONTINUED, add_continued
from claims.sheet.pages.guide_page import GUIDE, add_guide
from claims.sheet.pages.speakers_page import SPEAKERS, add_speakers
from claims.sheet.pages.summary_page import SUMMARY, add_summary
from claims.sheet.writing.workbook_builder import WorkbookBuilder

AddPage = Callable[[WorkbookBuilder], None]
"""Adds a worksheet, if there is anything to show on it."""

PAGES: Final[Mapping[str, AddPage]] = {
    CLAIMS: add_claims,
    ASSERTIONS: add_assertions,
    CONFLICTS: add_conflicts,
    CHANGES: add_changes,
    SPEAKERS: add_speakers,
    ARTICLES: add_articles,
    CONTINUED: add_continued,
    SUMMARY: add_summary,
    GUIDE: add_guide,
}
"""Every page by the name of its worksheet."""
