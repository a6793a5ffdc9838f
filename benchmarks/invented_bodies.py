"""Pairs of bodies that are known to be one or two, in sentences made by rule, for fitting the link model.

Ministries, courts and forces of countries, in an adjective, a genitive or not at all; companies with and without the
kind of company; acronyms with their names, and with another's; groups that no name names.
"""

import random
from collections.abc import Iterator
from typing import Final

from invented_links import PAIRS, Invented

from claims.extraction.surroundings import ArticleSurroundings
from claims.lexicons import rows
from claims.reading import from_text
from claims.records import Appearance, Speaker, SpeakerType

_TOPICS: Final = (
    "wheat harvest drought prices farmers", "missile radar border soldiers truce", "vaccine clinic fever nurses trial",
    "election ballots turnout recount voters", "flood dam rescue boats shelter", "refinery pipeline crude barrels",
    "transfer striker stadium season coach", "tariff imports steel customs exports", "trial verdict appeal prison",
)  # fmt: skip
_MINISTRIES: Final = (
    "interior ministry", "foreign ministry", "health ministry", "defence ministry", "energy ministry",
    "finance ministry", "education ministry", "Supreme Court", "parliament", "Senate", "central bank", "police",
    "army", "government", "Election Commission", "Constitutional Court", "military", "Labour Party", "Socialist Party",
)  # fmt: skip
_FIRMS: Final = (
    "Harrowmere", "Vellmark", "Dunvale", "Tarnholt", "Ostermere", "Quillburn", "Kestrelway", "Northgate", "Brightfen",
    "Solvanta", "Meridax", "Oakhollow", "Lumenor", "Pentarra",
)  # fmt: skip
_KINDS: Final = (
    "Inc", "Group", "Corp", "Bank", "Airlines", "Foundation", "University", "Institute", "Partners", "Ltd",
)  # fmt: skip
_WORDS: Final = (
    "Northern", "National", "Marine", "Rural", "Public", "Royal", "Global", "Coastal", "Free", "Popular",
    "United", "Civil",
)  # fmt: skip
_FIELDS: Final = (
    "Health", "Fisheries", "Transport", "Energy", "Housing", "Music", "Mining", "Chess", "Rail", "Grain",
    "Labour", "Water",
)  # fmt: skip
_ENDS: Final = (
    "Council", "Association", "Agency", "Federation", "Union", "Institute", "Organization", "Commission", "Board",
    "League",
)  # fmt: skip
_DESCRIBED: Final = (
    "Rights groups", "Aid agencies", "Analysts", "Local residents", "Trade unions", "Firms", "Experts",
)  # fmt: skip


def invented_bodies(chance: random.Random) -> Iterator[Invented]:
    """The pairs of bodies."""
    writer = _Writer(chance)
    for _ in range(PAIRS):
        one, other = chance.sample(writer.chosen, 2)
        topic, another = chance.sample(_TOPICS, 2)
        near = (topic, topic if chance.random() < 0.5 else another)
        body = chance.choice(_MINISTRIES)
        if body[0].islower() and body not in ("police", "army", "government", "military"):
            body = body.title()
        elsewhere = chance.choice((one, other, ""))
        yield from _of_countries(writer, body, (one, other, elsewhere), near)
        yield from _firms(writer, (one, other, elsewhere), (topic, another), near)
        yield from _initials(writer, (one, other), (topic, another), near)
        described = chance.choice(_DESCRIBED)
        yield writer.pair(described, described, (one, elsewhere), near, False)


