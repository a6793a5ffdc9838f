"""What goes into an export, and what is said about it afterwards."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from claims.exporting.safe_text import Alteration, SafeText
from claims.records import TRUTH_VERDICTS, Article, Change, Claim, Conflict, Group, Verdict


@dataclass(frozen=True, slots=True)
class Findings:
    """Claims with what other records say about them: all that an exporter is given.

    ``claims``: in the order in which they are to be listed; their speakers and articles come with them.
    ``groups``, ``conflicts``: assertions that several articles make, and claims that disagree.
    ``verdicts``: the whole history; of several on a claim, the latest is shown, and whether they differ.
    ``changes``: what became of claims from one version of an article to the next.
    ``articles``: those without a claim; those of the claims may be among them.
    ``truths``: the verdicts of the truth that reviewers may choose.
    ``ledger``: the mark of the ledger they come from, so that a filled-in sheet does not get back into another one.
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

    def add(self, safe: SafeText) -> str:
        """Count a cell, if anything was altered there, and give back its text."""
        if safe.alterations:
            self._cells += 1
            self._kinds.update(safe.alterations)
        return safe.text

    def report(self, path: Path, findings: Findings) -> Report:
        """What is to be said about the export."""
        return Report(path, len(findings.claims), self._cells, tuple(sorted(self._kinds.items())))
