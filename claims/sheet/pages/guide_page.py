"""The worksheet "Guide": how to fill in the sheet, and what its columns and colours mean."""

from collections.abc import Iterator
from typing import Final

from claims.exporting import COLUMNS, Findings
from claims.records import AttributionVerdict, Tag
from claims.sheet.claim_columns import CLAIM_COLUMNS, REVIEW_COLUMNS
from claims.sheet.pages.articles_page import articles_of
from claims.sheet.writing.workbook_builder import WorkbookBuilder

_Line = tuple[str, str, str, str]
"""A term with its look, and a text with its look."""

GUIDE: Final = "Guide"

_WIDTHS: Final = (22, 92)
_LEAST: Final = {"title": 30, "section": 24}

_PAGES: Final = {
    "Claims": "One row, one claim: what an article says somebody said. The yellow columns are yours.",
    "Assertions": "What more than one article reports, in each one's words, and why it was taken for the same.",
    "Conflicts": "Claims about the same thing that disagree, side by side; the words that differ are bold.",
    "Changes": "What became of claims between the last two versions of an article, and how much it matters; the "
    "changed words are bold in their sentence.",
    "Speakers": "Who spoke, how often, and under which names.",
    "Articles": "What was read, also where no claim was found.",
    "Summary": "Figures and charts. The progress counts what is filled in on Claims and changes with it.",
    "Continued": "The rest of each text that is longer than a cell can be (32,767 characters).",
}

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
    "wrong speaker": "The words are right, but somebody else said them. Put the name into Right speaker; of several, "
    "put a semicolon between.",
    "wrong words": "The speaker is right, but words are missing or too many. Put them into Right words.",
    "not a claim": "Nobody says anything here: a heading, an action, the reporter's own words.",
}

_TRUTH: Final[dict[str, str]] = {
    "true": "The evidence bears it out.",
    "mostly true": "Right in substance; a detail is off or context is missing.",
    "mixed": "Partly right and partly wrong.",
    "mostly false": "A grain of truth, but misleading as a whole.",
    "false": "The evidence contradicts it.",
    "unverifiable": "No evidence can settle it, such as an opinion or a forecast.",
}

_TAGS: Final[dict[Tag, str]] = {
    "high": "Of a hundred such claims in test articles 97 had speaker and words right. A glance is enough.",
    "medium": "Of a hundred, 83 were right. Compare with the context.",
    "low": "Of a hundred, 54 were right. Read the article before you use it.",
}

_GOOD_TO_KNOW: Final = (
    ("Sort and filter", "As you like: every row carries its claim's id, so nothing gets mixed up."),
    (
        "What to leave",
        "The blue and grey columns are the machine's and are not read back; the yellow ones are yours. They are "
        "marked as locked, but the page is not protected: Excel does not sort protected pages. Whoever would rather "
        "have the lock than sorting turns on Review, Protect Sheet; there is no password.",
    ),
    (
        "Same assertion",
        "Claims of several articles that say the same stand together, marked 1 of 3, 2 of 3; look at the first.",
    ),
    ("Bold words", "In the Context the claim's own words are bold."),
    ("Confidence", "It says whether the attribution is right, never whether what was said is true."),
    (
        "Giving it back",
        "Save the file, as .xlsx, .ods or .csv and under any name, and run: claims review FILE. Add --dry-run to see "
        "first what would change. Either all verdicts are taken over or, if one is not understood, none.",
    ),
    (
        "Another opinion",
        "To differ from a verdict, write yours over it, with your own name: both stay on record. To be settled then "
        "says who differs, until the latest verdicts of all reviewers agree.",
    ),
    ("Exporting again", "Verdicts that only this file holds are never overwritten: export to another name."),
    (
        "Odd characters",
        "Text that begins with =, + or @ is shown as it stands and is never run as a formula.",
    ),
)


def add_guide(builder: WorkbookBuilder) -> None:
    """Add the worksheet."""
    rows = builder.add_page(GUIDE, _WIDTHS, landscape=False)
    for term, term_look, text, text_look in _lines(builder.findings, set(builder.pages)):
        rows.append(((term or None, term_look), (text or None, text_look)), _LEAST.get(term_look, 0))


def _lines(findings: Findings, pages: set[str]) -> Iterator[_Line]:
    articles = {key for key, _ in articles_of(findings)}
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
    yield from _section("The pages of this file")
    yield from ((page, "term", what, "prose") for page, what in _PAGES.items() if page in pages)
    yield from _section("How to check a claim")
    for number, step in enumerate(_STEPS, 1):
        yield f"Step {number}", "term", step, "prose"
    yield from _section("What to choose under Attribution")
    yield from ((choice, "term", meaning, "prose") for choice, meaning in _ATTRIBUTION.items())
    yield from _section("What to choose under Truth")
    for truth in findings.truths:
        yield truth, "term", _TRUTH.get(truth, "As your desk defines it."), "prose"
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
