"""How two versions of one claim differ: the most important type of change, its severity, and all of it in words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from rapidfuzz import fuzz

from claims.lexicons import word_set
from claims.records import Change, ChangeType, Claim, Severity, Span
from claims.text.canonical import is_number
from claims.text.claim_wording import ClaimWording
from claims.text.normalisation import normalised
from claims.text.polarity import opposed
from claims.text.quantities import Quantity
from claims.text.quantity_matching import match_quantities, may_be_equal
from claims.versions.rewording import (
    Edit,
    Passage,
    edit_script,
    in_words,
    opens_quotation,
    punctuation_edits,
    without_overhang,
)
from claims.versions.severity import most_severe, severity_of_rewording
from claims.versions.speaker_changes import described_otherwise, renamed, role_modified, speaker_label
from claims.versions.word_alignment import AlignedVersions

ONLY_FIGURES_FROM: Final = 80.0
"""Similarity in percent, figures left out, from which a change of figures is more than a rewording."""

SENTENCE_FROM: Final = 3
"""Least number of words of a sentence that was put into a quotation or taken out of it."""

_HEDGES: Final = word_set("function_words.hedges")
_ARTICLES: Final = word_set("function_words.articles")
_LIGHT: Final = _ARTICLES | word_set("function_words.own_subjects") | {"that"}
_DAYS_AND_MONTHS: Final = word_set(
    "calendar.month", "calendar.short_month", "calendar.day", "calendar.short_day"
)
_DAY_LETTERS: Final = 3
"""Letters that distinguish every day and month from the others, written out or shortened."""
_BY_IMPORTANCE: Final[tuple[ChangeType, ...]] = ("reattributed", "figure", "stance", "kind", "reworded")


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing in which two versions of a claim differ, with the words that changed on either side."""

    type: ChangeType
    severity: Severity
    detail: str
    old: tuple[Span, ...] = ()
    new: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class _Content:
    """The words of one version of a claim's content that are compared, and the wording of the claim with only these."""

    passage: Passage
    wording: ClaimWording

    @property
    def without_figures(self) -> list[str]:
        """The canonical words but for figures."""
        return [w for w in self.wording.words.split() if not is_number(w)]


def claim_change(
    old: Claim, new: Claim, versions: AlignedVersions, *, other_speaker: bool, words_in_both: bool
) -> Change | None:
    """What became of a claim; None where it says the same in the same way.

    ``other_speaker``: it has another speaker; ``words_in_both``: the words of each version of the claim are in the
    other version's text, too, so that only the marks between them can differ.

    One change a claim: its type is the most important one of those that apply (another speaker, then figures, stance,
    kind, wording), its severity the gravest, its detail names them all. No change are typography, white space, a comma
    for a dash, an article or a pronoun more or less, pronoun or name for the same speaker, and a cue that only says in
    another word that something was said (said, added, told).
    """
    found = list(_speaker(old, new, other_speaker=other_speaker, words_in_both=words_in_both))
    found += _marks(old, new, versions) if words_in_both else _all_but_speaker(old, new, versions)
    if not found:
        return None
    types = {difference.type for difference in found}
    return Change(
        type=next(kind for kind in _BY_IMPORTANCE if kind in types),
        old=old,
        new=new,
        detail="; ".join(difference.detail for difference in found if difference.detail),
        severity=most_severe(difference.severity for difference in found),
        old_words=tuple(sorted({span for difference in found for span in difference.old})),
        new_words=tuple(sorted({span for difference in found for span in difference.new})),
    )


def _speaker(old: Claim, new: Claim, *, other_speaker: bool, words_in_both: bool) -> Iterator[Difference]:
    if other_speaker:
        speakers = f"speaker: {speaker_label(old)} -> {speaker_label(new)}"
        yield Difference("reattributed", "substantial", speakers, old.mention, new.mention)
    elif not words_in_both and renamed(old, new):
        names = f"speaker's name: {old.mention_text} -> {new.mention_text}"
        yield Difference("reworded", "minor", names, old.mention, new.mention)
    elif not words_in_both and described_otherwise(old, new):
        mentions = f"speaker described: {old.mention_text} -> {new.mention_text}"
        severity: Severity = "moderate" if role_modified(old, new) else "minor"
        yield Difference("reworded", severity, mentions, old.mention, new.mention)


def _marks(old: Claim, new: Claim, versions: AlignedVersions) -> Iterator[Difference]:
    """The differences where the words are the same: the marks, those of a quotation among them."""
    if opens_quotation(old) != opens_quotation(new):
        yield from _kind(old, new)
    yield from _punctuation(Passage.of(versions.old, old.content), Passage.of(versions.new, new.content))


def _all_but_speaker(old: Claim, new: Claim, versions: AlignedVersions) -> Iterator[Difference]:
    whole = Passage.of(versions.old, old.content), Passage.of(versions.new, new.content)
    one = without_overhang(whole[0], whole[1], versions.to_new)
    other = without_overhang(whole[1], whole[0], versions.to_old)
    before, after = _content(old, one), _content(new, other)
    edits = edit_script(one, other)
    figures = _changed_figures(before.wording, after.wording)
    days = [edit for edit in edits if _is_other_day(one, other, edit)]
    if figures:
        yield _figures(before, after, figures)
    for edit in days:
        yield Difference("figure", "substantial", f"{one.text_of(edit.old)} -> {other.text_of(edit.new)}")
    yield from _cue(before.wording, after.wording)
    yield from _kind(old, new)
    reported = edits == days or (bool(figures) and _only_figures_differ(before, after))
    yield from _words(before, after, edits, reported=reported)
    yield from _punctuation(*whole)


