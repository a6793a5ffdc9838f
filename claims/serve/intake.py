"""Articles and filled-in sheets on their way into the ledger: a process of its own reads them, lot after lot."""

from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from threading import Lock, Thread
from typing import Final

from claims import desk, sheet
from claims.errors import ClaimsError
from claims.ledger import Ledger
from claims.serve.uploads import keep

_LOTS_KEPT: Final = 20
_WAITING: Final = 10
"""So many lots may wait; more are refused."""
_REFUSALS_TOLD: Final = 20
SHEETS: Final = "reviewed"
"""The folder beside the ledger in which sheets are kept, away from articles."""


@dataclass(frozen=True, slots=True)
class IntakeResult:
    """What became of one article, or of a claim sheet that came back, in words.

    Fields:
        name: the file or address, as the person knows it.
        status: as :class:`claims.desk.Outcome` has it; of a sheet "reviewed", or "refused".
        title, article: the article's title and id; empty where there is none.
        claims: how many were found in it; of a sheet, how many got a verdict.
        remarks: what was guessed, mended or is missing; why there is no article; what a sheet's rows are refused for.
    """

    name: str
    status: str
    title: str = ""
    article: str = ""
    claims: int = 0
    remarks: tuple[str, ...] = ()


@dataclass(slots=True)
class Lot:
    """Files and addresses that were added together.

    Fields:
        sources: paths of files and addresses.
        published, outlet: said of all of them; None where the pages themselves say it.
        reviewer: who added them, and decided what a sheet says by nobody.
        own: whether a sheet may bring verdicts of this reviewer only.
        added: what became of each so far.
        state: "waiting", "reading" or "done".
        problem: why it ended early, in one line; empty where it did not.
    """

    sources: Sequence[Path | str]
    published: date | None = None
    outlet: str | None = None
    reviewer: str = ""
    own: bool = False
    added: list[IntakeResult] = field(default_factory=list)
    state: str = "waiting"
    problem: str = ""


class Intake:
    """Adds lots of articles to a ledger; ``outlets`` are the desk's names of outlets."""

    def __init__(self, ledger: str, outlets: Mapping[str, str]) -> None:
        self._ledger, self._outlets = ledger, dict(outlets)
        self._waiting: deque[Lot] = deque()
        self._lots: deque[Lot] = deque(maxlen=_LOTS_KEPT)
        self._lock = Lock()
        self._working = False

    @property
    def lots(self) -> list[Lot]:
        """The latest lots, the last one first."""
        return list(reversed(self._lots))

    def take(self, lot: Lot) -> None:
        """Add a lot as soon as those before it are added. Raises :class:`ClaimsError` where too many wait."""
        with self._lock:
            if len(self._waiting) >= _WAITING:
                raise ClaimsError(
                    f"{_WAITING} lots of articles are waiting already: add this one when some are done"
                )
            self._waiting.append(lot)
            self._lots.append(lot)
            if not self._working:
                self._working = True
                Thread(target=self._work, daemon=True, name="intake").start()

    def _work(self) -> None:
        while True:
            with self._lock:
                if not self._waiting:
                    self._working = False
                    return
                lot = self._waiting.popleft()
            lot.state = "reading"
            try:
                self._add(lot)
            except (OSError, EOFError) as error:
                lot.problem = (
                    f"the process that reads them ended ({type(error).__name__}): add them once more"
                )
            lot.state = "done"

    def _add(self, lot: Lot) -> None:
        context = get_context("spawn")
        here, there = context.Pipe(duplex=False)
        process = context.Process(target=_add, args=(there, self._ledger, lot, self._outlets), daemon=True)
        process.start()
        there.close()
        with here:
            while True:
                told = here.recv()
                if isinstance(told, IntakeResult):
                    lot.added.append(told)
                else:
                    lot.problem = str(told or "")
                    break
        process.join()


def _add(told: Connection, ledger: str, lot: Lot, outlets: Mapping[str, str]) -> None:
    """Add a lot and tell of each article; at the end a line that says what went wrong, or None."""
    problem = None
    try:
        with desk.open_ledger(ledger) as opened:
            sheets = [p for p in lot.sources if isinstance(p, Path) and sheet.is_claim_sheet(p)]
            for path in sheets:
                told.send(_reviewed(opened, path, lot))
            articles = [source for source in lot.sources if source not in sheets]
            if articles:
                desk.add(
                    opened,
                    *articles,
                    each=lambda outcome: told.send(_in_words(outcome, opened.folder)),
                    published=lot.published,
                    outlet=lot.outlet,
                    outlets=outlets,
                )
    except ClaimsError as error:
        problem = str(error)
    told.send(problem)


def _reviewed(ledger: Ledger, path: Path, lot: Lot) -> IntakeResult:
    """Take the verdicts of a claim sheet back as `claims review` does, and keep it apart from articles."""
    with path.open("rb") as file:
        kept = keep(ledger.folder / SHEETS, path.name, file)
    path.unlink()
    name = f"{SHEETS}/{kept.name}"
    try:
        if lot.own and (
            strange := _others(desk.review(ledger, kept, reviewer=lot.reviewer, dry_run=True), lot)
        ):
            raise ClaimsError(
                f"has verdicts of {', '.join(strange)}: who comes with a token of {lot.reviewer} gives no others'"
            )
        found = desk.review(ledger, kept, reviewer=lot.reviewer or None)
    except ClaimsError as error:
        return IntakeResult(name, "refused", remarks=(str(error).removeprefix(str(kept)).lstrip(": "),))
    if found.refused:
        told = [str(refusal) for refusal in found.refused[:_REFUSALS_TOLD]]
        more = [f"and {len(found.refused) - len(told)} more"] if len(found.refused) > len(told) else []
        return IntakeResult(name, "refused", remarks=(*told, *more))
    remarks = []
    if found.unchanged:
        remarks.append(f"{found.unchanged} on record already")
    if found.disputed:
        remarks.append(f"disputed now: {', '.join(found.disputed)}")
    if found.unread:
        remarks.append(f"not read, since no column of a claim sheet is called so: {', '.join(found.unread)}")
    return IntakeResult(name, "reviewed", claims=len(found.given), remarks=tuple(remarks))


def _others(found: sheet.Review, lot: Lot) -> list[str]:
    """The reviewers, other than who came, by whom a sheet's verdicts are."""
    names = {given.verdict.reviewer for given in found.given}
    return sorted(name for name in names if name.casefold() != lot.reviewer.casefold())


def _in_words(outcome: desk.Outcome, folder: Path) -> IntakeResult:
    beginning = f"{folder}/"
    name = outcome.name.removeprefix(beginning)
    article = outcome.article
    if article is None:
        why = outcome.problem.removeprefix(beginning).removeprefix(name).removeprefix(": ")
        return IntakeResult(name, outcome.status, remarks=(why,))
    remarks = tuple(remark.words for remark in outcome.remarks)
    return IntakeResult(name, outcome.status, article.title or "", article.id, len(outcome.claims), remarks)
