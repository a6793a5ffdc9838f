"""The worksheet "Conflicts": two claims that disagree side by side, with what differs set off."""

from typing import Final

from claims.records import Claim, Conflict
from claims.sheet.cells import Marked
from claims.sheet.difference import differing
from claims.sheet.draft import Draft
from claims.sheet.table import Band, Column, write_table

CONFLICTS: Final = "Conflicts"


def _side(first: bool) -> tuple[Column[Conflict], ...]:
    def claim(conflict: Conflict) -> Claim:
        return conflict.first if first else conflict.second

    def words(conflict: Conflict) -> Marked:
        texts = conflict.first.content_text, conflict.second.content_text
        return Marked(texts[not first], differing(*texts)[not first])

    name, band = ("one", "header") if first else ("other", "detail header")
    place: Band = "header" if band == "header" else "detail header"
    return (
        Column(f"Speaker, {name}", 20, lambda c: claim(c).speaker_name, "name", place),
        Column(f"Content, {name}", 44, words, "quiet", place),
        Column(f"Outlet, {name}", 16, lambda c: claim(c).article.outlet, "quiet", place),
        Column(f"Published, {name}", 13, lambda c: claim(c).article.published, "date", place),
    )


_COLUMNS: Final[tuple[Column[Conflict], ...]] = (
    Column("What differs", 26, lambda c: c.differs, "warning"),
    *_side(first=True),
    *_side(first=False),
    Column("Link or file, one", 30, lambda c: c.first.article.where, "link"),
    Column("Link or file, other", 30, lambda c: c.second.article.where, "link", "detail header"),
    Column("Claim id, one", 15, lambda c: c.first.id, "quiet"),
    Column("Claim id, other", 15, lambda c: c.second.id, "quiet", "detail header"),
)
_PRINTED: Final = 9


def add_conflicts(draft: Draft) -> None:
    """Add the worksheet, if any claims are in conflict."""
    if draft.findings.conflicts:
        write_table(draft, CONFLICTS, _COLUMNS, draft.findings.conflicts, frozen=1, printed=_PRINTED)
