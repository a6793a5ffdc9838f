"""Invented short texts in which grammar alone says whom "he" or "she" means: what few articles show often enough.

Somebody named since the last claim who is the subject of a sentence of the text is who speaks next, but not who is only
its object, owner or company, or named in a quotation; nor is a company, a storm or a husband between. Who is asked
answers. "Her" and "his" in a sentence are its subject's.
"""

import random
from collections.abc import Iterator
from typing import Any

from marked import parsed

from claims.lexicons import word_set

_FIRST_NAMES = {
    sex: sorted(
        word_set(f"first_names.{sex}") - word_set("first_names.either", f"first_names.{other}"),
    )
    for sex, other in (("men", "women"), ("women", "men"))
}
_SURNAMES = [
    "Achterberg", "Adeyemi", "Aliyev", "Almeida", "Bakos", "Banerjee", "Barzani", "Bergstrom", "Calloway",
    "Castellanos", "Chaudhry", "Contreras", "Dahl", "Dikshit", "Dogan", "Ekwueme", "Fadel", "Ferreira",
    "Fofanah", "Gunawardena", "Hakimov", "Haugen", "Hidalgo", "Iyer", "Jankowski", "Kagame", "Karimov", "Keita",
    "Kovacs", "Laursen", "Lindgren", "Mahlangu", "Marchetti", "Mwangi", "Nakagawa", "Nasser", "Novotny",
    "Okafor", "Oyelaran", "Papadakis", "Petrenko", "Pham", "Quispe", "Rahimi", "Renner", "Rojas", "Sandoval",
    "Sato", "Shevchenko", "Silva", "Suleiman", "Takala", "Tembo", "Thapa", "Ugarte", "Vasquez", "Wanjiru",
    "Weiss", "Yildirim", "Zapata", "Zhang",
]  # fmt: skip
CLAIMS = [
    "the road was closed",
    "the plan had failed",
    "prices would rise",
    "the school was full",
    "it was too late",
    "nobody had been paid",
    "the tests were fair",
    "the bridge would hold",
]
_QUOTED = [
    "We will see",
    "Nobody asked us",
    "It is a pity",
    "There is no money",
    "I have seen worse",
    "That is not how it was",
    "We had no choice",
    "It will not last",
]
_ACTS = [
    "shook <{her}|{B}> head.",
    "put down <{her}|{B}> cup.",
    "laughed.",
    "disagreed.",
    "has worked at the mill since 1998.",
    "waited outside with <{her}|{B}> two sons.",
    "voted against it.",
    "runs a shop on the square.",
    "took the other view.",
    "was less sure.",
    "stood at the back of the hall.",
    "lost <{her}|{B}> house in the flood.",
    "heard it on the radio.",
    "rolled <{her}|{B}> eyes.",
    "opened a window and pointed at the river.",
    "came home without <{her}|{B}> papers.",
]
_BEFORE = [
    "",
    "",
    "",
    "Councillor ",
    "But ",
    "Then ",
    "Across the street, ",
    "Outside, nurse ",
    "A week later, ",
    "Teacher ",
    "At the next table, ",
    "<{Her}|{A}> neighbour ",
    "<{Her}|{A}> deputy, ",
]
_SAYS = [
    "“{quote},” [{she}|{who}] said.",
    "“{quote},” [{she}|{who}] added.",
    "[{She}|{who}] said {second}.",
    "[{She}|{who}] told reporters that {second}.",
    "“{quote},” [{she}|{who}] told a newspaper.",
    "[{She}|{who}] believes {second}.",
    "“{quote}.” [{She}|{who}] was the last to leave.",
]
_OTHER_GOES_ON = [
    *("{before}{B} {act}",) * 5,
    "{before}{B}, who lives next door, saw it happen.",
    "{before}{B}, a driver, sees it otherwise.",
    "{before}{B} {act} {filler}",
    "{before}{B} {act} <{She}|{B}> has been there for a year.",
    "[{A}|{A}] asked {B} whether that was so.",
    "[{A}|{A}] asked {B} about the money.",
    "[{A}|{A}] asked {B} whether <{she}|{B}> was ill.",
    "[{A}|{A}] asked {B} if <{she}|{B}> had the papers.",
    "[{A} of the Herald|{A}] asked {B} why <{she}|{B}> had come.",
]
_SAME_GOES_ON = [
    "<{She}|{A}> had met {B} on Monday.",
    "<{She}|{A}> had been there with {B}.",
    "<{She}|{A}> beat {B} in the election of 2018.",
    "{a} visited {B} in hospital.",
    "{a} thanked {B} for the work.",
    "{a} opened the hall with {B}.",
    "<{Her}|{A}> letter to {B} had gone unanswered.",
    "{B}’s house stands on the other side.",
    "The car belonged to {B}.",
    "The firm of {B} built it in 1990.",
    "{body} came to the town in 2009.",
    "<{Her}|{A}> neighbour, {X}, nodded.",
    "<{Her}|{A}> {spouse}, {X}, was away.",
    "{filler}",
]
_FIRST = [
    "[{A}|{A}] said {claim}.",
    "[{A}|{A}] told the council that {claim}.",
    "“{first},” [{A}|{A}] said.",
    "“{first},” said [{A}|{A}].",
    "[Mayor {A}|{A}] said {claim}.",
    "[{A}|{A}] said {claim}. [{She}|{A}] said it again on Sunday.",
    "“{first},” [{A}|{A}] said. “{other},” [{she}|{A}] added.",
]
_FIRST_NAMES_B = [
    "[{A}|{A}] said {B} had lied.",
    "[{A}|{A}] praised {B}.",
    "[{A}|{A}] accused {B} of doing nothing.",
    "“{B} told us to wait,” [{A}|{A}] said.",
    "“I asked {B} for help,” said [{A}|{A}].",
    "[{A}|{A}] called {B} a friend.",
    "[{A}|{A}], who followed {B} in office, said {claim}.",
]
_FILLERS = ["It rained all day.", "The hall was full.", "The work took two years.", "The river rose again."]
_BODIES = ["Norvik Corp.", "Tessel Bank", "The Harbour Authority", "Storm Edda", "The Ministry of Works"]


