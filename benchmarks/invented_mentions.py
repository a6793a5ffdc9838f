"""Invented short texts in which grammar alone says whom a mention means: kinds that few annotated articles show.

"The senator" is the one named last; "they" and "both men" are those who spoke or met together; "the company" is the
only firm; "that" is of whom the noun before is set off from; of a list all names speak, of "the mayor of X" none; who
is asked answers.
"""

import random
from collections.abc import Iterator
from typing import Any

from invented_pronouns import CLAIMS, MEN, WOMEN
from marked import parsed

FIRMS = [
    "Norvik",
    "Tesselmark",
    "Brightwater",
    "Orlane",
    "Castell Foods",
    "Damson Air",
    "Pellworth",
    "Quarrix",
]
PLACES = ["Arnhold", "Weststrand", "Kelmar", "Osbury", "Lindau", "Port Amsel", "Brackwater", "Vinterby"]
ROLES = ["senator", "minister", "mayor", "judge", "professor", "coach", "captain", "lawyer"]
CHIEFS = ["finance chief", "chief executive", "chairwoman", "director", "new president", "spokesman"]
KINDS = ["company", "firm", "group", "technology giant", "manufacturer", "company", "start-up"]
BODIES = [
    "PALSA",
    "Cosaru",
    "UNDRO",
    "Lintas",
    "KRSF",
    "Sentinela",
    "Oxhelp",
    "Tamis Watch",
    "BARC",
    "Naftorin",
]
CALLED = [
    "weather bureau",
    "labour federation",
    "regulator",
    "watchdog",
    "union",
    "aid agency",
    "advocacy group",
    "broadcaster",
    "governing body",
    "election body",
    "think tank",
    "rights group",
    "organisation",
    "trade body",
]
OTHERS = [
    "interior ministry",
    "fire brigade",
    "coast guard",
    "city council",
    "foreign ministry",
    "army",
    "embassy",
    "prosecution",
]
FILLERS = [
    "It rained all day.",
    "The hall was full.",
    "The work took two years.",
    "Nobody was hurt.",
    "The bridge is older than the town.",
]
PEOPLES = [
    "Czech",
    "Belarusian",
    "Kenyan",
    "Tunisian",
    "Swede",
    "Briton",
    "Colombian",
    "Chinese",
    "Korean",
    "Finn",
]
KIN = ["mother", "father", "sister", "brother", "daughter", "son", "neighbour", "lawyer"]
SOURCES = ["source", "official", "aide", "insider", "critic", "observer", "senior official"]
CROWDS = [
    "farmers",
    "residents",
    "protesters",
    "nurses",
    "students",
    "miners",
    "relatives",
    "officers",
    "teachers",
    "survivors",
    "lawmakers",
    "doctors",
    "officials",
    "campaigners",
    "workers",
    "villagers",
]
PAPERS = [
    "Morgenpost",
    "Daily Beacon",
    "El Farol",
    "Evening Mail",
    "La Vigie",
    "Sunday Ledger",
    "Gazeta Nowa",
]
HELD_BY = ["widow", "sister", "brother", "neighbour", "cousin", "lawyer"]
ASKED = ["whether that was true", "about the money", "why nobody came", "if the report was right"]

