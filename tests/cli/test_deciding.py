"""The desk decides who is who: `claims speakers`, `claims decisions`, `claims undo`, and what search makes of it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from claims import desk
from claims.ledger import Ledger
from claims.records import Article, Block, Claim, Decision, Speaker
from claims.text.claim_ids import claim_id
from tests.cli.running import Run

Told = tuple[str, str | None]


def article(key: str, *told: Told, version: int = 1) -> tuple[Article, list[Claim]]:
    """An article in which each of these speakers, with a role or without, says one thing."""
    said = [f"{name} said that pier {number} of {key} stands" for number, (name, _) in enumerate(told)]
    text = ". ".join(said) + f". Version {version}."
    of = Article(key, text, (Block("paragraph", 0, len(text)),), title=f"On {key}", outlet=f"The {key} Post")
    found = []
    for words, (name, role) in zip(said, told, strict=True):
        start = text.index(words)
        cue = start + len(name) + 1
        content = of.span(cue + 5, start + len(words))
        found.append(
            Claim(
                claim_id(key, "said", content.text),
                of,
                (of.span(start, start + len(name)),),
                (of.span(cue, cue + 4),),
                (content,),
                Speaker(name, "person", role),
                "indirect",
                "neutral",
                0.9,
                "high",
            )
        )
    return of, found


def add(ledger: Path, *articles: tuple[Article, list[Claim]]) -> None:
    with Ledger.open(ledger, create=True) as opened:
        for of, found in articles:
            opened.add(of, found)
        desk.refresh(opened)


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "claims.db"
    add(
        path,
        article("Dale", ("Tahir al-Mazrafi", "harbour master"), ("Nora Quill", "mayor of Dale")),
        article("Larkby", ("Taher Mazrafi", None), ("Otto Quill", "baker")),
        article("Eskmoor", ("Nora Quill", "goalkeeper"), ("Quill", "Mayor of Dale")),
    )
    return path


Listed = Callable[..., list[dict[str, Any]]]
"""What `claims speakers` lists for some arguments."""


@pytest.fixture
def listed(claims: Run, ledger: Path) -> Listed:
    """What `claims speakers` lists, for a program."""

    def speakers(*arguments: object) -> list[dict[str, Any]]:
        done = claims("speakers", *arguments, "--json", "--ledger", ledger)
        assert done.code == 0, done.err
        found: list[dict[str, Any]] = json.loads(done.out)
        return found

    return speakers


def names(found: list[dict[str, Any]]) -> list[str]:
    return sorted(speaker["speaker"] for speaker in found)


def test_spellings_are_one_speaker_with_aliases_probability_and_reason(listed: Listed) -> None:
    (found,) = listed("mazrafi")
    assert (found["speaker"], found["claims"], found["articles"]) == ("Tahir al-Mazrafi", 2, 2)
    assert [alias["alias"] for alias in found["aliases"]] == ["Tahir al-Mazrafi", "Taher Mazrafi"]
    assert all(0.5 <= alias["probability"] <= 1 and alias["reason"] for alias in found["aliases"])
    assert found["roles"][0]["role"] == "harbour master"
    assert found["roles"][0]["article"] == "On Dale"


def test_a_surname_goes_to_the_mayor_and_the_goalkeeper_is_flagged(listed: Listed) -> None:
    mayor, keeper = sorted((s for s in listed() if s["speaker"] == "Nora Quill"), key=lambda s: -s["claims"])
    assert (mayor["claims"], keeper["claims"]) == (2, 1)
    assert "goalkeeper" in mayor["doubts"][0]
    assert "mayor of Dale" in keeper["doubts"][0]


def test_same_joins_and_undo_brings_back_what_was(claims: Run, ledger: Path, listed: Listed) -> None:
    before = listed()
    done = claims("speakers", "same", "Otto Quill", "mazrafi", "--ledger", ledger, "--reviewer", "Ana")
    assert "decision 1" in done.out
    assert len(listed()) == len(before) - 1
    (joined,) = listed("otto quill")
    assert joined["claims"] == 3
    assert "desk" in " ".join(alias["reason"] for alias in joined["aliases"])
    assert claims("undo", 1, "--ledger", ledger).code == 0
    assert listed() == before


def test_different_parts_two_appearances_of_one_speaker_for_good(
    claims: Run, ledger: Path, listed: Listed
) -> None:
    (both,) = listed("mazrafi")
    first, second = (alias["ids"][0] for alias in both["aliases"])
    assert claims("speakers", "different", first, second, "--ledger", ledger).code == 0
    assert names(listed("mazrafi")) == ["Taher Mazrafi", "Tahir al-Mazrafi"]
    add(
        ledger,
        article("Larkby", ("Taher Mazrafi", None), version=2),
        article("Dunvale", ("T. Mazrafi", None)),
    )
    assert {"Taher Mazrafi", "Tahir al-Mazrafi"} <= set(names(listed("mazrafi")))


def test_a_new_name_stays_when_an_article_names_the_speaker_otherwise(
    claims: Run, ledger: Path, listed: Listed
) -> None:
    (before,) = listed("otto quill")
    assert claims("speakers", "rename", "Otto Quill", "Otto  Quill the Elder", "--ledger", ledger).code == 0
    add(ledger, article("Larkby", ("Taher Mazrafi", None), ("Otto J. Quill", "baker"), version=2))
    (after,) = listed("otto quill")
    assert (after["id"], after["speaker"]) == (before["id"], "Otto Quill the Elder")
    for asked in ("Otto J. Quill", "quill the elder", before["id"][:5]):
        assert names(listed(asked)) == ["Otto Quill the Elder"] or asked == before["id"][:5]
    found = claims("search", "--speaker", "Otto J. Quill", "--exact", "--json", "--ledger", ledger)
    assert [c["speaker"] for c in json.loads(found.out)] == ["Otto Quill the Elder"]
    claims("undo", 1, "--ledger", ledger)
    assert names(listed("otto quill")) == ["Otto J. Quill"]


def test_a_role_is_the_desks(claims: Run, ledger: Path, listed: Listed) -> None:
    claims("speakers", "role", "otto quill", "master baker", "--ledger", ledger)
    assert [s["role"] for s in listed("otto quill")] == ["master baker"]
    claims("undo", 1, "--ledger", ledger)
    assert [s["role"] for s in listed("otto quill")] == ["baker"]


def test_decisions_are_listed_and_undone_ones_on_demand(claims: Run, ledger: Path) -> None:
    claims("speakers", "rename", "otto quill", "O. Q.", "--ledger", ledger, "--reviewer", "Ana")
    claims("speakers", "role", "mazrafi", "captain", "--ledger", ledger)
    claims("undo", 1, "--ledger", ledger)
    (held,) = json.loads(claims("decisions", "--json", "--ledger", ledger).out)
    assert (held["number"], held["kind"], held["value"]) == (2, "role", "captain")
    every = json.loads(claims("decisions", "--all", "--json", "--ledger", ledger).out)
    assert [(d["number"], d["undone"], d["reviewer"]) for d in every] == [(1, True, "Ana"), (2, False, None)]
    assert "captain" in claims("decisions", "--ledger", ledger).out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("speakers", "rename", "quill", "Q."), "Otto Quill ("),
        (("speakers", "rename", "Nobody Atall", "Q."), "no speaker matches 'Nobody Atall'"),
        (("speakers", "same", "mazrafi", "tahir al-mazrafi"), "are both"),
        (("speakers", "rename", "otto quill", "  "), "tells nothing"),
        (("undo", 7), "no decision 7"),
    ],
)
def test_what_cannot_be_decided_is_one_line_and_changes_nothing(
    claims: Run, ledger: Path, listed: Listed, arguments: tuple[object, ...], said: str
) -> None:
    before = listed()
    done = claims(*arguments, "--ledger", ledger)
    assert done.code == 2
    assert said in done.err
    assert done.err.count("\n") == 1
    assert listed() == before


def test_search_says_which_speakers_it_took_the_likest_first(claims: Run, ledger: Path) -> None:
    done = claims("search", "--speaker", "otto quill", "--json", "--ledger", ledger)
    assert "1 speaker matches 'otto quill': Otto Quill" in done.err
    done = claims("search", "--speaker", "quill", "--json", "--ledger", ledger)
    assert "3 speakers match 'quill'" in done.err
    done = claims("search", "--speaker", "Tahir Mazrafy", "--json", "--ledger", ledger)
    assert {c["speaker"] for c in json.loads(done.out)} == {"Tahir al-Mazrafi"}


def test_exact_takes_a_name_an_alias_or_an_id_and_nothing_like_it(
    claims: Run, ledger: Path, listed: Listed
) -> None:
    def count(asked: str) -> int:
        found = claims("search", "--speaker", asked, "--exact", "--json", "--ledger", ledger)
        return len(json.loads(found.out))

    (speaker,) = listed("mazrafi")
    assert count("Taher Mazrafi") == count("Tahir al-Mazrafi") == count(speaker["id"]) == 2
    assert count("mazrafi") == count("tahir al-mazrafi") == 0


def test_a_corrected_speaker_of_one_claim_is_undone_like_everything(ledger: Path) -> None:
    with Ledger.open(ledger) as opened:
        claim = next(c for c in opened.claims() if c.speaker_name == "Otto Quill")
        made = desk.decide(opened, Decision("speaker", (claim.id,), "Taher Mazrafi"))
        assert opened.claim(claim.id).speaker_name == "Tahir al-Mazrafi"
        desk.undo(opened, made.number)
        assert opened.claim(claim.id).speaker_name == "Otto Quill"
