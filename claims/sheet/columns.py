"""The columns of the claim sheet: which columns of a claim stand where, under which heading."""

from collections.abc import Mapping
from typing import Final

from claims.exporting.table import COLUMNS, Row
from claims.records import TAGS
from claims.sheet.table import Band, Column

CLAIMS: Final = "Claims"
"""The name of the worksheet that has them."""

_GETTERS: Final = {column.name: column.get for column in COLUMNS}


def _columns(band: Band, *named: tuple[str, str, float, str | Mapping[str, str]]) -> dict[str, Column[Row]]:
    return {name: Column(heading, width, _GETTERS[name], look, band) for name, heading, width, look in named}


_WHAT_WAS_SAID: Final = _columns(
    "header",
    ("speaker", "Speaker", 20, "name"),
    ("content", "Content", 46, "text"),
    ("tag", "Confidence", 13, {tag: tag for tag in TAGS}),
    ("context", "Context", 42, "quiet"),
    ("outlet", "Outlet", 14, "quiet"),
)

REVIEW_COLUMNS: Final = _columns(
    "review header",
    ("verdict_attribution", "Attribution", 14, "review"),
    ("verdict_truth", "Truth", 14, "review"),
    ("reviewer", "Reviewer", 12, "review"),
    ("reviewed_on", "Reviewed on", 13, "review date"),
    ("evidence", "Evidence link", 20, "review"),
    ("note", "Note", 25, "review"),
)
"""The columns that people fill in, by the name of the claim's column."""

_DETAILS: Final = _columns(
    "detail header",
    ("role", "Role", 24, "quiet"),
    ("mention", "Mention", 20, "quiet"),
    ("cue", "Cue", 14, "quiet"),
    ("kind", "Kind", 10, "quiet"),
    ("stance", "Stance", 12, "quiet"),
    ("act", "Act", 13, "quiet"),
    ("confidence", "Probability", 13, "probability"),
    ("reasons", "Doubts", 24, "quiet"),
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
    ("id", "Claim id", 15, "quiet"),
)

CLAIM_COLUMNS: Final = {**_WHAT_WAS_SAID, **REVIEW_COLUMNS, **_DETAILS}
"""Every column of the sheet in its order, by the name of the claim's column.

What was said comes first and beside it what the reviewer decides; both fit a screen and a printed page.
"""

PRINTED: Final = len(_WHAT_WAS_SAID) + len(REVIEW_COLUMNS)
"""How many columns are printed: the details are for the screen."""
