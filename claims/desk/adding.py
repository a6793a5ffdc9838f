"""Articles into the ledger with their claims, and the claims of stored articles anew."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from datetime import date
from pathlib import Path

from claims import reading, versions
from claims.desk.pipeline import FetchingOptions, Outcome, ReadingOptions, extract_files
from claims.desk.refreshing import refresh
from claims.desk.revisions import find_article
from claims.desk.storing import store_outcomes, together
from claims.extraction import extract, load_tagger
from claims.ledger import Ledger
from claims.records import Article


def add(
    ledger: Ledger,
    *sources: Path | str,
    root: Path | None = None,
    each: Callable[[Outcome], None] = lambda _: None,
    model: str | Path | None = None,
    processes: int = 1,
    columns: Mapping[str, str] | None = None,
    any_language: bool = False,
    published: date | None = None,
    outlet: str | None = None,
    title: str | None = None,
    same_as: str | None = None,
    outlets: Mapping[str, str] | None = None,
    fetched: Callable[[reading.FetchedPage], None] = lambda _: None,
    stop: Callable[[], bool] = lambda: False,
) -> list[Outcome]:
    """Read articles, extract their claims, store them, and merge what the ledger now holds.

    ``sources`` are files, folders of them and addresses of pages. An article is stored whole or not at all, claims
    and all; a file that cannot be read does not keep the others out. What is stored already adds nothing; an article
    that has changed becomes a new version. What a folder holds beside articles, :func:`claims.reading.find` names.

    ``root`` is the folder that articles' paths are relative to, by default the ledger's own, so that both can move
    together. ``each`` is called after every file. ``model`` is as for :func:`claims.extract`;
    ``processes`` as in :func:`claims.desk.pipeline.extract_files`. ``columns`` are the names of tables' columns that
    are not called as usual (:func:`claims.reading.read_all`); with ``any_language``, texts that are not English are
    stored, too. ``published``, ``outlet`` and ``title`` are said of every article that is stored, in the place of what
    its page or file says. ``same_as``: the article, as for :func:`claims.desk.find_article`, of which what is read
    is a version, whatever address it has; the next time, a page's address tells (:meth:`Ledger.key_of`). ``outlets``
    has the desk's names of outlets, by what a page calls its own, or by the host in its address. An article that the
    desk has removed is left out. A page that the server says is as it was is "unchanged", without being
    sent again. ``fetched`` is called with each page that comes, from a thread of its own. ``stop`` is asked after each
    article; where it says so, the rest is left, also linking and grouping, which the next command does, and the same
    call goes on where this one stopped.

    Raises :class:`ClaimsError` where a source does not exist, the ledger cannot be written, and where the folder
    holds no model.
    """
    found = add_each(
        ledger,
        *sources,
        root=root,
        model=model,
        processes=processes,
        columns=columns,
        any_language=any_language,
        published=published,
        outlet=outlet,
        title=title,
        same_as=same_as,
        outlets=outlets,
        fetched=fetched,
        stop=stop,
    )
    outcomes = []
    for outcome in found:
        each(outcome)
        outcomes.append(outcome)
    return outcomes


def add_each(
    ledger: Ledger,
    *sources: Path | str,
    root: Path | None = None,
    model: str | Path | None = None,
    processes: int = 1,
    columns: Mapping[str, str] | None = None,
    any_language: bool = False,
    published: date | None = None,
    outlet: str | None = None,
    title: str | None = None,
    same_as: str | None = None,
    outlets: Mapping[str, str] | None = None,
    fetched: Callable[[reading.FetchedPage], None] = lambda _: None,
    stop: Callable[[], bool] = lambda: False,
) -> Iterator[Outcome]:
    """As :func:`add`, but what became of each article is given when it is stored, and not kept.

    So the memory does not grow with the number of articles. What is read within half a second is stored in one
    transaction. What is stored is linked and grouped after the last one.
    """
    said = {"published": published, "outlet": outlet, "title": title}
    given = {name: value for name, value in said.items() if value is not None}
    key = None if same_as is None else find_article(ledger, same_as).key
    removed = ledger.removed()  # what is removed from now on is left out when it is to be stored
    found = extract_files(
        reading.find(sources).files,
        options=ReadingOptions(root or ledger.folder, columns or {}, any_language),
        held=lambda article: article.key in removed or ledger.holds(article),
        key_of=ledger.key_of if key is None else lambda _: key,
        fetching=FetchingOptions(ledger.page_state if key is None else lambda _: None, fetched),
        model=model,
        processes=processes,
    )
    with closing(found):
        for some in together(found, stop):
            yield from store_outcomes(ledger, some, model, outlets or {}, given)
            if stop():
                return
    refresh(ledger)
    ledger.tidy()


def reextract(
    ledger: Ledger,
    *,
    model: str | Path | None = None,
    each: Callable[[Article, int, int], None] = lambda *_: None,
) -> None:
    """Extract the claims of every stored article anew, as after a release that finds claims better, and merge them.

    Verdicts and decisions stay: where a claim has other words now, they go to what it has most likely become. Each
    article is stored in one transaction; ``each`` is called after it, with how many claims stayed and how many there
    are. ``model`` is as for :func:`claims.extract`. Raises :class:`ClaimsError` where the ledger
    cannot be written, and where the folder holds no model.
    """
    load_tagger(model)
    for article in ledger.articles(latest=False):
        found = extract(article, model)
        with ledger.transaction():
            before = ledger.claims(article)
            ledger.reextract(article, found, versions.successors(before, found))
        each(article, len({c.id for c in before} & {c.id for c in found}), len(found))
    refresh(ledger)
