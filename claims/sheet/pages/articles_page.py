"""The worksheet "Articles": what was read, and how many claims it gave."""

from collections import Counter
from dataclasses import dataclass
from typing import Final

from claims.exporting import Findings
from claims.records import Article, Tag
from claims.sheet.writing.workbook_builder import WorkbookBuilder
from claims.sheet.writing.worksheet_table import SheetColumn, write_table

ARTICLES: Final = "Articles"


@dataclass(frozen=True, slots=True)
class _Read:
    """An article and how many of its claims have each tag."""

    article: Article
    tags: Counter[Tag]


_COLUMNS: Final[tuple[SheetColumn[_Read], ...]] = (
    SheetColumn("Article", 50, lambda r: r.article.name, "name"),
    SheetColumn("Outlet", 22, lambda r: r.article.outlet),
    SheetColumn("Author", 22, lambda r: r.article.author),
    SheetColumn("Published", 13, lambda r: r.article.published, "date"),
    SheetColumn("Claims", 10, lambda r: r.tags.total(), "number"),
    SheetColumn("Of low confidence", 13, lambda r: r.tags["low"], "number"),
    SheetColumn("Version", 10, lambda r: r.article.version, "number"),
    SheetColumn("Link or file", 50, lambda r: r.article.where, "link"),
    SheetColumn("SHA-256 of the text", 40, lambda r: r.article.digest, "quiet", "detail header"),
)


def add_articles(builder: WorkbookBuilder) -> None:
    """Add the worksheet."""
    write_table(builder, ARTICLES, _COLUMNS, _read(builder.findings), frozen=1, printed=8)


def articles_of(findings: Findings) -> dict[tuple[str, int], Article]:
    """The articles of the claims and those named besides, by key and version."""
    every = (*(claim.article for claim in findings.claims), *findings.articles)
    return {(article.key, article.version): article for article in every}


def _read(findings: Findings) -> list[_Read]:
    tags: dict[tuple[str, int], Counter[Tag]] = {}
    for claim in findings.claims:
        tags.setdefault((claim.article.key, claim.article.version), Counter())[claim.tag] += 1
    found = articles_of(findings)
    return [_Read(found[key], tags.get(key, Counter())) for key in sorted(found)]
