"""The claim sheet: a workbook in which a desk verifies claims, and that comes back."""

from claims.sheet.reading import Returned, read_back
from claims.sheet.review import Given, Known, Refusal, Review
from claims.sheet.reviewing import judge
from claims.sheet.workbook import write

__all__ = ["Given", "Known", "Refusal", "Returned", "Review", "judge", "read_back", "write"]
