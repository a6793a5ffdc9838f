"""The page to look at: one HTML file that needs no network, of a ledger's claims, two versions or one speaker."""

from claims.exporting.page.dossier_page import write_dossier
from claims.exporting.page.report_page import write
from claims.exporting.page.versions_page import write_diff

__all__ = ["write", "write_diff", "write_dossier"]
