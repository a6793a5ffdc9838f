"""Pairs of speakers that are known to be one or two, invented for fitting the link model.

What real articles show beside a speaker, under names made up for the pair: two articles on one person, by a full name
that few people bear, are one speaker; two articles on different people, who get one name or similar ones, are two. So
the weights of roles, places, names and topics are learnt from what articles really say, and those of spellings from
what is done to the names.
"""

import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Final

from predict import CERTAIN

from claims import names
from claims.extraction import Attribution
from claims.extraction.coref import resolve
from claims.extraction.surroundings import ArticleSurroundings
from claims.lexicons import word_set
from claims.linking.role_comparison import agreement
from claims.reading import from_text
from claims.records import Appearance, Article, Speaker

SEED: Final = 16
ARTICLES: Final = 1000
"""So many real articles are looked at."""
PAIRS: Final = 100
"""So many pairs of each kind are made."""
BARE: Final = 0.2
"""The share of the pairs that are also made without what articles show beside the names."""
_NAME: Final = re.compile(r"\b([A-Z][a-z]{2,} [A-Z][a-z]{3,})\b")
_SAYING: Final = re.compile(
    r"(?P<mention>\b[A-Z][a-z]{2,} [A-Z][a-z]{3,}(?:, [^.,;\n\"“”]{3,80},)?) (?P<said>(?:said|told|says)\b[^.\n]*)"
)
_WESTERN: Final = sorted(word_set("first_names.western"))
_FAMILIES: Final = sorted(word_set("name_parts.western_family"))
_RARE: Final = [
    "Thornquist",
    "Vellacott",
    "Abernethy",
    "Okonjo",
    "Mazrafi",
    "Kandarov",
    "Penhallow",
    "Ostrander",
    "Quillfeather",
    "Drummore",
    "Castellane",
    "Wexcombe",
    "Farrowdale",
    "Ravensby",
    "Lindqvar",
    "Tarrander",
    "Holloweth",
    "Strathearn",
    "Zelenik",
    "Borowicz",
    "Haldane",
    "Mirzayan",
]
_SHORTENED: Final = (
    ("Thomas", "Tom"), ("William", "Bill"), ("Robert", "Bob"), ("James", "Jim"), ("Michael", "Mike"),
    ("Elizabeth", "Liz"), ("Stephen", "Steve"), ("Katherine", "Kate"), ("Christopher", "Chris"), ("Daniel", "Dan"),
    ("Matthew", "Matt"), ("Joseph", "Joe"), ("Patricia", "Pat"), ("Richard", "Rick"), ("Anthony", "Tony"),
)  # fmt: skip
_TRANSLITERATED: Final = (
    ("Sergei", "Sergey"), ("Oleksii", "Oleksiy"), ("Muhammad", "Mohammed"), ("Yusuf", "Youssef"),
    ("Dmitri", "Dmitry"), ("Yevgeny", "Evgeni"), ("Khalid", "Khaled"), ("Hussein", "Hussain"), ("Andriy", "Andrii"),
    ("Natalya", "Nataliia"), ("Abdallah", "Abdullah"), ("Tayeb", "Taieb"),
)  # fmt: skip
_EASTERN: Final = (
    ("Volkarenko", "Volkarenco"), ("Zhurbytskyi", "Zhurbitsky"), ("al-Qandari", "Al Kandari"), ("Mazrafi", "Mazraffi"),
    ("Chernyshov", "Tchernyshov"), ("Pasharev", "Paşarev"), ("Haidarian", "Heydarian"), ("Synytsia", "Sinitsya"),
)  # fmt: skip
_NEAR: Final = (
    ("Braun", "Brown"), ("Ford", "Forte"), ("Larson", "Larsson"), ("Kirby", "Kerry"), ("Meyer", "Meier"),
    ("Clarke", "Clark"), ("Hansen", "Hanson"), ("Reid", "Reed"), ("Miles", "Mills"), ("Morrison", "Morison"),
    ("Stewart", "Stuart"), ("Watts", "Watt"), ("Pearce", "Pierce"), ("Hartley", "Harley"), ("Dawson", "Dowson"),
    ("Phillips", "Philips"), ("Bennet", "Bennett"), ("Farrell", "Ferrell"), ("Maher", "Maier"), ("Wolff", "Wolfe"),
)  # fmt: skip
_STARTS: Final = (
    "Vol",
    "Kuz",
    "Bar",
    "Zhur",
    "Mor",
    "Had",
    "Kan",
    "Gal",
    "Per",
    "Sul",
    "Tar",
    "Lem",
    "Osh",
    "Bel",
    "Nas",
)
_MIDDLES: Final = ("a", "i", "o", "ka", "ri", "mo", "ne", "ta", "shu", "la", "vi", "du", "ze", "gra")
_ENDINGS: Final = (
    "nov",
    "nenko",
    "ri",
    "dze",
    "yan",
    "vich",
    "nova",
    "lescu",
    "shvili",
    "di",
    "rez",
    "mi",
    "sky",
)
_SWAPS: Final = (
    ("i", "y"), ("y", "i"), ("nov", "noff"), ("k", "kh"), ("u", "ou"), ("sky", "skyi"), ("i", "ee"), ("v", "w"),
    ("sh", "ş"), ("z", "zz"), ("l", "ll"), ("r", "rr"), ("m", "mm"), ("ch", "tch"),
)  # fmt: skip
_SYLLABLES: Final = (
    "Min",
    "Bin",
    "Wei",
    "Jun",
    "Hao",
    "Lei",
    "Tao",
    "Yan",
    "Su",
    "Xue",
    "Cho",
    "Hu",
    "Zhu",
    "Lu",
)


