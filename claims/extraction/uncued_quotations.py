"""Quotations without a cue of their own: none is lost, and none is given to whoever moves next.

News style gives a quotation its cue in its own sentence: it ends with a comma before the cue, or the cue leads to it.
A quoted paragraph without a cue goes on where the paragraph before ends in a quotation, and else follows from what that
paragraph reports. A sentence of action behind a full stop ("... ." Ames shrugged.) is no cue where the paragraph tells
of somebody else before.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from claims.extraction.attribution import Attribution, AttributionEvidence
from claims.extraction.cues import reports
from claims.extraction.layout import Layout
from claims.lexicons import word_set
from claims.records import Article, Span, joined
from claims.text.normalisation import normalised
from claims.text.quotations import Quotation

_PARAGRAPH = re.compile(r"[^\n]+")
_SILENT = re.compile(r"[\s.,;:…—–-]*")
_WORD = re.compile(r"\w+")
_ENDS_SENTENCE = re.compile(r"[.!?…][\"”’]*\s*\Z")
_LEAST_WORDS: Final = 3
"""Words of a quoted paragraph at least; a shorter one is a heading or a name."""
_NO_CUE: Final = word_set("function_words.stop")
_NAME: Final = r"(?:(?:[A-Z][\w'’-]*\.?|of|the|de|la|van|von|der|bin|al) )*[A-Z][\w'’-]*"
_BEHIND_COMMA = re.compile(
    r",?\s*(?:(?P<cue>[a-zß-ÿ]{3,}(?: (?:up|out|in|back|on|off))?) "
    rf"(?P<mention>(?:[a-z]+ ){{0,3}}{_NAME}|(?:the|an?|his|her|their|one|another)(?: [a-z]+){{1,2}}(?=[,.;]))"
    rf"|(?P<subject>{_NAME}|he|she|they) (?P<verb>[a-zß-ÿ]{{3,}}))"
)
"""What follows a quotation that ends with a comma: cue and mention, in either order."""

WITHOUT_CUE: Final = AttributionEvidence(content=0.85, edges=0.85, cue=0.85, link=0.85, mention=0.85)
"""What vouches for a quotation that only its paragraph's place gives to somebody."""


def with_uncued_quotations(
    article: Article, layout: Layout, found: Sequence[Attribution]
) -> list[Attribution]:
    """The attributions, in order, with every quoted paragraph in one of them.

    A paragraph that is all quotation and that no attribution covers becomes one more piece of the attribution whose
    quotation ends the paragraph before; else an attribution of its own, with the mention and cue of the last one in the
    paragraph before, or with neither. A quoted sentence that stands by itself inside a paragraph is nobody's; one that
    ends with a comma is of who follows it.
    """
    known = [_without_action(layout, a) for a in found]
    before: range | None = None
    for line in _PARAGRAPH.finditer(layout.text):
        here = range(*line.span())
        if not _is_quotation(layout, here):
            known += _lone_sentences(article, layout, here, known)
            known = _with_promised_cues(article, layout, here, known)
        elif not any(_covers(a, here) for a in known):
            content = article.span(*_trimmed(layout.text, here))
            running = _last_in(known, before) if before is not None else None
            if running is not None and _ends_quoted(layout, known[running], before):
                joint = known[running]
                known[running] = replace(joint, content=(*joint.content, content))
            else:
                said = known[running] if running is not None else None
                known.append(
                    Attribution(
                        said.mention if said else (), said.cue if said else (), (content,), WITHOUT_CUE
                    )
                )
        before = here
    return sorted(known, key=lambda a: min(s.start for s in (*a.cue, *a.content)))


def _without_action(layout: Layout, attribution: Attribution) -> Attribution:
    """An attribution without mention and cue where these are a sentence of action behind a whole quotation.

    Where nobody else is told of before in the paragraph, they are all that shows whose words these are.
    """
    cue, content = attribution.cue, attribution.content
    if not cue or not attribution.mention or not _WORD.search(cue[0].text):
        return attribution
    start = min(s.start for s in (*cue, *attribution.mention))
    first, last = content[0], content[-1]
    paragraph = layout.text.rfind("\n", 0, first.start) + 1
    behind = (
        last.end <= start
        and any(q.end == last.end and q.closed for q in layout.quoted)
        and _ENDS_SENTENCE.search(last.text) is not None
        and layout.text[last.end : start].strip() == ""
        and attribution.mention[0].start < cue[0].start
        and _WORD.search(layout.text, paragraph, first.start) is not None
    )
    if not behind or reports(normalised(joined(cue))):
        return attribution
    return replace(attribution, mention=(), cue=(), evidence=WITHOUT_CUE)


