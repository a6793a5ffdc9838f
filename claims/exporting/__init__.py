"""The ways out that are not the claim sheet: one file a format, and cells that are safe to open."""

from claims.exporting.findings import Findings, Report
from claims.exporting.formats import FORMATS, write

__all__ = ["FORMATS", "Findings", "Report", "write"]
