"""The edits of a claim's content that change what it says, and those that do not, each by rule."""

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from claims.lexicons import rows, word_set, words
from claims.text.word_vectors import is_known, likeness

LEAST, MOST = 6, 45
"""A claim has so many words."""
UNLIKE = 0.25
"""Words of other meaning have vectors no more alike."""

_NAMES = "[A-Z][a-z]+(?: [A-Z][a-z]+)+"
_PLACES = {p.title() for p in word_set("places.place") if len(p) > 4}
_DAYS, _MONTHS = [d.title() for d in words("calendar.day")], [m.title() for m in words("calendar.month")]
_SMALL = ("two", "three", "four", "five", "six", "seven", "eight", "nine")
_UNITS = (
    ("years", "months"), ("months", "weeks"), ("weeks", "days"), ("days", "hours"), ("hours", "minutes"),
    ("miles", "kilometres"), ("kilometres", "miles"), ("metres", "feet"), ("million", "billion"),
    ("billion", "million"), ("thousand", "million"), ("acres", "hectares"), ("tons", "pounds"),
)  # fmt: skip
_QUANTIFIERS = (
    ("all", "some"), ("most", "a few"), ("many", "few"), ("some", "all"), ("several", "no"), ("both", "neither"),
    ("every", "no"), ("a few", "most"), ("none", "all"), ("half", "all"),
)  # fmt: skip
_COMPARISONS = (
    ("more than", "fewer than"), ("less than", "more than"), ("at least", "at most"), ("fewer than", "more than"),
    ("before", "after"), ("after", "before"), )  # fmt: skip
_AUXILIARY = re.compile(
    r"\b(will|would|is|are|was|were|has|have|had|can|could|should|must|may|might|do|does|did)\b(?! not)"
)
_TENSES = (
    ("has been", "will be"), ("have been", "will be"), ("will be", "has been"),
    ("had been", "would be"), ("was", "will be"), ("were", "will be"),
)  # fmt: skip
_MODALITY = (("will", "may"), ("would", "might"), ("will", "could"), ("is", "may be"), ("are", "might be"))
_SHIFTED = (
    ("will", "would"),
    ("has", "had"),
    ("have", "had"),
    ("is", "was"),
    ("are", "were"),
    ("can", "could"),
)
_SPELLED = (
    ("labor", "labour"),
    ("defense", "defence"),
    ("percent", "per cent"),
    ("organization", "organisation"),
)
_ALIKE = (
    ("staff", "employees"), ("freed", "released"), ("blast", "explosion"), ("began", "started"), ("begin", "start"),
    ("deal", "agreement"), ("doctors", "physicians"), ("hurt", "injured"), ("buy", "purchase"), ("help", "assist"),
    ("company", "firm"), ("jail", "prison"), ("children", "kids"), ("reporters", "journalists"), ("probe", "inquiry"),
    ("investigation", "inquiry"), ("voters", "electors"), ("attorney", "lawyer"), ("talks", "negotiations"),
    ("halt", "stop"), ("boost", "increase"), ("killed", "slain"), ("crash", "collision"), ("big", "large"),
    ("troops", "soldiers"), ("answer", "reply"), ("ended", "finished"), ("chosen", "selected"), ("car", "vehicle"),
    ("error", "mistake"), ("gathered", "assembled"), ("residents", "inhabitants"), ("aid", "assistance"),
    ("threatened", "menaced"), ("entire", "whole"), ("quickly", "rapidly"), ("important", "significant"),
    ("fight", "combat"), ("ruling", "decision"), ("needed", "required"), ("illness", "disease"),
    ("show", "demonstrate"),
)  # fmt: skip
"""Words that may stand for each other in news, written by hand; of other origin than the vectors that are tested."""
_OPPOSITES = [
    (one, other)
    for row in rows("antonyms.antonyms")
    for one, other in ((row[0], row[row.index("|") + 1]), (row[row.index("|") + 1], row[0]))
]


Edit = Callable[[str, random.Random, "Pool"], str | None]


@dataclass(frozen=True)
class Pool:
    """What stands in the claims at hand, to put in the place of something else."""

    persons: list[str]
    places: list[str]
    bodies: list[str]
    things: list[str]
    actions: list[str]
    qualities: list[str]


def _replaced(text: str, one: str, other: str) -> str | None:
    """The text with a whole word, or words, replaced once; None where it is not there."""
    found = re.search(rf"\b{re.escape(one)}\b", text)
    return text[: found.start()] + other + text[found.end() :] if found else None


def _by_table(table: tuple[tuple[str, str], ...] | list[tuple[str, str]]) -> Edit:
    def edit(text: str, chance: random.Random, pool: Pool) -> str | None:
        possible = [found for one, other in table if (found := _replaced(text, one, other))]
        return chance.choice(possible) if possible else None

    return edit


