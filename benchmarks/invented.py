"""Invented claims whose right groups are known: assertions from templates, reported by outlets with small edits."""

import random
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import accumulate
from typing import Final, NamedTuple

from claims.records import Article, Block, Claim, Speaker
from claims.text.claim_ids import claim_id


def _listed(words: str) -> list[str]:
    return words.split()


_SYLLABLES: Final = _listed(
    "bar bel bran cor dal den dor el fal fen gar gil hal hol ist jor kar kel lan lor mal mer mor nar nel or "
    "pel ral ros sal sel tan tel tor ul val vel ver wal wen yar zel"
)
_ENDINGS: Final = _listed(
    "a by den dorf field ford ham haven holm ia ingen mere mouth nia ow port ridge stad ton vik"
)
_FIRST: Final = _listed(
    "Ada Ben Cleo Dov Edda Finn Greta Hugo Ines Jory Kaia Lars Mira Nils Orla Pim Runa Sven Tilda Ugo"
)
_FRAMES: Final = (
    "the {} {} would not {} the {} of {place}",
    "{n} {} were {} by the {} {} near {place}",
    "a {} {} of {} and {} will {} in {place} by spring",
    "{place} had {} its {} {} before the {} could {}",
    "more than {n} {} {} in {place} have a {} {}",
    "every {} who {} a {} in {place} must {} the {}",
    "the {} of the {} {} cost {place} {n} million {}",
    "no {} in {place} should {} without the {} {}",
)
_JOINTS: Final = (", and ", " because ", ", while ")
_WORDS: Final = 20_000
_OUTLETS: Final = 997
_TOLD: Final = 12
"""Words in which an article tells the story that a claim belongs to."""
_STORY: Final = 18
"""Words of a story, of which each article uses some."""
AN_ARTICLE: Final = 10
"""How many claims an article has."""


def _vocabulary() -> tuple[list[str], list[float]]:
    """Invented words, and how often each is used: as in a language, the k-th about 1/k times as often (Zipf 1949)."""
    chance = random.Random(3)  # noqa: S311
    words: dict[str, None] = {}
    while len(words) < _WORDS:
        words["".join(chance.choice(_SYLLABLES) for _ in range(chance.randint(2, 4)))] = None
    return list(words), list(accumulate(1 / (k + 20) for k in range(_WORDS)))


_VOCABULARY, _USED = _vocabulary()
_SYNONYM: Final = dict(zip(_VOCABULARY, reversed(_VOCABULARY), strict=True))


@dataclass(frozen=True, slots=True)
class Reported:
    """A claim, and the number of the assertion that it makes."""

    claim: Claim
    assertion: int


class _Report(NamedTuple):
    assertion: int
    story: int
    speaker: Speaker
    cue: str
    words: str


