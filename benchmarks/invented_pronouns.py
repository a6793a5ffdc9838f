"""Invented short texts in which grammar alone says whom "he" or "she" means: what few articles show often enough.

Somebody named since the last claim, who acts in a sentence of the text, is who speaks next; a company, a storm or
a husband between is not; who is asked answers.
"""

import random
from collections.abc import Iterator
from typing import Any

MEN = [
    *("Adam Brandt", "Henrik Lund", "Pavel Novak", "Tariq Zaman"),
    *("Daniel Osei", "Luis Romero", "Kenji Mori", "Peter Vance"),
]
WOMEN = [
    *("Clara Weiss", "Ingrid Sol", "Petra Kovac", "Amina Yusuf"),
    *("Grace Mensah", "Lucia Ferrer", "Yuki Tanaka", "Helen Marsh"),
]
BODIES = ["Norvik Corp.", "Tessel Bank", "the Harbour Authority", "Storm Edda", "the Ministry of Works"]
CLAIMS = [
    "the road was closed",
    "the plan had failed",
    "prices would rise",
    "the school was full",
    "it was too late",
]
ACTS = [
    "shook {her} head.",
    "disagreed.",
    "has worked at the mill since 1998.",
    ", who lives next door, saw it happen.",
    "waited outside with {her} two sons.",
    "voted against it.",
    "runs a shop on the square.",
    "took the other view.",
]
SAID = [
    "“We will see,” {she} said.",
    "“Nobody asked us,” {she} added.",
    "{She} said nobody had come.",
    "“It is a pity,” {she} said.",
]


def invented(number: int) -> Iterator[dict[str, Any]]:
    """So many articles in the corpora's form, each with one pronoun; the same ones every time."""
    chance = random.Random(1)  # noqa: S311 - no secret
    for at in range(number):
        woman = chance.random() < 0.5
        one, other = chance.sample(WOMEN if woman else MEN, 2)
        husband = chance.choice(MEN if woman else WOMEN)
        forms = (
            {"her": "her", "she": "she", "She": "She"} if woman else {"her": "his", "she": "he", "She": "He"}
        )
        gap = chance.choice([" ", "\n\n"])
        claim = chance.choice(
            [f"{one} said {chance.choice(CLAIMS)}.", f"“{chance.choice(CLAIMS).capitalize()},” {one} said."]
        )
        body = chance.choice(BODIES)
        between, who = chance.choice(
            [
                (f"{other} {chance.choice(ACTS)}".replace(" ,", ","), other),
                (f"{other} {chance.choice(ACTS)}".replace(" ,", ","), other),
                (f"{body[0].upper()}{body[1:]} came to the town in 2009.", one),
                (f"{'Her' if woman else 'His'} neighbour, {husband}, nodded.", one),
                (f"{one} asked {other} whether that was so.", other),
            ]
        )
        said = chance.choice(SAID).format(**forms)
        text = f"{claim}{gap}{between.format(**forms)} {said}"
        start = (
            len(text) - len(said) + said.index(forms["She"] if forms["She"] in said else forms["she"] + " ")
        )
        end = start + len(forms["she"])
        content = (
            [[end + 6, len(text)]] if said.startswith(forms["She"]) else [[len(text) - len(said), start - 1]]
        )
        first = text.index(one)
        before = [[first + len(one) + 6, len(claim)]] if first == 0 else [[0, first - 1]]
        yield {
            "doc": f"invented {at}",
            "text": text,
            "attributions": [
                {"source": [[first, first + len(one)]], "cue": [], "content": before, "speaker": one},
                {"source": [[start, end]], "cue": [], "content": content, "speaker": who},
            ],
        }
