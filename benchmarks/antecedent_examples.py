"""The annotated mentions of the corpora with their candidates, as the ranker of antecedents sees them.

Of the world articles for training, of those that we annotated (``training/annotations.py``), of the public ones with
annotated speakers, and of GAP for pronouns that are no speaker's.
"""

import csv
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache, partial
from multiprocessing import get_context
from typing import Any, Final

import numpy as np
from corpora import CORPORA, DEV, UNLABELLED, read, who_scorer
from invented_mentions import invented_mentions
from invented_pronouns import invented
from network_outputs import references_in
from numpy.typing import NDArray
from predict import asked_of

from claims.extraction.coref import resolve
from claims.extraction.coref.entities import Entity
from claims.extraction.coref.features import Candidate
from claims.extraction.coref.name_recognition import recognise_names
from claims.extraction.coref.name_spans import NameSpan
from claims.extraction.coref.ranking import NOBODY, NOUN, UNDER_OWN_WORDS, Ranker, Ranking, Trees
from claims.extraction.coref.tokens import TokenisedArticle, tokenise
from claims.extraction.references import References
from claims.reading import from_text
from training.annotations import annotated_records, digest

TRAIN = CORPORA / "world_train.jsonl"
GAP = CORPORA / "gap" / "gap-test.tsv"
SPEAKERS = CORPORA / "speakers_public.jsonl"
NARRATED = ("kind: narrated pronoun", "kind: possessive pronoun")
FOLDS = 5
INVENTED = 900
INVENTED_MENTIONS = 2046
"""Invented articles, with pronouns and with other mentions."""
GAP_ARTICLES = 800
"""Snippets of GAP at most, for the same reason."""

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Example:
    """One mention: its kind, its features' names, a row of their values for each candidate, which rows are right.

    The last row is for nobody of the candidates. ``noun`` is a description's main noun.
    """

    kind: str
    noun: str
    names: tuple[str, ...]
    rows: NDArray[np.float32]
    right: NDArray[np.bool_]
    fold: int


class Recorder(Ranker):
    """Notes the candidates of each annotated mention of an article, and which are right."""

    def __init__(
        self,
        trees: Trees,
        fold: int,
        asked: Mapping[int, dict[str, Any]],
        narrated: Mapping[int, dict[str, Any]],
        *,
        right: bool,
    ):
        """Take trees, the article's fold, the annotation by token, and whether to take the right antecedents.

        ``asked`` is the annotation of speakers' mentions, ``narrated`` that of pronouns that are no speaker's.
        """
        super().__init__(trees)
        self.examples: list[Example] = []
        self._fold, self._asked, self._narrated, self._takes_right = fold, asked, narrated, right

    def rank(self, at: int, candidates: Sequence[Candidate], mention: Mapping[str, float]) -> Ranking:
        """Rank by the trees, and note the candidates of an annotated mention."""
        ranking = super().rank(at, candidates, mention)
        narrated = any(kind in mention for kind in NARRATED)
        gold = (self._narrated if narrated else self._asked).get(at)
        if gold is None:
            return ranking
        right = [is_right(gold, c.entity) for c in candidates]
        several = "; " in gold["speaker"]
        if "kind: name in a mention" in mention and (several or not any(right)):  # of several the most
            shares = [_parts_in(gold, c.entity) for c in candidates]
            right = [share == max(shares) > 0 for share in shares]
        names = {n for values in (mention, *(c.features for c in candidates)) for n, v in values.items() if v}
        columns = (NOBODY, *sorted(names))
        rows = rows_of(candidates, mention, {name: at for at, name in enumerate(columns)})
        kind = next(name for name in mention if name.startswith("kind: "))
        noun = next((name for name in mention if name.startswith(NOUN)), "")
        labels = np.array([*right, not any(right)])
        self.examples.append(Example(kind, noun, columns, rows.astype(np.float32), labels, self._fold))
        if not self._takes_right:
            return ranking
        fits = {c.entity for c, is_one in zip(candidates, right, strict=True) if is_one}
        chosen = next((e for e, _ in ranking.entities if e in fits), None)
        return Ranking(((chosen, 1.0),), 0.0) if chosen else Ranking((), 1.0)


class First(Trees):
    """Weights to begin with, before any fit: likeliest is the most recent, or the name that ends the main part."""

    WEIGHTS: Final = {
        "references, decaying with sentences": 1.0,
        "most recent": 1.0,
        UNDER_OWN_WORDS: 0.7,
        "name: ends the main part": 1.0,
        "name: opens the mention": 0.6,
        NOBODY: 0.5,
    }

    def __init__(self) -> None:
        """Nothing to take."""

    def scores(self, candidates: Sequence[Candidate], mention: Mapping[str, float]) -> Numbers:
        """The score of each candidate, and the last for nobody of them."""
        columns = {name: at for at, name in enumerate(self.WEIGHTS)}
        found: Numbers = rows_of(candidates, mention, columns) @ np.array([*self.WEIGHTS.values()])
        return found


def rows_of(
    candidates: Sequence[Candidate], mention: Mapping[str, float], columns: Mapping[str, int]
) -> Numbers:
    """A row of features for each candidate, and the last for nobody of them; others than have columns are left out."""
    rows = np.zeros((len(candidates) + 1, len(columns)))
    for name, value in mention.items():
        if value and (column := columns.get(name)) is not None:
            rows[:, column] = value
    for row, candidate in zip(rows, candidates, strict=False):
        for name, value in candidate.features.items():
            if value and (column := columns.get(name)) is not None:
                row[column] = value
    if NOBODY in columns:
        rows[-1, columns[NOBODY]] = 1.0
    return rows


