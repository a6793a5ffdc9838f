"""``claims groups``: assertions that more than one article reports."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from claims.cli.options import DEFAULT_LEDGER, AsCsv, AsJson, LedgerPath
from claims.cli.output import SHORT_ID, Records, article_text, listing, new_table, note, shown, words_text
from claims.records import Group

if TYPE_CHECKING:
    from rich.table import Table


def groups(ledger: LedgerPath = DEFAULT_LEDGER, as_csv: AsCsv = False, as_json: AsJson = False) -> None:
    """List the assertions that more than one article reports, and why their claims were joined."""
    from claims.ledger import Ledger

    with Ledger.open(ledger) as opened:
        found = opened.groups()
    if not found:
        note("no assertion is reported by more than one article")
    listing(
        lambda: Records(_COLUMNS, [record for group in found for record in _records(group)]),
        lambda: _table(found),
        as_csv=as_csv,
        as_json=as_json,
    )


_COLUMNS = (
    *("group", "claim", "speaker", "outlet", "title", "published", "url_or_file"),
    *("cue", "content", "reason"),
)


def _records(group: Group) -> Iterator[tuple[Any, ...]]:
    for member in group.members:
        claim, article = member.claim, member.claim.article
        yield (
            *(
                group.id,
                claim.id,
                claim.speaker_name,
                article.outlet,
                article.title,
                article.published,
                article.where,
            ),
            *(claim.cue_text, claim.content_text, member.reason),
        )


def _table(found: list[Group]) -> "Table":
    table = new_table("Claim", "Wording", "Article, and why it was joined")
    table.columns[0].no_wrap = True
    table.columns[1].ratio, table.columns[2].ratio = 3, 2
    table.expand = True
    for group in found:
        for member in group.members:
            claim = member.claim
            table.add_row(
                shown(claim.id[:SHORT_ID], "dim"),
                shown(f"{claim.speaker_name} ", "bold").append_text(words_text(claim)),
                article_text(claim).append(f"\n{member.reason}", "italic"),
            )
        table.add_section()
    return table
