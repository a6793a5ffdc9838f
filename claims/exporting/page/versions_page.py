"""The page of two versions of an article, side by side, with what became of each claim."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from claims.exporting.atomic import replacing
from claims.exporting.page.claim_notes import MarkedArticle, Note, marked_article
from claims.exporting.page.facets import Facet, Option, offered, word_facet
from claims.exporting.page.marked_text import reading_order
from claims.exporting.page.rendering import render
from claims.exporting.page.side_by_side import ParagraphPair, side_by_side
from claims.exporting.page.speaker_looks import PageSpeaker, looks_of, page_speakers
from claims.exporting.page.template_filters import CHANGE_SIGNS, UNCHANGED, change_sign
from claims.records import SEVERITIES, Article, Change, Claim


@dataclass(frozen=True, slots=True)
class DiffParts:
    """Two versions of an article, ready to be shown.

    Fields:
        old, new: each with its claims marked by what became of them, and numbered on from the other's.
        rows: which paragraph stands beside which, each pair with its class.
        entries: what changed.
        facets: by which the claims can be filtered.
    """

    old: MarkedArticle
    new: MarkedArticle
    rows: tuple[tuple[ParagraphPair, str], ...]
    entries: tuple["Entry", ...]
    facets: tuple[Facet, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A change in the page's list, with the numbers of its claims on the page, the old one first."""

    change: Change
    speakers: tuple[PageSpeaker, ...]
    numbers: tuple[int | None, int | None]


def write_diff(  # noqa: PLR0917 - a version is an article and its claims
    path: Path,
    old: Article,
    old_claims: Sequence[Claim],
    new: Article,
    new_claims: Sequence[Claim],
    changes: Sequence[Change],
    *,
    lines: Iterable[str] = (),
) -> None:
    """Write one HTML file with both versions side by side, each claim marked by what became of it.

    ``lines`` say what else a reader must know: what changed outside claims, what was taken for no part of the
    report.
    It needs no network and loads nothing; text of articles stays text. The same changes give the same bytes.

    Raises ClaimsError where the file cannot be written.
    """
    parts = diff_parts(old, old_claims, new, new_claims, changes)
    page, _ = render(
        "diff.html.j2",
        old=parts.old,
        new=parts.new,
        rows=parts.rows,
        lines=tuple(lines),
        entries=parts.entries,
        facets=parts.facets,
    )
    with replacing(path) as file:
        file.write(page)


def diff_parts(
    old: Article,
    old_claims: Sequence[Claim],
    new: Article,
    new_claims: Sequence[Claim],
    changes: Sequence[Change],
) -> DiffParts:
    """Two versions of an article side by side, each claim marked by what became of it."""
    earlier = _Version(old_claims, [c.old for c in changes], first=1)
    later = _Version(new_claims, [c.new for c in changes], first=1 + len(earlier.claims))
    versions = (earlier, later)
    speakers = page_speakers(claim for version in versions for claim in version.claims)
    # A claim that is in one version only is marked as a whole.
    kept = [change for change in changes if change.old and change.new]
    gone = [span for change in kept for span in change.old_words]
    come = [span for change in kept for span in change.new_words]
    before = marked_article(0, old, _notes(versions, 0, changes, speakers), gone)
    after = marked_article(1, new, _notes(versions, 1, changes, speakers), come)
    changed = {n.number for n in (*before.notes, *after.notes) if n.became != UNCHANGED}
    return DiffParts(
        before,
        after,
        tuple((row, _class(row, changed)) for row in side_by_side(before.blocks, after.blocks)),
        tuple(_entry(change, versions, speakers) for change in changes),
        tuple(offered(*_facets([*before.notes, *after.notes], changes, speakers.values()))),
    )


class _Version:
    """A version's claims in reading order, and the number of each by its id.

    A changed claim counts as the change has it, even if it was not among the claims found.
    """

    def __init__(self, claims: Iterable[Claim], changed: Iterable[Claim | None], *, first: int) -> None:
        by_id = {claim.id: claim for claim in claims} | {claim.id: claim for claim in changed if claim}
        self.claims = sorted(by_id.values(), key=reading_order)
        self.numbers = {claim.id: number for number, claim in enumerate(self.claims, first)}


def _notes(
    versions: tuple[_Version, _Version],
    side: int,
    changes: Iterable[Change],
    speakers: Mapping[Hashable, PageSpeaker],
) -> list[Note]:
    own, other = versions[side], versions[1 - side]
    of_own: dict[str, tuple[Change, Claim | None]] = {}
    of_other = set()
    for change in changes:
        here, there = (change.old, change.new) if side == 0 else (change.new, change.old)
        if here:
            of_own.setdefault(here.id, (change, there))
        if there:
            of_other.add(there.id)
    notes = []
    for claim in own.claims:
        became, there = of_own.get(claim.id, (None, None))
        counterpart = other.numbers[there.id] if there else None
        if became is None and claim.id not in of_other:
            # One that stayed has the same cue and content, so the same id.
            counterpart = other.numbers.get(claim.id)
        number, said_by = own.numbers[claim.id], looks_of(claim, speakers)
        kind = became.type if became else UNCHANGED
        notes.append(Note(number, claim, said_by, side, became=kind, change=became, counterpart=counterpart))
    return notes


def _class(row: ParagraphPair, changed: set[int]) -> str:
    """The row's class: "same" where neither its words nor a claim in it changed."""
    here = {number for block in (row.old, row.new) if block for number in block.numbers}
    return "differs" if row.state == "same" and here & changed else row.state


def _entry(
    change: Change, versions: tuple[_Version, _Version], speakers: Mapping[Hashable, PageSpeaker]
) -> Entry:
    claims = (change.old, change.new)
    numbers = [v.numbers[c.id] if c else None for v, c in zip(versions, claims, strict=True)]
    (said_by,) = (looks_of(claim, speakers) for claim in [change.main_claim] if claim)
    return Entry(change, said_by, (numbers[0], numbers[1]))


def _facets(notes: Sequence[Note], changes: Sequence[Change], speakers: Iterable[PageSpeaker]) -> list[Facet]:
    """Changes are counted once, not on both sides; how many claims a speaker has in both says nothing."""
    kinds = (*CHANGE_SIGNS, UNCHANGED)
    signs = {kind: (change_sign(kind), f"code x-{kind}") for kind in kinds}
    stayed = [UNCHANGED for note in notes if note.became == UNCHANGED and note.article == 1]
    named = (Option(str(v.number), v.name, None, v.code, "code s0") for v in speakers)
    return [
        word_facet("change", "Change", [*(c.type for c in changes), *stayed], kinds, signs),
        word_facet("severity", "Severity", [c.severity for c in changes], tuple(reversed(SEVERITIES)), {}),
        Facet("speaker", "Speaker", tuple(named)),
    ]
