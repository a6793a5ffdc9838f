"""The worksheet "Changes": what became of claims between two versions of an article, side by side."""

from typing import Final

from claims.exporting import Highlighted, context
from claims.records import SEVERITIES, Change, Claim
from claims.sheet.writing.workbook_builder import WorkbookBuilder
from claims.sheet.writing.worksheet_table import SheetColumn, write_table

CHANGES: Final = "Changes"


def _claim(change: Change) -> Claim:
    claim = change.new or change.old
    if claim is None:
        raise ValueError("a change has an old or a new claim")
    return claim


def _speaker(claim: Claim | None) -> str | None:
    return claim.speaker_name if claim else None


def _words(change: Change, *, old: bool) -> Highlighted | None:
    """The sentence of one side, with the words that changed; a new cue or speaker is seen there, too."""
    claim, changed = (change.old, change.old_words) if old else (change.new, change.new_words)
    return context(claim, changed) if claim else None


_COLUMNS: Final[tuple[SheetColumn[Change], ...]] = (
    SheetColumn("Change", 15, lambda c: c.type, "name"),
    SheetColumn("Severity", 13, lambda c: c.severity, {severity: severity for severity in SEVERITIES}),
    SheetColumn("What changed", 32, lambda c: c.detail),
    SheetColumn("Old speaker", 20, lambda c: _speaker(c.old), "quiet"),
    SheetColumn("Old words", 44, lambda c: _words(c, old=True), "quiet"),
    SheetColumn("New speaker", 20, lambda c: _speaker(c.new), "quiet"),
    SheetColumn("New words", 44, lambda c: _words(c, old=False), "quiet"),
    SheetColumn("Article", 30, lambda c: _claim(c).article.name, "quiet"),
    SheetColumn(
        "Old version", 13, lambda c: c.old.article.version if c.old else None, "quiet number", "detail header"
    ),
    SheetColumn(
        "New version", 13, lambda c: c.new.article.version if c.new else None, "quiet number", "detail header"
    ),
    SheetColumn("Outlet", 16, lambda c: _claim(c).article.outlet, "quiet", "detail header"),
    SheetColumn("Link or file", 36, lambda c: _claim(c).article.where, "link", "detail header"),
    SheetColumn("Old claim id", 15, lambda c: c.old.id if c.old else None, "quiet", "detail header"),
    SheetColumn("New claim id", 15, lambda c: c.new.id if c.new else None, "quiet", "detail header"),
)


def add_changes(builder: WorkbookBuilder) -> None:
    """Add the worksheet, if anything changed."""
    if builder.findings.changes:
        write_table(builder, CHANGES, _COLUMNS, builder.findings.changes, frozen=1, printed=8)
