"""The worksheet "Groups": the assertions that more than one article reports, one row a member."""

from typing import Final

from openpyxl import Workbook
from openpyxl.formatting.rule import Rule
from openpyxl.utils import get_column_letter

from claims.exporting.findings import Findings
from claims.records import Group, Member
from claims.sheet.style import GROUP_BEGINS
from claims.sheet.table import Column, write_table

_Record = tuple[Group, Member]

_COLUMNS: Final[tuple[Column[_Record], ...]] = (
    Column("Group", 14, lambda r: r[0].id, "quiet"),
    Column("Speaker", 22, lambda r: r[1].claim.speaker_name, "name"),
    Column("Wording", 60, lambda r: r[1].claim.content_text),
    Column("Outlet", 20, lambda r: r[1].claim.article.outlet),
    Column("Why joined", 40, lambda r: r[1].reason),
    Column("Carried by", 28, lambda r: ", ".join(r[0].outlets), "quiet"),
    Column("Article", 34, lambda r: r[1].claim.article.title, "quiet", "detail header"),
    Column("Published", 13, lambda r: r[1].claim.article.published, "date", "detail header"),
    Column("Link or file", 36, lambda r: r[1].claim.article.where, "link", "detail header"),
    Column("Claim id", 15, lambda r: r[1].claim.id, "quiet", "detail header"),
)
_PRINTED: Final = 6


def add_groups(book: Workbook, title: str, findings: Findings) -> int:
    """Add the worksheet; gives the number of cells whose text had to be altered."""
    records = ((group, member) for group in findings.groups for member in group.members)
    written = write_table(book, title, _COLUMNS, records, frozen=2, printed=_PRINTED)
    if written.rows:
        rule = Rule(type="expression", formula=["$A2<>$A1"], dxf=GROUP_BEGINS)
        written.sheet.conditional_formatting.add(
            f"A2:{get_column_letter(len(_COLUMNS))}{written.rows + 1}", rule
        )
    return written.altered