TEMPLATES = [
    "{Role} {A} opened the dam. {Role} {B} closed it.{gap}[The {role}|{B}] said {claim}.",
    "{Role} {A} left early. {Role} {B} stayed until the end.{gap}[The {role}|{B}] told reporters {claim}.",
    "[{Role} {A}|{A}] said {claim}. {Role} {B} took another view.{gap}“It is a pity,” [the {role}|{B}] said.",
    "{A} and {B} debated on Monday. {a} spoke first. {filler}{gap}[The candidates|{A}; {B}] both said {claim}.",
    "{A} and {B} met on Friday. {filler}{gap}[{both}|{A}; {B}] said {claim}.",
    "[{A} and {B}|{A}; {B}] said {claim}. {filler}{gap}[They|{A}; {B}] said they would come back.",
    "[{A} and {B}|{A}; {B}] wrote a book about {X}.{gap}{filler} Still, [they|{A}; {B}] argue, {claim}.",
    "It was founded by {A}, president of {F}, a private company [that|{F}] says {claim}.",
    "She works for {F}, a small firm [which|{F}] says {claim}.",
    "He turned to {F}, an agency [that|{F}] warned {claim}.",
    "[{A} of the {X} Herald|{A}] asked {B} {asked}.{gap}“I know nothing of it,” [{he}|{B}] said.",
    "[{A}|{A}] asked {B} {asked}. “Ask somebody else,” [{he}|{B}] replied.",
    "[{F}|{F}] opened a mill in {X}. {filler}{gap}[The {kind}|{F}] said {claim}.",
    "[{F}|{F}] cut 300 jobs on Friday.{gap}[The {kind}|{F}] said {claim}.",
    "{F} bought a mine in {X}. {filler} [The {kind}|{F}] says {claim}.",
    "{A} founded the firm. [{a} and the firm's {chief}, {B}|{A}; {B}], said {claim}.",
    "[{A} and the club's {chief}, {B},|{A}; {B}] said {claim}. {filler}",
    "[The mayor of {X}|mayor of {X}] said {claim}. {filler}{gap}[The mayor of {Y}|mayor of {Y}] said it was not so.",
    "[The governor of {X}|governor of {X}] said {claim}. [The governor of {Y}|governor of {Y}] disagreed.",
    "[Residents of {X}, {Y} and {Z}|Residents of {X}, {Y} and {Z}] said {claim}.",
    "[A team led by {A}|team led by {A}] found {claim}. {filler}",
    "[Officials at the {X} Water Board|Officials at the {X} Water Board] said {claim}.",
    "{F} closed a mill. [The {F} report|{F}] said {claim}.",
    "[A statement on the website of {F}|{F}] said {claim}. {filler}",
    "[{F}'s annual report|{F}] said {claim}. {filler}",
    "[The {F} website|{F}] says {claim}.",
    "{Role} {A} met {B}, who teaches in {Y}. {filler}{gap}[The {X} {noun}|{X} {noun}] said nothing but {claim}.",
    "[Residents|Residents] said {claim}. [{A}|{A}] denied it. {filler}{gap}[The witness|witness] left.",
    "[A former {F} executive|former {F} executive] said {claim}. {filler}",
    "[Former {F} chairman|{A}] fears {claim}\n\nFormer {F} chairman {A} spoke on Monday. {filler}",
    "[A former {role} from {X}|{A}] said on Monday {claim}.{gap}{A}, who left office in 2019, spoke at a school.",
    "[Mayor of {X} {A}|{A}] said {claim}. {filler}{gap}[The mayor of {Y}|mayor of {Y}] disagreed.",
    "[{F} {chief} {A}|{A}] said {claim}. {filler}{gap}[{G}'s {chief}|{G}'s {chief}] disagreed.",
    "[{F}'s {chief}|{F}'s {chief}] said {claim}. [{G}'s {chief}|{G}'s {chief}] disagreed.",
    "[{F}'s {chief}|{F}'s {chief}] said {claim}. [{G}'s {chief}|{G}'s {chief}] said no. [The {chief}|{G}'s {chief}] "
    "left.",
    "{X} {role} {A} came to the fair. {filler}{gap}[{Y}'s {role}|{Y}'s {role}] said {claim}.",
    "{X} {role} {A} came to the fair. {filler}{gap}[{X}'s {role}|{A}] said {claim}.",
    "Vice President {A} came. [The president|president] said no. {filler} [The vice president|{A}] said {claim}.",
    "{Role} {A} met former {role} {B}. [The {role}|{A}] said no. [The former {role}|{B}] said {claim}.",
    "Democratic {Role} {A} met Republican nominee {B}. [The {role}|{A}] said {claim}.{gap}[The Republican nominee|{B}] "
    "said no. {filler} [The Democratic {role}|{A}] laughed.",
    "{Role} {A} and {Role} {B} met. {filler}{gap}[A {role} from {X}|{role} from {X}] said {claim}.",
    "[{Role} {A}|{A}] praised the plan. {filler}{gap}[A {source}|{source}] said {claim}.",
    "[Officials|Officials] said {claim}. [{Role} {A}|{A}] denied it. {filler}{gap}[The {source}|{source}] left.",
    "Two people, {A} and {B}, met at the mill. {filler}{gap}[{B}'s {role}|{B}'s {role}] said {claim}.",
    "[The {role}|{role}] said {claim}. {filler}{gap}{Noun} {A} came late.",
    "[The {X} {role}|{X} {role}] asked for ten years for a former guard.{gap}Lawyers for {A} said he was ill.",
    "[The {role}|{A}] said {claim}. {filler}{gap}{A}, the {role}, then left by boat.",
    "[The {role}|{A}] said {claim}.{gap}The {role}, {A}, met {noun} {B}. {filler}",
    "[The {X} {role}|{A}] said {claim}.{gap}{filler} Later the {role}, {A}, was cheered by {B}.",
    "[The {role}|{role}] said {claim}. {Noun} {A} met {noun} {B}.{gap}[The {role}|{role}] went home.",
    "[The {role}|{role}] said {claim}. Deputy {role} {A} was away. {filler}",
    "{Noun} {A} came by train. {filler}{gap}[The deputy {role}|deputy {role}] said {claim}.",
    "[The {kind}|{F}] cut its prices on Monday.{gap}{F} said {claim}. {filler}",
    "[{X}'s central bank|{X}'s central bank|central bank;{X} central bank] kept its rate. {A} of {F} Bank doubted "
    "it.{gap}[The bank|{X}'s central bank|central bank;bank;{X} central bank] said {claim}.",
    "[The commander of the {X} garrison|commander of the {X} garrison] said {claim}. {Role} {A} praised him.",
    "[An aide to {Role} {A}|aide to {Role} {A}] said {claim}. {filler}",
    "{G} waited. [Its rival, {F}, which|{F}] has a mill in {X}, said {claim}.",
    "[{G}'s biggest owner, {F}|{F}], said {claim}. {filler}",
    "[{a}'s {role}, {B}|{B}], said {claim}. [{He}|{B}] asked for a week.",
    "[{Role} {A}|{A}] opened the fair. {Noun} {B} watched.{gap}[The {role}|{A}] said {claim}.",
    "{B} came second. {A} won the race by a minute.{gap}“It is a pity,” [the {people}|{A}] said. {filler}",
    "[{A}|{A}] said {claim}. {filler}{gap}[The {people}|{A}] beat {B} on Sunday, and said it was easy.",
    "{people} {A} met {B} in {X}. {filler} [The {people}|{A}] said {claim}.",
    "{B} fell ill. {A} played all night.{gap}[The {age}-year-old|{A}] said {claim}. {filler}",
    "[{A}|{A}] said {claim}. {B} had left by then.{gap}“I was late,” [the {age}-year-old|{A}] added.",
    "{F} bought a mine in {X}. {filler}{gap}[The {people} {kind}|{F}] said {claim}.",
    "Rival {G} beat {F} in {X}. [{G}|{G}] did not comment. {F} closed a mill.{gap}[The {people} {kind}|{F}] said "
    "{claim}.",
    "[{N}|{N}] said {claim}. [The {called}|{N}] warned that it would not last. {filler}",
    "[{N}|{N}] said {claim}. {filler}{gap}[The {called}|{N}] added that it would not last.",
    "[{A}|{A}] said {claim}. [{N}|{N}] said no.{gap}[The {called}|{N}] said it was too late.",
    "{A} joined {N} in 2019. {filler}{gap}[The {called}|{N}] said {claim}.",
    "[{N}|{N}] said {claim}. [The {other}|{other}] said no. {filler}",
    "[{A}|{A}] said {claim}. {filler}{gap}[The {called}|{called}] said no.",
    "[{A}|{A}] said {claim}. {B} of {N} was away. {filler}{gap}[The {other}|{other}] said no.",
    "[{G}|{G}] said {claim}, and that {F} would help.{gap}[The {people} {kind}|{F}] said it was glad.",
    "[{A}|{A}] said {claim}. {B} did not.{gap}[The {kin}, who cannot be named|{kin}], said it was late.",
    "[{A}|{A}] said {claim}. {filler}{gap}[{His} {kin}|{A}'s {kin}|{kin}] said it was late.",
    "[{A}|{A}] spoke to {B}. “{A} is a friend,” [{he}|{B}] said. {filler}",
    "{A} met {B} in {X}. {filler}{gap}“{A} will be the next {role},” [{he}|{B}] said.",
    "[{A}|{A}] said {claim}. {B} was in the hall.{gap}“I have known {a} for years,” [{he}|{B}] said.",
    "{B} beat {A} in {X}. “{a} was unlucky,” [{he}|{B}] said. {filler}",
    "{Crowd} blocked the road to {X} on Monday. {filler} [They|{crowd}] said {claim}.",
    "{Role} {A} met {crowd} in {X}. {filler}{gap}[They|{crowd}] said {claim}.",
    "{Crowd} waited at the gate for {Role} {A}.{gap}“It is a pity,” [they|{crowd}] said.",
    "[{F}|{F}] cut 300 jobs. {Crowd} marched to its office.{gap}[They|{crowd}] said {claim}.",
    "Two {crowd} from {X} were fined by {F}. [They|Two {crowd}|two {crowd};{crowd}] said {claim}.",
    "[{Crowd}|{crowd}] said {claim}. {Role} {A} did not answer.{gap}[They|{crowd}] asked for a week.",
    "[{A} and {B}|{A}; {B}] spoke to {crowd} in {X}.{gap}[They|{A}; {B}] said {claim}. {filler}",
    "{F} wrote to {crowd} in {X}. {filler}{gap}[The {kind}|{F}] said {claim}.",
    "[A {X} {noun}|{A}] said {claim}.{gap}The {noun}, {A}, {age}, went home late. {filler}",
    "[A {noun} in {X}|{A}] said {claim}. {filler}\n\n{A}, {age}, had seen it all from the bridge.",
    "[A {noun} in {X}|{noun} in {X}|{noun}] said {claim}. {filler}\n\n{Role} {A}, {age}, came late.",
    "[One of the rescued {crowd}|{A}] said {claim}. {filler}\n\n{A} was the third to leave by boat.",
    "[The dead {noun}'s {held}|{A}] said {claim}.\n\n{A}, {age}, asked for a new trial. {filler}",
    "[The dead {noun}'s {held}|dead {noun}'s {held}] said {claim}.\n\n{Role} {A}, {age}, was away. {filler}",
    "[The former {role}|{A}] said {claim}. {F} said no.\n\n{A} left office in 2019. {filler}",
    "[{C}'s {married}|{Ac}] wept, and said {claim}.\n\n{filler}\n\n{Ac} and {own_spouse} moved to {X} in 2019.",
    "[{C}'s {married}|{Ac}] told {B} {claim}. {filler}{gap}“It is a pity,” [{Ac}|{Ac}] said of {own_spouse}.",
    "[{C}'s {married}|{Ac}] said {claim}. {filler}\n\n{Ac} said {own_spouse} was late.",
    "[{C}'s {married}|{C}'s {married}|{married}] said {claim}. {filler}\n\n{Role} {A} came on Monday.",
    "[The {married} of a {noun} in {X}|{Ac}] said {claim}.\n\n{C} was shot on Monday. {filler} {Ac} had begged "
    "{own_spouse} to stay.",
    "The mill may be sold, [the {P}|{P}] reported. {F} did not answer.{gap}[The paper|{P}] said {claim}.",
    "[The {P}|{P}] said {claim}. {Role} {A} denied it.{gap}[The {printed}|{P}] said it had seen a letter.",
    "{A} told the {P} in {X} that it was late. {filler} [The {printed}|{P}] said {claim}.",
]


