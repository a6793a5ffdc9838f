"""Verdicts outlive new versions of an article, re-merging and lost claims."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from claims import desk
from claims.ledger import Ledger
from claims.records import Article, Claim, Speaker, Verdict
from claims.text.claim_ids import claim_id
from tests.sheet.review_desk import columns, edited, export, put, row_of
from tests.sheet.tarnholt import MAYOR, article

KEY = "https://radiovale.example/dam"
ALDWATER = Speaker("Joren Aldwater", "person")

SAID = "the dam had held for forty years and would hold for forty more"
ROSE = "the water had risen by 14 centimetres"
ROSE_MORE = "the water had risen by 41 centimetres"
CLOSED = "the schools would stay closed until Monday"


def version(*sentences: tuple[Speaker, str]) -> tuple[Article, list[Claim]]:
    text = " ".join(f"{speaker.name} said {words}." for speaker, words in sentences)
    page = article(text, key=KEY, url=KEY)
    claims, at = [], 0
    for speaker, words in sentences:
        cue = at + len(speaker.name) + 1
        end = cue + 5 + len(words)
        claims.append(
            Claim(
                claim_id(KEY, "said", words),
                page,
                (page.span(at, cue - 1),),
                (page.span(cue, cue + 4),),
                (page.span(cue + 5, end),),
                speaker,
                "indirect",
                "neutral",
                0.9,
                "high",
            )
        )
        at = end + 2
    return page, claims


FIRST = version((MAYOR, SAID), (MAYOR, ROSE), (MAYOR, CLOSED))
REWORDED = version((MAYOR, SAID), (MAYOR, ROSE_MORE))


def id_of(words: str) -> str:
    return claim_id(KEY, "said", words)


def verdict(words: str, **fields: Any) -> Verdict:
    return replace(Verdict(id_of(words), "Ana", date(2026, 3, 9), "correct", "true", version=1), **fields)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "dam.db", create=True) as opened:
        opened.add(*FIRST)
        desk.refresh(opened)
        opened.record(verdict(SAID), verdict(ROSE), verdict(CLOSED))
        yield opened


def add(ledger: Ledger, added: tuple[Article, list[Claim]]) -> None:
    ledger.add(*added)
    desk.refresh(ledger)


def state(path: Path, words: str) -> tuple[object, object]:
    page = load_workbook(path)["Claims"]
    row = row_of(path, id_of(words))
    return tuple(page.cell(row, columns(page)[h]).value for h in ("Truth", "To be settled"))  # type: ignore[return-value]


def test_where_the_words_are_the_same_the_verdict_is(ledger: Ledger, tmp_path: Path) -> None:
    add(ledger, REWORDED)
    assert state(export(ledger, tmp_path / "second.xlsx"), SAID) == ("true", None)


def test_where_the_words_changed_it_says_on_which_version_it_was_made(ledger: Ledger, tmp_path: Path) -> None:
    add(ledger, REWORDED)
    sheet = export(ledger, tmp_path / "second.xlsx")
    assert state(sheet, ROSE_MORE) == ("true", "made on version 1")
    assert desk.review(ledger, sheet).new == ()
    add(ledger, version((MAYOR, "hello to all of you"), (MAYOR, SAID), (MAYOR, ROSE_MORE)))
    assert state(export(ledger, tmp_path / "third.xlsx"), ROSE_MORE) == ("true", "made on version 1")


def test_a_verdict_on_the_new_words_takes_its_place(ledger: Ledger, tmp_path: Path) -> None:
    add(ledger, REWORDED)
    sheet = export(ledger, tmp_path / "second.xlsx")
    row = row_of(sheet, id_of(ROSE_MORE))
    edited(sheet, put("Truth", "false", row))
    edited(sheet, put("Reviewer", "Bo", row))
    [given] = desk.review(ledger, sheet).new
    assert (given.verdict.claim_id, given.verdict.version) == (id_of(ROSE_MORE), 2)
    assert state(export(ledger, tmp_path / "again.xlsx"), ROSE_MORE) == ("false", None)
    assert [v for v in desk.verdicts(ledger) if v.claim_id == id_of(ROSE)] == [verdict(ROSE)]


def test_the_same_words_of_another_speaker_are_another_matter(ledger: Ledger, tmp_path: Path) -> None:
    add(ledger, version((ALDWATER, SAID), (MAYOR, ROSE), (MAYOR, CLOSED)))
    sheet = export(ledger, tmp_path / "second.xlsx")
    assert state(sheet, SAID) == ("true", "made on version 1")
    assert state(sheet, ROSE) == ("true", None)


def test_verdicts_of_claims_that_are_gone_are_listed(ledger: Ledger, tmp_path: Path) -> None:
    assert desk.lost_verdicts(ledger) == []
    add(ledger, REWORDED)
    assert desk.lost_verdicts(ledger) == [verdict(CLOSED)]
    lost = Verdict("f" * 12, "Bo", date(2026, 3, 10), truth="true")
    ledger.record(lost)
    assert desk.lost_verdicts(ledger) == [verdict(CLOSED), lost]
    add(ledger, version((MAYOR, SAID), (MAYOR, ROSE_MORE), (MAYOR, CLOSED)))
    assert desk.lost_verdicts(ledger) == [lost]


def test_a_sheet_of_the_first_version_still_comes_back(ledger: Ledger, tmp_path: Path) -> None:
    sheet = export(ledger, tmp_path / "first.xlsx")
    add(ledger, REWORDED)
    edited(sheet, put("Truth", "false", row_of(sheet, id_of(ROSE))))
    found = desk.review(ledger, sheet)
    assert [(g.verdict.claim_id, g.verdict.version) for g in found.changed] == [(id_of(ROSE), 1)]
    assert state(export(ledger, tmp_path / "second.xlsx"), ROSE_MORE) == ("false", "made on version 1")


def test_the_sheet_of_the_first_version_may_be_written_over(ledger: Ledger, tmp_path: Path) -> None:
    sheet = export(ledger, tmp_path / "sheet.xlsx")
    add(ledger, REWORDED)
    assert state(export(ledger, sheet), ROSE_MORE) == ("true", "made on version 1")


def test_old_words_and_new_words_are_no_dispute(ledger: Ledger, tmp_path: Path) -> None:
    add(ledger, version((ALDWATER, SAID), (MAYOR, ROSE), (MAYOR, CLOSED)))
    ledger.record(verdict(SAID, reviewer="Bo", truth="false", decided=date(2026, 3, 12), version=2))
    assert state(export(ledger, tmp_path / "second.xlsx"), SAID) == ("false", None)


def test_merging_anew_changes_no_verdict(ledger: Ledger) -> None:
    before = desk.verdicts(ledger)
    desk.refresh(ledger)
    ledger.release([claim.id for claim in ledger.claims()])
    desk.merge(ledger)
    assert desk.verdicts(ledger) == before
    assert [v.version for v in before] == [None, None, None]
