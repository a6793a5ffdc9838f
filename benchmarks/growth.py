"""What one article more costs a ledger of many: ``growth.py [ARTICLES ...]``, by default 1,000 and 10,000.

Invented articles of six claims each, which are stored as their records stand (extraction is left out), then linked and
grouped; then a few articles more, one by one. Who speaks is drawn as in the news: most claims are of people who spoke
before, the oftener the likelier (Pitman and Yor 1997), and names are as frequent as names are, so that one in a hundred
persons has the commonest surname. Printed for each size:

    appearances, speakers   how many there are after the first linking
    filling, refresh        CPU seconds to store the articles, and to link and group them at once
    one more                CPU seconds to store, link and group one article more, the median of a few
    locked                  the longest time, in seconds, for which that kept others from writing
    xlsx, html              CPU seconds to export the first 10,000 claims
    MB                      the most memory that the process had so far

and between each two sizes the power of n with which filling and refreshing have grown.
"""

import math
import random
import resource
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from itertools import accumulate, groupby, islice, pairwise
from multiprocessing import get_context
from operator import attrgetter
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any, Final
from unittest.mock import patch

from invented import reported
from link_scale import OFFICES, PLACES, english_first_names, invented_family

from claims import desk
from claims.ledger import Ledger
from claims.ledger.mapping import chunks
from claims.records import Article, Claim, Speaker

SIZES: Final = (1_000, 10_000)
AN_ARTICLE: Final = 6
ONE_BY_ONE: Final = 3
EXPORTED: Final = 10_000
AT_ONCE: Final = 500
"""So many articles are stored in one transaction while a ledger is filled."""
FAMILIES: Final = 20_000
DISCOUNT: Final = 0.7
STRENGTH: Final = 500.0
"""Of the process that draws speakers: 6,000 claims have some 3,600 of them, 60,000 some 20,000."""


def people(seed: int = 5) -> Callable[[random.Random], Speaker]:
    """What draws the speaker of the next claim."""
    own = random.Random(seed)  # noqa: S311
    families = list(dict.fromkeys(invented_family("english", own) for _ in range(20 * FAMILIES)))[:FAMILIES]
    firsts = list(english_first_names())
    frequent = {
        len(names): list(accumulate(1 / (k + 10) for k in range(len(names)))) for names in (families, firsts)
    }
    known: list[Speaker] = []
    spoken: list[int] = []

    def draw(chance: random.Random) -> Speaker:
        fresh = (STRENGTH + DISCOUNT * len(known)) / (STRENGTH + len(spoken))
        if chance.random() < fresh:
            first, family = (
                chance.choices(names, cum_weights=frequent[len(names)])[0] for names in (firsts, families)
            )
            office = chance.choice(OFFICES)
            role = office.format(chance.choice(PLACES)) if office else None
            known.append(Speaker(f"{first} {family}", "person", role))
            spoken.append(len(known) - 1)
        else:
            spoken.append(chance.choice(spoken))
        return known[spoken[-1]]

    return draw


def stories(articles: int) -> Iterator[tuple[Article, list[Claim]]]:
    """So many invented articles, each with its claims."""
    found = (one.claim for one in reported(articles * AN_ARTICLE, an_article=AN_ARTICLE, who=people()))
    return ((article, list(its)) for article, its in groupby(found, attrgetter("article")))


@contextmanager
def locks() -> Iterator[list[float]]:
    """How long each transaction took that keeps others from writing."""
    held: list[float] = []
    writing = Ledger._writing

    @contextmanager
    def timed(ledger: Ledger) -> Iterator[Any]:
        began, outer = time.perf_counter(), ledger._own is None
        with writing(ledger) as connection:
            yield connection
        if outer:
            held.append(time.perf_counter() - began)

    with patch.object(Ledger, "_writing", timed):
        yield held


def measure(articles: int, folder: Path) -> float:
    """Fill, refresh, add, export and print; gives the CPU seconds of filling and refreshing."""
    found = stories(articles + ONE_BY_ONE)
    with Ledger.open(folder / f"{articles}.db", create=True) as ledger:
        invented = list(islice(found, articles))
        began = time.process_time()
        for some in chunks(invented, AT_ONCE):
            with ledger.transaction():
                for article, claims in some:
                    ledger.add(article, claims)
        filled = time.process_time()
        desk.refresh(ledger)
        refreshed = time.process_time()
        with ProcessPoolExecutor(1, get_context("spawn"), max_tasks_per_child=1) as pool:
            more = [pool.submit(one_more, Path(ledger.name), *story).result() for story in found]
        exports = [_export(ledger, folder / f"sheet.{ending}") for ending in ("xlsx", "html")]
        appearances, speakers = len(ledger.appearances()), len(ledger.speakers())
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    figures = (
        filled - began,
        refreshed - filled,
        median(cpu for cpu, _ in more),
        max(locked for _, locked in more),
        *exports,
    )
    print(
        f"{articles:9,} {appearances:11,} {speakers:9,}",
        *(f"{n:8.2f}" for n in figures),
        f"{memory:7.0f}",
        flush=True,
    )
    return refreshed - began


def one_more(path: Path, article: Article, claims: list[Claim]) -> tuple[float, float]:
    """Add an article as a command does, in a process of its own, which remembers nothing of the others.

    Gives the CPU seconds, and the longest time for which others could not write.
    """
    with locks() as held:
        start = time.process_time()
        with desk.open_ledger(path) as ledger:
            ledger.add(article, claims)
            desk.refresh(ledger)
        return time.process_time() - start, max(held)


def _export(ledger: Ledger, path: Path) -> float:
    start = time.process_time()
    desk.export(desk.search(ledger, limit=EXPORTED), path, ledger=ledger)
    return time.process_time() - start


def main() -> None:
    """Measure each size."""
    columns = ("filling", "refresh", "one more", "locked", "xlsx", "html")
    print(f"{'articles':>9} {'appearances':>11} {'speakers':>9}", *(f"{c:>8}" for c in columns), f"{'MB':>7}")
    taken: dict[int, float] = {}
    with TemporaryDirectory() as folder:
        for articles in [int(n) for n in sys.argv[1:]] or SIZES:
            taken[articles] = measure(articles, Path(folder))
    sizes = list(taken)
    for one, other in pairwise(sizes):
        power = math.log(taken[other] / taken[one]) / math.log(other / one)
        print(f"from {one:,} to {other:,} articles: n^{power:.2f}")


if __name__ == "__main__":
    main()
