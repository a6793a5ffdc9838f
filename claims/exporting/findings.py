"""What goes into an export, and what is said about it afterwards."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from textwrap import shorten
from typing import Final

from claims.exporting.safe_text import Alteration, SafeText
from claims.records import TRUTH_VERDICTS, Article, Change, Claim, Conflict, Group, Verdict
from claims.text.normalisation import normalised

_FORMER: Final = 100
"""So many characters of the words that a verdict was made on are enough to know them again."""


@dataclass(frozen=True, slots=True)
class Findings:
    """Claims in the order in which they are to be listed, with what other records say about them.

    ``articles`` may name articles that have no claim; those of the claims need not be among them. Speakers are
    those of the claims. Where a claim has several verdicts, the latest is shown, and that they differ.
    ``truths`` are the verdicts of the truth that reviewers may choose. ``ledger`` is the mark of the ledger that
    they come from, which a sheet carries so that it does not get back into another one.
    """

    claims: tuple[Claim, ...]
    groups: tuple[Group, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    changes: tuple[Change, ...] = ()
    articles: tuple[Article, ...] = ()
    truths: tuple[str, ...] = TRUTH_VERDICTS
    ledger: str | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """What an export wrote: where, how many claims, and what could not be written as it is.

    ``altered`` counts cells; ``alterations`` counts them by what had to be altered, and a cell may count twice.
    """

    path: Path
    claims: int
    altered: int = 0
    alterations: tuple[tuple[Alteration, int], ...] = ()


class Tally:
    """Counts the cells whose text could not be written as it is."""

    def __init__(self) -> None:
        self._cells = 0
        self._kinds: Counter[Alteration] = Counter()

    def add(self, safe: SafeText) -> None:
        """Count a cell, if anything was altered there."""
        if safe.alterations:
            self._cells += 1
            self._kinds.update(safe.alterations)

    def report(self, path: Path, findings: Findings) -> Report:
        """What is to be said about the export."""
        return Report(path, len(findings.claims), self._cells, tuple(sorted(self._kinds.items())))


def latest_verdicts(verdicts: Iterable[Verdict]) -> dict[str, Verdict]:
    """The verdict that counts for each claim's id: the latest, of one day the last given."""
    return {verdict.claim_id: verdict for verdict in sorted(verdicts, key=lambda v: v.decided)}


def latest_by_reviewer(verdicts: Iterable[Verdict]) -> dict[str, tuple[Verdict, ...]]:
    """The latest verdict of each reviewer, by the claim's id."""
    found: dict[str, dict[str, Verdict]] = {}
    for verdict in sorted(verdicts, key=lambda v: v.decided):
        found.setdefault(verdict.claim_id, {})[verdict.reviewer] = verdict
    return {claim_id: tuple(by_reviewer.values()) for claim_id, by_reviewer in found.items()}


def made_before(verdict: Verdict, claim: Claim) -> str | None:
    """In words on what a verdict was made, where that was not the claim as it stands now."""
    if verdict.version and verdict.version != claim.article.version:
        return f"made on version {verdict.version}"
    if verdict.made_on:
        return f"made on other words: {shorten(verdict.made_on, _FORMER, placeholder=' …')}"
    return None


def disputes(verdicts: Iterable[Verdict]) -> dict[str, str]:
    """In words how reviewers differ, by the claim's id: "disputed: Ana, correct, true; Bo, false".

    Of each reviewer the latest verdict counts, so that a dispute ends when these agree; what one of them left open
    is no difference. Verdicts on words that have changed since count only where there are no others.
    """
    found = {}
    for claim_id, given in latest_by_reviewer(verdicts).items():
        latest = [v for v in given if not (v.version or v.made_on)] or given
        if any(len(set(filter(None, values))) > 1 for values in zip(*map(_judged, latest), strict=True)):
            said = (
                ", ".join(filter(None, (v.reviewer, v.attribution, v.truth, v.corrected_speaker)))
                for v in latest
            )
            found[claim_id] = f"disputed: {'; '.join(said)}"
    return found


def _judged(verdict: Verdict) -> tuple[str | None, ...]:
    """What two reviewers can differ in; the typography of names and words is no difference."""
    corrected = (normalised(words or "") for words in (verdict.corrected_speaker, verdict.corrected_words))
    return (verdict.attribution, verdict.truth, *corrected)
