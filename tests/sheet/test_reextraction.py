"""Verdicts and decisions outlive another extraction of the same text; the sheet says on which words they were made."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from claims import desk, versions
from claims.ledger import Ledger
from claims.records import Article, Claim, Decision, Verdict
from claims.text.claim_ids import claim_id
from tests.sheet.review_desk import columns, edited, export, put, row_of
from tests.sheet.tarnholt import CLAIMS, COURIER, VALE

FIRST = CLAIMS[0]
"""“the dam had held for forty years”, said by the mayor."""
ANA = Verdict(FIRST.id, "Ana", date(2026, 3, 9), "correct", "true", version=1)


def shorter(claim: Claim) -> Claim:
    """The claim as another release finds it: without the last three words of its content."""
    *kept, last = claim.content
    words = last.text.rsplit(" ", 3)[0]
    content = (*kept, claim.article.span(last.start, last.start + len(words)))
    return replace(claim, content=content, id=claim_id(claim.article.key, claim.cue_text, words))


AGAIN = shorter(FIRST)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "dam.db", create=True) as opened:
        opened.add(VALE, CLAIMS[:3])
        opened.add(COURIER, CLAIMS[3:])
        desk.refresh(opened)
        opened.record(ANA)
        yield opened


def renew(ledger: Ledger, article: Article, found: list[Claim]) -> None:
    ledger.reextract(article, found, versions.successors(ledger.claims(article), found))
    desk.refresh(ledger)


def state(path: Path, id_: str) -> tuple[object, ...]:
    page = load_workbook(path)["Claims"]
    row = row_of(path, id_)
    return tuple(page.cell(row, columns(page)[h]).value for h in ("Truth", "Reviewer", "To be settled"))


def test_the_verdict_goes_to_what_the_claim_became(ledger: Ledger, tmp_path: Path) -> None:
    renew(ledger, VALE, [AGAIN, *CLAIMS[1:3]])
    assert AGAIN.id in {claim.id for claim in ledger.claims()}
    sheet = export(ledger, tmp_path / "again.xlsx")
    assert state(sheet, AGAIN.id) == ("true", "Ana", f"made on other words: {FIRST.content_text}")
    assert desk.lost_verdicts(ledger) == []
    again = desk.review(ledger, sheet)
    assert (again.given, again.unchanged) == ((), 1)


def test_claims_found_as_before_keep_their_verdicts_unmarked(ledger: Ledger, tmp_path: Path) -> None:
    renew(ledger, VALE, list(CLAIMS[:3]))
    assert state(export(ledger, tmp_path / "again.xlsx"), FIRST.id) == ("true", "Ana", None)


def test_the_words_may_change_twice_and_back(ledger: Ledger, tmp_path: Path) -> None:
    last = shorter(AGAIN)
    renew(ledger, VALE, [AGAIN, *CLAIMS[1:3]])
    renew(ledger, VALE, [last, *CLAIMS[1:3]])
    marked = f"made on other words: {FIRST.content_text}"
    assert state(export(ledger, tmp_path / "twice.xlsx"), last.id) == ("true", "Ana", marked)
    renew(ledger, VALE, list(CLAIMS[:3]))
    assert state(export(ledger, tmp_path / "back.xlsx"), FIRST.id) == ("true", "Ana", None)


def test_a_verdict_on_the_new_words_takes_its_place(ledger: Ledger, tmp_path: Path) -> None:
    renew(ledger, VALE, [AGAIN, *CLAIMS[1:3]])
    sheet = export(ledger, tmp_path / "again.xlsx")
    row = row_of(sheet, AGAIN.id)
    edited(sheet, put("Truth", "false", row))
    edited(sheet, put("Reviewer", "Bo", row))
    found = desk.review(ledger, sheet)
    assert ([given.verdict.claim_id for given in found.new], found.disputed) == ([AGAIN.id], ())
    assert state(export(ledger, tmp_path / "then.xlsx"), AGAIN.id) == ("false", "Bo", None)


def test_a_sheet_from_before_still_comes_back(ledger: Ledger, tmp_path: Path) -> None:
    sheet = export(ledger, tmp_path / "before.xlsx")
    renew(ledger, VALE, [AGAIN, *CLAIMS[1:3]])
    assert desk.review(ledger, sheet).given == ()
    row = row_of(sheet, FIRST.id)
    edited(sheet, put("Truth", "mixed", row))
    edited(sheet, put("Right speaker", "Joren Aldwater", row))
    found = desk.review(ledger, sheet)
    assert [given.verdict.truth for given in found.changed] == ["mixed"]
    assert state(export(ledger, tmp_path / "then.xlsx"), AGAIN.id)[0] == "mixed"
    assert ledger.claim(AGAIN.id).speaker_name == "Joren Aldwater"
    renew(ledger, VALE, [AGAIN, *CLAIMS[1:3]])
    assert ledger.claim(AGAIN.id).speaker_name == "Joren Aldwater"


def test_decisions_are_about_what_the_claim_became(ledger: Ledger) -> None:
    desk.decide(ledger, Decision("speaker", (FIRST.id,), "Joren Aldwater"))
    renew(ledger, VALE, [AGAIN, *CLAIMS[1:3]])
    assert ledger.claim(AGAIN.id).speaker_name == "Joren Aldwater"
    desk.undo(ledger, 1)
    assert ledger.claim(AGAIN.id).speaker_name == FIRST.speaker_name


def test_what_is_not_found_again_is_listed_as_gone(ledger: Ledger) -> None:
    renew(ledger, VALE, list(CLAIMS[1:3]))
    assert [verdict.claim_id for verdict in desk.lost_verdicts(ledger)] == [FIRST.id]
    renew(ledger, VALE, [])
    assert {claim.article.key for claim in ledger.claims()} == {COURIER.key}


def test_another_speakers_claim_is_no_successor() -> None:
    assert versions.successors([FIRST], [AGAIN]) == {FIRST.id: AGAIN.id}
    council = replace(AGAIN, mention=(), speaker=CLAIMS[4].speaker)
    assert versions.successors([FIRST], [council]) == {}
    assert versions.successors([FIRST], [replace(council, mention=FIRST.mention)]) == {FIRST.id: AGAIN.id}
    assert versions.successors([FIRST], [replace(CLAIMS[1], id="f" * 12)]) == {}


def test_groups_are_as_if_it_had_been_so_from_the_beginning(ledger: Ledger, tmp_path: Path) -> None:
    renew(ledger, VALE, [AGAIN, *CLAIMS[1:3]])
    with Ledger.open(tmp_path / "fresh.db", create=True) as fresh:
        fresh.add(VALE, [AGAIN, *CLAIMS[1:3]])
        fresh.add(COURIER, CLAIMS[3:])
        desk.refresh(fresh)
        assert ledger.groups() == fresh.groups()
        assert [s.claims for s in ledger.speakers()] == [s.claims for s in fresh.speakers()]
