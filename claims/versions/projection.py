"""A claim that was found in one version only, found again by its words in the other."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from claims.records import Claim, Kind, Span, joined
from claims.text.canonical import STOP_WORDS
from claims.text.claim_ids import claim_id
from claims.text.normalisation import QUOTATION_MARKS
from claims.versions.sides import Sides
from claims.versions.version import Version

CONTENT_KEPT: Final = 0.6
"""Share of a content's telling words that must still stand there in one place."""
ATTRIBUTION_KEPT: Final = 0.5
"""Share of the words of the cue and of the mention that must."""
_SPREAD: Final = 2
"""So many times as long as it was a piece may have become ..."""
_SLACK: Final = 4
"""... and so many words more."""
_LONGEST_EDGE: Final = 12
"""So many new words at an edge at most."""
_STOPS: Final = frozenset(".!?…:;" + QUOTATION_MARKS)
FOUND_AGAIN: Final = "found in the other version; here by its words"

_OPENING: Final = frozenset(QUOTATION_MARKS)
_DOUBLE: Final = _OPENING - frozenset("'’‘`´‚‛")
_CLOSING: Final = _OPENING | frozenset(".,!?")


def found_again(claim: Claim, sides: Sides) -> Claim | None:
    """A claim of the old version as it stands in the new one, with its spans there; None where it does not.

    Mention, cue and content must all have stayed in one place, each for the greater part.
    """

    def role(spans: tuple[Span, ...], least: float) -> tuple[Span, ...] | None:
        return _role(spans, sides, least=least)

    mention, cue = role(claim.mention, ATTRIBUTION_KEPT), role(claim.cue, ATTRIBUTION_KEPT)
    content = role(claim.content, CONTENT_KEPT)
    if mention is None or cue is None or not content or not (mention or cue):
        return None
    places = sorted((*mention, *cue, *content))
    overlap = any(a.end > b.start for a, b in pairwise(places))
    width = len(sides.new.words.within(places[0].start, places[-1].end))
    if overlap or width > _SPREAD * len(sides.old.words.within(claim.start, claim.end)) + _SLACK:
        return None
    return replace(
        claim,
        id=claim_id(sides.new.article.key, joined(cue), joined(content)),
        article=sides.new.article,
        mention=mention,
        cue=cue,
        content=content,
        kind=_kind(claim.kind, content),
        reasons=(*claim.reasons, FOUND_AGAIN),
    )


def _role(spans: tuple[Span, ...], sides: Sides, *, least: float) -> tuple[Span, ...] | None:
    """The spans of one role in the new version; None where too few of the words are left."""
    there, indices = sides.there, sides.old.indices(spans)
    telling = [k for k in indices if sides.old.words.keys[k] not in STOP_WORDS] or indices
    if sum(there[k] >= 0 for k in telling) < least * len(telling):
        return None
    found = []
    for span in spans:
        inside = sides.old.words.within(span.start, span.end)
        kept = [there[k] for k in inside if there[k] >= 0]
        if not kept:
            continue
        first, last = min(kept), max(kept)
        if last - first >= _SPREAD * len(inside) + _SLACK:
            return None
        # Where the words at an edge became others, these are part of it, too.
        if there[inside[0]] < 0:
            first = _replaced(sides, first, -1)
        if there[inside[-1]] < 0:
            last = _replaced(sides, last, 1)
        words = sides.new.words
        found.append(_edged(span, sides.new, words.starts[first], words.ends[last]))
    return tuple(found)


def _replaced(sides: Sides, at: int, step: int) -> int:
    """The last of the new words that follow a kept one in one direction, inside of the same sentence."""
    words, text = sides.new.words, sides.new.article.text
    for _ in range(_LONGEST_EDGE):
        following = at + step
        if not 0 <= following < len(words.keys) or sides.back[following] >= 0:
            break
        low, high = sorted((at, following))
        if not _STOPS.isdisjoint(text[words.ends[low] : words.starts[high]]):
            break
        at = following
    return at


def _edged(span: Span, other: Version, start: int, end: int) -> Span:
    """A span of the other version with the quotation marks and stops at its edges that the claim's own has."""
    text = other.article.text
    if span.text[0] in _OPENING and start and text[start - 1] in _OPENING:
        start -= 1
    if span.text[-1] in _CLOSING:
        for _ in range(2):
            end += end < len(text) and text[end] in _CLOSING
    return other.article.span(start, end)


def _kind(kind: Kind, content: Sequence[Span]) -> Kind:
    """How a claim of this kind is to be called where its content is quoted, or is not."""
    quoted = any(s.text[0] in _OPENING or not _DOUBLE.isdisjoint(s.text) for s in content)
    if quoted:
        return "mixed" if kind == "indirect" else kind
    return "indirect"
