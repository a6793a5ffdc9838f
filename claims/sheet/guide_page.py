"""The worksheet "Guide": how to fill in the sheet, and what its columns and colours mean."""

from collections.abc import Iterator
from typing import Final

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from claims.exporting.findings import Findings
from claims.exporting.table import COLUMNS
from claims.records import AttributionVerdict, Tag, TruthVerdict
from claims.sheet.columns import CLAIM_COLUMNS, REVIEW_COLUMNS
from claims.sheet.heights import row_height
from claims.sheet.printing import set_up_page
from claims.sheet.rows import Rows
from claims.sheet.style import LOOKS

_Line = tuple[str, str, str, str]
"""A term with its look, and a text with its look."""

_WIDTHS: Final = (22, 92)
_LEAST: Final = {"title": 30, "section": 24}

_STEPS: Final = (
    "Read the content and its context. The context is the article's own sentence; the link or file in the grey "
    "columns leads to the whole article.",
    "Choose an Attribution: did this speaker say these words? Begin with the claims of low confidence; the "
    "arrow in the heading of Confidence filters them.",
    "Find out whether it is true, then choose a Truth. Leave it empty until you know.",
    "Put your name, the date and a link to your evidence beside it. What the next reader should know goes "
    "into the Note.",
)

_ATTRIBUTION: Final[dict[AttributionVerdict, str]] = {
    "correct": "The article says that this speaker said this.",
    "wrong speaker": "The words are right, but somebody else said them. Say who in the Note.",
    "wrong words": "The speaker is right, but words are missing or too many. Put the right ones into the Note.",
    "not a claim": "Nobody says anything here: a heading, an action, the reporter's own words.",
}

_TRUTH: Final[dict[TruthVerdict, str]] = {
    "true": "The evidence bears it out.",
    "mostly true": "Right in substance; a detail is off or context is missing.",
    "mixed": "Partly right and partly wrong.",
    "mostly false": "A grain of truth, but misleading as a whole.",
    "false": "The evidence contradicts it.",
    "unverifiable": "No evidence can settle it, such as an opinion or a forecast.",
}

_TAGS: Final[dict[Tag, str]] = {
    "high": "Of a hundred such claims in test articles 95 had mention and words right. A glance is enough.",
    "medium": "Of a hundred, 72 were right. Compare with the context.",
    "low": "Of a hundred, 46 were right. Read the article before you use it.",
}

_GOOD_TO_KNOW: Final = (
    ("Sort and filter", "As you like: every row carries its claim's id, so nothing gets mixed up."),
    ("What to leave", "The blue and grey columns are the machine's; the yellow ones are yours."),
    ("Confidence", "It says whether the attribution is right, never whether what was said is true."),
    ("Exporting again", "Verdicts that only this file holds are never overwritten: export to another name."),
    (
        "Odd characters",
        "Text that begins with =, + or @ is shown as it stands and is never run as a formula.",
    ),
)


def add_guide(book: Workbook, title: str, findings: Findings) -> int:
    """Add the worksheet; none of its cells comes from outside, so none is altered."""
    sheet: Worksheet = book.create_sheet(title)
    sheet.sheet_view.showGridLines = False
    set_up_page(sheet, landscape=False)
    for letter, width in zip("AB", _WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    rows = Rows(sheet)
    for term, term_look, text, text_look in _lines(findings):
        boxes = [
            (words, width, LOOKS[look].font.size)
            for words, look, width in zip((term, text), (term_look, text_look), _WIDTHS, strict=True)
            if LOOKS[look].alignment.wrap_text  # titles run over into the next column
        ]
        height = row_height(boxes, least=_LEAST.get(term_look, 0))
        rows.append(((term or None, term_look), (text or None, text_look)), height)
    return 0


def _lines(findings: Findings) -> Iterator[_Line]:
    articles = {claim.article.key for claim in findings.claims}
    yield "How to fill in this claim sheet", "title", "", "title"
    yield from _section("What this is")
    yield (
        "One row, one claim",
        "term",
        "Each row of the sheet Claims is something that an article says somebody said, found by a machine and "
        "not yet checked by anybody. "
        f"This file holds {_counted(len(findings.claims), 'claim')} from {_counted(len(articles), 'article')}.",
        "prose",
    )
    yield (
        "The other sheets",
        "term",
        "Groups lists the assertions that more than one article carries, and why they were taken for the same (it "
        "is empty where there are none); "
        "Speakers lists who spoke, how often and under which names.",
        "prose",
    )
    yield from _section("How to check a claim")
    for number, step in enumerate(_STEPS, 1):
        yield f"Step {number}", "term", step, "prose"
    yield from _section("What to choose under Attribution")
    yield from ((choice, "term", meaning, "prose") for choice, meaning in _ATTRIBUTION.items())
    yield from _section("What to choose under Truth")
    yield from ((choice, "term", meaning, "prose") for choice, meaning in _TRUTH.items())
    yield from _section("What the colours mean")
    yield from ((tag, tag, meaning, "prose") for tag, meaning in _TAGS.items())
    yield "yellow column", "review", "Yours to fill in.", "prose"
    yield from _section("What the columns mean")
    meanings = {column.name: column.meaning for column in COLUMNS}
    for name, column in CLAIM_COLUMNS.items():
        yours = " Yours to fill in." if name in REVIEW_COLUMNS else ""
        yield column.heading, "term", meanings[name] + yours, "prose"
    yield from _section("Good to know")
    yield from ((term, "term", text, "prose") for term, text in _GOOD_TO_KNOW)


def _section(heading: str) -> Iterator[_Line]:
    yield "", "prose", "", "prose"
    yield heading, "section", "", "section"


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
