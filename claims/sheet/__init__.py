"""The claim sheet: a workbook in which a desk verifies claims, and that comes back."""

from typing import TYPE_CHECKING

from claims.lazy import attach_modules

if TYPE_CHECKING:
    from claims.sheet.dossier_workbook import write_dossier
    from claims.sheet.returning.returned_sheet import FilledRow, ReturnedSheet, is_claim_sheet, read_back
    from claims.sheet.returning.review_result import GivenVerdict, OnRecord, Refusal, Review
    from claims.sheet.returning.sheet_review import judge
    from claims.sheet.workbook import write

__all__ = [
    "FilledRow",
    "GivenVerdict",
    "OnRecord",
    "Refusal",
    "ReturnedSheet",
    "Review",
    "is_claim_sheet",
    "judge",
    "read_back",
    "write",
    "write_dossier",
]

_MODULES = {
    "dossier_workbook": ("write_dossier",),
    "returning.returned_sheet": ("FilledRow", "ReturnedSheet", "is_claim_sheet", "read_back"),
    "returning.review_result": ("GivenVerdict", "OnRecord", "Refusal", "Review"),
    "returning.sheet_review": ("judge",),
    "workbook": ("write",),
}
__getattr__, __dir__ = attach_modules(__name__, _MODULES)
