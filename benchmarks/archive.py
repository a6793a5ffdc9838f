"""An archive on Spark beside a ledger of the same articles: ``archive.py [ARTICLES]``, by default 5,000.

Invented articles of six claims each, as growth.py draws them, stored as their records stand (extraction is left out).
Printed are the seconds that linking and merging take on Spark with two workers once it has started, the seconds that a
ledger takes to store, link and group the same, and whether speakers and groups are equal; it exits with 1 where not.
"""

import sys
import time
from collections.abc import Callable
from dataclasses import replace
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from growth import stories

from claims import corpus, desk
from claims.corpus import COLUMNS, row_of
from claims.ledger import Ledger
from claims.records import Article, Claim

ARTICLES: Final = 5_000


def seconds(work: Callable[[], Any]) -> float:
    """How long something takes."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def fill(ledger: Ledger, told: list[tuple[Article, list[Claim]]]) -> None:
    """Store all articles in one transaction, then link and group."""
    with ledger.transaction():
        for article, claims in told:
            ledger.add(article, claims)
    desk.refresh(ledger)


def compare(articles: int, folder: Path) -> bool:
    """Do both and print; whether they are equal."""
    found = sorted(islice(stories(articles), articles), key=lambda story: story[0].key)
    told = [(article, [replace(c, article=article) for c in its]) for article, its in found]
    with corpus.started("local[2]") as session, Ledger.open(folder / "claims.db", create=True) as ledger:
        rows = [{**dict.fromkeys(c.split()[0] for c in COLUMNS.split(", ")), **row_of(*s)} for s in told]
        session.createDataFrame(rows, COLUMNS).repartition(8).write.parquet(f"{folder}/extracted")
        linking = seconds(lambda: corpus.link(session, str(folder)))
        merging = seconds(lambda: corpus.merge(session, str(folder)))
        of_ledger = seconds(lambda: fill(ledger, told))
        links = session.read.parquet(f"{folder}/links").select("appearance", "speaker").collect()
        members = session.read.parquet(f"{folder}/groups").select("group", "place", "claim").collect()
        speakers = {(i, s.id) for s in ledger.speakers() for alias in s.aliases for i in alias.ids}
        groups = {(g.id, n, m.claim.id) for g in ledger.groups() for n, m in enumerate(g.members)}
    equal = {tuple(link) for link in links} == speakers and {tuple(member) for member in members} == groups
    print(f"{articles:,} articles, {len(links):,} appearances, {len(members):,} claims in groups")
    print(f"Spark: link {linking:.1f} s, merge {merging:.1f} s; ledger: {of_ledger:.1f} s")
    print(f"ratio {(linking + merging) / of_ledger:.2f}")
    print("speakers and groups are equal" if equal else "speakers or groups DIFFER")
    return equal


if __name__ == "__main__":
    with TemporaryDirectory() as scratch:
        sys.exit(not compare(int(sys.argv[1]) if len(sys.argv) > 1 else ARTICLES, Path(scratch)))