class _Writer:
    """Words bodies and writes the articles around them, by one source of chance."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self._countries = {
            row[0]: row for row in rows("countries.named") if len(row) > 1 and "-" not in row[0] + row[1]
        }
        self._towns = {row[0]: row[1:] for row in rows("countries.seats")}
        self.chosen = sorted(c for c in self._countries if c in self._towns)

    def worded(self, country: str, body: str) -> str:
        adjective, own = self._countries[country][1].title(), country.title()
        return self.chance.choice((f"{adjective} {body}", f"{own}'s {body}", f"{body} of {own}"))

    def article(self, text: str, topic: str, country: str) -> str:
        words = topic.split()
        self.chance.shuffle(words)
        town = self.chance.choice(self._towns[country]).replace("-", " ") if country else ""
        line = f"{town.upper()} - " if town and self.chance.random() < 0.7 else ""
        place = country.title() if country else ""
        told = f"People in {place} spoke of the {words[0]} and the {words[1]}. In {place} the {words[0]} matters. "
        return (
            f"{line}{text} said so. {told if place else ''}The {words[1]} and the {words[2]} were discussed."
        )

    def pair(self, a: str, b: str, where: tuple[str, str], topics: tuple[str, str], same: bool) -> Invented:
        first = _appear(a, self.article(a, topics[0], where[0]))
        return Invented(first, _appear(b, self.article(b, topics[1], where[1])), same)


def _appear(name: str, text: str) -> Appearance:
    kind: SpeakerType = "unnamed" if name.islower() else "organisation"
    beside = ArticleSurroundings.of(from_text(text, key=text)).beside(Speaker(name, kind), [name])
    return Appearance("", text, name, kind, None, 0, (1,), beside)


def _of_countries(
    writer: _Writer, body: str, where: tuple[str, str, str], near: tuple[str, str]
) -> Iterator[Invented]:
    """Ministries, courts and forces, of one country or of two."""
    pair, worded = writer.pair, writer.worded
    one, other, elsewhere = where
    yield pair(worded(one, body), worded(one, body), (one, elsewhere), near, True)
    yield pair(worded(one, body), worded(other, body), (one, other), near, False)
    yield pair(worded(one, body), body, (elsewhere, one), near, True)
    yield pair(worded(one, body), body, (elsewhere, other), near, False)
    yield pair(body, body, (one, one), near, True)
    yield pair(body, body, (one, other), near, False)
    yield pair(body, body, ("", ""), near, writer.chance.random() < 0.4)


def _firms(
    writer: _Writer, where: tuple[str, str, str], topics: tuple[str, str], near: tuple[str, str]
) -> Iterator[Invented]:
    """Companies with and without the kind of company, and their neighbours in the register."""
    chance, pair = writer.chance, writer.pair
    one, other, elsewhere = where
    topic, another = topics
    firm, kind = chance.choice(_FIRMS), chance.choice(_KINDS)
    yield pair(firm, f"{firm} {kind}", (one, chance.choice((one, ""))), (topic, topic), True)
    yield pair(f"{firm} {kind}", f"{firm} {kind}", (one, elsewhere), near, True)
    if chance.random() < 0.3:
        yield pair(firm, f"{firm} {kind}", (one, other), (topic, another), False)
    yield pair(f"{firm} {kind}", f"{firm} {chance.choice(_FIELDS)} {kind}", (one, other), near, False)


def _initials(
    writer: _Writer, where: tuple[str, str], topics: tuple[str, str], near: tuple[str, str]
) -> Iterator[Invented]:
    """Acronyms with the name they stand for, and with another of the same initials."""
    chance, article = writer.chance, writer.article
    one, other = where
    topic, another = topics
    words = [chance.choice(_WORDS), chance.choice(_FIELDS), chance.choice(_ENDS)]
    name, letters = " ".join(words), "".join(w[0] for w in words)
    short, long = article(letters, topic, one), article(f"{name} ({letters})", near[1], one)
    yield Invented(_appear(letters, short), _appear(name, long), True)
    alone = article(name, topic, one)
    yield Invented(_appear(letters, short), _appear(name, alone), True)
    second = [
        next((w for w in pool if w[0] == x and w not in words), y)
        for pool, x, y in zip((_WORDS, _FIELDS, _ENDS), letters, words, strict=True)
    ]
    rival = " ".join(second) if second != words else f"{name[0]}ew {' '.join(words[1:])}"
    announced = f"{short} The {name} ({letters}) met."
    yield Invented(_appear(letters, announced), _appear(rival, article(rival, another, other)), False)
    yield Invented(_appear(letters, short), _appear(rival, article(rival, another, other)), False)
