"""A ledger of very many invented claims, put together as the commands would leave it, without their work.

Articles of ten claims each, whose speakers are drawn as growth.py draws them. Who is who and which claims make one
assertion is known, so that speakers and groups are stored as linking and grouping should find them; every hundredth
unit is in conflict with the next one, and nothing is left to do.
"""

import sys
from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any, Final

from growth import people
from invented import Reported, reported
from sqlalchemy import Connection, insert, select, text

from claims.ledger import Ledger
from claims.ledger import speaker_words as words
from claims.ledger.appearances import FIRST, appearance_id, speaker_row
from claims.ledger.counting import recount_all
from claims.ledger.databases import database_of
from claims.ledger.mapping import article_row, chunks, claim_row
from claims.ledger.schema import appearances, articles, claims, group_members, groups, mentions, speakers
from claims.records import Speaker, short_hash

ARTICLES_AT_ONCE: Final = 1_000
_SETTLED: Final = (
    "UPDATE claims SET unit = number",
    "INSERT INTO units SELECT number FROM claims",
    "INSERT INTO ties SELECT number, number + 1, 'conflict', 0.9, 'figure: 1 / 2' FROM claims WHERE number % 100 = 0"
    " AND number < (SELECT max(number) FROM claims)",
    "UPDATE progress SET linked = changed, grouped = changed",
)


class _Rows:
    """The rows of a ledger, article by article; ``known`` are the ids of the speakers so far, by who they are."""

    def __init__(self) -> None:
        self.known: dict[Speaker, str] = {}
        self.reported: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
        self._numbers = {"article": 0, "appearance": 0, "claim": 0}

    def of(self, stories: list[list[Reported]]) -> dict[Any, list[dict[str, Any]]]:
        """The rows of some articles, by table."""
        found: dict[Any, list[dict[str, Any]]] = {
            table: [] for table in (articles, speakers, appearances, claims, mentions)
        }
        for story in stories:
            self._story(story, found)
        return found

    def _story(self, story: list[Reported], found: dict[Any, list[dict[str, Any]]]) -> None:
        article = story[0].claim.article
        number = self._next("article")
        found[articles].append({**article_row(article), "id": number})
        here: dict[str, tuple[int, str]] = {}
        for one in story:
            claim, speaker = one.claim, one.claim.speaker
            assert speaker is not None
            id_ = appearance_id(article.key, speaker)
            if id_ not in here:
                if speaker not in self.known:
                    self.known[speaker] = id_
                    found[speakers].append(speaker_row(id_, speaker, component=id_))
                here[id_] = self._next("appearance"), self.known[speaker]
                found[appearances].append(
                    {
                        "number": here[id_][0],
                        "id": id_,
                        "article_id": number,
                        "speaker_id": here[id_][1],
                        "name": speaker.name,
                        "type": speaker.type,
                        "role": speaker.role,
                        "role_offsets": "[]",
                        "probability": 1.0,
                        "reason": FIRST,
                    }
                )
            row = claim_row(
                claim, article_id=number, appearance=here[id_][0], speakers=[(here[id_][1], speaker.name)]
            )
            place = self._next("claim")
            found[claims].append({**row, "number": place})
            found[mentions] += (
                {
                    "speaker_id": here[id_][1],
                    "article_id": number,
                    "claim_number": place,
                    "words": span.text,
                    "starts": span.start,
                    "ends": span.end,
                }
                for span in claim.mention
            )
            self.reported[one.assertion].append((place, number))

    def _next(self, what: str) -> int:
        self._numbers[what] += 1
        return self._numbers[what]


def fill(ledger: Ledger, count: int) -> None:
    """Store so many invented claims in an empty ledger."""
    rows = _Rows()
    found = reported(count, who=people())
    told: Iterator[list[Reported]] = (list(its) for _, its in groupby(found, lambda one: one.claim.article))
    for some in chunks(told, ARTICLES_AT_ONCE):
        with ledger._writing() as connection:
            for table, its in rows.of(some).items():
                if its:
                    connection.execute(insert(table), its)
    with ledger._writing() as connection:
        _group(connection, rows)
        database_of(connection).numbers_given(connection)
        for statement in _SETTLED:
            connection.execute(text(statement))
        words.note(connection, "name", (speaker.name for speaker in rows.known))
        words.note(connection, "role", (speaker.role for speaker in rows.known))
        recount_all(connection)
    ledger.tidy()


def _group(connection: Connection, rows: _Rows) -> None:
    """The claims that make one assertion in several articles, as groups."""
    names = {id_: speaker.name for speaker, id_ in rows.known.items()}
    whose = select(claims.c.number, claims.c.speaker_id)
    owner = {row.number: row.speaker_id for row in connection.execute(whose)}
    for some in chunks(sorted(rows.reported.items()), 10_000):
        several = [(number, its) for number, its in some if len({article for _, article in its}) > 1]
        ids = {number: short_hash("group", str(number)) for number, _ in several}
        made = [
            {"id": ids[n], "articles": len({a for _, a in its}), "speaker_name": names[owner[its[0][0]]]}
            for n, its in several
        ]
        members = [
            {"claim_number": claim, "group_id": ids[n], "place": at, "reason": "same assertion", "report": at}
            for n, its in several
            for at, (claim, _) in enumerate(its)
        ]
        if made:
            connection.execute(insert(groups), made)
            connection.execute(insert(group_members), members)


if __name__ == "__main__":
    with Ledger.open(sys.argv[2] if "://" in sys.argv[2] else Path(sys.argv[2]), create=True) as opened:
        fill(opened, int(sys.argv[1].replace(",", "")))
