"""Invented claims whose right groups are known: assertions from templates, reported by outlets with small edits."""

import random
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from itertools import accumulate
from typing import Final, NamedTuple

from invented_sayings import Clause

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
_IN_A_STORY: Final = 20
"""How many assertions belong to one story."""
_DAYS_OF_A_STORY: Final = 3
_STORY: Final = 18
"""Words of a story, of which each article uses some."""
_CONTRASTS: Final = 0.1
"""The share of assertions that a contrast follows, of those that one can follow."""
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
    nth: int
    speaker: Speaker
    cue: str
    words: str

    @property
    def story(self) -> int:
        return self.assertion // _IN_A_STORY


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
    ``who`` gives the speaker of each.

    With ``stories``, twenty assertions belong to one story, of which outlets tell within three days, each article of
    one story only, and behind each claim in some of the story's words. What is said is in words of the news then
    (invented_sayings.py): paraphrases have synonyms, and one in ten assertions is followed by a contrast of the same
    speaker.
    """
    chance = random.Random(seed)  # noqa: S311
    waiting: list[_Report] = []
    assertion, last = 0, None
    while len(waiting) < count:
        speaker = who(chance) if who else _one_of(max(10, count // 20), chance)
        said = _assertion(chance, speaker, of_news=stories)
        is_contrast = last is not None and chance.random() < _CONTRASTS
        if last and is_contrast:
            said = _contrast(last, chance)
        times = 1 if chance.random() < 0.6 else chance.randint(2, 6)
        waiting += [_Report(assertion, nth, said.speaker, *_edited(said, chance)) for nth in range(times)]
        last = said if _may_be_followed(said, is_contrast) else None
        assertion += 1
    waiting = waiting[:count]
    chance.shuffle(waiting)
    told = _by_story(waiting) if stories else [waiting]
    articles = [its[k : k + an_article] for its in told for k in range(0, len(its), an_article)]
    for number, reports in enumerate(articles):
        yield from _told_by(number, reports, stories=stories)


def _by_story(reports: Iterable["_Report"]) -> list[list["_Report"]]:
    """The reports of each story; the first one of each assertion comes before all second ones."""
    found: dict[int, list[_Report]] = defaultdict(list)
    for report in sorted(reports, key=lambda r: r.nth):
        found[report.story].append(report)
    return list(found.values())


@dataclass(frozen=True, slots=True)
class _Said:
    speaker: Speaker
    clauses: tuple[str, ...] | tuple[Clause, ...]


def _name(chance: random.Random) -> str:
    return (chance.choice(_SYLLABLES) + chance.choice(_SYLLABLES) + chance.choice(_ENDINGS)).capitalize()


def _one_of(speakers: int, chance: random.Random) -> Speaker:
    own = random.Random(chance.randrange(speakers))  # noqa: S311  (a number gives the same speaker always)
    return _speaker(f"{own.choice(_FIRST)} {_name(own)}")


def _assertion(chance: random.Random, speaker: Speaker, *, of_news: bool) -> _Said:
    clauses = range(chance.randint(1, 3))
    if of_news:
        return _Said(speaker, tuple(Clause.of(chance, _words, _name) for _ in clauses))
    return _Said(speaker, tuple(_clause(chance) for _ in clauses))


def _clause(chance: random.Random) -> str:
    frame = chance.choice(_FRAMES)
    return frame.format(*_words(chance, frame.count("{}")), n=chance.randint(2, 990), place=_name(chance))


def _words(chance: random.Random, count: int) -> list[str]:
    return chance.choices(_VOCABULARY, cum_weights=_USED, k=count)


def _may_be_followed(said: _Said, is_contrast: bool) -> bool:
    """Whether there may be a contrast to an assertion: one to a contrast might say what was said before."""
    first = said.clauses[0]
    return not is_contrast if isinstance(first, Clause) else any(map(str.isdigit, first))


def _contrast(said: _Said, chance: random.Random) -> _Said:
    """The same speaker's other assertion: with other figures, or what else a clause in words of the news may have."""
    first, *others = said.clauses
    if isinstance(first, Clause):
        return replace(said, clauses=(first.contrast(chance, _name), *others))
    first = " ".join(str(int(w) * 2 + chance.randint(5, 40)) if w.isdigit() else w for w in first.split())
    return replace(said, clauses=(first, *others))


def _edited(said: _Said, chance: random.Random) -> tuple[str, str]:
    """A cue and the wording of one report: as said, trimmed after a clause, or paraphrased; quoted or not."""
    how = chance.random()
    kept = said.clauses[: chance.randint(1, len(said.clauses))] if how < 0.3 else said.clauses
    words = _joined(kept) if how < 0.7 else _paraphrased(kept, chance)
    quoted = chance.random() < 0.5 and how < 0.7
    return chance.choice(("said", "told reporters", "added")), f"“{words}”" if quoted else f"that {words}"


def _joined(clauses: Sequence[str | Clause]) -> str:
    joints = zip(_JOINTS, clauses[1:], strict=False)
    return str(clauses[0]) + "".join(f"{joint}{clause}" for joint, clause in joints)


def _paraphrased(clauses: Sequence[str | Clause], chance: random.Random) -> str:
    words = _joined([c.paraphrased(chance) if isinstance(c, Clause) else c for c in clauses])
    if isinstance(clauses[0], Clause):
        return words
    return " ".join(_SYNONYM[w] if w in _SYNONYM and chance.random() < 1 / 6 else w for w in words.split())


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
        published=date(2031, 1, 1) + timedelta(days=_day(number, reports[0].story, stories=stories)),
    )
    seen: Counter[tuple[str, str]] = Counter()
    for block, report in zip(article.blocks[:: 1 + stories], reports, strict=True):
        said = report.cue, report.words
        yield Reported(_claim(article, block, report, seen[said]), report.assertion)
        seen[said] += 1


def _day(article: int, story: int, *, stories: bool) -> int:
    """The day of the year on which an article is published."""
    return (story + article % _DAYS_OF_A_STORY if stories else article) % 365


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
