"""Ids of every kind, wherever something is asked for; the order of claims; names that are not alike."""

import json
from pathlib import Path
from typing import Any

import pytest

from claims.names import LIKE, likeness
from tests.cli.running import Run


def listed(claims: Run, desk: Path, *arguments: object) -> list[dict[str, Any]]:
    done = claims(*arguments, "--json", "--ledger", desk)
    assert done.code == 0, done.err
    found: list[dict[str, Any]] = json.loads(done.out)
    return found


@pytest.mark.parametrize("column", ["id", "article_id", "speaker_id", "group"])
@pytest.mark.parametrize("digits", [8, 12])
def test_show_and_search_take_the_id_of_a_claim_article_speaker_or_group(
    claims: Run, desk: Path, column: str, digits: int
) -> None:
    every = listed(claims, desk, "search")
    asked = next(claim[column] for claim in every if claim["group"])
    meant = {claim["id"] for claim in every if claim[column] == asked}
    for command in ("show", "search"):
        assert {c["id"] for c in listed(claims, desk, command, asked[:digits])} == meant
    kind = {"id": "claim", "article_id": "article", "speaker_id": "speaker", "group": "group"}[column]
    assert f"{kind} {asked}" in claims("search", asked, "--ledger", desk).err
    shown = claims("show", asked, "--ledger", desk)
    assert (shown.code, asked[:8] in shown.out + shown.err) == (0, True)


def test_words_that_look_like_an_id_are_still_words(claims: Run, desk: Path) -> None:
    assert claims("search", "deadbeef", "--ledger", desk).err.strip() == "no claim matches"


def test_a_beginning_of_several_ids_names_them(claims: Run, desk: Path) -> None:
    (article, *_) = listed(claims, desk, "articles")
    assert claims("show", article["id"][:3], "--ledger", desk).code == 2


@pytest.mark.parametrize(
    ("by", "key"),
    [
        ("date", lambda c: c["published"] or "9999"),
        ("outlet", lambda c: (c["outlet"] is None, (c["outlet"] or "").casefold())),
        ("speaker", lambda c: (c["speaker"] == "unknown", c["speaker"].casefold())),
        ("confidence", lambda c: -c["confidence"]),
    ],
)
def test_claims_are_sorted_and_the_first_ones_taken(claims: Run, desk: Path, by: str, key: Any) -> None:
    found = listed(claims, desk, "search", "--sort", by)
    assert found == sorted(found, key=key)
    assert listed(claims, desk, "search", "--sort", by, "--limit", 3) == found[:3]


@pytest.mark.parametrize("name", ["Deane", "John Deane", "Beane", "Meane"])
def test_a_name_that_begins_with_another_sound_is_another_name(name: str) -> None:
    assert likeness("keane", name) < LIKE


@pytest.mark.parametrize(
    ("query", "name"),
    [("keane", "Roy Keene"), ("cadafi", "Muammar Kadafi"), ("zhang", "Chang Wei"), ("hafaji", "al-Khafaji")],
)
def test_other_spellings_of_one_sound_are_found(query: str, name: str) -> None:
    assert likeness(query, name) >= LIKE


def test_articles_that_a_day_leaves_out_for_want_of_a_date_are_counted(claims: Run, tmp_path: Path) -> None:
    ledger = tmp_path / "claims.db"
    texts = {"a": ("Mayor Idra Vellmoor said that the bridge would open.\n", "2026-03-14"), "b": ("", None)}
    texts["b"] = ("Harbour master Oren Tass said that nobody had been hurt.\n", None)
    for name, (text, day) in texts.items():
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
        claims("add", tmp_path / f"{name}.txt", *(("--date", day) if day else ()), "--ledger", ledger)
    said = "1 article without a date left out"
    for arguments in (("search",), ("search", "hurt"), ("articles",)):
        assert said in claims(*arguments, "--since", "2026-01-01", "--ledger", ledger).err
    assert said not in claims("search", "bridge", "--since", "2026-01-01", "--ledger", ledger).err
    assert said not in claims("search", "--ledger", ledger).err
