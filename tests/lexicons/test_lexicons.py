import re
import tomllib
from collections import Counter
from itertools import combinations
from pathlib import Path

import pytest

import claims.lexicons
from claims.lexicons import lists, phrases_of, rows, verbs_of, words

FOLDER = Path(claims.lexicons.__file__).parent / "en"
FILES = sorted(FOLDER.glob("*.toml"))
SUBJECTS = [path.stem for path in FILES]
ENTRIES = ("words", "verbs", "phrases")
LEAST_SHARED = 6
COPIED = 0.5
"""Two lists of different files that share more than this part of the shorter one are one list, written twice."""


def data(subject: str) -> dict[str, dict[str, str]]:
    return tomllib.loads((FOLDER / f"{subject}.toml").read_text(encoding="utf-8"))


def names(subject: str) -> set[str]:
    """The lists that have words in a file, whatever the table."""
    tables = {name: table for name, table in data(subject).items() if name != "lists"}
    return {name for table in tables.values() for key in table for name in key.split()}


def entries(subject: str, table: str) -> list[str]:
    found = data(subject).get(table, {}).values()
    return [e.strip() for text in found for e in (text.split() if table == "words" else text.split(","))]


def content(subject: str, name: str) -> frozenset[str]:
    """The entries of a list, whichever table has them."""
    if name in data(subject).get("rows", {}):
        return frozenset(" ".join(row) for row in rows(f"{subject}.{name}"))
    return frozenset(
        (*words(f"{subject}.{name}"), *verbs_of(f"{subject}.{name}"), *phrases_of(f"{subject}.{name}"))
    )


@pytest.mark.parametrize("subject", SUBJECTS)
def test_every_list_says_what_it_means_and_has_words(subject: str) -> None:
    assert names(subject) == set(lists(subject))
    assert all(lists(subject).values())


def test_no_two_lists_have_one_meaning() -> None:
    meanings = Counter(meaning for subject in SUBJECTS for meaning in lists(subject).values())
    assert [m for m, times in meanings.items() if times > 1] == []


@pytest.mark.parametrize("table", ENTRIES)
@pytest.mark.parametrize("subject", SUBJECTS)
def test_every_word_stands_once_in_its_file(subject: str, table: str) -> None:
    assert [entry for entry, times in Counter(entries(subject, table)).items() if times > 1] == []


@pytest.mark.parametrize("subject", SUBJECTS)
def test_a_choice_or_a_row_has_nothing_twice(subject: str) -> None:
    for text in data(subject).get("choices", {}).values():
        assert len(text.split()) == len(set(text.split()))
    for text in data(subject).get("rows", {}).values():
        assert len(text.strip().splitlines()) == len(set(text.strip().splitlines()))


def test_no_list_stands_in_two_files() -> None:
    found = {f"{subject}.{name}": content(subject, name) for subject in SUBJECTS for name in lists(subject)}
    copies = [
        (one, other)
        for one, other in combinations(found, 2)
        if one.split(".")[0] != other.split(".")[0]
        if len(shared := found[one] & found[other]) >= LEAST_SHARED
        if len(shared) > COPIED * min(len(found[one]), len(found[other]))
    ]
    assert copies == []


def test_a_list_that_there_is_not_is_an_error() -> None:
    with pytest.raises(KeyError, match=re.escape("roles.nobody")):
        words("roles.nobody")
