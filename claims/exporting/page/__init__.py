"""The page to look at: one HTML file that needs no network, of a ledger's claims or of two versions."""

from claims.exporting.page.comparison import write_diff
from claims.exporting.page.report import write

__all__ = ["write", "write_diff"]
