"""Printing: results to stdout, as a table for a person or as CSV or JSON for a program; the rest to stderr."""

import csv
import json
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any, Final, TypeVar

from rich.console import Console, RenderableType
from rich.text import Text

from claims.cli.printed_table import Column, Table
from claims.records import Claim, Group, Tag

if TYPE_CHECKING:
    from claims.exporting import ClaimRow

T = TypeVar("T")
Side = TypeVar("Side")
Columns = Mapping[str, Callable[[T], Any]]
"""The columns of a listing for a program: the name of each, and how a record gives its value."""

TAG_STYLES: Mapping[Tag, str] = {"high": "green", "medium": "yellow", "low": "red"}
SHORT_ID = 8
"""How many digits of a claim's id are shown; any unique beginning of four or more is understood."""
_NARROW: Final = 72
"""With fewer columns, a table would break its words into letters."""

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]+")


@cache
def console() -> Console:
    """Where results go."""
    return Console(highlight=False, soft_wrap=False)


@cache
def messages() -> Console:
    """Where progress, warnings and errors go."""
    return Console(stderr=True, highlight=False, soft_wrap=True)


def say(message: str) -> None:
    """One line of results."""
    console().print(shown(message), soft_wrap=True)


def warn(message: str) -> None:
    """One line to stderr."""
    messages().print(shown(f"claims: {message}"))


def note(message: str) -> None:
    """A remark about the results, which is no part of them, to stderr."""
    messages().print(shown(message, "dim"))


def folded(words: str, style: str = "") -> Text:
    """Words as they may be shown, every white space as one blank."""
    return shown(re.sub(r"\s+", " ", words), style)


def shown(words: str, style: str = "") -> Text:
    """Words as they may be shown: nothing in an article can steer the terminal."""
    return Text(_CONTROL.sub(" ", words), style)


def listing(
    found: Sequence[T],
    columns: Columns[T],
    table: Callable[[Sequence[T]], RenderableType],
    *,
    as_csv: bool,
    as_json: bool,
) -> None:
    """Print a listing in the form that was asked for; only that form is made."""
    if as_csv or as_json:
        list_for_program(found, columns, as_json=as_json)
    elif found:
        print_table(table(found))


def list_for_program(found: Sequence[T], columns: Columns[T], *, as_json: bool) -> None:
    """Print a listing as JSON or as CSV."""
    if as_json:
        listed = [record(one, columns) for one in found]
        print(json.dumps(listed, ensure_ascii=False, indent=2, default=date.isoformat))
        return
    from claims.exporting import for_csv

    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([for_csv(_plain(get(one))).text for get in columns.values()] for one in found)


def print_table(made: RenderableType) -> None:
    """Print a listing for a person, in the form that a narrow terminal has room for."""
    if isinstance(made, Table) and console().width < _NARROW:
        made = made.stacked()
    console().print(made, crop=not isinstance(made, Table))  # which are never too wide


def side_columns(name: str, side_of: Callable[[T], Side], columns: Columns[Side]) -> Columns[T]:
    """The columns of one of a record's two sides; the side's name stands before theirs."""

    def of_side(get: Callable[[Side], Any]) -> Callable[[T], Any]:
        return lambda one: get(side_of(one))

    return {f"{name}_{column}": of_side(get) for column, get in columns.items()}


def record(one: T, columns: Columns[T]) -> dict[str, Any]:
    """A record of a listing for a program, by the names of its columns."""
    return {name: get(one) for name, get in columns.items()}


def _plain(value: Any) -> str:
    if value is None:
        return ""
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list | tuple) else str(value)


def list_claims(
    claims: Sequence[Claim],
    groups: Mapping[str, str] | None = None,
    *,
    with_article: bool,
    as_csv: bool,
    as_json: bool,
) -> None:
    """Print claims in the form that was asked for; ``groups`` has the id of each one's group, by the claim's."""
    if as_csv or as_json:
        list_for_program([claim_row(claim, groups) for claim in claims], claim_columns(), as_json=as_json)
    elif claims:
        print_table(claims_table(claims, with_article=with_article))


def claims_table(claims: Sequence[Claim], *, with_article: bool) -> Table:
    """Claims for a person, a row each: the cue stands before the content."""
    article = [Column("Article", max_width=20)] if with_article else []
    table = Table(
        Column("Id", no_wrap=True),
        Column("Speaker", max_width=20),
        Column("Claim", ratio=1),
        "Sure",
        *article,
    )
    for claim in claims:
        sure = shown(claim.tag, TAG_STYLES[claim.tag])
        where = [article_text(claim)] if with_article else []
        table.add_row(shown(claim.id[:SHORT_ID], "dim"), speaker_text(claim), words_text(claim), sure, *where)
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


def claim_columns() -> "Columns[ClaimRow]":
    """The columns of every export, without context, verdicts and what else only the claim sheet has."""
    from claims.exporting import COLUMNS

    return {column.name: column.get for column in COLUMNS if column.name not in _OF_THE_SHEET}


def claim_row(claim: Claim, groups: Mapping[str, str] | None = None) -> "ClaimRow":
    """A claim as a record of a listing, in the group that ``groups`` has for its id."""
    from claims.exporting import ClaimRow, Highlighted

    group = (groups or {}).get(claim.id)
    return ClaimRow(claim, Highlighted(""), group=Group(group, ()) if group else None)


_OF_THE_SHEET: Final = frozenset(
    {
        *("context", "verdict_attribution", "verdict_truth", "reviewer", "reviewed_on", "evidence", "note"),
        *("corrected_speaker", "corrected_words", "review_state", "duplicate", "also_in"),
    }
)
