"""Fit when two names with "and" between them are one body's: ``fit_joined_names.py [--write]``.

A logistic regression on what such names show in sentences (``joined_names.measures``): those in ``joined_names.txt``,
of bodies that have "and" in their names and of two bodies, each in every frame. Prints how often the likelier answer is
right of names that the fit has not seen (five folds of names), of both kinds apart. ``--write`` puts the fit of all
into the package.
"""

import sys
from collections.abc import Iterator
from typing import Final
from unittest.mock import patch

import numpy as np
from calibrate import fit
from corpora import ROOT
from logistic_regression import write_coefficients

from claims import extract, from_text
from claims.extraction.coref import joined_names

NAMES: Final = ROOT / "benchmarks" / "joined_names.txt"
TARGET: Final = ROOT / "claims" / "extraction" / "coref" / "joined_names.json"
FOLDS: Final = 5
FRAMES: Final = (
    "{name} said on Tuesday that the plan would fail.",
    "The {name} said on Tuesday that the plan would fail.",
    "The plan will fail, according to {name}.",
    "A spokesman for {name} said the bridge was safe.",
    "Talks with the {name} went on for weeks. {name} told reporters that no deal was near.",
    "Visitors asked {name} what would become of the bridge. The paint is fresh, {name} replied.",
)
OF_ONE: Final = (
    "{name} said it would appeal. It gave no reason.",
    "{name} has turned the offer down, saying its members had voted.",
    "In May {name} says farewell to its chairman, who said the work was done.",
)
OF_TWO: Final = (
    "{name} said they would appeal. Both gave no reason.",
    "{name} have turned the offer down, saying their members had voted.",
    "{name} said the plan was dead. {second} said later that talks might go on.",
    "{first} had asked for time. Late on Friday {name} said the plan was dead.",
)

Row = tuple[int, dict[str, float], bool]


def rows() -> Iterator[Row]:
    """The number of each name, what it shows in a sentence, and whether it is one body's."""
    lines = [line.split("\t") for line in NAMES.read_text("utf-8").splitlines() if not line.startswith("#")]
    for number, (kind, name) in enumerate(lines):
        first, _, second = name.rpartition(" and ")
        for frame in (*FRAMES, *(OF_ONE if kind == "one" else OF_TWO)):
            text = frame.format(name=name, first=first, second=second)
            yield from ((number, found, kind == "one") for found in shown(text, name))


def shown(text: str, name: str) -> list[dict[str, float]]:
    """What the places of a name show where it is recognised as two names that "and" joins."""
    with patch.object(joined_names, "measures", wraps=joined_names.measures) as asked:
        extract(from_text(text, key="frame"))
    return [
        joined_names.measures(doc, names, (one, other), types)
        for doc, names, (one, other), types in (call.args for call in asked.call_args_list)
        if doc.words(one.name_start, other.end) in name
    ]


def main() -> None:
    """Fit, measure, print; write where asked to."""
    found = list(rows())
    columns = list(found[0][1])
    x = np.array([[values[column] for column in columns] for _, values, _ in found])
    y = np.array([float(one) for _, _, one in found])
    folds = np.array([number % FOLDS for number, _, _ in found])
    scores = np.zeros(len(x))
    for fold in range(FOLDS):
        scores[folds == fold] = x[folds == fold] @ fit(x[folds != fold], y[folds != fold])
    for kind, of_kind in (("one", y > 0), ("two", y == 0)):
        right = (scores[of_kind] > 0) == (kind == "one")
        print(
            f"{kind}: {len(right):,} places of names that the fit has not seen, right {100 * right.mean():.1f} %"
        )
    weights = fit(x, y)
    if sys.argv[1:] == ["--write"]:
        write_coefficients(TARGET, columns, weights)


if __name__ == "__main__":
    main()
