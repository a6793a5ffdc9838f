"""The claim sheet: a workbook in which a desk verifies claims."""

from claims.sheet.workbook import write

__all__ = ["write"]
