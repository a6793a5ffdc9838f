"""Verdicts: a filled-in sheet back into the ledger, and what the verdicts on record say of the latest versions."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from contextlib import nullcontext
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Final

from claims import sheet, versions
from claims.desk.refreshing import refresh
from claims.errors import ClaimsError
from claims.exporting import disputes
from claims.ledger import Ledger
from claims.records import AttributionVerdict, Verdict

_FEWEST_TRUTHS: Final = 2
_CORRECTIONS: Final = {"corrected_speaker", "corrected_words"}
_WITHOUT_CORRECTION: Final = {"correct", "not a claim"}
_LONGEST_LIST: Final = 250
"""How many characters of choices a spreadsheet's drop-down list may have (255), with room for quotation marks."""


def review(
    ledger: Ledger, path: str | Path, *, reviewer: str | None = None, dry_run: bool = False
) -> "sheet.Review":
    """Take the verdicts of a claim sheet that came back into the ledger, all of them or, if any is refused, none.

    The sheet is an .xlsx, .ods or .csv file, which is not changed; rows are known by the claim's id and columns by
    their headings. ``reviewer`` decides where the sheet names nobody. A right speaker or right words become a
    decision of the desk. With ``dry_run`` nothing is stored. Raises :class:`ClaimsError` where the file cannot be
    read, is no claim sheet or belongs to another ledger.
    """
    returned = sheet.read_back(Path(path))
    with nullcontext() if dry_run else ledger.transaction():
        found = _judged(ledger, returned, reviewer, dry_run=dry_run)
    refresh(ledger)
    return found


def give_verdict(
    ledger: Ledger,
    claim: str,
    *,
    attribution: AttributionVerdict | None = None,
    truth: str | None = None,
    evidence: str | None = None,
    note: str | None = None,
    corrected_speaker: str | None = None,
    corrected_words: str | None = None,
    reviewer: str | None = None,
    decided: date | None = None,
    settle: bool = False,
) -> "sheet.Review":
    """Add one verdict to the history, by the rules of :func:`review` for a sheet with one row.

    ``claim`` is an id or the beginning of one; ``decided`` is today by default. Where reviewers differ, all of their
    verdicts stay on record, and the claim is disputed until they agree or a verdict is given to ``settle`` it; one that
    a reviewer gives later may differ again. Raises :class:`ClaimsError` where no claim or several are meant, nothing is
    decided, there is nothing to settle, or something cannot be: a word that is none of the desk's, a right speaker
    where the attribution is said to be correct.
    """
    if attribution in _WITHOUT_CORRECTION and (corrected_speaker or corrected_words):
        raise ClaimsError(
            f"'{attribution}' and a right speaker or right words exclude each other: give one of them"
        )
    given = {
        "verdict_attribution": attribution,
        "verdict_truth": truth,
        "evidence": evidence,
        "note": note,
        "corrected_speaker": corrected_speaker,
        "corrected_words": corrected_words,
        "reviewer": reviewer,
        "reviewed_on": decided.isoformat() if decided else None,
    }
    cells = {name: value for name, value in given.items() if value}
    if not (reviewer and reviewer.strip()):
        raise ClaimsError("nobody is named who decides: give --reviewer")
    if not cells.keys() - {"reviewer", "reviewed_on"}:
        raise ClaimsError("no verdict: say whether the attribution is correct, or --truth, or a --note")
    with ledger.transaction():
        on_record = {name.casefold(): name for name in reversed(ledger.reviewers())}
        cells["reviewer"] = on_record.get(" ".join(reviewer.split()).casefold(), reviewer)
        id_ = ledger.claim(claim).id
        if settle:
            cells |= _agreed(ledger, id_, cells)
        row = sheet.FilledRow(1, id_, cells, None)
        # Where the machine was right, or nothing was said, no right speaker or words of an earlier verdict go along.
        said = cells.keys() | (_CORRECTIONS if attribution in _WITHOUT_CORRECTION else set())
        returned = sheet.ReturnedSheet(Path(), {name: name for name in said}, (row,), None)
        found = _judged(ledger, returned, reviewer, dry_run=False, of={id_}, settle=settle)
    if found.refused:
        raise ClaimsError(
            "; ".join(f"{refusal.column or row.id}: {refusal.why}" for refusal in found.refused)
        )
    refresh(ledger)
    return found


