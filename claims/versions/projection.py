"""Annotation projection: a claim that was extracted from one version only, as it is in the other one.

As annotations are projected along word alignments from one language to another (Yarowsky and Ngai, NAACL 2001).
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from claims.records import Claim, Kind, Span, Speaker, joined
from claims.text.canonical import STOP_WORDS
from claims.text.claim_ids import claim_id
from claims.text.normalisation import PURE_QUOTATION_MARKS, QUOTATION_MARKS
from claims.versions.article_version import ArticleVersion
from claims.versions.word_alignment import AlignedVersions

CONTENT_KEPT: Final = 0.6
"""Share of a content's words, stop words left out, that must be aligned for it to be projected."""
ATTRIBUTION_KEPT: Final = 0.5
"""The same share for the words of the cue and of the mention."""
FOUND_AGAIN: Final = "found in the other version; here by its words"
"""Reason that a projected claim has beside its own."""
_SPREAD: Final = 2
"""A projected span has at most so many times the words of the original one, and ``_SLACK`` more."""
_SLACK: Final = 4
_LONGEST_EDGE: Final = 12
"""Most unaligned words that are added at an edge of a projected span."""
_STOPS: Final = frozenset(".!?…:;" + QUOTATION_MARKS)

_OPENING: Final = frozenset(QUOTATION_MARKS)
_CLOSING: Final = _OPENING | frozenset(".,!?")


def project(claim: Claim, versions: AlignedVersions) -> Claim | None:
    """A claim of the old version with the spans that it has in the new one; None where it is not there.

    Mention, cue and content must each be aligned for the greater part, and close to each other; a name in the place of
    the mention will do, and is that of another speaker. The kind follows the quotation marks there; ``reasons`` say how
    it was found.
    """

    def role(spans: tuple[Span, ...], least: float) -> tuple[Span, ...] | None:
        return _role(spans, versions, least=least)

    mention, cue = role(claim.mention, ATTRIBUTION_KEPT), role(claim.cue, ATTRIBUTION_KEPT)
    content = role(claim.content, CONTENT_KEPT)
    speaker = claim.speaker
    if mention is None and (named := _name_in_place(claim.mention, versions)):
        mention, speaker = (named,), _called(named.text, versions.new, claim)
    if mention is None or cue is None or not content or not (mention or cue):
        return None
    places = sorted((*mention, *cue, *content))
    overlap = any(a.end > b.start for a, b in pairwise(places))
    width = len(versions.new.tokens.within(places[0].start, places[-1].end))
    if overlap or width > _SPREAD * len(versions.old.tokens.within(claim.start, claim.end)) + _SLACK:
        return None
    return replace(
        claim,
        id=claim_id(versions.new.article.key, joined(cue), joined(content)),
        article=versions.new.article,
        mention=mention,
        cue=cue,
        content=content,
        speaker=speaker,
        kind=_kind(claim.kind, content),
        reasons=(*claim.reasons, FOUND_AGAIN),
    )


def _name_in_place(spans: tuple[Span, ...], versions: AlignedVersions) -> Span | None:
    """What the new version has in the place of a mention, between the same words, where it is written as a name."""
    indices = versions.old.tokens_of(spans)
    if len(spans) != 1 or not 0 < indices[0] <= indices[-1] < len(versions.to_new) - 1:
        return None
    before, after = versions.to_new[indices[0] - 1], versions.to_new[indices[-1] + 1]
    if before < 0 or not before + 1 < after <= before + 1 + _SPREAD * len(indices) + _SLACK:
        return None
    if any(versions.to_old[k] >= 0 for k in range(before + 1, after)):
        return None
    tokens = versions.new.tokens
    found = versions.new.article.span(tokens.starts[before + 1], tokens.ends[after - 1])
    return found if all(word[0].isupper() for word in found.text.split()) else None


def _called(name: str, version: ArticleVersion, claim: Claim) -> Speaker | None:
    """The speaker of a version's claims who has a name; else somebody of that name, of the type of the claim's."""
    words = set(name.casefold().split())
    for other in version.claims:
        for speaker in other.claim.speakers:
            if words <= set(speaker.name.casefold().split()):
                return speaker
    return Speaker(name, claim.speaker.type) if claim.speaker else None


def _role(spans: tuple[Span, ...], versions: AlignedVersions, *, least: float) -> tuple[Span, ...] | None:
    """The spans of a mention, cue or content in the new version; None where too few of the words are left."""
    to_new, indices = versions.to_new, versions.old.tokens_of(spans)
    counted = [k for k in indices if versions.old.tokens.keys[k] not in STOP_WORDS] or indices
    if sum(to_new[k] >= 0 for k in counted) < least * len(counted):
        return None
    found = []
    for span in spans:
        inside = versions.old.tokens.within(span.start, span.end)
        kept = [to_new[k] for k in inside if to_new[k] >= 0]
        if not kept:
            continue
        first, last = min(kept), max(kept)
        if last - first >= _SPREAD * len(inside) + _SLACK:
            return None
        # Where the words at an edge were replaced, their replacements are part of it, too.
        if to_new[inside[0]] < 0:
            first = _extended(versions, first, -1)
        if to_new[inside[-1]] < 0:
            last = _extended(versions, last, 1)
        tokens = versions.new.tokens
        found.append(_with_marks(span, versions.new, tokens.starts[first], tokens.ends[last]))
    return tuple(found)


def _extended(versions: AlignedVersions, at: int, step: int) -> int:
    """The last of the unaligned tokens that follow a token in one direction (1 or -1), in the same sentence."""
    tokens, text = versions.new.tokens, versions.new.article.text
    for _ in range(_LONGEST_EDGE):
        following = at + step
        if not 0 <= following < len(tokens.keys) or versions.to_old[following] >= 0:
            break
        low, high = sorted((at, following))
        if not _STOPS.isdisjoint(text[tokens.ends[low] : tokens.starts[high]]):
            break
        at = following
    return at


def _with_marks(span: Span, other: ArticleVersion, start: int, end: int) -> Span:
    """A span of the other version, with quotation marks and stops at its edges where the original span has some."""
    text = other.article.text
    if span.text[0] in _OPENING and start and text[start - 1] in _OPENING:
        start -= 1
    if span.text[-1] in _CLOSING:
        for _ in range(2):
            end += end < len(text) and text[end] in _CLOSING
    return other.article.span(start, end)


def _kind(kind: Kind, content: Sequence[Span]) -> Kind:
    """The kind of a claim that was of this kind in the other version, by the quotation marks of its content."""
    quoted = any(s.text[0] in _OPENING or not PURE_QUOTATION_MARKS.isdisjoint(s.text) for s in content)
    if quoted:
        return "mixed" if kind == "indirect" else kind
    return "indirect"
