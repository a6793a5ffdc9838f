"""An article to claims: the words of each, who says them, how, and how sure that is. In this order.

``layout``: the text to read. ``features``, ``windows``, ``tagger``: the network's scores of its words. ``stitching``,
``transitions``, ``decoding``, ``contents``: from these to each ``attribution``. ``uncued_quotations``,
``unlabelled_answers``: what the layout alone shows to be said. ``coref``: who speaks.
``confidence``: how sure that is. ``stance``, ``act``: what the cue marks. ``reasons``: what speaks against a claim.
``surroundings``: what the article shows beside each speaker's name. Another tagger than the package's is chosen in
``model``.
"""

from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path

from claims.extraction.act import act_of
from claims.extraction.attribution import Attribution, AttributionEvidence, Tagger
from claims.extraction.confidence import is_claim, tag_of, whole_confidence
from claims.extraction.coref import Resolution, resolve
from claims.extraction.layout import Layout, layout_of
from claims.extraction.model import load_tagger
from claims.extraction.reasons import reasons_of
from claims.extraction.references import Reading, References, read
from claims.extraction.stance import stance_of
from claims.extraction.surroundings import with_surroundings
from claims.extraction.tagger import NetworkTagger
from claims.extraction.uncued_quotations import with_uncued_quotations
from claims.extraction.unlabelled_answers import interviewee, is_answer, with_unlabelled_answers
from claims.records import Article, Claim, Kind, joined
from claims.text.claim_ids import claim_id
from claims.text.normalisation import normalised
from claims.text.quotations import Quoted, kind_of

__all__ = [
    "Attribution",
    "AttributionEvidence",
    "Layout",
    "NetworkTagger",
    "Reading",
    "References",
    "Tagger",
    "attributions",
    "extract",
    "load_tagger",
]

_BEFORE = 100
"""Characters before mention and cue that may show their stance."""


def extract(article: Article, model: Tagger | str | Path | None = None) -> list[Claim]:
    """The claims of an article, in the order of the text. The same article gives the same claims.

    ``model`` is a folder of other weights than the package's, the name of an installed tagger, or any :class:`Tagger`.
    Raises :class:`ClaimsError` where there is no such folder or name, and where the folder holds no model.
    """
    tagger = load_tagger(model) if model is None or isinstance(model, str | Path) else model
    layout = layout_of(article)
    quoted = Quoted(layout.quoted)
    found = read(tagger, article, layout)
    judged = [_judged(attribution, quoted, tagger) for attribution in found.attributions]
    known = {id(j.attribution): j for j in judged}
    likely = [j.attribution for j in judged if is_claim(j.attribution, j.kind, j.confidence)]
    told = with_unlabelled_answers(article, layout, with_uncued_quotations(article, layout, likely))
    asked = interviewee(article, layout, found.references) if any(map(is_answer, told)) else None
    named = [replace(a, mention=(asked,)) if asked and is_answer(a) else a for a in told]
    resolved = resolve(article, named, found.references)
    seen: Counter[tuple[str, str]] = Counter()
    claims = []
    for attribution, resolution in zip(told, resolved, strict=True):
        words = normalised(joined(attribution.cue)), normalised(joined(attribution.content))
        judgement = known.get(id(attribution)) or _judged(attribution, quoted, tagger)
        claims.append(_claim(article, judgement, resolution, quoted, seen[words]))
        seen[words] += 1
    return sorted(with_surroundings(article, claims), key=lambda c: (c.start, c.end, c.id))


def attributions(article: Article, tagger: Tagger) -> tuple[Reading, Quoted]:
    """What a tagger finds in an article, likely or not, in the order of the cues; and where the article quotes."""
    layout = layout_of(article)
    found = read(tagger, article, layout)
    whole = with_uncued_quotations(article, layout, found.attributions)
    return Reading(whole, found.references), Quoted(layout.quoted)


@dataclass(frozen=True, slots=True)
class _Judged:
    attribution: Attribution
    kind: Kind
    confidence: float


def _judged(attribution: Attribution, quoted: Quoted, tagger: Tagger) -> _Judged:
    kind = kind_of(attribution.content, quoted)
    return _Judged(attribution, kind, tagger.confidence(attribution, kind))


def _claim(
    article: Article, found: _Judged, resolution: Resolution, quoted: Quoted, occurrence: int
) -> Claim:
    attribution, sure_of_speaker = found.attribution, resolution.confidence
    confidence = whole_confidence(found.confidence, sure_of_speaker, attribution.content)
    tag = tag_of(confidence)
    cue, content = joined(attribution.cue), joined(attribution.content)
    start = min((s.start for s in (*attribution.mention, *attribution.cue)), default=0)
    return Claim(
        id=claim_id(article.key, cue, content, occurrence),
        article=article,
        mention=attribution.mention,
        cue=attribution.cue,
        content=attribution.content,
        speaker=resolution.speaker,
        kind=found.kind,
        stance=stance_of(cue, joined(attribution.mention), article.text[max(0, start - _BEFORE) : start]),
        confidence=confidence,
        tag=tag,
        act=act_of(cue, content),
        reasons=reasons_of(attribution, resolution, tag, quoted),
        words_confidence=found.confidence,
        speaker_confidence=sure_of_speaker,
    )