def _agreed(ledger: Ledger, claim: str, said: Mapping[str, str]) -> dict[str, str]:
    """What a verdict that settles leaves open because reviewers do not differ in it.

    Raises :class:`ClaimsError` where they differ in nothing, or it does not say what holds.
    """
    given = verdicts(ledger, {claim})
    if claim not in disputes(given):
        raise ClaimsError(f"reviewers do not differ on claim {claim}: there is nothing to settle")
    if not said.keys() & {"verdict_attribution", "verdict_truth"}:
        raise ClaimsError("to settle a dispute, say what holds: the attribution, or --truth")
    attributions = {verdict.attribution for verdict in given if verdict.attribution}
    truths = {verdict.truth for verdict in given if verdict.truth}
    agreed: dict[str, set[str]] = {"verdict_attribution": {*attributions}, "verdict_truth": truths}
    return {n: next(iter(words)) for n, words in agreed.items() if n not in said and len(words) == 1}


def take_back(ledger: Ledger, claim: str, *, reviewer: str) -> Verdict:
    """Take back the latest verdict of a reviewer on a claim, with the decisions that its corrections became.

    What the reviewer said before it holds again, or nothing; gives the verdict that was taken back. The history only
    grows: it gets the verdict before once more, or one that says nothing. Raises :class:`ClaimsError` where no claim
    or several are meant, or no verdict of the reviewer on it stands.
    """
    with ledger.transaction():
        id_ = ledger.claim(claim).id
        name = " ".join(reviewer.split()).casefold()
        stack = _standing([v for v in ledger.verdicts({id_}) if v.reviewer.casefold() == name])
        if not stack:
            raise ClaimsError(
                f"{id_}: no verdict of {reviewer or 'nobody'} to take back: `claims show` lists who gave which"
            )
        last = stack.pop()
        before = stack[-1] if stack else Verdict(id_, last.reviewer, last.decided)
        ledger.record(replace(before, decided=datetime.now().astimezone().date()))
        for decision in ledger.decisions():
            told = {"speaker": last.corrected_speaker, "words": last.corrected_words}.get(decision.kind)
            kept = {"speaker": before.corrected_speaker, "words": before.corrected_words}.get(decision.kind)
            mine = decision.about == (id_,) and decision.reviewer == last.reviewer
            if mine and told == decision.value != kept:
                ledger.undo(decision.number)
    refresh(ledger)
    return last


def _standing(given: Iterable[Verdict]) -> list[Verdict]:
    """What one reviewer said of one claim and did not take back, in the order given."""
    stack: list[Verdict] = []
    for verdict in given:
        before = stack[-2].judged if len(stack) > 1 else Verdict("", "", verdict.decided).judged
        if stack and verdict.judged == before:
            stack.pop()
        elif not verdict.is_withdrawal:
            stack.append(verdict)
    return stack


