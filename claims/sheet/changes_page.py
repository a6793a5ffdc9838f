"""The worksheet "Changes": what became of claims between two versions of an article, side by side."""

from typing import Final

from claims.exporting.context import context
from claims.records import SEVERITIES, Change, Claim
from claims.sheet.cells import Marked
from claims.sheet.draft import Draft
from claims.sheet.table import Column, write_table

CHANGES: Final = "Changes"


def _claim(change: Change) -> Claim:
    claim = change.new or change.old
    if claim is None:
        raise ValueError("a change has an old or a new claim")
    return claim


def _speaker(claim: Claim | None) -> str | None:
    return claim.speaker_name if claim else None


def _words(change: Change, *, old: bool) -> Marked | None:
    """The sentence of one side, with the words that changed; a new cue or speaker is seen there, too."""
    claim, changed = (change.old, change.old_words) if old else (change.new, change.new_words)
    if claim is None:
        return None
    sentence = context(claim, changed)
    return Marked(sentence.text, sentence.content)


_COLUMNS: Final[tuple[Column[Change], ...]] = (
    Column("Change", 15, lambda c: c.type, "name"),
    Column("Severity", 13, lambda c: c.severity, {severity: severity for severity in SEVERITIES}),
    Column("What changed", 32, lambda c: c.detail),
    Column("Old speaker", 20, lambda c: _speaker(c.old), "quiet"),
    Column("Old words", 44, lambda c: _words(c, old=True), "quiet"),
    Column("New speaker", 20, lambda c: _speaker(c.new), "quiet"),
    Column("New words", 44, lambda c: _words(c, old=False), "quiet"),
    Column("Article", 30, lambda c: _claim(c).article.name, "quiet"),
    Column(
        "Old version", 13, lambda c: c.old.article.version if c.old else None, "quiet number", "detail header"
    ),
    Column(
        "New version", 13, lambda c: c.new.article.version if c.new else None, "quiet number", "detail header"
    ),
    Column("Outlet", 16, lambda c: _claim(c).article.outlet, "quiet", "detail header"),
    Column("Link or file", 36, lambda c: _claim(c).article.where, "link", "detail header"),
    Column("Old claim id", 15, lambda c: c.old.id if c.old else None, "quiet", "detail header"),
    Column("New claim id", 15, lambda c: c.new.id if c.new else None, "quiet", "detail header"),
)
_PRINTED: Final = 8


def add_changes(draft: Draft) -> None:
    """Add the worksheet, if anything changed."""
    if draft.findings.changes:
        write_table(draft, CHANGES, _COLUMNS, draft.findings.changes, frozen=1, printed=_PRINTED)
