"""The sentences that a claim has in one version only, the rest of it in both: a quotation was extended or cut."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from claims.records import Change, Claim, Span
from claims.text.sentences import sentences
from claims.versions.changes import SENTENCE_FROM
from claims.versions.word_alignment import AlignedVersions


def sentences_removed(old: Claim, versions: AlignedVersions) -> Change | None:
    """The sentences of a claim of which the new version has no word in their place; None where there are none."""
    gone = _gone(old, versions)
    if not gone:
        return None
    detail = "a sentence of a claim that is still there"
    return Change("removed", replace(old, content=gone), None, detail, "substantial", old_words=gone)


def sentences_added(new: Claim, versions: AlignedVersions) -> Change | None:
    """As :func:`sentences_removed`, of the new version."""
    come = _gone(new, versions.swapped)
    if not come:
        return None
    detail = "a sentence more of a claim that was there"
    return Change("added", None, replace(new, content=come), detail, "substantial", new_words=come)


def without(claim: Claim, spans: Sequence[Span]) -> Claim:
    """A claim without some of its sentences."""
    if not spans:
        return claim
    return replace(claim, content=tuple(rest for span in claim.content for rest in _rest(claim, span, spans)))


def _gone(old: Claim, versions: AlignedVersions) -> tuple[Span, ...]:
    """The whole sentences of the content that are gone; none where nothing else is left of it."""
    tokens = versions.old.tokens_of(old.content)
    gone: list[int] = []
    for start, end in sentences(old.article):
        inside = [k for k in tokens if start <= versions.old.tokens.starts[k] < end]
        if len(inside) >= SENTENCE_FROM and all(versions.to_new[k] < 0 for k in inside):
            gone += inside
    return versions.old.spans_of(gone, old.content) if len(gone) < len(tokens) else ()


def _rest(claim: Claim, span: Span, taken: Sequence[Span]) -> Iterator[Span]:
    start = span.start
    for cut in (*taken, claim.article.span(span.end, span.end)):
        if span.start <= cut.start and cut.end <= span.end:
            if any(map(str.isalnum, claim.article.text[start : cut.start])):
                yield claim.article.span(start, cut.start)
            start = cut.end
