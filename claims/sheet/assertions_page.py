"""The worksheet "Assertions": what more than one article reports, one row a wording."""

from typing import Final

from openpyxl.formatting.rule import Rule

from claims.records import Group, Member
from claims.sheet.draft import Draft
from claims.sheet.style import BEGINS
from claims.sheet.table import CLAIM_ID, Column, write_table

ASSERTIONS: Final = "Assertions"

_Record = tuple[Group, Member]

_COLUMNS: Final[tuple[Column[_Record], ...]] = (
    Column("Group", 15, lambda r: r[0].id, "quiet"),
    Column("Speaker", 22, lambda r: r[1].claim.speaker_name, "name"),
    Column("Wording", 60, lambda r: r[1].claim.content_text),
    Column("Outlet", 20, lambda r: r[1].claim.article.outlet),
    Column("Published", 13, lambda r: r[1].claim.article.published, "date"),
    Column("Why joined", 40, lambda r: r[1].reason, "quiet"),
    Column("Reports", 10, lambda r: len(r[0].members), "number"),
    Column("Independent", 13, lambda r: r[0].independent, "number"),
    Column("Outlets", 10, lambda r: len(r[0].outlets), "number"),
    Column("Carried by", 28, lambda r: ", ".join(r[0].outlets), "quiet"),
    Column("First seen", 13, lambda r: r[0].first_seen, "date"),
    Column("Last seen", 13, lambda r: r[0].last_seen, "date"),
    Column("Article", 34, lambda r: r[1].claim.article.title, "quiet", "detail header"),
    Column("Link or file", 36, lambda r: r[1].claim.article.where, "link", "detail header"),
    Column(CLAIM_ID, 15, lambda r: r[1].claim.id, "quiet", "detail header"),
)
_PRINTED: Final = 12


def add_assertions(draft: Draft) -> None:
    """Add the worksheet, if any assertion was reported more than once."""
    groups = draft.findings.groups
    if not groups:
        return
    records = ((group, member) for group in groups for member in group.members)
    written = write_table(draft, ASSERTIONS, _COLUMNS, records, frozen=2, printed=_PRINTED)
    rule = Rule(type="expression", formula=["$A2<>$A1"], dxf=BEGINS)
    written.sheet.conditional_formatting.add(written.all_below(), rule)
