"""Invented findings: two articles about a flood that never was."""

from datetime import date

import pytest

from claims.exporting import Findings
from claims.records import Article, Block, Claim, Group, Member, Span, Speaker, Verdict

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


@pytest.fixture
def findings() -> Findings:
    first = make_claim("c1", url="https://radiovale.example/1")
    second = make_claim("c2", speaker=None, outlet=None, published=None)
    group = Group("g1", (Member(first, "the fullest wording"), Member(second, "same words")))
    verdicts = (
        Verdict("c1", "Ana", date(2026, 3, 5), "correct", "true", "https://e.example", "Seen.\nTwice."),
        Verdict("c1", "Bo", date(2026, 3, 4), "wrong words", None, None, None),
    )
    return Findings((first, second), (group,), verdicts)
