"""What was read of articles into the ledger: several in one transaction, as beginning and ending one takes longest."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from time import monotonic
from typing import Any, Final
from urllib.parse import urlsplit

from claims import reading
from claims.desk.describing import said_by_desk
from claims.desk.pipeline import Outcome, with_claims
from claims.errors import ClaimsError
from claims.extraction import extract
from claims.ledger import Added, Ledger
from claims.records import Article

_AT_ONCE: Final = 32
_SECONDS: Final = 0.5
"""Articles that are read within so many seconds are stored together, at most so many, as others wait for the lock."""


def together(
    found: Iterable[Outcome | None], stop: Callable[[], bool] = lambda: False
) -> Iterator[list[Outcome]]:
    """What was found in articles, in order, in lists for one transaction: new ones of different keys, or one other.

    A list ends where None comes, since the next article takes long, and where it is time to ``stop``.
    """
    waiting: dict[str, Outcome] = {}
    until = 0.0
    ended: ClaimsError | None = None
    try:
        for outcome in found:
            key = _key_of_new(outcome)
            if waiting and (key is None or key in waiting):
                yield [*waiting.values()]
                waiting = {}
            if outcome is None:
                continue
            if key is None:
                yield [outcome]
                continue
            until = until if waiting else monotonic() + _SECONDS
            waiting[key] = outcome
            if len(waiting) == _AT_ONCE or monotonic() > until or stop():
                yield [*waiting.values()]
                waiting = {}
    except ClaimsError as error:  # what was read before it is stored all the same
        ended = error
    if waiting:
        yield [*waiting.values()]
    if ended is not None:
        raise ended


def _key_of_new(outcome: Outcome | None) -> str | None:
    return outcome.article.key if outcome and outcome.status == "read" and outcome.article else None


def store_outcomes(
    ledger: Ledger,
    outcomes: Sequence[Outcome],
    model: str | Path | None,
    outlets: Mapping[str, str],
    given: Mapping[str, Any],
) -> list[Outcome]:
    """Store a list of :func:`together`, with what servers said of the pages; give back what became of each.

    ``model`` and ``outlets`` are as for :func:`claims.desk.add`; what is ``given`` stands in the place of what an
    article says of itself. Of one that the desk has removed, nothing is stored.
    """
    first = outcomes[0]
    if first.status != "read":
        if first.article is None:
            return [first]
        known = _as_known(ledger, first, first.article)
        if known is not None:
            return [known]
        found = tuple(extract(first.article, model))
        outcomes = [with_claims(replace(first, status="read"), first.article, found)]
    described = [_described(outcome, outlets, given) for outcome in outcomes]
    return ledger.in_one_transaction(lambda: _stored(ledger, described))


def _as_known(ledger: Ledger, outcome: Outcome, article: Article) -> Outcome | None:
    """What becomes of an article that was known when it was read; None where it has another version since."""
    number = ledger.removed().get(article.key)
    if number is not None:
        return _left_out(outcome, number)
    if not ledger.see(article):
        return None
    _note_page(ledger, outcome)
    return outcome


def _described(outcome: Outcome, outlets: Mapping[str, str], given: Mapping[str, Any]) -> Outcome:
    """With what the desk says of the article."""
    article = outcome.article
    said = {**_outlet_given(article, outlets), **given}
    if article is None or not said:
        return outcome
    article = replace(article, **said, origins=said_by_desk(article, said))
    return replace(
        outcome, article=article, claims=tuple(replace(claim, article=article) for claim in outcome.claims)
    )


def _outlet_given(article: Article | None, outlets: Mapping[str, str]) -> dict[str, Any]:
    """The desk's name of an article's outlet, where it has one for what the page or its address says."""
    desks = {name.casefold(): own for name, own in outlets.items()}
    host = (urlsplit(article.url).hostname or "") if article and article.url else ""
    said = ((article.outlet if article else None) or "", host, host.removeprefix("www."))
    return next(({"outlet": desks[name.casefold()]} for name in said if name.casefold() in desks), {})


def _stored(ledger: Ledger, outcomes: Sequence[Outcome]) -> list[Outcome]:
    removed = ledger.removed()
    read = {one.article.key: (one.article, one.claims) for one in outcomes if one.article is not None}
    added = ledger.add_several([given for key, given in read.items() if key not in removed])
    known = {one.article.key: one for one in added}
    told = [
        _left_out(one, removed[key]) if key in removed else _as_added(one, known[key])
        for one, key in zip(outcomes, read, strict=True)
    ]
    for outcome in told:
        _note_page(ledger, outcome)
    return told


def _as_added(outcome: Outcome, added: Added) -> Outcome:
    if added.status == "unchanged":
        return replace(outcome, status=added.status, article=added.article, claims=())
    remarks = outcome.remarks + reading.undated(added.article)
    return replace(outcome, status=added.status, article=added.article, remarks=remarks)


def _left_out(outcome: Outcome, number: int) -> Outcome:
    problem = (
        f"{outcome.name}: removed by decision {number}, and left out: `claims undo {number}` brings it back"
    )
    return replace(outcome, status="skipped", article=None, claims=(), problem=problem)


def _note_page(ledger: Ledger, outcome: Outcome) -> None:
    if outcome.article is not None and outcome.page is not None:
        ledger.note_page(outcome.page, outcome.article.key)
