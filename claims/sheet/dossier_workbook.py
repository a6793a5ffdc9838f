"""A dossier as a workbook: a worksheet each for statements, names and outlets, and those of the claim sheet."""

from pathlib import Path
from typing import Final

from claims.exporting import Dossier, Findings, Naming, Quoting, Report, Statement, replacing
from claims.sheet.overwrite_guard import refuse_other
from claims.sheet.pages.changes_page import CHANGES, add_changes
from claims.sheet.pages.conflicts_page import CONFLICTS, add_conflicts
from claims.sheet.pages.continued_page import CONTINUED, add_continued
from claims.sheet.workbook import UNDATED
from claims.sheet.writing.workbook_builder import WorkbookBuilder
from claims.sheet.writing.worksheet_table import CLAIM_ID, SheetColumn, write_table

STATEMENTS: Final = "Statements"
NAMES: Final = "Names"
OUTLETS: Final = "Outlets"
_PAGES: Final = (STATEMENTS, NAMES, OUTLETS, CONFLICTS, CHANGES, CONTINUED)

_Named = tuple[str, Naming]

_STATEMENT_COLUMNS: Final[tuple[SheetColumn[Statement], ...]] = (
    SheetColumn("Date", 13, lambda s: s.day, "date"),
    SheetColumn("Topic", 20, lambda s: s.topic, "quiet"),
    SheetColumn("Cue", 16, lambda s: s.main.cue_text, "quiet"),
    SheetColumn("Words", 64, lambda s: s.main.content_text),
    SheetColumn("Carried by", 28, lambda s: ", ".join(s.outlets), "quiet"),
    SheetColumn("Independent reports", 13, lambda s: s.independent, "number"),
    SheetColumn(
        "Developments and contradictions",
        40,
        lambda s: "\n".join(c.remark for c in s.contrasts) or None,
    ),
    SheetColumn(
        "Verdict",
        22,
        lambda s: ", ".join(filter(None, (s.verdict.attribution, s.verdict.truth))) if s.verdict else None,
    ),
    SheetColumn("Dispute", 28, lambda s: s.dispute, "warning"),
    SheetColumn("Confidence", 13, lambda s: s.main.tag, {tag: tag for tag in ("high", "medium", "low")}),
    SheetColumn("Article", 34, lambda s: s.main.article.title, "quiet", "detail header"),
    SheetColumn("Link or file", 36, lambda s: s.main.article.where, "link", "detail header"),
    SheetColumn(CLAIM_ID, 15, lambda s: s.main.id, "quiet", "detail header"),
)
_NAME_COLUMNS: Final[tuple[SheetColumn[_Named], ...]] = (
    SheetColumn("What", 12, lambda n: n[0], "quiet"),
    SheetColumn("Words", 44, lambda n: n[1].words, "name"),
    SheetColumn("Claims or articles", 13, lambda n: n[1].times, "number"),
    SheetColumn("First seen", 13, lambda n: n[1].first, "date"),
    SheetColumn("Last seen", 13, lambda n: n[1].last, "date"),
    SheetColumn("Where", 44, lambda n: ", ".join(n[1].outlets), "quiet"),
    SheetColumn("Why", 44, lambda n: n[1].reason or None, "quiet"),
)
_OUTLET_COLUMNS: Final[tuple[SheetColumn[Quoting], ...]] = (
    SheetColumn("Outlet", 44, lambda q: q.outlet, "name"),
    SheetColumn("Claims", 10, lambda q: q.claims, "number"),
    SheetColumn("In quotation marks", 13, lambda q: q.direct, "number"),
    SheetColumn("Articles", 10, lambda q: q.articles, "number"),
    SheetColumn("First seen", 13, lambda q: q.first, "date"),
    SheetColumn("Last seen", 13, lambda q: q.last, "date"),
)


def write_dossier(dossier: Dossier, path: Path) -> Report:
    """Write a dossier as xlsx; the same dossier gives the same bytes, and text always stays text.

    Raises ClaimsError where the file cannot be written, or where a workbook of that name is no dossier.
    """
    refuse_other(path, _PAGES)
    findings = Findings(
        dossier.claims, conflicts=tuple(c.conflict for c in dossier.contrasts), changes=dossier.changes
    )
    named = [
        *(("role", role) for role in dossier.roles),
        *(("name", name) for name in dossier.names),
        *(("mention", mention) for mention in dossier.mentions),
    ]
    title = f"Dossier: {dossier.speaker.name}"
    with replacing(path) as file, WorkbookBuilder(findings, title, "What a speaker said, by date") as builder:
        write_table(builder, STATEMENTS, _STATEMENT_COLUMNS, dossier.statements, frozen=1, printed=10)
        write_table(builder, NAMES, _NAME_COLUMNS, named, frozen=2, printed=len(_NAME_COLUMNS))
        write_table(
            builder, OUTLETS, _OUTLET_COLUMNS, dossier.outlets, frozen=1, printed=len(_OUTLET_COLUMNS)
        )
        add_conflicts(builder)
        add_changes(builder)
        add_continued(builder)
        return builder.save(file, path, dossier.last or UNDATED)
