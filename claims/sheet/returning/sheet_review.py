"""A sheet that came back to new and changed verdicts, and what must be refused."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import groupby
from typing import Final

from claims.errors import ClaimsError
from claims.exporting import disputes
from claims.records import Decision, DecisionKind, Verdict
from claims.sheet.returning.returned_sheet import ReturnedSheet
from claims.sheet.returning.review_result import GivenVerdict, OnRecord, Refusal, Review, said
from claims.sheet.returning.row_review import RowJudge

_NO_VERDICT: Final = frozenset({"reviewer", "reviewed_on"})
"""Columns that say nothing on their own: people fill them down the whole sheet."""
_CORRECTIONS: Final[tuple[tuple[DecisionKind, str], ...]] = (
    ("speaker", "corrected_speaker"),
    ("words", "corrected_words"),
)


def judge(
    returned: ReturnedSheet, known: OnRecord, *, today: date, reviewer: str | None = None, now: bool = False
) -> Review:
    """Compare a sheet with what is on record.

    ``reviewer`` decides where the sheet leaves open who did, ``today`` is the day where it gives none. A row whose
    columns are all empty is no verdict, and takes none back. What a reviewer said once and replaced since is on record,
    unless it is said ``now``, not in a sheet that may be older. Raises :class:`ClaimsError` where the sheet belongs to
    another ledger.
    """
    _refuse_foreign(returned, known)
    rows = RowJudge(returned.headings, known, today=today, reviewer=reviewer)
    given: list[GivenVerdict] = []
    refused = [problem for row in returned.rows for problem in rows.merged(row)]
    outdated: list[int] = []
    unchanged = without_claim = 0
    filled = sorted((row for row in returned.rows if row.cells.keys() - _NO_VERDICT), key=lambda r: r.id)
    for id_, listed in groupby(filled, key=lambda r: r.id):
        same = list(listed)
        if not id_:
            lost = [row.row for row in same if rows.holds_verdict(row)]
            without_claim = len(same) - len(lost)
            refused += (Refusal(row, None, "a verdict without a claim id: put the id there") for row in lost)
        elif problem := rows.problem_of_claim(same):
            refused.append(problem)
        elif (verdict := rows.on_record(same[0])) and not (now and rows.is_replaced(verdict)):
            unchanged += 1
            outdated += [same[0].row] if rows.is_replaced(verdict) else []
        else:
            found = rows.verdict(same[0])
            if isinstance(found, GivenVerdict):
                given.append(found)
            else:
                refused += found
    given.sort(key=lambda g: g.row)
    disputed = disputes([*known.verdicts, *(_of_present_words(g.verdict, known) for g in given)])
    return Review(
        path=returned.path,
        new=tuple(g for g in given if not g.before),
        changed=tuple(g for g in given if g.before),
        unchanged=unchanged,
        outdated=tuple(sorted(outdated)),
        refused=tuple(sorted(refused, key=lambda r: r.row)),
        corrections=tuple(_corrections(given, known.decisions)),
        disputed=tuple(sorted(disputed.keys() & {row.id for row in filled})),
        without_claim=without_claim,
        unread=returned.unread,
    )


def _of_present_words(verdict: Verdict, known: OnRecord) -> Verdict:
    """The verdict without its version, unless the claim has a later one."""
    present = verdict.version == max(known.versions[verdict.claim_id])
    return replace(verdict, version=None) if present else verdict


def _refuse_foreign(returned: ReturnedSheet, known: OnRecord) -> None:
    foreign = f"{returned.path} is the sheet of another ledger"
    if returned.ledger and known.ledger and returned.ledger != known.ledger:
        raise ClaimsError(f"{foreign} ({returned.ledger}; this one is {known.ledger}): name it with --ledger")
    ids = {row.id for row in returned.rows if row.id}
    if ids and ids.isdisjoint(known.versions):
        raise ClaimsError(f"{foreign}, since this one has none of its claims: name it with --ledger")


def _corrections(given: Iterable[GivenVerdict], decisions: Iterable[Decision]) -> Iterator[Decision]:
    """A decision for each corrected speaker or wording that its reviewer gives for the first time, unless it holds."""
    holds = {(decision.kind, id_): decision.value for decision in decisions for id_ in decision.about}
    for one in given:
        for kind, name in _CORRECTIONS:
            value, id_ = said(name, one.verdict), one.verdict.claim_id
            if value and value != said(name, one.before) and value != holds.get((kind, id_)):
                holds[kind, id_] = value
                yield Decision(kind, (id_,), value, one.verdict.reviewer)
