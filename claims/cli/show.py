"""``claims show``: one claim in its paragraph."""

from collections.abc import Collection
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from claims import desk
from claims.cli.options import DEFAULT_LEDGER, AsJson, LedgerPath
from claims.cli.output import TAG_STYLES, claim_columns, claim_row, console, folded, listing, record, shown
from claims.cli.verdicts import COLUMNS, in_words
from claims.records import Claim, Verdict

if TYPE_CHECKING:
    from claims.exporting import ClaimRow

_PARTS = (("mention", "bold cyan"), ("cue", "bold magenta"), ("content", "underline"))


def show(
    claim_id: Annotated[
        str, typer.Argument(metavar="ID", help="A claim's id, or its first four or more digits.")
    ],
    ledger: LedgerPath = DEFAULT_LEDGER,
    as_json: AsJson = False,
) -> None:
    """Show one claim in its paragraph, with mention, cue and content marked, and what reviewers decided."""
    from claims.exporting import disputes

    with desk.open_ledger(ledger) as opened:
        claim = opened.claim(claim_id)
        group = opened.group_ids([claim.id])
        verdicts = [v for v in desk.verdicts(opened) if v.claim_id == claim.id]
        words = [d.value for d in opened.decisions() if d.kind == "words" and claim.id in d.about]
    right_words = words[-1] if words else None

    def given(_: "ClaimRow") -> list[dict[str, Any]]:
        return [record((verdict, claim), COLUMNS) for verdict in verdicts]

    listing(
        [claim_row(claim, group)],
        {**claim_columns(), "verdicts": given},
        lambda _: _card(claim, group.get(claim.id), right_words, verdicts, disputes(verdicts)),
        as_csv=False,
        as_json=as_json,
    )


def _card(
    claim: Claim, group: str | None, words: str | None, verdicts: list[Verdict], disputed: Collection[str]
) -> RenderableType:
    article = claim.article
    facts = Table.grid(padding=(0, 2))
    differ = "the latest verdicts of its reviewers differ"
    for label, value in (
        ("Speaker", claim.speaker_name),
        ("Role", claim.speaker.role if claim.speaker else None),
        ("Mention", claim.mention_text or "none"),
        ("Cue", f"{claim.cue_text or 'none'} ({claim.stance})"),
        ("Kind", f"{claim.kind} {claim.act}"),
        ("Article", article.name),
        ("Outlet", article.outlet),
        ("Published", article.published.isoformat() if article.published else None),
        ("Where", f"{article.where}, characters {claim.start} to {claim.end}"),
        ("Version", str(article.version) if article.version > 1 else None),
        ("Group", group),
        ("Id", claim.id),
        ("Right words", words),
        ("Confidence", shown(f"{claim.tag} ({claim.confidence:.2f})", TAG_STYLES[claim.tag])),
        ("Doubts", "; ".join(claim.reasons)),
        *(("Verdict", f"{v.decided} {v.reviewer}: {in_words(v)}") for v in verdicts),
        ("Disputed", shown(differ, "yellow") if claim.id in disputed else None),
    ):
        if value:
            facts.add_row(shown(label, "dim"), value if isinstance(value, Text) else shown(value))
    legend = shown("")
    for part, style in _PARTS:
        legend.append(part, style).append("  ")
    return Group(Padding(marked(claim), (0, 2, 1, 2)), Padding(legend, (0, 2, 1, 2)), Padding(facts, (0, 2)))


def marked(claim: Claim) -> Text:
    """The paragraphs that hold the claim, on one line each, its mention, cue and content marked.

    Where colour cannot be shown, their names stand in brackets.
    """
    blocks = [b for b in claim.article.blocks if b.start < claim.end and claim.start < b.end]
    start = min((b.start for b in blocks), default=claim.start)
    end = max((b.end for b in blocks), default=claim.end)
    plain = console().color_system is None
    words = claim.article.text
    text = shown("")
    at = start
    spans = sorted((span, part, style) for part, style in _PARTS for span in getattr(claim, part))
    for span, part, style in spans:
        text.append_text(folded(words[at : span.start]))
        text.append_text(folded(f"[{part}: {span.text}]" if plain else span.text, style))
        at = span.end
    return text.append_text(folded(words[at:end]))
