"""What one article more costs a ledger of many: ``growth.py [ARTICLES ...]``, by default 1,000 and 10,000.

Invented articles of six claims each, which are stored as their records stand (extraction is left out), then linked and
grouped; then a few articles more, one by one. Who speaks is drawn as in the news: most claims are of people who spoke
before, the oftener the likelier (Pitman and Yor 1997), and names are as frequent as names are, so that one in a hundred
persons has the commonest surname; the most frequent ones are those that are frequent in the news. One in twelve
assertions is under a surname alone. Printed for each size:

    appearances, speakers   how many there are after the first linking
    filling, refresh        CPU seconds to store the articles, and to link and group them at once
    one more                CPU seconds to store, link and group one article more, the median of a few
    locked, of it CPU       the longest time, in seconds, for which that kept others from writing: by the clock, which
                            is longer where the machine is busy, and of the processor
    xlsx, html              CPU seconds to export the first 10,000 claims
    MB                      the most memory of a process, but for the one that invents the articles and stores them

and between each two sizes the power of n with which filling and refreshing have grown.
"""

import math
import os
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
from typing import Any, Final, TypeVar
from unittest.mock import patch

from invented import reported
from link_scale import OFFICES, PLACES, english_first_names, invented_family

from claims import desk
from claims.extraction.surroundings import with_surroundings
from claims.ledger import Ledger
from claims.linking.person_features import COMMON
from claims.records import Article, Claim, Speaker

Story = tuple[Article, list[Claim]]
_T = TypeVar("_T")

SIZES: Final = (1_000, 10_000)
AN_ARTICLE: Final = 6
ONE_BY_ONE: Final = 3
EXPORTED: Final = 10_000
AT_ONCE: Final = 500
"""So many articles are stored in one transaction while a ledger is filled."""
FAMILIES: Final = 20_000
DISCOUNT: Final = 0.7
STRENGTH: Final = 500.0
BY_SURNAME: Final = 1 / 12
"""Of the process that draws speakers: 6,000 claims have some 3,600 of them, 60,000 some 20,000."""


def people(seed: int = 5) -> Callable[[random.Random], Speaker]:
    """What draws the speaker of the next claim."""
    own = random.Random(seed)  # noqa: S311
    common = [name.title() for name in sorted(COMMON)]
    own.shuffle(common)
    invented = (invented_family("english", own) for _ in range(20 * FAMILIES))
    families = list(dict.fromkeys((*common, *invented)))[:FAMILIES]
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
        speaker = known[spoken[-1]]
        alone = chance.random() < BY_SURNAME
        return Speaker(speaker.name.split()[-1], "person") if alone else speaker

    return draw


def stories(articles: int) -> Iterator[Story]:
    """So many invented articles, each with its claims, and with these what it shows beside their speakers."""
    found = (one.claim for one in reported(articles * AN_ARTICLE, an_article=AN_ARTICLE, who=people()))
    for article, its in groupby(found, attrgetter("article")):
        yield article, with_surroundings(article, list(its))


@contextmanager
def locks() -> Iterator[list[tuple[float, float]]]:
    """How long each transaction took that keeps others from writing, by the clock and in CPU seconds."""
    held: list[tuple[float, float]] = []
    writing = Ledger._writing

    @contextmanager
    def timed(ledger: Ledger) -> Iterator[Any]:
        outer = ledger._own is None
        with writing(ledger) as connection:
            began, used = time.perf_counter(), time.process_time()
            yield connection
        if outer:
            held.append((time.perf_counter() - began, time.process_time() - used))

    with patch.object(Ledger, "_writing", timed):
        yield held


def measure(articles: int, path: Path) -> float:
    """Fill, refresh, add, export and print; gives the CPU seconds of filling and refreshing.

    Each step in a process of its own, as a command is: it remembers nothing of the others, nor is their memory its own.
    """

    def alone(work: Callable[..., _T], *given: Any) -> tuple[_T, int]:
        with ProcessPoolExecutor(1, get_context("spawn")) as pool:
            return pool.submit(_in_a_process, work, path, *given).result()

    filling, more = alone(fill, articles)[0]
    refreshing, *memory = alone(refresh)
    ones, exports = [], []
    for story in more:
        found, used = alone(one_more, *story)
        ones.append(found)
        memory.append(used)
    for ending in ("xlsx", "html"):
        seconds, used = alone(export, ending)
        exports.append(seconds)
        memory.append(used)
    with Ledger.open(path) as ledger:
        appearances, speakers = len(ledger.appearances()), len(ledger.speakers())
    figures = (
        filling,
        refreshing,
        median(used for used, _, _ in ones),
        max(by_clock for _, by_clock, _ in ones),
        max(used for _, _, used in ones),
        *exports,
    )
    print(
        f"{articles:9,} {appearances:11,} {speakers:9,}",
        *(f"{n:9.2f}" for n in figures),
        f"{max(memory) / 1000:7.0f}",
        flush=True,
    )
    return filling + refreshing


def _in_a_process(work: Callable[..., _T], *given: Any) -> tuple[_T, int]:
    """What the work gives, and the most memory, in KB, that it or a process of its own had."""
    done = work(*given)
    whose = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return done, max(resource.getrusage(one).ru_maxrss for one in whose)


def fill(path: Path, articles: int) -> tuple[float, list[Story]]:
    """Store so many articles; gives the CPU seconds, and some articles more."""
    found, seconds = stories(articles + ONE_BY_ONE), 0.0
    with Ledger.open(path, create=True) as ledger:
        left = islice(found, articles)
        while some := list(islice(left, AT_ONCE)):
            began = cpu()
            with ledger.transaction():
                for article, claims in some:
                    ledger.add(article, claims)
            seconds += cpu() - began
    return seconds, list(found)


def refresh(path: Path) -> float:
    """Link and group all at once; gives the CPU seconds."""
    with Ledger.open(path) as ledger:
        began = cpu()
        desk.refresh(ledger)
        return cpu() - began


def one_more(path: Path, article: Article, claims: list[Claim]) -> tuple[float, float, float]:
    """Add an article as a command does.

    Gives the CPU seconds, and the longest time for which others could not write, by the clock and in CPU seconds.
    """
    with locks() as held:
        start = cpu()
        with desk.open_ledger(path) as ledger:
            ledger.add(article, claims)
            desk.refresh(ledger)
        return cpu() - start, *max(held)


def export(path: Path, ending: str) -> float:
    """Export the first claims; gives the CPU seconds."""
    with desk.open_ledger(path) as ledger:
        start = cpu()
        desk.export(desk.search(ledger, limit=EXPORTED), path.with_suffix(f".{ending}"), ledger=ledger)
        return cpu() - start


def cpu() -> float:
    """The CPU seconds of this process and of those that it has started and that have ended."""
    used = os.times()
    return used.user + used.system + used.children_user + used.children_system


def main() -> None:
    """Measure each size."""
    columns = ("filling", "refresh", "one more", "locked", "of it CPU", "xlsx", "html")
    print(f"{'articles':>9} {'appearances':>11} {'speakers':>9}", *(f"{c:>9}" for c in columns), f"{'MB':>7}")
    taken: dict[int, float] = {}
    with TemporaryDirectory() as folder:
        for articles in [int(n) for n in sys.argv[1:]] or SIZES:
            taken[articles] = measure(articles, Path(folder) / f"{articles}.db")
    sizes = list(taken)
    for one, other in pairwise(sizes):
        power = math.log(taken[other] / taken[one]) / math.log(other / one)
        print(f"from {one:,} to {other:,} articles: n^{power:.2f}")


if __name__ == "__main__":
    main()
