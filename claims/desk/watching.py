"""Pages looked at again: what is new there, and what of it changed."""

from collections.abc import Callable, Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from claims import reading, versions
from claims.desk.pipeline import FetchingOptions, Outcome, ReadingOptions, extract_files
from claims.desk.refreshing import refresh
from claims.desk.storing import store_outcomes
from claims.ledger import Ledger
from claims.records import Article, Claim

LookStatus = Literal["new", "changed", "unchanged", "fresh", "failed", "skipped"]


@dataclass(frozen=True, slots=True)
class PageLook:
    """What a look at an address found.

    Fields:
        address: as it was given, without a name and a password in it.
        status: "fresh" is a page that was not asked for, since its server said that it still holds; "unchanged" one
            whose text says what it said; the others are as an :class:`claims.desk.Outcome` has them.
        article: as it is stored now; None where it is failed or skipped.
        claims: how many claims it has, of an article that is new or has changed.
        since: what changed since the version before, of an article that has changed.
        problem: why it is failed or skipped, in one line.
    """

    address: str
    status: LookStatus
    article: Article | None = None
    claims: int = 0
    since: versions.VersionDiff | None = None
    problem: str = ""


def watch(
    ledger: Ledger,
    addresses: Iterable[str],
    *,
    each: Callable[[PageLook], None] = lambda _: None,
    model: str | Path | None = None,
    any_language: bool = False,
    outlets: Mapping[str, str] | None = None,
    fetched: Callable[[reading.FetchedPage], None] = lambda _: None,
    stop: Callable[[], bool] = lambda: False,
) -> list[PageLook]:
    """Look once at the pages at some addresses, and store those that are new, and new versions of those that changed.

    A page is asked for only if it has changed, and not at all while its server says that it holds, an hour at the
    most. It has changed where sentences, claims or the headline have; other white space and marks are no change. There
    is one request a host at a time. ``each`` is called after every article; the other arguments are as for
    :func:`claims.desk.add`. Raises :class:`ClaimsError` where the ledger cannot be written.
    """
    looks: list[PageLook] = []

    def told(look: PageLook) -> None:
        looks.append(look)
        each(look)

    known = {address: ledger.page_state(address) for address in dict.fromkeys(addresses)}
    now = datetime.now(UTC)
    asked = []
    for address, found in known.items():
        if found is not None and found[0].fresh_until is not None and found[0].fresh_until > now:
            told(PageLook(reading.without_credentials(address), "fresh", found[1]))
        else:
            asked.append(address)
    outcomes = extract_files(
        asked,
        options=ReadingOptions(ledger.folder, any_language=any_language),
        held=lambda article: ledger.holds(article) or article.key in ledger.removed(),
        key_of=ledger.key_of,
        fetching=FetchingOptions(known.__getitem__, fetched),
        model=model,
    )
    with closing(outcomes):
        for outcome in outcomes:
            if outcome is None:
                continue
            told(_looked(ledger, outcome, model, outlets or {}))
            if stop():
                return looks
    refresh(ledger)
    return looks


def _looked(
    ledger: Ledger, outcome: Outcome, model: str | Path | None, outlets: Mapping[str, str]
) -> PageLook:
    """Store what an address gave, if it says something new."""
    before = _latest(ledger, outcome.article) if outcome.status == "read" and outcome.article else None
    since = None
    if before is not None and outcome.article is not None:
        since = versions.compare(*before, outcome.article, outcome.claims)
        if not (since.changes or since.lines or since.unfound):
            outcome = replace(outcome, status="unchanged", article=before[0])
    (outcome,) = store_outcomes(ledger, [outcome], model, outlets, {})
    address = reading.without_credentials(str(outcome.path))
    if outcome.article is None:
        status: LookStatus = "failed" if outcome.status == "failed" else "skipped"
        return PageLook(address, status, problem=outcome.problem)
    if outcome.status == "new version":
        return PageLook(address, "changed", outcome.article, len(outcome.claims), since)
    if outcome.status == "new":
        return PageLook(address, "new", outcome.article, len(outcome.claims))
    kept = ledger.versions(outcome.article.key)
    return PageLook(address, "unchanged", kept[-1] if kept else outcome.article)


def _latest(ledger: Ledger, article: Article) -> tuple[Article, list[Claim]] | None:
    kept = ledger.versions(article.key)
    return (kept[-1], ledger.claims(kept[-1])) if kept else None