def invented_mentions(number: int) -> Iterator[dict[str, Any]]:
    """So many articles in the corpora's form, of each template as many; the same ones every time."""
    chance = random.Random(2)  # noqa: S311 - no secret
    for at in range(number):
        women = chance.random() < 0.5
        one, other = chance.sample(WOMEN if women else MEN, 2)
        places = dict(zip("XYZ", chance.sample(PLACES, 3), strict=True))
        role = chance.choice(ROLES)
        firm, other_firm = chance.sample(FIRMS, 2)
        people = chance.choice(PEOPLES)
        marked = TEMPLATES[at % len(TEMPLATES)].format(
            **places,
            A=one,
            B=other,
            a=one.split()[-1],
            F=firm,
            G=other_firm,
            Role=role.capitalize(),
            role=role,
            he="she" if women else "he",
            He="She" if women else "He",
            His="Her" if women else "His",
            people=people,
            kin=chance.choice(KIN),
            age=chance.randrange(17, 80),
            both=f"{chance.choice(['Both', 'The two'])} {chance.choice(['leaders', 'women' if women else 'men'])}",
            kind=chance.choice(KINDS),
            chief=chance.choice(CHIEFS),
            asked=chance.choice(ASKED),
            source=chance.choice(SOURCES),
            N=chance.choice(BODIES),
            called=chance.choice(CALLED),
            other=chance.choice(OTHERS),
            claim=chance.choice(CLAIMS),
            noun=(noun := chance.choice([r for r in ROLES if r != role])),
            Noun=noun.capitalize(),
            crowd=(crowd := chance.choice(CROWDS)),
            Crowd=crowd.capitalize(),
            held=chance.choice(HELD_BY),
            married="wife" if women else "husband",
            own_spouse="her husband" if women else "his wife",
            C=(spouse := chance.choice(MEN if women else WOMEN)),
            Ac=f"{one.split()[0]} {spouse.split()[-1]}",
            P=chance.choice(PAPERS),
            printed=chance.choice(["paper", "newspaper"]),
            filler=chance.choice(FILLERS),
            gap=chance.choice([" ", "\n\n"]),
        )
        yield {"doc": f"invented mentions {at}", **parsed(marked)}
