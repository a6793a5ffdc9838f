"""One row of a sheet that came back, beside what is on record about its claim."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Final

from claims.records import ATTRIBUTION_VERDICTS, Verdict
from claims.sheet.claim_columns import VERDICT_FIELDS
from claims.sheet.returning.cell_values import day_of, is_day, is_rounded, says, shown, text_of, word_of
from claims.sheet.returning.returned_sheet import FilledRow
from claims.sheet.returning.review_result import GivenVerdict, OnRecord, Refusal, said
from claims.sheet.returning.spreadsheet_file import Cell

_FIRST_DAY: Final = date(2000, 1, 1)


class RowJudge:
    """Judges the rows of a sheet that has these columns (their headings by the names of the claims' columns).

    ``reviewer`` decides where a row leaves open who did, ``today`` is the day where it gives none.
    """

    def __init__(
        self, headings: Mapping[str, str], known: OnRecord, *, today: date, reviewer: str | None
    ) -> None:
        self._headings = headings
        self._known = known
        self._vocabularies: Mapping[str, Sequence[str]] = {
            "verdict_attribution": ATTRIBUTION_VERDICTS,
            "verdict_truth": known.truths,
        }
        self._today = today
        self._history: dict[str, list[Verdict]] = {}
        self._names: dict[str, str] = {}
        for verdict in known.verdicts:
            self._history.setdefault(verdict.claim_id, []).append(verdict)
            self._names.setdefault(verdict.reviewer.casefold(), verdict.reviewer)
        self._reviewer = self._name(reviewer or "")

    def holds_verdict(self, row: FilledRow) -> bool:
        """Whether a row has a word of one of the two vocabularies where it belongs."""
        return any(word_of(row.cells.get(name, ""), words) for name, words in self._vocabularies.items())

    def merged(self, row: FilledRow) -> Iterator[Refusal]:
        """A refusal for each cell that is merged with those of rows below, which have no verdict then."""
        for name, last in row.merged.items():
            why = (
                f"is merged over the rows {row.row} to {last}: part the cells and write in each what is meant"
            )
            yield Refusal(row.row, self._headings.get(name), why)

    def problem_of_claim(self, same: Sequence[FilledRow]) -> Refusal | None:
        """Why a claim with these rows cannot be judged: it is unknown, or its rows differ."""
        first = same[0]
        if first.id not in self._known.versions:
            why = f"no claim {shown(first.id)} in the ledger: take the row out, or copy its id again"
            if is_rounded(first.id):
                why = f"a program took the claim's id for the number {first.id}: copy it again, as text"
            return Refusal(first.row, None, why)
        for other in same[1:]:
            if _texts(other) != _texts(first):
                rows = f"rows {first.row} and {other.row}"
                why = f"claim {first.id} is in {rows} with different verdicts: keep one of them"
                return Refusal(other.row, None, why)
        return None

    def on_record(self, row: FilledRow) -> Verdict | None:
        """The latest verdict of the history that says what the row says, as far as the sheet has its columns."""
        for verdict in reversed(self._history.get(row.id, ())):
            if all(self._agrees(row, name, get(verdict)) for name, get in VERDICT_FIELDS.items()):
                return verdict
        return None

    def is_replaced(self, verdict: Verdict) -> bool:
        """Whether a later verdict of the same reviewer on the claim has replaced this one."""
        return self._last_of(verdict.claim_id, verdict.reviewer) is not verdict

    def verdict(self, row: FilledRow) -> GivenVerdict | list[Refusal]:
        """The verdict of a row that says something new, or all that speaks against it."""
        refused: list[Refusal] = []
        reviewer = self._name(text_of(row.cells.get("reviewer", ""))) or self._reviewer
        if not reviewer:
            self._refuse(refused, row, "reviewer", "nobody is named: put a name there, or give --reviewer")
        last = self._last_of(row.id, reviewer)
        attribution = self._word(row, "verdict_attribution", last, refused)
        verdict = Verdict(
            row.id,
            reviewer,
            self._day(row, refused),
            next((word for word in ATTRIBUTION_VERDICTS if word == attribution), None),
            self._word(row, "verdict_truth", last, refused),
            self._text(row, "evidence", last),
            self._text(row, "note", last),
            self._text(row, "corrected_speaker", last),
            self._text(row, "corrected_words", last),
            self._version(row),
        )
        return refused or GivenVerdict(row.row, verdict, last)

    def _agrees(self, row: FilledRow, name: str, known: str | date | None) -> bool:
        """Whether a row says in a column what is on record, or leaves open what the sheet need not say."""
        if name not in self._headings:
            return True
        cell = row.cells.get(name)
        if cell is not None:
            return known is not None and self._says(name, cell, known)
        if name == "reviewer":
            return self._reviewer in {"", known}
        return name == "reviewed_on" or known is None

    def _says(self, name: str, cell: Cell, known: str | date) -> bool:
        if isinstance(known, date):
            return is_day(cell, known)
        if name == "reviewer":
            return self._name(text_of(cell)) == known
        return bool(word_of(cell, (known,))) if name in self._vocabularies else says(cell, known)

    def _name(self, name: str) -> str:
        """The reviewer's name as it is on record, whatever its case here."""
        folded = " ".join(name.split())
        return self._names.setdefault(folded.casefold(), folded) if folded else ""

    def _last_of(self, id_: str, reviewer: str) -> Verdict | None:
        return next((v for v in reversed(self._history.get(id_, ())) if v.reviewer == reviewer), None)

    def _day(self, row: FilledRow, refused: list[Refusal]) -> date:
        cell = row.cells.get("reviewed_on")
        if cell is None:
            return self._today
        try:
            day = day_of(cell)
        except ValueError as problem:
            self._refuse(refused, row, "reviewed_on", str(problem))
            return self._today
        # Where the reviewer is, it may be tomorrow already.
        if not _FIRST_DAY <= day <= self._today + timedelta(1):
            when = "in the future" if day > self._today else "before the year 2000"
            self._refuse(refused, row, "reviewed_on", f"{day} lies {when}: put the day of the decision there")
        return day

    def _word(self, row: FilledRow, name: str, last: Verdict | None, refused: list[Refusal]) -> str | None:
        cell = row.cells.get(name)
        if cell is None:
            return self._left_open(name, last)
        # A word that has left the vocabulary may stay where it was.
        words = self._vocabularies[name]
        found = word_of(cell, (*words, *self._said_before(row, name)))
        if found is None:
            self._refuse(refused, row, name, f"{shown(text_of(cell))} is none of: {', '.join(words)}")
        return found

    def _text(self, row: FilledRow, name: str, last: Verdict | None) -> str | None:
        """What the row says; a text that the sheet could not hold whole stays whole where it was left as it was."""
        cell = row.cells.get(name)
        if cell is None:
            return self._left_open(name, last)
        before = reversed(self._said_before(row, name))
        return next((text for text in before if says(cell, text)), text_of(cell))

    def _left_open(self, name: str, last: Verdict | None) -> str | None:
        """What an empty cell says: nothing, or where the sheet has lost the column, what the last verdict says."""
        return None if name in self._headings else said(name, last)

    def _said_before(self, row: FilledRow, name: str) -> list[str]:
        """What verdicts on the claim say in a column, oldest first."""
        return [text for verdict in self._history.get(row.id, ()) if (text := said(name, verdict))]

    def _version(self, row: FilledRow) -> int:
        """The version of the article that the reviewer had."""
        versions = self._known.versions[row.id]
        return row.version if row.version and row.version in versions else max(versions)

    def _refuse(self, refused: list[Refusal], row: FilledRow, name: str, why: str) -> None:
        refused.append(Refusal(row.row, self._headings.get(name), why))


def _texts(row: FilledRow) -> dict[str, str]:
    return {name: text_of(cell).casefold() for name, cell in row.cells.items()}
