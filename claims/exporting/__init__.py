"""The ways out that are not the claim sheet: one file a format, and cells that are safe to open."""

from claims.exporting.columns import COLUMNS, ClaimRow, rows
from claims.exporting.findings import Findings, Report

__all__ = ["COLUMNS", "ClaimRow", "Findings", "Report", "rows"]
