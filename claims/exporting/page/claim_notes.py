"""What the page says about each claim: its speaker, the other outlets, the verdict, the change."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass

from claims.exporting.current_verdicts import disputes, latest_verdicts
from claims.exporting.findings import Findings
from claims.exporting.page.marked_text import MarkedBlock, marked_blocks, reading_order
from claims.exporting.page.speaker_looks import PageSpeaker, looks_of
from claims.records import AMONG_SPEAKERS, Article, Change, Claim, Conflict, Group, Span, Verdict


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Another claim about the same; ``number`` is its on this page, if it is there, ``reason`` why it is named."""

    claim: Claim
    reason: str
    number: int | None


@dataclass(frozen=True, slots=True)
class Note:
    """A claim on the page, with all that is said of it there.

    ``number``: the claim's on the page, from 1.
    ``claim``, ``speakers``: the claim, and its speakers as the page shows them, at least one.
    ``article``: the number of the claim's article on the page, from 0.
    ``elsewhere``, ``against``: claims of other articles in its group, and those that disagree.
    ``verdict``, ``dispute``: the latest verdict, and in words how reviewers differ.
    ``became``, ``change``: on a page of two versions, the type of its change or "unchanged", and the change; else None.
    ``counterpart``: the number of its claim in the other version; None where there is none.
    """

    number: int
    claim: Claim
    speakers: tuple[PageSpeaker, ...]
    article: int
    elsewhere: tuple[Elsewhere, ...] = ()
    against: tuple[Elsewhere, ...] = ()
    verdict: Verdict | None = None
    dispute: str | None = None
    became: str | None = None
    change: Change | None = None
    counterpart: int | None = None

    @property
    def speaker_name(self) -> str:
        """The speakers' names, as the page has them."""
        return AMONG_SPEAKERS.join(speaker.name for speaker in self.speakers)

    @property
    def percent(self) -> int:
        """The confidence in percent; 100 is left to certainty, which no estimate has."""
        return _percent(self.claim.confidence)

    @property
    def factors(self) -> str:
        """What the confidence is made of, as far as the claim has it: "words 96 %, speaker 91 %"."""
        words, speaker = self.claim.words_confidence, self.claim.speaker_confidence
        if words is None or speaker is None:
            return ""
        return f"words {_percent(words)} %, speaker {_percent(speaker)} %"


def _percent(probability: float) -> int:
    return min(99, round(100 * probability))


@dataclass(frozen=True, slots=True)
class MarkedArticle:
    """An article, counted from 0, with its claims marked and their notes in reading order."""

    number: int
    article: Article
    blocks: tuple[MarkedBlock, ...]
    notes: tuple[Note, ...]

    @property
    def by_number(self) -> dict[int, Note]:
        """The notes by their numbers on the page."""
        return {note.number: note for note in self.notes}

    @property
    def titled(self) -> bool:
        """Whether the title stands in the text."""
        return any(block.kind == "title" for block in self.blocks)


def marked_article(
    number: int, article: Article, notes: Iterable[Note], changed: Iterable[Span] = ()
) -> MarkedArticle:
    """The article with the claims of some notes marked in it, and the words that changed, if any."""
    listed = tuple(notes)
    blocks = marked_blocks(article, {note.number: note.claim for note in listed}, changed)
    return MarkedArticle(number, article, tuple(blocks), listed)


def annotated(findings: Findings, speakers: Mapping[Hashable, PageSpeaker]) -> list[MarkedArticle]:
    """The articles in the order of their first claims, with a note for each claim in reading order."""
    rank: dict[Article, int] = {}
    for article in (*(claim.article for claim in findings.claims), *findings.articles):
        rank.setdefault(article, len(rank))
    ordered = sorted(findings.claims, key=lambda c: (rank[c.article], reading_order(c)))
    places = {(claim.article.key, claim.id): number for number, claim in enumerate(ordered, 1)}
    elsewhere, against = _same(findings.groups, places), _opposed(findings.conflicts, places)
    verdicts, disputed = latest_verdicts(findings.verdicts), disputes(findings.verdicts)
    notes: list[list[Note]] = [[] for _ in rank]
    for number, claim in enumerate(ordered, 1):
        index, said_by = rank[claim.article], looks_of(claim, speakers)
        others, opponents = tuple(elsewhere[claim.id]), tuple(against[claim.id])
        verdict, dispute = verdicts.get(claim.id), disputed.get(claim.id)
        notes[index].append(Note(number, claim, said_by, index, others, opponents, verdict, dispute))
    return [marked_article(index, article, notes[index]) for article, index in rank.items()]


_Places = Mapping[tuple[str, str], int]
"""The numbers of claims on the page, by their articles' keys and their ids."""


def _same(groups: Iterable[Group], places: _Places) -> dict[str, list[Elsewhere]]:
    """The members of each claim's group that other articles have."""
    found: dict[str, list[Elsewhere]] = defaultdict(list)
    for group in groups:
        for claim in group.claims:
            others = (m for m in group.members if m.claim.article.key != claim.article.key)
            found[claim.id] += [_other(m.claim, m.reason, places) for m in others]
    return found


def _opposed(conflicts: Iterable[Conflict], places: _Places) -> dict[str, list[Elsewhere]]:
    found: dict[str, list[Elsewhere]] = defaultdict(list)
    for conflict in conflicts:
        found[conflict.first.id].append(_other(conflict.second, conflict.differs, places))
        found[conflict.second.id].append(_other(conflict.first, conflict.differs, places))
    return found


def _other(claim: Claim, reason: str, places: _Places) -> Elsewhere:
    return Elsewhere(claim, reason, places.get((claim.article.key, claim.id)))
