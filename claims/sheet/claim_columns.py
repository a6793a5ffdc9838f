"""The columns of the page "Claims": which columns of a claim stand where, under which heading."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final

from claims.exporting import COLUMNS, ClaimRow
from claims.records import TAGS, Verdict
from claims.sheet.writing.worksheet_table import CLAIM_ID, Band, SheetColumn

CLAIMS: Final = "Claims"
"""The name of the worksheet that has them."""

LEDGER_HEADING: Final = "Ledger"
"""Begins the heading of a hidden column without cells, which ends with the mark of the ledger that wrote the sheet.

A heading stays with the rows whatever program saves them, also as CSV; document properties do not.
"""

_GETTERS: Final = {column.name: column.get for column in COLUMNS}


def _columns(
    band: Band, *named: tuple[str, str, float, str | Mapping[str, str]]
) -> dict[str, SheetColumn[ClaimRow]]:
    return {
        name: SheetColumn(heading, width, _GETTERS[name], look, band) for name, heading, width, look in named
    }


_WHAT_WAS_SAID: Final = {
    **_columns(
        "header",
        ("speaker", "Speaker", 19, "name"),
        ("content", "Content", 44, "text"),
        ("tag", "Confidence", 13, {tag: tag for tag in TAGS}),
    ),
    "context": SheetColumn("Context", 48, lambda row: row.context, "quiet"),
    **_columns("header", ("outlet", "Outlet", 14, "quiet"), ("duplicate", "Same assertion", 11, "quiet")),
}

REVIEW_COLUMNS: Final = _columns(
    "review header",
    ("verdict_attribution", "Attribution", 14, "review"),
    ("verdict_truth", "Truth", 14, "review"),
    ("reviewer", "Reviewer", 12, "review"),
    ("reviewed_on", "Reviewed on", 13, "review date"),
    ("note", "Note", 26, "review"),
    ("evidence", "Evidence link", 24, "review"),
    ("corrected_speaker", "Right speaker", 20, "review"),
    ("corrected_words", "Right words", 34, "review"),
)
"""The columns that people fill in, by the name of the claim's column."""

VERDICT_FIELDS: Final[Mapping[str, Callable[[Verdict], str | date | None]]] = {
    "verdict_attribution": lambda v: v.attribution,
    "verdict_truth": lambda v: v.truth,
    "reviewer": lambda v: v.reviewer,
    "reviewed_on": lambda v: v.decided,
    "note": lambda v: v.note,
    "evidence": lambda v: v.evidence,
    "corrected_speaker": lambda v: v.corrected_speaker,
    "corrected_words": lambda v: v.corrected_words,
}
"""What a verdict says in each of the reviewer's columns."""

_DETAILS: Final = {
    **_columns(
        "detail header",
        ("review_state", "To be settled", 26, "warning"),
        ("role", "Role", 24, "quiet"),
        ("mention", "Mention", 20, "quiet"),
        ("cue", "Cue", 14, "quiet"),
        ("kind", "Kind", 10, "quiet"),
        ("stance", "Stance", 12, "quiet"),
        ("act", "Act", 13, "quiet"),
        ("confidence", "Probability", 13, "probability"),
        ("words_confidence", "Of the words", 13, "probability"),
        ("speaker_confidence", "Of the speaker", 13, "probability"),
        ("reasons", "Doubts", 24, "quiet"),
        ("also_in", "Also in", 24, "quiet"),
        ("title", "Article", 34, "quiet"),
        ("published", "Published", 12, "date"),
        ("url_or_file", "Link or file", 36, "link"),
        ("version", "Version", 10, "quiet number"),
        ("group", "Group", 15, "quiet"),
        ("speaker_type", "Speaker type", 14, "quiet"),
        ("start", "Start", 9, "quiet number"),
        ("end", "End", 9, "quiet number"),
        ("mention_offsets", "Mention at", 14, "quiet"),
        ("cue_offsets", "Cue at", 14, "quiet"),
        ("content_offsets", "Content at", 20, "quiet"),
    ),
    "id": SheetColumn(CLAIM_ID, 15, _GETTERS["id"], "quiet", "detail header", hidden=True),
}

CLAIM_COLUMNS: Final = {**_WHAT_WAS_SAID, **REVIEW_COLUMNS, **_DETAILS}
"""Every column of the page in its order, by the name of the claim's column; ``claims review`` finds them by it.

What was said comes first and beside it what the reviewer decides; both fit a screen and a printed page.
"""

PRINTED: Final = list(CLAIM_COLUMNS).index("note") + 1
"""How many columns are printed: the rest is for the screen."""
