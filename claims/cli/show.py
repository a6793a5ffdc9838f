"""``claims show``: one claim in its paragraph, or the claims of an article, a group or a speaker."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Group, RenderableType
from rich.text import Text

from claims import desk
from claims.cli.groups import groups_table
from claims.cli.options import DEFAULT_LEDGER, AsJson, LedgerPath
from claims.cli.output import (
    TAG_STYLES,
    claim_columns,
    claim_row,
    claims_table,
    console,
    folded,
    list_for_program,
    note,
    print_table,
    record,
    shown,
)
from claims.cli.verdicts import COLUMNS, Judged, in_words
from claims.records import Article, Claim, Decision, Verdict

if TYPE_CHECKING:
    from claims.exporting import ClaimRow

_PARTS = (("mention", "bold cyan"), ("cue", "bold magenta"), ("content", "underline"))


def show(
    asked: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="The id of a claim, article, group or speaker, or its first four or more digits.",
        ),
    ],
    ledger: LedgerPath = DEFAULT_LEDGER,
    as_json: AsJson = False,
) -> None:
    """Show one claim in its paragraph, with mention, cue and content marked, and what reviewers decided.

    Of an article, a group or a speaker, show the claims.
    """
    with desk.open_ledger(ledger) as opened, opened.reading():
        meant = desk.identify(opened, asked)
        groups = opened.group_ids(claim.id for claim in meant.claims)
        ids = {claim.id for claim in meant.claims}
        verdicts = [v for v in desk.verdicts(opened, ids) if v.claim_id in ids]
        decisions, removed = opened.decisions(), opened.removed()

    def given(row: "ClaimRow") -> list[dict[str, Any]]:
        claim = row.claim
        judged = (
            Judged(v, claim, removed.get(claim.article.key)) for v in verdicts if v.claim_id == claim.id
        )
        return [record(one, COLUMNS) for one in judged]

    if meant.kind != "claim":
        note(f"{meant.kind} {meant.id}: {meant.name}")
    if as_json:
        rows = [claim_row(claim, groups) for claim in meant.claims]
        list_for_program(rows, {**claim_columns(), "verdicts": given}, as_json=True)
    elif meant.kind == "claim":
        print_table(_card(meant.claims[0], groups, decisions, verdicts))
    elif meant.group:
        print_table(groups_table([meant.group]))
    elif meant.claims:
        print_table(claims_table(meant.claims, with_article=True))


def _card(
    claim: Claim, groups: Mapping[str, str], decisions: Sequence[Decision], verdicts: Sequence[Verdict]
) -> RenderableType:
    from rich.padding import Padding
    from rich.table import Table

    from claims.exporting import disputes

    words = [d.value for d in decisions if d.kind == "words" and claim.id in d.about]
    removed = [d.number for d in decisions if d.kind == "remove" and d.value == claim.article.key]
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
        ("Outlet", _with_origin(article, "outlet", article.outlet)),
        ("Published", _with_origin(article, "published", article.published)),
        ("Where", f"{article.where}, {_place(claim)}"),
        ("Version", str(article.version) if article.version > 1 else None),
        ("Removed", f"with its article, by decision {removed[-1]}" if removed else None),
        ("Group", groups.get(claim.id)),
        ("Id", claim.id),
        ("Right words", words[-1] if words else None),
        ("Confidence", shown(_confidence(claim), TAG_STYLES[claim.tag])),
        ("Doubts", "; ".join(claim.reasons)),
        *(("Verdict", f"{v.decided} {v.reviewer}: {in_words(v)}") for v in verdicts),
        ("Disputed", shown(differ, "yellow") if claim.id in disputes(verdicts) else None),
    ):
        if value:
            facts.add_row(shown(label, "dim"), value if isinstance(value, Text) else shown(value))
    legend = shown("")
    for part, style in _PARTS:
        legend.append(part, style).append("  ")
    return Group(Padding(marked(claim), (0, 2, 1, 2)), Padding(legend, (0, 2, 1, 2)), Padding(facts, (0, 2)))


def _with_origin(article: Article, field: str, value: object) -> str | None:
    """What is said of an article, with where it was found unless the file or page says it outright."""
    origin = next((o for o in article.origins if o.field == field and o.certainty != "high"), None)
    return f"{value} (by {origin.found_in})" if value and origin else str(value or "")


def _place(claim: Claim) -> str:
    page = f"page {claim.page}, " if claim.page else ""
    return f"{page}characters {claim.start} to {claim.end}"


def _confidence(claim: Claim) -> str:
    """The tag with the probability of the whole, and of its two factors where the ledger has them."""
    whole = f"{claim.tag} ({claim.confidence:.2f}"
    if claim.words_confidence is None or claim.speaker_confidence is None:
        return f"{whole})"
    return f"{whole}; words {claim.words_confidence:.2f}, speaker {claim.speaker_confidence:.2f})"


def marked(claim: Claim) -> Text:
    """The paragraphs that hold the claim, on one line each, its mention, cue and content marked.

    Where colour cannot be shown, their names stand in brackets.
    """
    blocks = [b for b in claim.article.blocks if b.start < claim.end and claim.start < b.end]
    start = min((b.start for b in blocks), default=claim.start)
    end = max((b.end for b in blocks), default=claim.end)
    plain = console().color_system is None or console().no_color
    words = claim.article.text
    text = shown("")
    at = start
    spans = sorted((span, part, style) for part, style in _PARTS for span in getattr(claim, part))
    for span, part, style in spans:
        text.append_text(folded(words[at : span.start]))
        text.append_text(folded(f"[{part}: {span.text}]" if plain else span.text, style))
        at = span.end
    return text.append_text(folded(words[at:end]))
