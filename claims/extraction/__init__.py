"""An article to claims: tagger, decoding, speakers, kind, stance, confidence."""

from collections import Counter
from dataclasses import dataclass
from functools import cache

from claims.extraction.act import act_of
from claims.extraction.attribution import Attribution, Evidence
from claims.extraction.confidence import confidence_of, is_claim, tag_of
from claims.extraction.decoding import decode
from claims.extraction.kind import kind_of
from claims.extraction.layout import tagger_text
from claims.extraction.quotations import Quoted, quotations
from claims.extraction.reasons import reasons_of
from claims.extraction.speakers import resolve
from claims.extraction.stance import stance_of
from claims.extraction.tagger import Tagger
from claims.records import Article, Claim, Kind, Speaker, claim_id, joined
from claims.wording import normalised

__all__ = ["Attribution", "Evidence", "Tagger", "attributions", "extract"]


def extract(article: Article, tagger: Tagger | None = None) -> list[Claim]:
    """The claims of an article, in the order of the text.

    ``tagger`` is loaded from the package, once, where none is given. The same article gives the same claims.
    """
    found, quoted = attributions(article, tagger or _shared_tagger())
    judged = [_judged(attribution, quoted) for attribution in found]
    likely = [j for j in judged if is_claim(j.attribution, j.confidence)]
    speakers = resolve(article, [j.attribution for j in likely])
    seen: Counter[tuple[str, str]] = Counter()
    claims = []
    for one, speaker in zip(likely, speakers, strict=True):
        words = normalised(joined(one.attribution.cue)), normalised(joined(one.attribution.content))
        claims.append(_claim(article, one, speaker, quoted, seen[words]))
        seen[words] += 1
    return sorted(claims, key=lambda c: (c.start, c.end, c.id))


def attributions(article: Article, tagger: Tagger) -> tuple[list[Attribution], Quoted]:
    """What the tagger finds in an article, likely or not, in the order of the cues; and where the article quotes."""
    text = tagger_text(article)
    marked = quotations(text)
    features = tagger.features(text)
    found = decode(article, features, tagger.scores(features), tagger.transitions, marked)
    return found, Quoted(marked)


@dataclass(frozen=True, slots=True)
class _Judged:
    attribution: Attribution
    kind: Kind
    confidence: float


def _judged(attribution: Attribution, quoted: Quoted) -> _Judged:
    kind = kind_of(attribution.content, quoted)
    return _Judged(attribution, kind, confidence_of(attribution, kind))


def _claim(
    article: Article, found: _Judged, speaker: Speaker | None, quoted: Quoted, occurrence: int
) -> Claim:
    attribution, tag = found.attribution, tag_of(found.confidence)
    cue, content = joined(attribution.cue), joined(attribution.content)
    return Claim(
        id=claim_id(article.key, cue, content, occurrence),
        article=article,
        mention=attribution.mention,
        cue=attribution.cue,
        content=attribution.content,
        speaker=speaker,
        kind=found.kind,
        stance=stance_of(cue),
        confidence=found.confidence,
        tag=tag,
        act=act_of(cue, content),
        reasons=reasons_of(attribution, speaker, tag, quoted),
    )


@cache
def _shared_tagger() -> Tagger:
    return Tagger()
