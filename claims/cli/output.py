"""Printing: results to stdout, as a table for a person or as CSV or JSON for a program; the rest to stderr."""

import csv
import json
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from rich.box import SIMPLE_HEAD
from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from claims.records import Claim, Group, Tag


@dataclass(frozen=True, slots=True)
class Records:
    """A listing for a program: the columns' names, and a row of values for each record."""

    columns: tuple[str, ...]
    rows: list[tuple[Any, ...]]


TAG_STYLES: Mapping[Tag, str] = {"high": "green", "medium": "yellow", "low": "red"}
SHORT_ID = 8
"""How many digits of a claim's id are shown; any unique beginning of four or more is understood."""

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]+")


@cache
def console() -> Console:
    """Where results go."""
    return Console(highlight=False, soft_wrap=False)


@cache
def messages() -> Console:
    """Where progress, warnings and errors go."""
    return Console(stderr=True, highlight=False, soft_wrap=True)


def warn(message: str) -> None:
    """One line to stderr."""
    messages().print(shown(f"claims: {message}"))


def note(message: str) -> None:
    """A remark about the results, which is no part of them, to stderr."""
    messages().print(shown(message, "dim"))


def shown(words: str, style: str = "") -> Text:
    """Words as they may be shown: nothing in an article can steer the terminal."""
    return Text(_CONTROL.sub(" ", words), style)


def listing(
    records: Callable[[], Records],
    table: Callable[[], RenderableType],
    *,
    as_csv: bool,
    as_json: bool,
) -> None:
    """Print a listing in the form that was asked for; only that form is made."""
    if as_json:
        made = records()
        listed = [dict(zip(made.columns, row, strict=True)) for row in made.rows]
        print(json.dumps(listed, ensure_ascii=False, indent=2, default=date.isoformat))
    elif as_csv:
        from claims.exporting import for_csv

        made = records()
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(made.columns)
        writer.writerows([for_csv(_plain(value)).text for value in row] for row in made.rows)
    else:
        shape = table()
        if not isinstance(shape, Table) or shape.row_count:
            console().print(shape)


def _plain(value: Any) -> str:
    if value is None:
        return ""
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list | tuple) else str(value)


def new_table(*columns: str) -> Table:
    """An empty table whose columns wrap at words."""
    table = Table(box=SIMPLE_HEAD, header_style="bold", pad_edge=False, padding=(0, 1), show_edge=False)
    for column in columns:
        table.add_column(column, overflow="fold")
    return table


def claims_table(claims: Sequence[Claim], *, with_article: bool) -> Table:
    """Claims for a person, a row each: the cue stands before the content."""
    table = new_table("Id", "Speaker", "Claim", "Sure")
    table.columns[0].no_wrap = True
    table.columns[1].max_width = 20
    table.columns[2].ratio = 1
    table.expand = True
    if with_article:
        table.add_column("Article", overflow="fold", max_width=20)
    for claim in claims:
        row = [
            shown(claim.id[:SHORT_ID], "dim"),
            speaker_text(claim),
            words_text(claim),
            shown(claim.tag, TAG_STYLES[claim.tag]),
        ]
        if with_article:
            row.append(article_text(claim))
        table.add_row(*row)
    return table


def words_text(claim: Claim) -> Text:
    """The cue, if it is a word, then the content."""
    cue = f"{claim.cue_text}: " if any(c.isalnum() for c in claim.cue_text) else ""
    return shown("").append_text(shown(cue, "magenta")).append_text(shown(claim.content_text))


def speaker_text(claim: Claim) -> Text:
    """The speaker's name, or the mention that could not be resolved."""
    if claim.speaker:
        return shown(claim.speaker.name, "bold")
    return shown(f"unknown ({claim.mention_text})" if claim.mention else "unknown", "italic")


def article_text(claim: Claim) -> Text:
    """Outlet and date of a claim's article, else its name."""
    article = claim.article
    parts = [article.outlet or article.name, article.published.isoformat() if article.published else None]
    return shown(", ".join(p for p in parts if p), "dim")


def claim_records(claims: Sequence[Claim], groups: Mapping[str, str] | None = None) -> Records:
    """Claims for a program: the columns of every export, without context, verdicts and a group's other members."""
    from claims.exporting import COLUMNS, ClaimRow, Context

    columns = [column for column in COLUMNS if column.name not in _OF_THE_SHEET]
    known = groups or {}
    rows = [
        ClaimRow(claim, Context("", ()), group=Group(known[claim.id], ()) if claim.id in known else None)
        for claim in claims
    ]
    return Records(tuple(c.name for c in columns), [tuple(c.get(row) for c in columns) for row in rows])


_OF_THE_SHEET = frozenset(
    {
        "context",
        "verdict_attribution",
        "verdict_truth",
        "reviewer",
        "reviewed_on",
        "evidence",
        "note",
        "corrected_speaker",
        "corrected_words",
        "review_state",
        "duplicate",
        "also_in",
    }
)
