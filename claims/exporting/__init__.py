"""The ways out that are not the claim sheet: one file a format, and cells that are safe to open."""

from typing import TYPE_CHECKING

from claims.lazy import attach_modules

if TYPE_CHECKING:
    from claims.exporting.atomic import replacing
    from claims.exporting.columns import COLUMNS, ClaimRow, Offsets, Value, rows
    from claims.exporting.current_verdicts import disputes, latest_by_reviewer, latest_verdicts
    from claims.exporting.dossier_markdown import write_markdown
    from claims.exporting.findings import Findings, Report, Tally
    from claims.exporting.safe_text import SafeText, for_csv, for_workbook, looks_like_formula, without_marks
    from claims.exporting.sentence_context import Highlighted, context
    from claims.exporting.speaker_dossier import (
        Contrast,
        ContrastKind,
        Dossier,
        Naming,
        PossibleLink,
        Quoting,
        Statement,
        carrier,
        days,
    )

__all__ = [
    "COLUMNS",
    "ClaimRow",
    "Contrast",
    "ContrastKind",
    "Dossier",
    "Findings",
    "Highlighted",
    "Naming",
    "Offsets",
    "PossibleLink",
    "Quoting",
    "Report",
    "SafeText",
    "Statement",
    "Tally",
    "Value",
    "carrier",
    "context",
    "days",
    "disputes",
    "for_csv",
    "for_workbook",
    "latest_by_reviewer",
    "latest_verdicts",
    "looks_like_formula",
    "replacing",
    "rows",
    "without_marks",
    "write_markdown",
]

_MODULES = {
    "atomic": ("replacing",),
    "columns": (
        "COLUMNS",
        "ClaimRow",
        "Offsets",
        "Value",
        "rows",
    ),
    "current_verdicts": (
        "disputes",
        "latest_by_reviewer",
        "latest_verdicts",
    ),
    "dossier_markdown": ("write_markdown",),
    "findings": (
        "Findings",
        "Report",
        "Tally",
    ),
    "safe_text": (
        "SafeText",
        "for_csv",
        "for_workbook",
        "looks_like_formula",
        "without_marks",
    ),
    "sentence_context": (
        "Highlighted",
        "context",
    ),
    "speaker_dossier": (
        "Contrast",
        "ContrastKind",
        "Dossier",
        "Naming",
        "PossibleLink",
        "Quoting",
        "Statement",
        "carrier",
        "days",
    ),
}
__getattr__, __dir__ = attach_modules(__name__, _MODULES)