def _judged(
    ledger: Ledger,
    returned: "sheet.ReturnedSheet",
    reviewer: str | None,
    *,
    dry_run: bool,
    of: Collection[str] | None = None,
    settle: bool = False,
) -> "sheet.Review":
    """What a sheet brings, stored unless anything is refused; ``of``: the ids of its claims where these are a few.

    To ``settle`` a dispute, its verdict stands alone, also where its reviewer has said the same before.
    """
    held = {id_: held for id_, (_, held) in ledger.claim_places(of).items()}
    successors = {id_: now for id_, (now, _) in ledger.successors().items() if now in held}
    known = sheet.OnRecord(
        () if settle else verdicts(ledger, of),
        {**{id_: held[now] for id_, now in successors.items()}, **held},
        ledger.truths(),
        ledger.decisions(),
        ledger.fingerprint(),
    )
    today = datetime.now().astimezone().date()
    found = sheet.judge(returned, known, today=today, reviewer=reviewer, now=of is not None)
    if settle:
        found = replace(
            found, new=tuple(replace(g, verdict=replace(g.verdict, settles=True)) for g in found.new)
        )
    if not (dry_run or found.refused):
        corrections = [
            replace(d, about=tuple(id_ if id_ in held else successors[id_] for id_ in d.about))
            for d in found.corrections
        ]
        ledger.record(*(given.verdict for given in found.given), corrections=corrections)
    return found


def verdicts(ledger: Ledger, of: Collection[str] | None = None) -> list[Verdict]:
    """The history of verdicts, oldest first, as they hold of the latest versions: of all claims, or on some ids.

    Where a claim's words or speaker have changed since, a verdict has the version on which it was made, or the words
    where these only were extracted otherwise; it is there a second time for what the claim has become, as long as
    nobody has judged that.
    """
    return _verdicts(ledger, of)[0]


def lost_verdicts(ledger: Ledger) -> list[Verdict]:
    """The verdicts, oldest first, whose claim is not in the latest version of its article, or that is removed."""
    return _verdicts(ledger)[1]


def vocabulary(words: str) -> tuple[str, ...]:
    """The verdicts that a desk lists, separated by commas, such as "true, false, nobody knows".

    Raises :class:`ClaimsError` where there are fewer than two, one twice, or more than a drop-down list holds.
    """
    listed = tuple(" ".join(word.split()) for word in words.split(","))
    if len(listed) < _FEWEST_TRUTHS or not all(listed):
        raise ClaimsError(f"'{words}': give two verdicts or more, separated by commas, such as 'true,false'")
    if len({word.casefold() for word in listed}) < len(listed):
        raise ClaimsError(f"'{words}': a verdict is there twice: give each once")
    if len(",".join(listed)) > _LONGEST_LIST:
        raise ClaimsError(f"'{words}': longer than a drop-down list ({_LONGEST_LIST} characters): shorten it")
    return listed


def _verdicts(ledger: Ledger, of: Collection[str] | None = None) -> tuple[list[Verdict], list[Verdict]]:
    """All verdicts, or those on some ids, as they hold of the latest versions, and those whose claim is gone."""
    history = ledger.verdicts(of)
    if not history:
        return [], []
    successors = ledger.successors()
    judged = {verdict.claim_id for verdict in history}
    places = ledger.claim_places(judged | {successors[id_][0] for id_ in judged & successors.keys()})
    newest = ledger.newest_versions({key for key, _ in places.values()})
    by_article = defaultdict(list)
    held, lost = [], []
    for given in history:
        verdict = given
        now, words = successors.get(given.claim_id, (None, None))
        if now in places and given.claim_id not in places:
            verdict = replace(given, made_on=words)
            held.append(verdict)
            if now in judged:
                continue
            verdict = replace(verdict, claim_id=now)
        if verdict.claim_id in places:
            by_article[places[verdict.claim_id][0]].append(verdict)
        else:
            held.append(verdict)
            lost.append(verdict)
    for key, theirs in by_article.items():
        if key not in newest:  # removed
            held += theirs
            lost += theirs
            continue
        if newest[key] == 1:
            held += (replace(verdict, version=None) for verdict in theirs)
            continue
        dated = [(version, ledger.claims(version)) for version in ledger.versions(key)]
        carried = versions.carry_verdicts(theirs, dated)
        held += carried.verdicts
        lost += carried.gone
    return sorted(held, key=_decided), sorted(lost, key=_decided)


def _decided(verdict: Verdict) -> date:
    return verdict.decided