def _is_quotation(layout: Layout, here: range) -> bool:
    """Whether a paragraph is all quotation, and more than a name or a heading."""
    inside = _quotations_in(layout, here)
    if not inside or len(_WORD.findall(layout.text, here.start, here.stop)) < _LEAST_WORDS:
        return False
    if not any(c in ".!?…" for c in layout.text[inside[-1].start : inside[-1].end][-3:]):
        return False
    return all(_SILENT.fullmatch(layout.text, start, end) for start, end in _gaps(inside, here))


def _lone_sentences(
    article: Article, layout: Layout, here: range, known: Sequence[Attribution]
) -> list[Attribution]:
    """The quoted sentences of a paragraph that has other sentences, too, of which no attribution has a word."""
    found = []
    for quotation in _closed_in(layout, here):
        place = range(quotation.start, quotation.end)
        words = layout.text[place.start : place.stop]
        before = layout.text[here.start : place.start].rstrip()
        behind = layout.text[place.stop : here.stop].lstrip()
        alone = (not before or before[-1] in '.!?…”"') and (
            not behind or behind[0].isupper() or behind[0] in '“"'
        )
        if (
            alone
            and len(_WORD.findall(words)) > _LEAST_WORDS
            and _ENDS_SENTENCE.search(words)
            and not any(_touches(s, place) for a in known for s in _spans(a))
        ):
            found.append(Attribution((), (), (article.span(place.start, place.stop),), WITHOUT_CUE))
    return found


def _with_promised_cues(
    article: Article, layout: Layout, here: range, known: Sequence[Attribution]
) -> list[Attribution]:
    """The attributions, with those of quotations that open a sentence and have a comma at their end.

    The comma promises a cue: a verb and who it is that speaks. Where an attribution already says who, it is kept.
    """
    found = list(known)
    for quotation in _closed_in(layout, here):
        place = range(quotation.start, quotation.end)
        before = layout.text[here.start : place.start].rstrip()
        touching = [a for a in found if any(_touches(s, place) for s in _spans(a))]
        if (
            "," in (layout.text[quotation.inner_end - 1], layout.text[place.stop : place.stop + 1])
            and (not before or before[-1] in '.!?…”"')
            and not any(a.mention or len(a.content) > 1 for a in touching)
            and (told := _BEHIND_COMMA.match(layout.text, place.stop, here.stop))
            and (told["cue"] or told["verb"]) not in _NO_CUE
        ):
            cue, mention = ("cue", "mention") if told["cue"] else ("verb", "subject")
            who, how, what = (
                (article.span(*at),) for at in (told.span(mention), told.span(cue), (place.start, place.stop))
            )
            found = [a for a in found if a not in touching]
            found.append(Attribution(who, how, what, WITHOUT_CUE))
    return found


def _quotations_in(layout: Layout, here: range) -> Sequence[Quotation]:
    first, behind = (bisect_left(layout.quoted, at, key=lambda q: q.start) for at in (here.start, here.stop))
    return layout.quoted[first:behind]


def _closed_in(layout: Layout, here: range) -> Iterator[Quotation]:
    return (q for q in _quotations_in(layout, here) if q.closed)


def _gaps(inside: Sequence[Quotation], here: range) -> Iterator[tuple[int, int]]:
    at = here.start
    for quotation in inside:
        yield at, quotation.start
        at = quotation.end
    yield at, here.stop


def _covers(attribution: Attribution, here: range) -> bool:
    return any(_touches(s, here) for s in attribution.content)


def _touches(span: Span, here: range) -> bool:
    return span.start < here.stop and here.start < span.end


def _trimmed(text: str, here: range) -> tuple[int, int]:
    line = text[here.start : here.stop]
    return here.start + len(line) - len(line.lstrip()), here.start + len(line.rstrip())


def _last_in(known: Sequence[Attribution], here: range) -> int | None:
    """The number of the attribution that ends last in a paragraph."""
    ends = {n: max((s.end for s in _spans(a) if _touches(s, here)), default=0) for n, a in enumerate(known)}
    last = max(ends, key=ends.__getitem__, default=None)
    return last if last is not None and ends[last] else None


def _spans(attribution: Attribution) -> tuple[Span, ...]:
    return (*attribution.mention, *attribution.cue, *attribution.content)


def _ends_quoted(layout: Layout, attribution: Attribution, here: range | None) -> bool:
    """Whether an attribution's last piece of content is a quotation that ends a paragraph, or its cue does."""
    if here is None:
        return False
    pieces = [s for s in attribution.content if _touches(s, here)]
    quoted = any(q.start < p.end <= q.end for p in pieces for q in layout.quoted)
    end = max(s.end for s in _spans(attribution) if _touches(s, here))
    return quoted and not _WORD.search(layout.text, end, here.stop)