def _other_of(pattern: re.Pattern[str], others: Callable[[Pool], list[str]]) -> Edit:
    def edit(text: str, chance: random.Random, pool: Pool) -> str | None:
        found = [m for m in pattern.finditer(text) if m.start() > 0]
        if not found:
            return None
        at = chance.choice(found)
        other = chance.choice(others(pool))
        if set(other.lower().split()) & set(re.findall(r"\w+", text.lower())):
            return None
        return text[: at.start()] + other + text[at.end() :]

    return edit


def _person(text: str, chance: random.Random, pool: Pool) -> str | None:
    known = [p for p in pool.persons if p in text and not text.startswith(p)]
    if not known:
        return None
    one, other = chance.choice(known), chance.choice(pool.persons)
    return _replaced(text, one, other) if not set(other.split()) & set(text.split()) else None


def _body(text: str, chance: random.Random, pool: Pool) -> str | None:
    known = [p for p in pool.bodies if re.search(rf"\b{re.escape(p)}\b", text)]
    if not known:
        return None
    one, other = chance.choice(known), chance.choice(pool.bodies)
    return _replaced(text, one, other) if not set(other.split()) & set(text.split()) else None


def _figure(text: str, chance: random.Random, pool: Pool) -> str | None:
    found = list(re.finditer(r"(?<![\w.,:-])\d{1,3}(?:,\d{3})*(?:\.\d+)?(?![\w:])", text))
    if not found:
        words_ = [w for w in _SMALL if re.search(rf"\b{w}\b", text)]
        return (
            _replaced(text, words_[0], chance.choice([w for w in _SMALL if w != words_[0]]))
            if words_
            else None
        )
    at = chance.choice(found)
    value = float(at.group().replace(",", ""))
    other = value * chance.choice((0.3, 0.6, 1.5, 2, 3)) + 1
    shown = f"{other:,.1f}" if "." in at.group() else f"{round(other):,}"
    if shown == at.group():
        return None
    return text[: at.start()] + shown + text[at.end() :]


def _negation(text: str, chance: random.Random, pool: Pool) -> str | None:
    if " not " in text:
        return text.replace(" not ", " ", 1)
    found = list(_AUXILIARY.finditer(text))
    if not found:
        return None
    at = chance.choice(found[:2])
    return text[: at.end()] + " not" + text[at.end() :]


def _possible(text: str, chance: random.Random, pool: Pool) -> str | None:
    """What will be or has been, only possible."""
    found = re.search(r" (\w{3,}ed) (?=the |a |an |his |her |their |its |that )", text)
    if found and chance.random() < 0.5:
        verb = f" {chance.choice(('may', 'might', 'could'))} have {found[1]} "
        return text[: found.start()] + verb + text[found.end() :]
    return _by_table(_MODALITY)(text, chance, pool)


_THING = re.compile(r"(?<= the )[a-z]{4,}(?= (?:of|in|on|to|for|from|by|with|at)\b|[,.]|$)")
_ACTION = re.compile(r"(?<= to )[a-z]{4,}(?= (?:the|a|an|his|her|their|its)\b)")
_QUALITY = re.compile(r"(?<= the )[a-z]{4,}(?= [a-z]{4,} (?:of|in|on|to|for|from|by|with|at)\b)")


def _word(pattern: re.Pattern[str], others: Callable[[Pool], list[str]]) -> Edit:
    """Another word of another meaning in a place that words of one kind take."""

    def edit(text: str, chance: random.Random, pool: Pool) -> str | None:
        found = list(pattern.finditer(text))
        if not found:
            return None
        at, other = chance.choice(found), chance.choice(others(pool))
        if other in text or likeness(at.group(), other) > UNLIKE or not is_known(at.group()):
            return None
        return text[: at.start()] + other + text[at.end() :]

    return edit


def _roles(text: str, chance: random.Random, pool: Pool) -> str | None:
    """Two names that a verb or a preposition joins, swapped."""
    found = re.search(
        rf"\b({_NAMES}|[A-Z][a-z]+)( (?!and|or|,)[a-z][a-z ]{{2,30}} )({_NAMES}|[A-Z][a-z]+)\b", text
    )
    if not found or found[1] == found[3] or " and " in found[2] or " or " in found[2]:
        return None
    if not {found[1], found[3]} <= {*pool.persons, *pool.places, *pool.bodies}:
        return None
    return text[: found.start()] + found[3] + found[2] + found[1] + text[found.end() :]


