"""Invented articles and claims, built from records alone."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from claims.errors import ClaimsError
from claims.records import Article, Block, Claim, Kind, Span, Speaker, Stance, Tag
from claims.text.claim_ids import claim_id

ELLISON = Speaker("Mara Ellison", "person", "mayor of Harrowmere")
QUILL = Speaker("Tomas Quill", "person")
POLICE = Speaker("Harrowmere Police", "organisation")


@contextmanager
def refused(*words: str) -> Iterator[None]:
    """Expect a ClaimsError of one line with these words in it, and without the password of a server."""
    with pytest.raises(ClaimsError) as caught:
        yield
    message = str(caught.value)
    assert "\n" not in message
    assert "secret" not in message
    assert all(word in message for word in words), message


def by_name(speaker: Speaker) -> str:
    """A key that knows nothing but case."""
    return speaker.name.casefold()


def aged(connection: sqlite3.Connection, to: int) -> None:
    """Make a ledger one of format ``to``, of 1 to 5, without what later formats have beside what a test takes out."""
    for view in ("latest_claims", "grouped_claims", "claim_speakers"):
        connection.execute(f"DROP VIEW {view}")
    connection.execute("DROP TABLE co_speakers")
    connection.execute("DROP INDEX ix_speakers_proposals")
    connection.execute("DROP INDEX ix_claims_doubt")
    later = [("claims", "words_confidence"), ("claims", "speaker_confidence")]
    for table, column in (*later, ("speakers", "proposals"), ("appearances", "beside")):
        if any(row[1] == column for row in connection.execute(f"PRAGMA table_info ({table})")):
            connection.execute(f"ALTER TABLE {table} DROP COLUMN {column}")
    connection.execute("DROP INDEX ix_articles_url")
    if any(row[1] == "component" for row in connection.execute("PRAGMA table_info (speakers)")):
        connection.execute("DROP INDEX ix_speakers_component")
        connection.execute("ALTER TABLE speakers DROP COLUMN component")
        connection.execute("DROP TABLE component_keys")
        connection.execute("DROP TABLE touched_components")
    connection.execute(f"PRAGMA user_version = {to}")


def article(text: str, key: str = "https://courier.example/flood", **fields: Any) -> Article:
    return Article(key, text, (Block("paragraph", 0, len(text)),), **fields)


def claim(
    of: Article,
    mention: str,
    cue: str,
    *content: str,
    speaker: Speaker | None,
    kind: Kind = "indirect",
    stance: Stance = "neutral",
    confidence: float = 0.9,
    tag: Tag = "high",
) -> Claim:
    def find(words: str) -> Span:
        start = of.text.index(words)
        return of.span(start, start + len(words))

    return Claim(
        claim_id(of.key, cue, " ".join(content)),
        of,
        (find(mention),) if mention else (),
        (find(cue),),
        tuple(find(piece) for piece in content),
        speaker,
        kind,
        stance,
        confidence,
        tag,
        act="request",
        reasons=("cue unusual", "speaker unresolved"),
    )


def long_article(number: int, sentences: int = 20) -> tuple[Article, list[Claim]]:
    """An article of ``sentences`` paragraphs with one claim each, different for every number."""
    name = POLICE.name
    said = [f"the river rose by {i} centimetres in street {number}" for i in range(sentences)]
    paragraphs = [f"{name} said {words}." for words in said]
    text = "\n\n".join(paragraphs)
    blocks, start = [], 0
    for paragraph in paragraphs:
        blocks.append(Block("paragraph", start, start + len(paragraph)))
        start += len(paragraph) + 2
    whole = Article(
        f"flood/{number:04}.txt", text, tuple(blocks), title=f"Flood, day {number}", outlet="Courier"
    )
    cue = len(name) + 1
    found = [
        Claim(
            claim_id(whole.key, "said", words),
            whole,
            (whole.span(block.start, block.start + len(name)),),
            (whole.span(block.start + cue, block.start + cue + 4),),
            (whole.span(block.start + cue + 5, block.end - 1),),
            POLICE,
            "indirect",
            "neutral",
            0.5,
            "medium",
        )
        for block, words in zip(blocks, said, strict=True)
    ]
    return whole, found
