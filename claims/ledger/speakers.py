"""Who spoke, how often and under which words."""

from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from claims.ledger.rows import read, speaker_of
from claims.ledger.schema import articles, claims, is_latest, speakers
from claims.records import Speaker


@dataclass(frozen=True, slots=True)
class SpeakerRow:
    """A speaker with the numbers of claims and articles, in the latest versions.

    ``mentions``: the words that name the speaker and in how many claims, most frequent first.
    """

    id: str
    speaker: Speaker
    claims: int
    articles: int
    mentions: tuple[tuple[str, int], ...]


def list_speakers(connection: Connection) -> list[SpeakerRow]:
    """Everybody who has a claim in a latest version, most claims first, then by name."""
    latest = claims.join(articles, articles.c.id == claims.c.article_id)
    by_mention = (
        select(claims.c.speaker_id, claims.c.mention, func.count().label("times"))
        .select_from(latest)
        .where(is_latest, claims.c.speaker_id.is_not(None), claims.c.mention != "")
        .group_by(claims.c.speaker_id, claims.c.mention)
        .order_by(func.count().desc(), claims.c.mention)
    )
    mentions: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
    for row in connection.execute(by_mention):
        mentions[row.speaker_id].append((row.mention, row.times))
    by_speaker = (
        select(
            speakers,
            func.count().label("claims"),
            func.count(claims.c.article_id.distinct()).label("articles"),
        )
        .select_from(latest.join(speakers, speakers.c.id == claims.c.speaker_id))
        .where(is_latest)
        .group_by(speakers.c.id)
        .order_by(func.count().desc(), speakers.c.name, speakers.c.id)
    )
    return [
        SpeakerRow(row.id, read(speaker_of, row), row.claims, row.articles, tuple(mentions[row.id]))
        for row in connection.execute(by_speaker)
    ]
