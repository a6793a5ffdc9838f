"""Invented claims, each alone in an invented article."""

from datetime import date
from itertools import count

from claims.records import Article, Block, Claim, Kind, Speaker, SpeakerType, Stance
from claims.text.claim_ids import claim_id

_NUMBER = count(1)


def claim(
    content: str,
    *,
    speaker: str | None = "Mara Ellison",
    type_: SpeakerType = "person",
    mention: str | None = None,
    cue: str = "said",
    key: str | None = None,
    kind: Kind | None = None,
    stance: Stance = "neutral",
    published: date | None = None,
) -> Claim:
    """A claim that is its article's whole text; by default each comes from an article of its own."""
    said_by = mention if mention is not None else speaker or ""
    key = key or f"https://paper-{next(_NUMBER)}.example/story"
    text = f"{said_by} {cue} {content}"
    article = Article(
        key, text, (Block("paragraph", 0, len(text)),), outlet=key.split("/")[2], published=published
    )
    starts = 0, len(said_by) + 1, len(said_by) + len(cue) + 2
    return Claim(
        id=claim_id(key, cue, content),
        article=article,
        mention=(article.span(0, len(said_by)),) if said_by else (),
        cue=(article.span(starts[1], starts[1] + len(cue)),),
        content=(article.span(starts[2], len(text)),),
        speaker=Speaker(speaker, type_) if speaker else None,
        kind=kind or ("direct" if content.startswith(("“", '"')) else "indirect"),
        stance=stance,
        confidence=0.9,
        tag="high",
    )
