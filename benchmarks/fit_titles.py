"""Fit what is a title before a person's name and what part of it: ``fit_titles.py [--write]``.

A logistic regression on each word with which a recognised name begins or might begin (``name_titles.measures``), in the
articles whose speakers are annotated and that the ranker is fitted on: a word that the annotated name of the speaker
with that surname lacks is a title. Titles of the lexicon are left out, which rules cut already. Prints how often the
likelier answer is right in the articles that are kept back, of all words, of those that are titles and of those that
are taken for one. ``--write`` puts the fit into the package.
"""

import sys
from collections.abc import Sequence
from typing import Any

import numpy as np
from antecedent_examples import TRAIN, annotated_public, kept_back, own_annotation, recognised
from calibrate import fit
from corpora import ROOT, UNLABELLED, need, read
from logistic_regression import write_coefficients
from numpy.typing import NDArray

from claims.extraction.coref.lexicon import is_title
from claims.extraction.coref.name_spans import is_capital
from claims.extraction.coref.name_tags import types_of_tokens
from claims.extraction.coref.name_titles import may_be_title, measures

ARTICLES = 600
"""Articles of our own annotation at most that are fitted on, and that the fit is measured on."""
TARGET = ROOT / "claims" / "extraction" / "coref" / "name_titles.json"

Rows = list[tuple[dict[str, float], bool]]


def examples(docs: Sequence[dict[str, Any]]) -> Rows:
    """The first words of names, each with whether it is a title."""
    return [row for doc in docs for row in _examples_of(doc)]


def _examples_of(doc: dict[str, Any]) -> Rows:
    tokens, references, names = recognised(doc)
    surnames: dict[str, set[str]] = {}
    for a in doc["attributions"]:
        words = (a.get("speaker") or "").split()
        if len(words) > 1 and ";" not in a["speaker"]:
            surnames.setdefault(words[-1], set()).add(a["speaker"])
    types = types_of_tokens(tokens, references)
    found: Rows = []
    for span in names:
        gold = surnames.get(span.name.split()[-1], set())
        if span.kind not in ("person", "unknown") or len(gold) != 1:
            continue
        words = set(next(iter(gold)).split())
        for at in range(span.start, span.end - 1):
            if not is_capital(tokens.tokens[at]) or is_title(tokens.tokens[at].bare):
                continue
            title = tokens.tokens[at].text not in words
            shown = measures(tokens, span, at, types)
            if may_be_title(shown):
                found.append((shown, title))
            if not title:
                break
    return found


def _matrix(rows: Rows, names: Sequence[str]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    x = np.array([[values[name] for name in names] for values, _ in rows])
    return x, np.array([float(title) for _, title in rows])


def main() -> None:
    """Fit, measure, print; write where asked to."""
    need(TRAIN, UNLABELLED)
    own = own_annotation()
    mine = [doc for doc in own if not kept_back(doc)][:ARTICLES]
    fitted = examples([*read(TRAIN), *annotated_public(), *mine])
    names = list(fitted[0][0])
    weights = fit(*_matrix(fitted, names))
    x, titles = _matrix(examples([doc for doc in own if kept_back(doc)][:ARTICLES]), names)
    said = x @ weights > 0
    print(
        f"{len(x):,} words, {int(titles.sum())} titles: right {100 * float((said == titles).mean()):.2f} %; titles "
        f"found {100 * float(said[titles > 0].mean()):.1f} %, right of those found {100 * titles[said].mean():.1f} %"
    )
    if sys.argv[1:] == ["--write"]:
        write_coefficients(TARGET, names, weights)


if __name__ == "__main__":
    main()
