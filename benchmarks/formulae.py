"""Grouping claims that are all formulae: ``formulae.py [ARTICLES ...]``, by default 250, 500 and 1,000.

Invented articles of five claims, each one of twelve sentences with another place, month or figure, by one of 2,000
speakers: nearly every two claims share words enough to be looked at, and hardly any two are the same. Printed for each
size: the claims; the pairs that share keys; those that are worth comparing; the CPU seconds of finding and comparing
them; and between two sizes the power of n with which these have grown.
"""

import math
import os
import random
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

from invented import _FIRST, _name

from claims.merging.blocking import BlockingIndex, candidate_pairs
from claims.merging.pairs import ties_of
from claims.merging.unrelated import worth_comparing
from claims.records import Article, Block, Claim, Speaker
from claims.text.claim_ids import claim_id

SIZES: Final = (250, 500, 1_000)
AN_ARTICLE: Final = 5
SPEAKERS: Final = 2_000
PLACES: Final = 200
FORMULAE: Final = (
    "the bridge over the {place} would open in {month}",
    "{n} people were killed when a fire broke out in {place}",
    "the council of {place} would not raise taxes before {month}",
    "the harbour had lost {n} boats in the storm",
    "nobody would have to leave {place} this winter",
    "the company expected sales to rise by {n} percent this year",
    "police had arrested {n} people after the protest in {place}",
    "the school in {place} would be closed until {month}",
    "the new hospital would cost {n} million dollars and open in {month}",
    "the talks with the union of {place} had failed",
    "the minister had known of the report since {month}",
    "the trial of the former mayor of {place} would begin in {month}",
)
MONTHS: Final = ("January", "February", "April", "June", "July", "September", "October", "November")


def claims_of(articles: int) -> Iterator[Claim]:
    """The claims of so many articles, the same for the same number."""
    chance = random.Random(1)  # noqa: S311
    places = [_name(chance) for _ in range(PLACES)]
    speakers = [Speaker(f"{chance.choice(_FIRST)} {_name(chance)}", "person") for _ in range(SPEAKERS)]
    for number in range(articles):
        said = [
            (
                chance.choice(speakers),
                formula.format(
                    place=chance.choice(places), month=chance.choice(MONTHS), n=chance.randint(2, 900)
                ),
            )
            for formula in chance.sample(FORMULAE, AN_ARTICLE)
        ]
        paragraphs = [f"{who.name} said {words}." for who, words in said]
        text = "\n\n".join(paragraphs)
        day = date(2031, 1, 1) + timedelta(days=number % 365)
        key = f"https://paper.example/{number}"
        article = Article(key, text, (Block("paragraph", 0, len(text)),), published=day)
        start = 0
        for (who, words), paragraph in zip(said, paragraphs, strict=True):
            cue = start + len(who.name) + 1
            yield Claim(
                claim_id(key, "said", words),
                article,
                (article.span(start, cue - 1),),
                (article.span(cue, cue + 4),),
                (article.span(cue + 5, cue + 5 + len(words)),),
                who,
                "indirect",
                "neutral",
                0.9,
                "high",
            )
            start += len(paragraph) + 2


def spent() -> float:
    """The CPU seconds of this process and of those that it started."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def measure(articles: int) -> float:
    """Group, print, and give the CPU seconds."""
    claims = list(claims_of(articles))
    began = spent()
    pairs = candidate_pairs(BlockingIndex.of(claims))
    compared = int(worth_comparing(claims, *pairs).sum())
    ties_of(range(len(claims)), claims, *pairs)
    seconds = spent() - began
    print(f"{articles:9,} {len(claims):9,} {len(pairs[0]):11,} {compared:11,} {seconds:9.1f}", flush=True)
    return seconds


def main() -> None:
    """Measure each size, and how the time grows."""
    sizes = [int(n) for n in sys.argv[1:]] or list(SIZES)
    print("{:>9} {:>9} {:>11} {:>11} {:>9}".format("articles", "claims", "pairs", "compared", "CPU s"))
    seconds = [measure(n) for n in sizes]
    for (small, fast), (large, slow) in pairwise(zip(sizes, seconds, strict=True)):
        print(f"from {small:,} to {large:,}: n^{math.log(slow / fast) / math.log(large / small):.2f}")


if __name__ == "__main__":
    main()