@dataclass(frozen=True)
class Invented:
    """Two appearances, and whether they are one speaker."""

    one: Appearance
    other: Appearance
    same: bool


@dataclass(frozen=True)
class Seen:
    """A person in a real article."""

    article: Article
    appearance: Appearance
    who: str


def invented(corpus: list[dict[str, Any]], without: set[str], chance: random.Random) -> list[Invented]:
    """All invented pairs; ``without``: the names of articles that are not looked at."""
    seen = _seen(corpus, without)
    made = list(_persons(seen, chance))
    made += [_bare(pair) for pair in made if chance.random() < BARE]
    return [*made, *fathers_and_sons(seen)]


def _bare(pair: Invented) -> Invented:
    """A pair of which nothing but names and roles is known; nobody can tell whose a surname without a role is."""
    one, other = (replace(a, beside=None) for a in (pair.one, pair.other))
    nameless = " " not in one.name or " " not in other.name
    return Invented(one, other, pair.same and not (nameless and agreement(one.role, other.role) == "unknown"))


# --- persons


def _seen(corpus: list[dict[str, Any]], without: set[str]) -> dict[str, list[Seen]]:
    """Who speaks in articles that share people with others, by the keys of their full names."""
    texts = {d["doc"]: d["text"] for d in corpus if d["doc"] not in without and len(d["text"]) < 6_000}
    where: defaultdict[str, list[str]] = defaultdict(list)
    for doc, text in texts.items():
        for name in dict.fromkeys(_NAME.findall(text)):
            where[name].append(doc)
    common = set(_WESTERN) | set(_FAMILIES)
    chosen: Counter[str] = Counter()
    for name, docs in sorted(where.items()):
        first, family = name.casefold().split()
        said = [
            d for d in docs if re.search(rf"{name}(?:, [^.,;\n]{{3,80}},)? (?:said|told|says)\b", texts[d])
        ]
        if len(said) >= 2 and len(docs) <= 12 and not {first, family} <= common:
            chosen.update(said[:3])
    found: defaultdict[str, list[Seen]] = defaultdict(list)
    for doc in sorted(chosen)[:: max(1, len(chosen) // ARTICLES)]:
        article = from_text(texts[doc], key=doc)
        for speaker in _speakers(article):
            name = names.parse(speaker.name)
            if speaker.type == "person" and name.given and ";" not in speaker.name:
                made = Appearance("", doc, speaker.name, "person", speaker.role, 0, (1,), speaker.beside)
                found[names.key(speaker.name)].append(Seen(article, made, names.key(speaker.name)))
    return dict(found)


def _speakers(article: Article) -> Iterator[Speaker]:
    """Those of an article whose full name stands before a verb of saying, with what it shows beside them."""
    found = list(_SAYING.finditer(article.text))
    asked = [
        Attribution(
            (article.span(*place.span("mention")),), (), (article.span(*place.span("said")),), CERTAIN
        )
        for place in found
    ]
    mentions: defaultdict[Speaker, list[str]] = defaultdict(list)
    for place, resolution in zip(found, resolve(article, asked), strict=True):
        if resolution.speaker:
            mentions[resolution.speaker].append(place["mention"])
    shown = ArticleSurroundings.of(article) if mentions else None
    for speaker, words in mentions.items():
        if shown is not None:
            yield replace(speaker, beside=shown.beside(speaker, words))


def _persons(seen: dict[str, list[Seen]], chance: random.Random) -> Iterator[Invented]:
    several = sorted(who for who, found in seen.items() if len({s.appearance.article for s in found}) > 1)
    everybody = sorted(seen)

    def two(same: bool) -> tuple[Seen, Seen]:
        """Two appearances in two articles, of one person or of two."""
        while True:
            if same:
                one, other = chance.sample(seen[chance.choice(several)], 2)
            else:
                first, second = chance.sample(everybody, 2)
                one, other = chance.choice(seen[first]), chance.choice(seen[second])
            if one.appearance.article != other.appearance.article:
                return one, other

    def pair(a: str, b: str, same: bool) -> Invented:
        one, other = two(same)
        return Invented(_renamed(one, a), _renamed(other, b), same)

    for _ in range(PAIRS):
        western = f"{chance.choice(_WESTERN).title()} {chance.choice(_FAMILIES).title()}"
        rare = f"{chance.choice(_WESTERN).title()} {chance.choice(_RARE)}"
        for same in (True, False):
            yield pair(western, western, same)
            # Of two people in the news who are not one, few share a rare surname.
            family = western.split()[1] if chance.random() < (0.3 if same else 0.7) else chance.choice(_RARE)
            full = f"{chance.choice(_WESTERN).title()} {family}"
            yield pair(family, full, same)
            yield pair(family, family, same)
            full_form, short = chance.choice(_SHORTENED)
            family = chance.choice(_FAMILIES if chance.random() < (0.4 if same else 0.9) else _RARE).title()
            yield pair(f"{full_form} {family}", f"{short} {family}", same)
        yield pair(rare, rare, True)
        if chance.random() < 0.15:
            yield pair(rare, rare, False)
        first = chance.choice(_WESTERN).title()
        near = chance.choice(_NEAR)
        yield pair(f"{first} {near[0]}", f"{first} {near[1]}", False)
        if chance.random() < 0.4:
            yield pair(f"{first} {near[0]}", f"{first} {near[1]}", True)
        firsts, families = chance.choice(_TRANSLITERATED), chance.choice(_EASTERN)
        yield pair(f"{firsts[0]} {families[0]}", f"{firsts[1]} {families[1]}", True)
        if chance.random() < 0.1:
            yield pair(f"{firsts[0]} {families[0]}", f"{firsts[1]} {families[1]}", False)
        yield from _respelt(chance, pair)
        one, other, third = chance.sample(_SYLLABLES, 3)
        yield pair(f"{one} {third}", f"{other} {third}", False)
        initial = chance.choice("ABCDEFGHJKLMR")
        yield pair(western, western.replace(" ", f" {initial}. "), chance.random() < 0.7)
        family = chance.choice(_RARE)
        yield pair(f"{first} {family}", f"{family} {first}", chance.random() < 0.8)
        yield pair(f"{first} {third} {family}", f"{first} {family}", chance.random() < 0.8)


def fathers_and_sons(seen: dict[str, list[Seen]]) -> Iterator[Invented]:
    """Names of which one has a "Jr." or a number more.

    A third of them is one person, whom one article names in full. Father and son are in the same stories, and so are
    as alike in what articles show beside them as one person is, but for what they are.
    """
    chance = random.Random(SEED)  # noqa: S311
    several = sorted(who for who, found in seen.items() if len({s.appearance.article for s in found}) > 1)
    everybody = sorted(seen)
    for place in range(6 * PAIRS):
        one, other = chance.sample(seen[chance.choice(several)], 2)
        same = place % 3 == 0
        if not same and other.appearance.beside:
            role = chance.choice(seen[chance.choice(everybody)]).appearance.role
            beside = replace(other.appearance.beside, mentions=())
            other = replace(other, appearance=replace(other.appearance, role=role, beside=beside))
        family = chance.choice(_FAMILIES if chance.random() < 0.5 else _RARE).title()
        name = f"{chance.choice(_WESTERN).title()} {family}"
        for full, short in ((name, name), (name, family), (family, family)):
            number = chance.choice(("Jr.", "Jr.", "Sr.", "II", "III") if " " in short else ("Jr.", "Sr."))
            yield Invented(
                _renamed(one, full),
                replace(_renamed(other, short), name=f"{short} {number}"),
                same,
            )


def _respelt(chance: random.Random, pair: Callable[[str, str, bool], Invented]) -> Iterator[Invented]:
    """One foreign name spelt in two ways, and two that differ in a syllable or two."""
    firsts = chance.choice(_TRANSLITERATED)
    start, end = chance.choice(_STARTS), chance.choice(_ENDINGS)
    middle, another, third = chance.sample(_MIDDLES, 3)
    family = f"{start}{middle}{end}"
    swaps = [(old, new) for old, new in _SWAPS if old in family[1:]]
    old, new = chance.choice(swaps) if swaps else (middle, middle + middle[-1])
    yield pair(
        f"{firsts[0]} {family}",
        f"{chance.choice(firsts)} {family[0] + family[1:].replace(old, new, 1)}",
        True,
    )
    rival = chance.choice(
        (f"{start}{another}{end}", f"{start}{another}{third}{end}", f"{start}{middle}{another}{end}")
    )
    yield pair(f"{firsts[0]} {family}", f"{chance.choice(firsts)} {rival}", False)


def _renamed(seen: Seen, name: str) -> Appearance:
    """A person's appearance under another name, with what the article shows beside it."""
    given, family = names.parse(seen.appearance.name).given, names.parse(seen.appearance.name).family
    text = seen.article.text
    first, _, last = name.rpartition(" ")
    for old in dict.fromkeys([seen.appearance.name, *(f"{g} {family}" for g in given)]):
        text = text.replace(old, name)
    text = text.replace(family, last)
    for old in given:
        text = re.sub(rf"\b{re.escape(old)}\b", first or last, text)
    article = from_text(text, key=seen.article.key)
    beside = seen.appearance.beside
    mentions = [m.replace(family, last) for m in (beside.mentions if beside else ())]
    for old in given:
        mentions = [re.sub(rf"\b{re.escape(old)} ", f"{first} " if first else "", m) for m in mentions]
    speaker = Speaker(name, "person", seen.appearance.role)
    shown = ArticleSurroundings.of(article).beside(speaker, mentions)
    role = seen.appearance.role if first or len(seen.article.text) % 2 else None
    return replace(seen.appearance, name=name, role=role, beside=replace(shown, mentions=tuple(mentions)))