def _number_form(text: str, chance: random.Random, pool: Pool) -> str | None:
    small = dict(zip(_SMALL, "23456789", strict=True))
    for word, digit in small.items():
        if found := re.search(rf"(?<!-)\b{word}\b(?!-)", text):
            return text[: found.start()] + digit + text[found.end() :]
    found = re.search(r"(?<![\w.,])([2-9])(?![\w.,%])", text)
    if found:
        return text[: found.start()] + _SMALL[int(found[1]) - 2] + text[found.end() :]
    found = re.search(r"(\d+(?:\.\d+)?) (million|billion)", text)
    if found:
        value = float(found[1]) * {"million": 1e6, "billion": 1e9}[found[2]]
        return text[: found.start()] + f"{value:,.0f}" + text[found.end() :]
    return None


def _rounded(text: str, chance: random.Random, pool: Pool) -> str | None:
    found = re.search(r"(?<![\w.,$£€])(\d{2,3}),(\d{3})(?![\w,])", text)
    if not found or found[2] == "000" or "than" in text or "least" in text:
        return None
    return f"{text[: found.start()]}more than {found[1]},000{text[found.end() :]}"


def _trimmed(text: str, chance: random.Random, pool: Pool) -> str | None:
    head, comma, tail = text.rpartition(", ")
    return head if comma and len(head.split()) >= LEAST and 2 < len(tail.split()) < 15 else None


def _moved(text: str, chance: random.Random, pool: Pool) -> str | None:
    found = re.search(
        r",? (on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|last (?:week|month|year)|in \d{4})$", text
    )
    if not found:
        return None
    rest = text[: found.start()]
    that, rest = ("that ", rest[5:]) if rest.startswith("that ") else ("", rest)
    return f"{that}{found[1]} {rest}"


def _unquoted(text: str, chance: random.Random, pool: Pool) -> str | None:
    plain = re.sub("[\"“”]|''|``", "", text)
    return (
        "that " + plain[:1].lower() + plain[1:].rstrip(",.")
        if plain != text and " I " not in f" {plain} "
        else None
    )


CHANGING: dict[str, Edit] = {
    "person": _person,
    "place": _other_of(re.compile("|".join(sorted(rf"\b{p}\b" for p in _PLACES))), lambda pool: pool.places),
    "organisation": _body,
    "weekday": _other_of(re.compile("|".join(_DAYS)), lambda pool: _DAYS),
    "month": _other_of(
        re.compile("|".join(m for m in _MONTHS if m not in ("May", "March"))), lambda pool: _MONTHS
    ),
    "year": _other_of(
        re.compile(r"\b(?:19|20)\d\d\b(?!s)"), lambda pool: [str(y) for y in range(1960, 2026)]
    ),
    "figure": _figure,
    "unit": _by_table(_UNITS),
    "negation": _negation,
    "quantifier": _by_table(_QUANTIFIERS),
    "comparison": _by_table(_COMPARISONS),
    "opposite": _by_table(_OPPOSITES),
    "role swap": _roles,
    "modality": _possible,
    "tense": _by_table(_TENSES),
    "object": _word(_THING, lambda pool: pool.things),
    "action": _word(_ACTION, lambda pool: pool.actions),
    "quality": _word(_QUALITY, lambda pool: pool.qualities),
}
"""Edits after which it is another assertion."""
KEEPING: dict[str, Edit] = {
    "number form": _number_form,
    "rounded": _rounded,
    "trimmed": _trimmed,
    "moved": _moved,
    "not quoted": _unquoted,
    "shifted tense": _by_table(_SHIFTED),
    "spelling": _by_table([*_SPELLED, *((b, a) for a, b in _SPELLED)]),
    "synonym": _by_table([*_ALIKE, *((b, a) for a, b in _ALIKE)]),
}
"""Edits after which it is the same assertion."""


def pool_of(sides: Sequence[tuple[str, str]]) -> Pool:
    """What stands in claims, of each the source and the content."""
    said = " ".join(content for _, content in sides)
    persons = sorted({source for source, _ in sides if re.fullmatch(r"[A-Z][a-z]+ [A-Z][a-z]+", source)})
    known = set(re.findall(r"\b[A-Z]{3,5}\b", said)) - {
        "GOP",
        "CEO",
        "THE",
        "AND",
        "NOT",
        "FOR",
        "ALL",
        "YOU",
    }
    bodies = sorted(w for w in known if said.count(f" {w} ") >= 3)
    things, actions, qualities = (
        sorted({w for w in pattern.findall(said) if is_known(w)}) for pattern in (_THING, _ACTION, _QUALITY)
    )
    return Pool(
        [p for p in persons if p in said],
        sorted(p for p in _PLACES if f" {p} " in said),
        bodies,
        things,
        actions,
        qualities,
    )
