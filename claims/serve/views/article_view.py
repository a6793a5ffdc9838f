"""The articles of the ledger: each with every claim marked in place, and its versions side by side."""

from collections.abc import Sequence
from typing import Final

from starlette.responses import Response
from starlette.routing import BaseRoute

from claims import desk, versions
from claims.errors import ClaimsError
from claims.exporting.page import diff_parts
from claims.records import Article
from claims.serve.marked_claims import marked
from claims.serve.visit import Visit, page

_A_PAGE: Final = 100


def articles(visit: Visit) -> Response:
    """The articles of the ledger, the latest first, a page of them at a time."""
    words = visit.asked("words").casefold()
    every = [
        a
        for a in reversed(desk.list_articles(visit.ledger))
        if words in " ".join(filter(None, (a.title, a.outlet, a.where))).casefold()
    ]
    pages = max(1, -(-len(every) // _A_PAGE))
    number = visit.number("page", pages)
    return visit.render(
        "articles.html.j2",
        articles=every[(number - 1) * _A_PAGE : number * _A_PAGE],
        found=len(every),
        words=visit.asked("words"),
        number=number,
        pages=pages,
    )


def article(visit: Visit) -> Response:
    """One version of an article, the latest by default, with its claims marked."""
    kept = _versions(visit)
    shown = _numbered(kept, visit.asked("version"), kept[-1])
    found = visit.ledger.claims(shown)
    return visit.render(
        "article.html.j2",
        article=marked(shown, found),
        kept=kept,
        added=visit.ledger.added(shown.key),
        removed=visit.ledger.removed().get(shown.key),
    )


def changes(visit: Visit) -> Response:
    """Two versions of an article side by side, the last two by default."""
    kept = _versions(visit)
    if len(kept) == 1:
        raise ClaimsError(
            f"{kept[0].name}: the ledger has one version of it only: add a later one to see what changed"
        )
    new = _numbered(kept, visit.asked("version"), kept[-1])
    earlier = [version for version in kept if version.version < new.version] or [kept[0]]
    old = _numbered(kept, visit.asked("since"), earlier[-1])
    before, after = visit.ledger.claims(old), visit.ledger.claims(new)
    found = versions.compare(old, before, new, after)
    parts = diff_parts(old, before, new, after, found.changes)
    return visit.render("changes.html.j2", parts_of=parts, lines=found.lines, kept=kept, wide=True)


def _versions(visit: Visit) -> list[Article]:
    return visit.ledger.versions(desk.find_article(visit.ledger, visit.named("id")).key)


def _numbered(kept: Sequence[Article], asked: str, otherwise: Article) -> Article:
    if not asked:
        return otherwise
    found = next((version for version in kept if str(version.version) == asked), None)
    if found is None:
        raise ClaimsError(f"{otherwise.name}: no version '{asked}': there are 1 to {kept[-1].version}")
    return found


ROUTES: Final[list[BaseRoute]] = [
    page("/articles", articles),
    page("/articles/{id}", article),
    page("/articles/{id}/changes", changes),
]
NAVIGATION: Final = ("Articles", "/articles")
