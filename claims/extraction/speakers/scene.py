"""Who has been spoken of up to some point of the article, and how much they stand out there."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from itertools import takewhile
from typing import Final

from claims.extraction.speakers.cast import Figure
from claims.extraction.speakers.lexicon import Sex
from claims.extraction.speakers.page import Page

WHO_IS_ASKED: Final = 1.7
ASKER: Final = 0.8
SPEAKER: Final = 1.6
SUBJECT: Final = 1.3
OTHER: Final = 0.9
OWNER: Final = 0.6

_NEXT_SENTENCE: Final = 0.75
_NEXT_BLOCK: Final = 0.85
_ACROSS_QUOTATION: Final = 0.35
_UNSURE_OF_SEX: Final = 0.65
_REPEATED: Final = 0.2
_SPOKEN_OF: Final = 0.3
_FARTHEST: Final = 14


@dataclass(frozen=True, slots=True)
class Reference:
    """A place at which the article speaks of a figure, and how much it brings that figure forward there."""

    figure: Figure
    at: int
    sentence: int
    block: int
    quoted: bool
    weight: float


@dataclass(slots=True)
class Scene:
    """The references so far, in the order of the text."""

    page: Page
    references: list[Reference] = field(default_factory=list)

    def refer(self, figure: Figure, at: int, weight: float) -> None:
        """Note that token ``at`` speaks of the figure."""
        token = self.page.tokens[at]
        self.references.append(Reference(figure, at, token.sentence, token.block, token.quoted, weight))

    def in_block(self, at: int, fits: Callable[[Figure], bool]) -> set[Figure]:
        """The fitting figures of whom the block of token ``at`` has spoken before it, quotations aside."""
        block = self.page.tokens[at].block
        latest = takewhile(lambda r: r.block >= block, reversed(self.references))
        return {r.figure for r in latest if r.at < at and not r.quoted and fits(r.figure)}

    def in_sentence(self, at: int) -> set[Figure]:
        """The figures of whom the sentence of token ``at`` has spoken before it."""
        sentence = self.page.tokens[at].sentence
        latest = takewhile(lambda r: r.sentence >= sentence, reversed(self.references))
        return {r.figure for r in latest if r.sentence == sentence and r.at < at}

    def faded(self, since: int, at: int, weight: float) -> float:
        """What is left at token ``at`` of the weight of a reference at token ``since``."""
        there, here = self.page.tokens[since], self.page.tokens[at]
        worth = (
            weight
            * _NEXT_SENTENCE ** (here.sentence - there.sentence)
            * _NEXT_BLOCK ** (here.block - there.block)
        )
        return worth * _ACROSS_QUOTATION if there.quoted != here.quoted else worth

    def standing(self, at: int, figures: Collection[Figure] | None = None) -> dict[Figure, float]:
        """How much each figure (all, or these) stands out at token ``at``.

        The nearer and the more prominent the last references, the higher. A figure's best reference counts
        full, the others a little; a sentence and a paragraph between count less each, and so does a reference
        on the other side of a quotation mark.
        """
        here = self.page.tokens[at]
        best: dict[Figure, float] = {}
        sums: dict[Figure, float] = {}
        for reference in reversed(self.references):
            sentences = here.sentence - reference.sentence
            if sentences > _FARTHEST:
                break
            figure = reference.figure
            if reference.at >= at or (figures is not None and figure not in figures):
                continue
            worth = self.faded(reference.at, at, reference.weight)
            sums[figure] = sums.get(figure, 0.0) + worth
            best[figure] = max(best.get(figure, 0.0), worth)
        return {f: worth + _REPEATED * min(sums[f] - worth, worth) for f, worth in best.items()}

    def likeliest(self, at: int, fits: Callable[[Figure], float]) -> tuple[Figure | None, float]:
        """The figure that stands out most at token ``at`` and its standing; ``fits`` weighs figures from 0 to 1."""
        return next(iter(self.ranked(at, fits)), (None, 0.0))

    def ranked(
        self, at: int, fits: Callable[[Figure], float], spoken_of: Iterable[Figure] = ()
    ) -> list[tuple[Figure, float]]:
        """The fitting figures with their standing at token ``at``, the one that stands out most first.

        ``spoken_of`` are those whom the speaker's own quotation names: seldom the speaker.
        """
        named = set(spoken_of)
        found = [
            (figure, worth * fit * (_SPOKEN_OF if figure in named else 1.0))
            for figure, worth in self.standing(at).items()
            if (fit := fits(figure))
        ]
        return sorted(found, key=lambda pair: -pair[1])


def sex_fits(figure: Figure, sex: Sex | None) -> float:
    """How well a person fits a pronoun's or a noun's sex: 0 if it is the other one."""
    if figure.plural or figure.thing or figure.type not in ("person", "unnamed"):
        return 0.0
    if sex is None or figure.sex == sex:
        return 1.0
    return _UNSURE_OF_SEX if figure.sex is None else 0.0
