"""Batches without end, made by processes of their own: articles drawn by corpus, changed, cut into windows."""

import os
import queue
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from multiprocessing.context import ForkContext, ForkProcess
from pathlib import Path
from typing import Any

import numpy as np
from tokenizers import Tokenizer

from training import sources
from training.augment import augmented
from training.corpus import Annotated, clean
from training.gold import Batch, Piece, batches, collate, label, pieces

WINDOW = 318
"""Wordpieces in a window, as at run time."""
FOLDS = 2
"""Teachers; each has not seen one of the folds of the attribution corpora, and there it teaches."""
_POOL = 60_000
"""Wordpieces of a corpus that are windowed together, so that windows of one length can share a batch."""


@dataclass(frozen=True, slots=True)
class Stock:
    """Articles of one kind and fold, and how often a batch is of them, relative to the other stocks."""

    kind: str
    fold: int
    articles: Sequence[Annotated]
    share: float


@dataclass(frozen=True, slots=True)
class Corpora:
    """Where the corpora lie; ``silver`` holds ``<corpus>.jsonl`` with another tagger's guesses of names, or is None."""

    folder: Path
    silver: Path | None

    def guesses(self, name: str) -> Path | None:
        """The file of guesses for a corpus."""
        return self.silver / f"silver_{name}.jsonl" if self.silver else None


def stocks(corpora: Corpora, shares: Mapping[str, float], *, without: int | None = None) -> list[Stock]:
    """The training articles of each kind, those with attributions by fold; ``without`` leaves one fold out."""
    folder = corpora.folder
    found = []
    for kind, name, read in (
        ("polnear", "polnear_train", sources.polnear),
        ("world", "world_train", sources.world),
        ("annotated", "world_unlabelled", sources.annotated),
    ):
        articles = [clean(a) for a in read(folder / f"{name}.jsonl", corpora.guesses(name))]
        folds = [fold for fold in range(FOLDS) if fold != without]
        found += [Stock(kind, fold, articles[fold::FOLDS], shares[kind] / len(folds)) for fold in folds]
    others = {
        "gum": lambda: sources.gum(folder / "gum.jsonl", "train"),
        "gap": lambda: sources.gap(folder / "gap" / "gap-development.tsv"),
        "unlabelled": lambda: sources.unlabelled(
            folder / "world_unlabelled.jsonl", corpora.guesses("world_unlabelled")
        ),
    }
    found += [
        Stock(kind, -1, [clean(a) for a in read()], shares[kind])
        for kind, read in others.items()
        if shares.get(kind)
    ]
    return found


@dataclass(frozen=True, slots=True)
class Feeding:
    """Wordpieces of a batch, the share of them to be masked, the seed of all chance, and the number of processes."""

    budget: int
    hidden: float
    seed: int
    workers: int


def feed(
    context: ForkContext, found: Sequence[Stock], tokenizer: Path, how: Feeding
) -> Iterator[tuple[str, int, Batch]]:
    """Batches of one kind and fold each, with both, by the stocks' shares, each from one of several processes."""
    line = context.Queue(maxsize=4 * how.workers)
    hands = [
        context.Process(target=_work, args=(line, found, tokenizer, how, number), daemon=True)
        for number in range(how.workers)
    ]
    for hand in hands:
        hand.start()
    try:
        while True:
            try:
                yield line.get(timeout=60)
            except queue.Empty:
                _alive(hands)
    finally:
        for hand in hands:
            hand.terminate()


def _alive(hands: Sequence[ForkProcess]) -> None:
    if not all(hand.is_alive() for hand in hands):
        raise SystemExit("a process that makes batches has ended: see the message above")


def _work(line: Any, found: Sequence[Stock], tokenizer_file: Path, how: Feeding, number: int) -> None:
    os.environ["TOKENIZERS_PARALLELISM"] = "false"
    chance = random.Random(how.seed * 1000 + number)  # noqa: S311
    draws = np.random.default_rng(how.seed * 1000 + number)
    tokenizer = Tokenizer.from_file(str(tokenizer_file))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    running = [
        _batches(
            replace(stock, articles=_part(stock.articles, number, how.workers)), tokenizer, chance, how.budget
        )
        for stock in found
    ]
    weights = [stock.share for stock in found]
    while True:
        which = chance.choices(range(len(found)), weights)[0]
        batch = collate(next(running[which]), how.hidden, draws)
        line.put((found[which].kind, found[which].fold, batch))


def _part(articles: Sequence[Annotated], number: int, workers: int) -> Sequence[Annotated]:
    return articles[number::workers] or articles


def _batches(stock: Stock, tokenizer: Tokenizer, chance: random.Random, budget: int) -> Iterator[list[Piece]]:
    """A stock's articles, again and again, each time changed and cut anew."""
    articles = list(stock.articles)
    pool: list[Piece] = []
    size = 0
    while True:
        chance.shuffle(articles)
        for article in articles:
            labelled = label(tokenizer, augmented(article, chance))
            pool += pieces(labelled, WINDOW, chance)
            size += int(labelled.features.words[-1])
            if size >= _POOL or article is articles[-1]:
                yield from batches(pool, budget, chance)
                pool, size = [], 0


def windows_of(articles: Sequence[Annotated], tokenizer_file: Path, budget: int) -> list[Batch]:
    """All of some articles as batches, unchanged, to measure on."""
    tokenizer = Tokenizer.from_file(str(tokenizer_file))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    chance = random.Random(0)  # noqa: S311
    found = [piece for a in articles for piece in pieces(label(tokenizer, clean(a)), WINDOW, chance)]
    return [collate(group, 0.0, np.random.default_rng(0)) for group in batches(found, budget, chance)]
