"""Word lists: a folder a language, in it a file a subject, each list in one file only.

A list is asked for by subject and name, as "roles.title". These are the tables of a file:

``[lists]``
    every list of the file with its meaning
``[words]``
    every word once, under the names of all lists that it is on
``[choices]``
    lists of words picked for one purpose, on whatever other list they are
``[verbs]``, ``[phrases]``
    as ``[words]``, parted by commas; a verb is its base form and its irregular forms
``[rows]``
    rows of words that belong together, a line or between commas each; "|" parts the two sides of a row
``[patterns]``
    lists of regular expressions

A second language is a second folder with the same lists.
"""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def words(name: str, language: str = "en") -> tuple[str, ...]:
    """The words of a list in the order of the file, verbs by their base form. Raises :class:`KeyError` for no list."""
    tables, listed = _find(name, language)
    verbs = [verb.split()[0] for verb in verbs_of(name, language)]
    plain = [
        w for key, value in tables.get("words", {}).items() if listed in key.split() for w in value.split()
    ]
    return (*verbs, *plain, *tables.get("choices", {}).get(listed, "").split())


def word_set(*names: str, language: str = "en") -> frozenset[str]:
    """The words of one or several lists, as of :func:`words`."""
    return frozenset(word for name in names for word in words(name, language))


def verbs_of(name: str, language: str = "en") -> tuple[str, ...]:
    """The verbs of a list: "foresee foresaw foreseen"; regular forms are left out."""
    return _parted(name, "verbs", language)


def phrases_of(name: str, language: str = "en") -> tuple[str, ...]:
    """The phrases of a list: "rule out"."""
    return _parted(name, "phrases", language)


def nouns_of(name: str, language: str = "en") -> tuple[str, ...]:
    """The words of a list without its verbs and phrases."""
    return words(name, language)[len(verbs_of(name, language)) :]


@cache
def rows(name: str, language: str = "en") -> tuple[tuple[str, ...], ...]:
    """The rows of a list, each as its words."""
    tables, listed = _find(name, language)
    return tuple(tuple(row.split()) for row in re.split(r"[,\n]", tables["rows"][listed]) if row.strip())


def table(name: str, language: str = "en") -> dict[str, str]:
    """The rows of a list of pairs: the other word of each by the first."""
    return {one: other for one, other in rows(name, language)}  # noqa: C416  # dict() knows no rows of two


def patterns(name: str, language: str = "en") -> tuple[str, ...]:
    """The regular expressions of a list."""
    tables, listed = _find(name, language)
    return tuple(tables["patterns"][listed])


@cache
def lists(subject: str, language: str = "en") -> dict[str, str]:
    """The lists of a subject in the order of the file, each with its meaning."""
    return dict(_tables(subject, language)["lists"])


def _parted(name: str, table: str, language: str) -> tuple[str, ...]:
    tables, listed = _find(name, language)
    found = [
        v for key, value in tables.get(table, {}).items() if listed in key.split() for v in value.split(",")
    ]
    return tuple(" ".join(entry.split()) for entry in found)


def _find(name: str, language: str) -> tuple[dict[str, Any], str]:
    subject, _, listed = name.partition(".")
    tables = _tables(subject, language)
    if listed not in tables["lists"]:
        raise KeyError(name)
    return tables, listed


@cache
def _tables(subject: str, language: str) -> dict[str, Any]:
    return tomllib.loads(files(__name__).joinpath(language, f"{subject}.toml").read_text(encoding="utf-8"))
