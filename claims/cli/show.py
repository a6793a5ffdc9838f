"""``claims show``: one claim in its paragraph."""

from typing import TYPE_CHECKING, Annotated

import typer

from claims.cli.options import DEFAULT_LEDGER, AsJson, LedgerPath
from claims.cli.output import TAG_STYLES, Records, claim_records, console, listing, shown
from claims.cli.verdicts import COLUMNS, in_words, record
from claims.records import Claim, Verdict

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

_PARTS = (("mention", "bold cyan"), ("cue", "bold magenta"), ("content", "underline"))


def show(
    claim_id: Annotated[
        str, typer.Argument(metavar="ID", help="A claim's id, or its first four or more digits.")
    ],
    ledger: LedgerPath = DEFAULT_LEDGER,
    as_json: AsJson = False,
) -> None:
    """Show one claim in its paragraph, with mention, cue and content marked, and what reviewers decided."""
    from claims import desk
    from claims.exporting import disputes
    from claims.ledger import Ledger

    with Ledger.open(ledger) as opened:
        claim = opened.claim(claim_id)
        group = opened.group_ids([claim.id])
        verdicts = [v for v in desk.verdicts(opened) if v.claim_id == claim.id]
        words = [d.value for d in opened.decisions() if d.kind == "words" and claim.id in d.about]
    listing(
        lambda: _records(claim, group, verdicts),
        lambda: _card(claim, group.get(claim.id), words[-1] if words else None, verdicts, disputes(verdicts)),
        as_csv=False,
        as_json=as_json,
    )


def _records(claim: Claim, group: dict[str, str], verdicts: list[Verdict]) -> Records:
    known = claim_records([claim], group)
    given = [dict(zip(COLUMNS, record(verdict, claim), strict=True)) for verdict in verdicts]
    return Records((*known.columns, "verdicts"), [(*known.rows[0], given)])


def _card(
    claim: Claim, group: str | None, words: str | None, verdicts: list[Verdict], disputed: dict[str, str]
) -> "RenderableType":
    from rich.console import Group
    from rich.padding import Padding
    from rich.table import Table

    article = claim.article
    facts = Table.grid(padding=(0, 2))
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
    ):
        if value:
            facts.add_row(shown(label, "dim"), shown(value))
    sure = shown(f"{claim.tag} ({claim.confidence:.2f})", TAG_STYLES[claim.tag])
    facts.add_row(shown("Confidence", "dim"), sure)
    if claim.reasons:
        facts.add_row(shown("Doubts", "dim"), shown("; ".join(claim.reasons)))
    for verdict in verdicts:
        facts.add_row(
            shown("Verdict", "dim"), shown(f"{verdict.decided} {verdict.reviewer}: {in_words(verdict)}")
        )
    if claim.id in disputed:
        facts.add_row(
            shown("Disputed", "dim"), shown("the latest verdicts of its reviewers differ", "yellow")
        )
    legend = shown("")
    for part, style in _PARTS:
        legend.append(part, style).append("  ")
    return Group(Padding(marked(claim), (0, 2, 1, 2)), Padding(legend, (0, 2, 1, 2)), Padding(facts, (0, 2)))


def marked(claim: Claim) -> "Text":
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
        text.append(_folded(words[at : span.start]))
        text.append(f"[{part}: {_folded(span.text)}]" if plain else _folded(span.text), style)
        at = span.end
    return text.append(_folded(words[at:end]))


def _folded(words: str) -> str:
    """White space folded to single spaces, kept at the ends."""
    inner = " ".join(words.split())
    if not inner:
        return " " if words else ""
    return f"{' ' if words[0].isspace() else ''}{shown(inner).plain}{' ' if words[-1].isspace() else ''}"