def _people(sex: str) -> list[str]:
    chance = random.Random(sex)  # noqa: S311 - no secret
    given = chance.sample(_FIRST_NAMES[sex], 80)
    return [
        f"{name.title()} {chance.choice(_SURNAMES)}" for name in given if name.isalpha() and len(name) > 2
    ]


MEN, WOMEN = _people("men"), _people("women")


def invented(number: int) -> Iterator[dict[str, Any]]:
    """So many articles in the corpora's form, each with a pronoun in its last sentence; the same ones every time."""
    chance = random.Random(1)  # noqa: S311 - no secret
    for at in range(number):
        woman = chance.random() < 0.5
        one, other = chance.sample(WOMEN if woman else MEN, 2)
        gap = chance.choice([" ", " ", "\n\n"])
        shape = chance.random()
        who = "{B}" if shape < 0.5 else "{A}"
        says = chance.choice(_SAYS).replace("{who}", who)
        if shape < 0.5:
            marked = f"{chance.choice(_FIRST)}{gap}{chance.choice(_OTHER_GOES_ON)} {says}"
        elif shape < 0.8:
            marked = f"{chance.choice(_FIRST)}{gap}{chance.choice(_SAME_GOES_ON)} {says}"
        else:
            marked = f"{chance.choice(_FIRST_NAMES_B)}{gap}{says}"
        marked = marked.replace("{before}", chance.choice(_BEFORE)).replace("{act}", chance.choice(_ACTS))
        first, second, third = chance.sample(_QUOTED, 3)
        claim, later = chance.sample(CLAIMS, 2)
        marked = marked.format(
            A=one,
            B=other,
            a=one.split()[-1],
            X=chance.choice(MEN if woman else WOMEN),
            first=first,
            other=third,
            quote=second,
            claim=claim,
            second=later,
            filler=chance.choice(_FILLERS),
            body=chance.choice(_BODIES),
            her="her" if woman else "his",
            Her="Her" if woman else "His",
            she="she" if woman else "he",
            She="She" if woman else "He",
            spouse="husband" if woman else "wife",
        )
        yield {"doc": f"invented {at}", **parsed(marked)}