def reported(
    count: int,
    seed: int = 7,
    *,
    an_article: int = AN_ARTICLE,
    who: Callable[[random.Random], Speaker] | None = None,
    stories: bool = False,
) -> Iterator[Reported]:
    """So many claims in a random order, ten ``an_article``, each with its assertion; the same for the same seed.

    An assertion has one to three clauses of invented words with places and figures. Six in ten have one report, the
    others two to six. Of the reports three in ten are trimmed to some of the first clauses (which may be all), four in
    ten are word for word, and in three in ten every sixth word is replaced by another, as a paraphrase does. Half of
    those that are not paraphrased are quotations; the cue differs. One in ten assertions that have a figure is followed
    by one of the same speaker in the same words with other figures. A speaker makes some nine assertions, unless
    ``who`` gives the speaker of each. With ``stories``, behind each claim its article tells the story that the
    assertion belongs to, in some of the story's words; that with other figures is of the same story.
    """
    chance = random.Random(seed)  # noqa: S311
    waiting: list[_Report] = []
    assertion, story, last = 0, 0, None
    while len(waiting) < count:
        said = _assertion(chance, who(chance) if who else _one_of(max(10, count // 20), chance))
        if last and chance.random() < 0.1:
            said = _other_figure(last, chance)
        else:
            story = assertion
        times = 1 if chance.random() < 0.6 else chance.randint(2, 6)
        waiting += [
            _Report(assertion, story, said.speaker, *_edited(said.clauses, chance)) for _ in range(times)
        ]
        last = said if any(map(str.isdigit, said.clauses[0])) else None
        assertion += 1
    waiting = waiting[:count]
    chance.shuffle(waiting)
    for number in range(-(-count // an_article)):
        yield from _told_by(number, waiting[number * an_article : (number + 1) * an_article], stories=stories)


@dataclass(frozen=True, slots=True)
class _Said:
    speaker: Speaker
    clauses: tuple[str, ...]


def _name(chance: random.Random) -> str:
    return (chance.choice(_SYLLABLES) + chance.choice(_SYLLABLES) + chance.choice(_ENDINGS)).capitalize()


def _one_of(speakers: int, chance: random.Random) -> Speaker:
    own = random.Random(chance.randrange(speakers))  # noqa: S311  (a number gives the same speaker always)
    return _speaker(f"{own.choice(_FIRST)} {_name(own)}")


def _assertion(chance: random.Random, speaker: Speaker) -> _Said:
    return _Said(speaker, tuple(_clause(chance) for _ in range(chance.randint(1, 3))))


def _clause(chance: random.Random) -> str:
    frame = chance.choice(_FRAMES)
    words = chance.choices(_VOCABULARY, cum_weights=_USED, k=frame.count("{}"))
    return frame.format(*words, n=chance.randint(2, 990), place=_name(chance))


def _other_figure(said: _Said, chance: random.Random) -> _Said:
    first = " ".join(
        str(int(w) * 2 + chance.randint(5, 40)) if w.isdigit() else w for w in said.clauses[0].split()
    )
    return _Said(said.speaker, (first, *said.clauses[1:]))


def _edited(clauses: tuple[str, ...], chance: random.Random) -> tuple[str, str]:
    """A cue and the wording of one report: as said, trimmed after a clause, or paraphrased; quoted or not."""
    how = chance.random()
    kept = clauses[: chance.randint(1, len(clauses))] if how < 0.3 else clauses
    words = kept[0] + "".join(joint + clause for joint, clause in zip(_JOINTS, kept[1:], strict=False))
    if how >= 0.7:
        words = " ".join(
            _SYNONYM[w] if w in _SYNONYM and chance.random() < 1 / 6 else w for w in words.split()
        )
    quoted = chance.random() < 0.5 and how < 0.7
    return chance.choice(("said", "told reporters", "added")), f"“{words}”" if quoted else f"that {words}"


def _told_by(number: int, reports: list[_Report], *, stories: bool) -> Iterator[Reported]:
    """The claims of one article, a paragraph each, and one more for the story of each where ``stories`` are told."""
    outlet = number % _OUTLETS
    paragraphs: list[str] = []
    for report in reports:
        paragraphs.append(f"{report.speaker.name} {report.cue} {report.words}")
        paragraphs += [_told(report.story, number)] if stories else []
    ends = list(accumulate(len(paragraph) + 2 for paragraph in paragraphs))
    article = Article(
        f"https://paper-{outlet}.example/{number}",
        "\n\n".join(paragraphs),
        tuple(Block("paragraph", end - 2 - len(p), end - 2) for p, end in zip(paragraphs, ends, strict=True)),
        outlet=f"Paper {outlet}",
        published=date(2031, 1, 1) + timedelta(days=number % 365),
    )
    seen: Counter[tuple[str, str]] = Counter()
    for block, report in zip(article.blocks[:: 1 + stories], reports, strict=True):
        said = report.cue, report.words
        yield Reported(_claim(article, block, report, seen[said]), report.assertion)
        seen[said] += 1


def _told(story: int, article: int) -> str:
    """A story in an article's words: the same for the same story and article."""
    words = random.Random(story).choices(_VOCABULARY, cum_weights=_USED, k=_STORY)  # noqa: S311
    return " ".join(random.Random(story + article).sample(words, _TOLD)).capitalize() + "."  # noqa: S311


def _claim(article: Article, block: Block, report: _Report, occurrence: int) -> Claim:
    cue = block.start + len(report.speaker.name) + 1
    words = cue + len(report.cue) + 1
    return Claim(
        id=claim_id(article.key, report.cue, report.words, occurrence),
        article=article,
        mention=(article.span(block.start, cue - 1),),
        cue=(article.span(cue, words - 1),),
        content=(article.span(words, block.end),),
        speaker=report.speaker,
        kind="direct" if report.words.startswith("“") else "indirect",
        stance="neutral",
        confidence=0.9,
        tag="high",
    )


@cache
def _speaker(name: str) -> Speaker:
    return Speaker(name, "person")
