"""Invented findings: a flood in the invented town of Tarnholt, as two outlets told it."""

from dataclasses import replace
from datetime import date
from typing import Any

from openpyxl.worksheet.worksheet import Worksheet

from claims.exporting import Findings
from claims.records import Article, Block, Claim, Group, Member, Speaker, Verdict

MAYOR = Speaker("Ilse Marwick", "person", "mayor of Tarnholt")
COUNCIL = Speaker("Tarnholt Town Council", "organisation")


def article(text: str, **settings: Any) -> Article:
    given: dict[str, Any] = {
        "title": "The dam gives way",
        "outlet": "Radio Vale",
        "published": date(2026, 3, 2),
    } | settings
    return Article(given.pop("key", "flood.txt"), text, (Block("paragraph", 0, len(text)),), **given)


def claim(source: Article, identifier: str, mention: str, cue: str, *content: str, **settings: Any) -> Claim:
    def spans(*words: str) -> Any:
        return tuple(source.span(source.text.index(w), source.text.index(w) + len(w)) for w in words if w)

    given: dict[str, Any] = {
        "speaker": MAYOR,
        "kind": "indirect",
        "stance": "neutral",
        "confidence": 0.9,
        "tag": "high",
        "words_confidence": 0.95,
        "speaker_confidence": 0.97,
    } | settings
    return Claim(identifier, source, spans(mention), spans(cue), spans(*content), **given)


VALE = article(
    "Mayor Ilse Marwick said the dam had held for forty years. She denied that anyone had been warned. "
    "“We were told nothing,” it was said in the crowd.",
    key="https://radiovale.example/flood?id=7",
    url="https://radiovale.example/flood?id=7",
)
COURIER = article(
    "The dam had held for forty years, according to Marwick. Schools stay closed, the council announced.",
    key="courier.html",
    path="courier.html",
    outlet="The Tarnholt Courier",
    published=date(2026, 3, 4),
)

CLAIMS = (
    claim(VALE, "aaaaaaaaaaaa", "Mayor Ilse Marwick", "said", "the dam had held for forty years"),
    claim(
        VALE, "bbbbbbbbbbbb", "She", "denied", "that anyone had been warned",
        stance="denying", confidence=0.61, tag="medium",
    ),
    claim(VALE, "cccccccccccc", "", "said in the crowd", "“We were told nothing,”",
          speaker=None, kind="direct", confidence=0.3, tag="low"),
    claim(COURIER, "dddddddddddd", "Marwick", "according to", "The dam had held for forty years"),
    claim(COURIER, "eeeeeeeeeeee", "the council", "announced", "Schools stay closed",
          speaker=COUNCIL, stance="announcing"),
)  # fmt: skip
GROUPS = (
    Group("g1", (Member(CLAIMS[0], "the fullest wording"), Member(CLAIMS[3], "same speaker, same words"))),
)
VERDICT = Verdict(
    "aaaaaaaaaaaa",
    "Ana",
    date(2026, 3, 9),
    "correct",
    "mostly true",
    "https://e.example/1",
    "Checked.\nTwice.",
)
FINDINGS = Findings(CLAIMS, GROUPS, (VERDICT,))


def many(count: int) -> Findings:
    """As many claims, each with an id of its own."""
    return Findings(tuple(replace(CLAIMS[n % 5], id=f"{n:012x}") for n in range(count)))


def records(page: Worksheet) -> list[dict[str, Any]]:
    """The rows of a page below its header, by their headings."""
    headings, *rows = page.iter_rows(values_only=True)
    return [dict(zip(map(str, headings), row, strict=True)) for row in rows]