def is_right(gold: dict[str, Any], entity: Entity) -> bool:
    """Whether an entity is who is annotated: by the corpora's own rule, or a person's name has all words of the other.

    A candidate may be known by less than the full name.
    """
    return _is_right(gold["speaker"], tuple(gold.get("also") or ()), entity.name, entity.type)


@cache
def _is_right(speaker: str, also: tuple[str, ...], name: str, kind: str) -> bool:
    one, other = set(speaker.split()), set(name.split())
    within = kind == "person" and (one <= other or other <= one)
    return within or bool(who_scorer().right({"speaker": speaker, "also": also}, name))


def _parts_in(gold: dict[str, Any], entity: Entity) -> int:
    """How many of several speakers are among those that an entity joins."""
    wanted, had = gold["speaker"].split("; "), entity.name.split("; ")
    if len(wanted) == 1:
        return 0
    return sum(any(_is_right(one, (), name, "person") for name in had) for one in wanted)


def examples(trees: Trees, *, step: int = 1) -> list[Example]:
    """The annotated mentions of all articles, or every ``step``-th.

    Every other article is read with the right antecedents, the rest with those that the trees give, as in use: the fit
    is to know both (dataset aggregation, Ross et al. 2011).
    """
    numbers = range(0, len(annotated()), step)
    with _workers() as pool:
        found = pool.map(partial(_examples_of, trees=trees, step=step), numbers, chunksize=20)
        return [example for some in found for example in some]


def _examples_of(number: int, trees: Trees, step: int = 1) -> list[Example]:
    """The annotated mentions of one article."""
    right = number // step % 2 == 0
    doc = annotated()[number]
    article = from_text(doc["text"], key=doc["doc"])
    tokens = tokenise(article)
    asked = {
        tokens.within(*min(a["source"])).start: a
        for a in doc["attributions"]
        if a.get("source") and a.get("speaker") and not a.get("optional")
    }
    narrated = {tokens.within(*a["source"][0]).start: a for a in doc.get("narrated", ())}
    recorder = Recorder(trees, number % FOLDS, asked, narrated, right=right)
    resolve(article, asked_of(article, doc["attributions"]), references_in(article), recorder)
    return recorder.examples


def ambiguous_pronouns(trees: Trees) -> list[Example]:
    """The pronouns of GAP (Webster et al. 2018) that refer to one of the two names given; no speakers' mentions."""
    with GAP.open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))[:GAP_ARTICLES]
    with _workers() as pool:
        found = pool.map(partial(_ambiguous_in, trees=trees), range(len(rows)), rows, chunksize=50)
        return [example for some in found for example in some]


def _ambiguous_in(number: int, row: dict[str, str], trees: Trees) -> list[Example]:
    """The pronoun of one snippet, where it refers to one of the names."""
    names = [row[name] for name in "AB" if row[f"{name}-coref"] == "TRUE"]
    if not names:
        return []
    article = from_text(row["Text"], key=row["ID"])
    start = int(row["Pronoun-offset"])
    at = tokenise(article).within(start, start + len(row["Pronoun"])).start
    recorder = Recorder(trees, number % FOLDS, {}, {at: {"speaker": names[0]}}, right=False)
    resolve(article, [], references_in(article), recorder)
    return [e for e in recorder.examples if not e.right[-1]]


def _workers() -> ProcessPoolExecutor:
    return ProcessPoolExecutor(mp_context=get_context("fork"))


@cache
def annotated() -> list[dict[str, Any]]:
    """The articles whose speakers are annotated and that the ranker is fitted on."""
    own = [doc for doc in own_annotation() if not kept_back(doc)]
    return [
        *read(TRAIN),
        *annotated_public(),
        *own,
        *invented(INVENTED),
        *invented_mentions(INVENTED_MENTIONS),
    ]


def own_annotation(*, held: bool = False) -> list[dict[str, Any]]:
    """The articles that we annotated ourselves, in the corpora's form; those held out of every fit, or the others."""
    return [doc for doc, _ in annotated_records(((doc, None) for doc in read(UNLABELLED)), held=held)]


def kept_back(doc: dict[str, Any]) -> bool:
    """Whether an article of our own annotation is none that the ranker is fitted on, so that it may measure it."""
    return int(digest(doc["text"])[:4], 16) % 3 == 0


def recognised(doc: dict[str, Any]) -> tuple[TokenisedArticle, References, list[NameSpan]]:
    """The tokens of an annotated article, what the network says of it, and the names that rules find in it."""
    article = from_text(doc["text"], key=doc["doc"])
    tokens, references = tokenise(article), references_in(article)
    edges = {
        i
        for a in asked_of(article, doc["attributions"])
        for s in a.mention
        for i in (*tokens.within(s.start, s.end)[:1], *tokens.within(s.start, s.end)[-1:])
    }
    return tokens, references, recognise_names(tokens, edges, references)


def annotated_public() -> list[dict[str, Any]]:
    """The articles of PolNeAR dev whose speakers are annotated, with these, ambiguous ones aside."""
    articles = {doc["doc"]: doc for doc in read(DEV)}
    found = []
    for one in read(SPEAKERS):
        doc = articles[one["doc"]]
        attributions = [dict(a) for a in doc["attributions"]]
        for known in one["attributions"]:
            if not known.get("ambiguous"):
                attributions[known["index"]] |= {"speaker": known["speaker"], "also": known.get("also") or []}
        found.append(doc | {"attributions": attributions})
    return found
