"""The columns of a claim as a flat record: the one place that names them, for every format."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from claims.exporting.current_verdicts import disputes, latest_verdicts, made_before
from claims.exporting.findings import Findings
from claims.exporting.sentence_context import Highlighted, context
from claims.records import AMONG_SPEAKERS, Claim, Group, Span, Verdict

Offsets = tuple[tuple[int, int], ...]
"""Start and end of each piece, as 0-based code points into the article's text, end exclusive."""

Value = str | int | float | date | Offsets | None
ColumnType = Literal["str", "int64", "Int64", "float64", "date", "offsets"]
"""As pandas calls them: "Int64" is a number that may be missing."""


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim with what other records say about it."""

    claim: Claim
    context: Highlighted
    verdict: Verdict | None = None
    dispute: str | None = None
    group: Group | None = None
    place: int = 0
    """Which of the group's claims it is, from 0."""


@dataclass(frozen=True, slots=True)
class ClaimColumn:
    """A column's stable name, what it means in one sentence, how a row gives its value, and of what type that is."""

    name: str
    meaning: str
    get: Callable[[ClaimRow], Value]
    type: ColumnType = "str"


def rows(findings: Findings) -> Iterator[ClaimRow]:
    """One row a claim, in the order of the findings."""
    verdicts = latest_verdicts(findings.verdicts)
    disputed = disputes(findings.verdicts)
    grouped = {
        claim.id: (group, place) for group in findings.groups for place, claim in enumerate(group.claims)
    }
    for claim in findings.claims:
        group, place = grouped.get(claim.id, (None, 0))
        yield ClaimRow(claim, context(claim), verdicts.get(claim.id), disputed.get(claim.id), group, place)


def _also_in(row: ClaimRow) -> str | None:
    """The other outlets that carry the same assertion."""
    if row.group is None:
        return None
    own = row.claim.article.outlet or row.claim.article.where
    return "; ".join(outlet for outlet in row.group.outlets if outlet != own) or None


def _review_state(row: ClaimRow) -> str | None:
    """What the next reader must know of the verdict: reviewers differ, or the words have changed since."""
    made = made_before(row.verdict, row.claim) if row.verdict else None
    return "; ".join(filter(None, (row.dispute, made))) or None


def _offsets(spans: Iterable[Span]) -> Offsets:
    return tuple((span.start, span.end) for span in spans)