def _content(claim: Claim, passage: Passage) -> _Content:
    if not passage.tokens:
        return _Content(passage, ClaimWording.of(claim))
    of, first, last, pieces = passage.version.tokens, passage.tokens[0], passage.tokens[-1], []
    for piece in claim.content:
        tokens = of.within(piece.start, piece.end)
        inside = [k for k in tokens if first <= k <= last]
        if inside:
            start = piece.start if inside[0] > first else max(piece.start, of.starts[inside[0]])
            # What follows the last word, such as "%", belongs to it.
            end = piece.end if inside[-1] == tokens[-1] else of.ends[inside[-1]]
            pieces.append(claim.article.span(start, end))
    return _Content(passage, ClaimWording.of(replace(claim, content=tuple(pieces))))


def _changed_figures(old: ClaimWording, new: ClaimWording) -> list[tuple[Quantity, Quantity]]:
    """The figures that became others; one that was only added or dropped is a rewording."""
    one, other = old.figures, new.figures
    if [f.unit for f in one] == [g.unit for g in other]:
        pairs = list(zip(one, other, strict=True))
    else:
        match = match_quantities(one, other)
        pairs = [*match.clashing, *match.agreeing]
    return [(f, g) for f, g in pairs if str(f) != str(g)]


def _figures(old: _Content, new: _Content, changed: list[tuple[Quantity, Quantity]]) -> Difference:
    alike = fuzz.ratio(" ".join(old.without_figures), " ".join(new.without_figures)) >= ONLY_FIGURES_FROM
    rounded = all(may_be_equal(a, b) for a, b in changed)
    return Difference(
        "figure" if alike else "reworded",
        "moderate" if rounded else "substantial",
        ", ".join(f"{a} -> {b}" for a, b in changed),
    )


def _only_figures_differ(old: _Content, new: _Content) -> bool:
    """Whether all words but the figures and their hedges ("about") are the same."""
    one, other = ([w for w in content.without_figures if w not in _HEDGES] for content in (old, new))
    return one == other


def _is_other_day(old: Passage, new: Passage, edit: Edit) -> bool:
    """Whether an edit replaces days of the week or months by other ones, written out or shortened."""
    one, other = old.keys_of(edit.old), new.keys_of(edit.new)
    if not (one and other and _DAYS_AND_MONTHS.issuperset(one + other)):
        return False
    return [day[:_DAY_LETTERS] for day in one] != [day[:_DAY_LETTERS] for day in other]


def _cue(old: ClaimWording, new: ClaimWording) -> Iterator[Difference]:
    before, after = old.claim.cue_text, new.claim.cue_text
    if normalised(before) == normalised(after):
        return
    cues = f"cue: {before or 'none'} -> {after or 'none'}", old.claim.cue, new.claim.cue
    if old.claim.stance != new.claim.stance or old.polarity.cue != new.polarity.cue:
        yield Difference("stance", "substantial", *cues)
    elif old.cue_stems != new.cue_stems:
        yield Difference("reworded", "moderate", *cues)


def _kind(old: Claim, new: Claim) -> Iterator[Difference]:
    if (old.kind == "indirect") != (new.kind == "indirect"):
        became = ["quotation", "paraphrase"]
        detail = " became ".join(became if new.kind == "indirect" else reversed(became))
        yield Difference("kind", "moderate", detail)


def _words(old: _Content, new: _Content, edits: Sequence[Edit], *, reported: bool) -> Iterator[Difference]:
    """The edits of the words; only their places where other differences have ``reported`` them."""
    one, other = old.passage, new.passage
    spans = (
        tuple(span for edit in edits for span in one.spans_of(edit.old)),
        tuple(span for edit in edits for span in other.spans_of(edit.new)),
    )
    if reported and edits:
        yield Difference("reworded", "minor", "", *spans)
    elif not all(_is_light(one.keys_of(edit.old), other.keys_of(edit.new)) for edit in edits):
        opposition = opposed(old.wording.polarity, new.wording.polarity)
        detail = "words: " + in_words(one, other, edits)
        yield Difference(
            "reworded",
            "substantial" if opposition else _severity(old, new, edits),
            f"{detail}; {opposition}" if opposition else detail,
            *spans,
        )


def _is_light(before: Sequence[str], after: Sequence[str]) -> bool:
    """Whether only articles differ, or a pronoun or "that" was put in or taken out, as a correction of grammar does."""
    both = {*before, *after}
    return both <= _ARTICLES or (both <= _LIGHT and not (before and after))


def _severity(old: _Content, new: _Content, edits: Sequence[Edit]) -> Severity:
    one, other = old.passage, new.passage
    if old.wording.words == new.wording.words:  # "4.2 percent" and "4.2%"
        return "minor"
    if any(_has_sentence(one, e.old) or _has_sentence(other, e.new) for e in edits if not (e.old and e.new)):
        return "substantial"
    return severity_of_rewording(
        [(one.text_of(e.old), other.text_of(e.new)) for e in edits],
        (one.text_of(one.tokens), other.text_of(other.tokens)),
    )


def _has_sentence(passage: Passage, tokens: Sequence[int]) -> bool:
    """Whether all words that a content has of one sentence are among these tokens."""
    some, all_of_it = set(tokens), set(passage.tokens)
    for sentence in {passage.version.sentence_of(k) for k in tokens}:
        inside = all_of_it.intersection(sentence)
        if len(inside) >= SENTENCE_FROM and inside <= some:
            return True
    return False


def _punctuation(old: Passage, new: Passage) -> Iterator[Difference]:
    """The difference where only the marks between the words of the contents differ."""
    edits = punctuation_edits(old, new)
    if edits:
        yield Difference(
            "reworded",
            "minor",
            "punctuation: " + in_words(old, new, edits),
            tuple(span for edit in edits for span in old.spans_of(edit.old)),
            tuple(span for edit in edits for span in new.spans_of(edit.new)),
        )
