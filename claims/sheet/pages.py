"""The worksheets of the workbook, in their order: a page is one file and one line here."""

from collections.abc import Callable, Mapping
from typing import Final

from claims.sheet.articles_page import ARTICLES, add_articles
from claims.sheet.assertions_page import ASSERTIONS, add_assertions
from claims.sheet.changes_page import CHANGES, add_changes
from claims.sheet.claims_page import add_claims
from claims.sheet.columns import CLAIMS
from claims.sheet.conflicts_page import CONFLICTS, add_conflicts
from claims.sheet.continued_page import CONTINUED, add_continued
from claims.sheet.draft import Draft
from claims.sheet.guide_page import GUIDE, add_guide
from claims.sheet.speakers_page import SPEAKERS, add_speakers
from claims.sheet.summary_page import SUMMARY, add_summary

Page = Callable[[Draft], None]
"""Adds a worksheet, if there is anything to show on it."""

PAGES: Final[Mapping[str, Page]] = {
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
