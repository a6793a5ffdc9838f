"""Adding to a large ledger: ``merge_ledger.py [CLAIMS ...]``, by default 10,000, 100,000 and 1,000,000.

A ledger is filled with invented claims (see invented.py), ten an article, and grouped; then 100 further claims of the
same kind are added in 10 articles, and the time of merging them is taken: finding what they have to do with, comparing,
and storing the groups. Finding out which speakers of all articles are one is another step, measured by link_scale.py:
here each name is one speaker from the start. Printed beside: the seconds of filling and of the first grouping, and the
ledger's size.
"""

import sys
import time
from collections.abc import Iterable, Iterator
from itertools import groupby, islice
from operator import attrgetter
from pathlib import Path
from tempfile import TemporaryDirectory

from invented import AN_ARTICLE, reported
from sqlalchemy import func, insert, select

from claims import desk
from claims.ledger import Ledger
from claims.ledger.appearances import appearance_id
from claims.ledger.mapping import article_row, chunks, claim_row
from claims.ledger.schema import appearances, articles, claims, speakers
from claims.records import Article, Claim, short_hash

SIZES = (10_000, 100_000, 1_000_000)
ADDED = 100
AT_ONCE = 2_000  # articles


def stories(found: Iterable[Claim]) -> Iterator[tuple[Article, list[Claim]]]:
    """The articles of some claims, which come article by article, each with its own."""
    for article, its in groupby(found, attrgetter("article")):
        yield article, list(its)


def fill(ledger: Ledger, found: Iterable[tuple[Article, list[Claim]]]) -> None:
    """Put articles that are all new into a ledger, each name as one speaker."""
    with ledger._reading() as connection:
        known = set(connection.execute(select(speakers.c.id)).scalars())
        article_id = connection.execute(select(func.max(articles.c.id))).scalar() or 0
        number = connection.execute(select(func.max(appearances.c.number))).scalar() or 0
    for some in chunks(found, AT_ONCE):
        rows: dict[str, list[dict[str, object]]] = {
            "articles": [],
            "speakers": [],
            "appearances": [],
            "claims": [],
        }
        for article, its in some:
            article_id += 1
            rows["articles"].append(article_row(article) | {"id": article_id})
            own: dict[str, int] = {}
            for claim in its:
                who = claim.speaker
                assert who is not None
                name = who.name
                speaker = short_hash(name)
                if speaker not in known:
                    known.add(speaker)
                    rows["speakers"].append({"id": speaker, "name": name, "type": "person", "doubts": "[]"})
                if name not in own:
                    number += 1
                    own[name] = number
                    rows["appearances"].append(
                        {
                            "number": number,
                            "id": appearance_id(article.key, who),
                            "article_id": article_id,
                            "speaker_id": speaker,
                            "name": name,
                            "type": "person",
                            "role_offsets": "[]",
                            "probability": 1.0,
                            "reason": "same name",
                        }
                    )
                rows["claims"].append(
                    claim_row(claim, article_id=article_id, appearance=own[name], speakers=[(speaker, name)])
                )
        with ledger._writing() as connection:
            for table in (articles, speakers, appearances, claims):
                if rows[table.name]:
                    connection.execute(insert(table), rows[table.name])


def measure(count: int) -> None:
    """Fill, group, add, and print."""
    found = stories(one.claim for one in reported(count + ADDED))
    with TemporaryDirectory() as folder, Ledger.open(Path(folder) / "claims.db", create=True) as ledger:
        began = time.perf_counter()
        fill(ledger, islice(found, count // AN_ARTICLE))
        filled = time.perf_counter()
        desk.merge(ledger)
        grouped = time.perf_counter()
        size = (Path(folder) / "claims.db").stat().st_size / 1e6
        fill(ledger, found)
        added, cpu = time.perf_counter(), time.process_time()
        desk.merge(ledger)
        merged, cpu = time.perf_counter() - added, time.process_time() - cpu
    print(
        f"{count:9,} {filled - began:8.1f} {grouped - filled:9.1f} {size:9.0f} {merged:11.2f} {cpu:9.2f}",
        flush=True,
    )


def main() -> None:
    """Measure each size."""
    print(
        f"{'claims':>9} {'filled s':>8} {'grouped s':>9} {'ledger MB':>9} {'added 100 s':>11} {'its CPU s':>9}"
    )
    for count in [int(n) for n in sys.argv[1:]] or SIZES:
        measure(count)


if __name__ == "__main__":
    main()
