"""Invented claims in articles about a flood that never was."""

from datetime import date

from claims.records import Article, Block, Claim, Span, Speaker

MARWICK = Speaker("Ilse Marwick", "person", "mayor")


def make_claim(
    number: str = "c1",
    text: str = "“The dam held,” said Ilse Marwick.",
    speaker: Speaker | None = MARWICK,
    **article: object,
) -> Claim:
    """A claim in which the content comes before the first comma, then cue and mention."""
    settings = {"title": "Flood", "outlet": "Radio Vale", "published": date(2026, 3, 2)} | article
    source = Article("flood.txt", text, (Block("paragraph", 0, len(text)),), **settings)  # type: ignore[arg-type]
    mention, cue, content = (
        tuple(Span(text.index(w), text.index(w) + len(w), w) for w in words)
        for words in (["Ilse Marwick"], ["said"], ["“The dam", "held,”"])
    )
    return Claim(number, source, mention, cue, content, speaker, "direct", "neutral", 0.875, "high")
