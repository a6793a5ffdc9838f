"""The worksheet "Assertions": what more than one article reports, one row a wording."""

from typing import Final

from openpyxl.formatting.rule import Rule

from claims.records import Group, Member
from claims.sheet.writing.styles import BEGINS
from claims.sheet.writing.workbook_builder import WorkbookBuilder
from claims.sheet.writing.worksheet_table import CLAIM_ID, SheetColumn, write_table

ASSERTIONS: Final = "Assertions"

_Record = tuple[Group, Member]

_COLUMNS: Final[tuple[SheetColumn[_Record], ...]] = (
    SheetColumn("Group", 15, lambda r: r[0].id, "quiet"),
    SheetColumn("Speaker", 22, lambda r: r[1].claim.speaker_name, "name"),
    SheetColumn("Wording", 60, lambda r: r[1].claim.content_text),
    SheetColumn("Outlet", 20, lambda r: r[1].claim.article.outlet),
    SheetColumn("Published", 13, lambda r: r[1].claim.article.published, "date"),
    SheetColumn("Why joined", 40, lambda r: r[1].reason, "quiet"),
    SheetColumn("Reports", 10, lambda r: len(r[0].members), "number"),
    SheetColumn("Independent", 13, lambda r: r[0].independent, "number"),
    SheetColumn("Outlets", 10, lambda r: len(r[0].outlets), "number"),
    SheetColumn("Carried by", 28, lambda r: ", ".join(r[0].outlets), "quiet"),
    SheetColumn("First seen", 13, lambda r: r[0].first_seen, "date"),
    SheetColumn("Last seen", 13, lambda r: r[0].last_seen, "date"),
    SheetColumn("Article", 34, lambda r: r[1].claim.article.title, "quiet", "detail header"),
    SheetColumn("Link or file", 36, lambda r: r[1].claim.article.where, "link", "detail header"),
    SheetColumn(CLAIM_ID, 15, lambda r: r[1].claim.id, "quiet", "detail header"),
)


def add_assertions(builder: WorkbookBuilder) -> None:
    """Add the worksheet, if any assertion was reported more than once."""
    groups = builder.findings.groups
    if not groups:
        return
    records = ((group, member) for group in groups for member in group.members)
    written = write_table(builder, ASSERTIONS, _COLUMNS, records, frozen=2, printed=12)
    rule = Rule(type="expression", formula=["$A2<>$A1"], dxf=BEGINS)
    written.sheet.conditional_formatting.add(written.all_below(), rule)
