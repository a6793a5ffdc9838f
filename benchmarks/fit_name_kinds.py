"""Fit whether a name is a body's or a person's: ``fit_name_kinds.py [--write]``.

A logistic regression on what all places of a recognised name in an article show (``name_kinds.measures``), for the
names of annotated speakers: of the world articles, whose annotation says what each is, and of our own annotation,
where the other mentions of the same speaker tell it: who is "he" or "she" elsewhere is a person, what is "it" or "the
company" a body. Of names that rules take for a person's, or for anybody's, in one place at least. Prints how often
rules are right, and the fit with them: on world_dev, and in the articles of our own that are held out of every other
fit, the network's, too. ``--write`` puts the fit into the package.
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any

import numpy as np
from antecedent_examples import TRAIN, own_annotation, recognised
from calibrate import fit
from corpora import ROOT, UNLABELLED, WORLD_DEV, need, read
from logistic_regression import write_coefficients
from numpy.typing import NDArray

from claims.extraction.coref import lexicon
from claims.extraction.coref.mentions import PRONOUNS
from claims.extraction.coref.name_kinds import OPEN, FullNames, is_open, measures
from claims.extraction.coref.name_spans import by_name

TARGET = ROOT / "claims" / "extraction" / "coref" / "name_kinds.json"
_BODY = lexicon.COMPANIES | lexicon.ANY_BODY | lexicon.PAPERS

Row = tuple[dict[str, float], bool, bool]
"""What the places of a name show, whether it is a body's, and whether rules say so."""


def kinds_of_speakers(doc: dict[str, Any]) -> dict[str, bool]:
    """The annotated speakers of an article of which it is known, by name, and whether each is a body."""
    said: dict[str, Counter[bool]] = defaultdict(Counter)
    for a in doc["attributions"]:
        name, kind = a.get("speaker") or "", a.get("type")
        if not name or ";" in name:
            continue
        if a.get("kind") and kind in ("person", "organisation"):
            said[name][kind == "organisation"] += 1
            continue
        words = " ".join(doc["text"][s:e] for s, e in a.get("source") or ()).casefold().split()
        if len(words) == 1 and PRONOUNS.get(words[0]) in ("he", "she"):
            said[name][False] += 1
        elif words == ["it"] or (len(words) == 2 and words[0] == "the" and words[1] in _BODY):
            said[name][True] += 1
    return {name: counts.most_common(1)[0][0] for name, counts in said.items() if len(counts) == 1}


def examples(docs: Sequence[dict[str, Any]]) -> list[Row]:
    """The names of speakers of which it is known what they are."""
    return [row for doc in docs for row in _examples_of(doc)]


def _examples_of(doc: dict[str, Any]) -> list[Row]:
    known = kinds_of_speakers(doc)
    if not known:
        return []
    tokens, references, names = recognised(doc)
    places = by_name(names)
    full = FullNames.of(places)
    found = []
    for name, spans in places.items():
        meant = {body for one, body in known.items() if _is_edge(name, one)}
        if len(meant) == 1 and is_open(spans, full):
            kinds = Counter(span.kind for span in spans)
            shown = measures(tokens, spans, full, references)
            found.append((shown, meant.pop(), kinds.most_common(1)[0][0] not in OPEN))
    return found


def _is_edge(name: str, full: str) -> bool:
    """Whether a name is another one, or begins or ends it."""
    return f" {full} ".startswith(f" {name} ") or f" {full} ".endswith(f" {name} ")


def _matrix(rows: Sequence[Row], names: Sequence[str]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    x = np.array([[values[name] for name in names] for values, _, _ in rows])
    return x, np.array([float(body) for _, body, _ in rows])


def report(title: str, rows: Sequence[Row], weights: NDArray[np.float64]) -> None:
    """How often rules are right, and the fit with them."""
    x, bodies = _matrix(rows, list(rows[0][0]))
    rules = np.array([by_rule for *_, by_rule in rows])
    taken = ~rules & (x @ weights > 0)
    print(
        f"{title}: {len(rows):,} names, {int(bodies.sum())} of bodies; right by rules "
        f"{100 * float((rules == bodies).mean()):.1f} %, by the fit on them "
        f"{100 * float(((rules | taken) == bodies).mean()):.1f} %; of {int(taken.sum())} more taken for bodies "
        f"{int(bodies[taken].sum())} are"
    )


def main() -> None:
    """Fit, measure, print; write where asked to."""
    need(TRAIN, UNLABELLED)
    fitted = examples([*read(TRAIN), *own_annotation()])
    names = list(fitted[0][0])
    weights = fit(*_matrix(fitted, names))
    report("fitted on", fitted, weights)
    report("world_dev", examples(list(read(WORLD_DEV))), weights)
    report("held out", examples(own_annotation(held=True)), weights)
    if sys.argv[1:] == ["--write"]:
        write_coefficients(TARGET, names, weights)


if __name__ == "__main__":
    main()