COLUMNS: Final = (
    ClaimColumn("id", "The claim's stable name: it stays the same in every export.", lambda r: r.claim.id),
    ClaimColumn("speaker", "Who said it, by full name; several joined by a semicolon; unknown where the article leaves "
           "it open.",
           lambda r: r.claim.speaker_name),
    ClaimColumn("speaker_type", "Whether the speaker is a person, an organisation, a document or unnamed.",
           lambda r: r.claim.speaker.type if r.claim.speaker else None),
    ClaimColumn("role", "What the article says the speaker is.",
           lambda r: r.claim.speaker.role if r.claim.speaker else None),
    ClaimColumn("mention", "The words that name the speaker at this place of the article.",
           lambda r: r.claim.mention_text or None),
    ClaimColumn("cue", "The words that report, such as said, claimed or according to.",
           lambda r: r.claim.cue_text or None),
    ClaimColumn("content", "What was said, in the article's words.", lambda r: r.claim.content_text),
    ClaimColumn("context", "The sentence or sentences of the article in which it stands.", lambda r: r.context.text),
    ClaimColumn("kind", "direct: all in quotation marks; indirect: none; mixed: partly.", lambda r: r.claim.kind),
    ClaimColumn("stance", "How the article frames it: neutral (said), affirming (confirmed), distancing (claimed), "
           "denying, announcing or believing.", lambda r: r.claim.stance),
    ClaimColumn("act", "What the speaker does: statement, announcement, denial, accusation, prediction, belief, "
           "intention, request or judgement.", lambda r: r.claim.act),
    ClaimColumn("tag", "How sure the machine is that speaker and words are right: high, medium or low.",
           lambda r: r.claim.tag),
    ClaimColumn("confidence", "The estimated probability, from 0 to 1, that speaker and words are right.",
           lambda r: r.claim.confidence, "float64"),
    ClaimColumn("reasons", "What speaks against it, if anything.", lambda r: "; ".join(r.claim.reasons) or None),
    ClaimColumn("outlet", "Who published the article.", lambda r: r.claim.article.outlet),
    ClaimColumn("title", "The article's headline.", lambda r: r.claim.article.title),
    ClaimColumn("published", "The date of the article.", lambda r: r.claim.article.published, "date"),
    ClaimColumn("url_or_file", "Where the article is: its address, else the file that was read.",
           lambda r: r.claim.article.where),
    ClaimColumn("version", "Which version of the article, counted from 1.", lambda r: r.claim.article.version, "int64"),
    ClaimColumn("start", "Where the claim begins in the article, in characters from 0.", lambda r: r.claim.start,
           "int64"),
    ClaimColumn("end", "Where it ends; the character at this place no longer belongs to it.", lambda r: r.claim.end,
           "int64"),
    ClaimColumn("mention_offsets", "Start and end of each piece of the mention.", lambda r: _offsets(r.claim.mention),
           "offsets"),
    ClaimColumn("cue_offsets", "Start and end of each piece of the cue.", lambda r: _offsets(r.claim.cue), "offsets"),
    ClaimColumn("content_offsets", "Start and end of each piece of the content.", lambda r: _offsets(r.claim.content),
           "offsets"),
    ClaimColumn("group", "Claims of several articles that make the same assertion share a group.",
           lambda r: r.group.id if r.group else None),
    ClaimColumn("verdict_attribution", "Did this speaker say these words?",
           lambda r: r.verdict.attribution if r.verdict else None),
    ClaimColumn("verdict_truth", "Is what was said true?", lambda r: r.verdict.truth if r.verdict else None),
    ClaimColumn("reviewer", "Who decided.", lambda r: r.verdict.reviewer if r.verdict else None),
    ClaimColumn("reviewed_on", "The day of the decision.", lambda r: r.verdict.decided if r.verdict else None,
           "date"),
    ClaimColumn("evidence", "Where the proof is, best as a link.", lambda r: r.verdict.evidence if r.verdict else None),
    ClaimColumn("note", "Anything the next reader should know.", lambda r: r.verdict.note if r.verdict else None),
    ClaimColumn("corrected_speaker", "Who really said it, where the speaker is wrong.",
           lambda r: r.verdict.corrected_speaker if r.verdict else None),
    ClaimColumn("corrected_words", "What was really said, where the words are wrong.",
           lambda r: r.verdict.corrected_words if r.verdict else None),
    ClaimColumn("review_state", "Whether reviewers differ (disputed), or the words have changed since the verdict.",
           _review_state),
    ClaimColumn("duplicate", "Which wording of its group it is: 1 of 3 is the fullest.",
           lambda r: f"{r.place + 1} of {len(r.group.claims)}" if r.group else None),
    ClaimColumn("also_in", "The other outlets that carry the same assertion.", _also_in),
    ClaimColumn("article_id", "The article's stable name: it stays the same in all of its versions.",
           lambda r: r.claim.article.id),
    ClaimColumn("speaker_id", "The ledger's name for each speaker: two speakers of one name have two.",
           lambda r: AMONG_SPEAKERS.join(one.id for one in r.claim.speakers if one.id) or None),
    ClaimColumn("words_confidence", "The estimated probability that mention and words are right.",
           lambda r: r.claim.words_confidence, "float64"),
    ClaimColumn("speaker_confidence", "The estimated probability that the speaker is right where the words are.",
           lambda r: r.claim.speaker_confidence, "float64"),
    ClaimColumn("page", "The number of the page on which it begins, from 1, where the article is a PDF file.",
           lambda r: r.claim.page, "Int64"),
)  # fmt: skip
"""Every column in its order. Names are kept from release to release; new ones are added at the end."""
