"""The page to look at: one HTML file that needs no network, of a ledger's claims, two versions or one speaker.

Its parts are there for other pages, too: an article cut at the edges of its claims, speakers with their colours, two
versions side by side, and what templates ask for a value.
"""

from claims.exporting.page.claim_notes import MarkedArticle, Note, marked_article
from claims.exporting.page.dossier_page import write_dossier
from claims.exporting.page.marked_text import MarkedBlock, marked_blocks, reading_order
from claims.exporting.page.report_page import write
from claims.exporting.page.speaker_looks import PageSpeaker, looks_of, page_speakers
from claims.exporting.page.template_filters import FILTERS
from claims.exporting.page.versions_page import DiffParts, diff_parts, write_diff

__all__ = [
    "FILTERS",
    "DiffParts",
    "MarkedArticle",
    "MarkedBlock",
    "Note",
    "PageSpeaker",
    "diff_parts",
    "looks_of",
    "marked_article",
    "marked_blocks",
    "page_speakers",
    "reading_order",
    "write",
    "write_diff",
    "write_dossier",
]
