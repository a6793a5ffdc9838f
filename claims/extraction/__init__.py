"""An article to claims: tagger, decoding, speakers, kind, stance, confidence."""

from collections import Counter
from functools import cache

from claims.extraction.act import act_of
from claims.extraction.attribution import Attribution, Evidence
from claims.extraction.confidence import confidence_of, tag_of
from claims.extraction.decoding import decode
from claims.extraction.kind import kind_of
from claims.extraction.layout import tagger_text
from claims.extraction.quotations import Quoted, quotations
from claims.extraction.reasons import reasons_of
from claims.extraction.speakers import resolve
from claims.extraction.stance import stance_of
from claims.extraction.tagger import Tagger
from claims.records import Article, Claim, Speaker, claim_id, joined
from claims.wording import normalised

__all__ = ["Attribution", "Evidence", "Tagger", "attributions", "extract"]


def extract(article: Article, tagger: Tagger | None = None) -> list[Claim]:
    """The claims of an article, in the order of the text.

    ``tagger`` is loaded from the package, once, where none is given. The same article gives the same claims.
    """
    found = attributions(article, tagger or _shared_tagger())
    quoted = Quoted(quotations(tagger_text(article)))
    seen: Counter[tuple[str, str]] = Counter()
    claims = []
    for attribution, speaker in zip(found, resolve(article, found), strict=True):
        words = normalised(joined(attribution.cue)), normalised(joined(attribution.content))
        claims.append(_claim(article, attribution, speaker, quoted, seen[words]))
        seen[words] += 1
    return sorted(claims, key=lambda c: (c.start, c.end, c.id))


def attributions(article: Article, tagger: Tagger) -> list[Attribution]:
    """What the tagger finds in an article, in the order of the cues."""
    features = tagger.features(tagger_text(article))
    return decode(article, features, tagger.scores(features))


def _claim(
    article: Article,
    attribution: Attribution,
    speaker: Speaker | None,
    quoted: Quoted,
    occurrence: int,
) -> Claim:
    cue, content = joined(attribution.cue), joined(attribution.content)
    kind = kind_of(attribution.content, quoted)
    confidence = confidence_of(attribution, kind)
    tag = tag_of(confidence)
    return Claim(
        id=claim_id(article.key, cue, content, occurrence),
        article=article,
        mention=attribution.mention,
        cue=attribution.cue,
        content=attribution.content,
        speaker=speaker,
        kind=kind,
        stance=stance_of(cue),
        confidence=confidence,
        tag=tag,
        act=act_of(cue, content),
        reasons=reasons_of(attribution, speaker, tag, quoted),
    )


@cache
def _shared_tagger() -> Tagger:
    return Tagger()
