"""The versions of an article that the ledger keeps: which article is meant, which versions, what changed."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from claims import versions
from claims.errors import ClaimsError
from claims.ledger import Ledger
from claims.reading import canonical_url
from claims.records import Article, Claim, article_id
from claims.text.normalisation import normalised

if TYPE_CHECKING:
    from claims.versions import VersionDiff

Side = tuple[Article, Sequence[Claim]]
"""One of the two versions that are compared, with its claims."""

_ARTICLES_NAMED: Final = 4
_AN_ID: Final = re.compile(r"[0-9a-f]{4,12}")


@dataclass(frozen=True, slots=True)
class Revision:
    """One version of an article in the ledger: when it was added (UTC), its claims, what changed since the last one.

    ``since`` is None for the first version.
    """

    article: Article
    added: datetime
    claims: tuple[Claim, ...]
    since: "VersionDiff | None"


def find_article(ledger: Ledger, asked: str) -> Article:
    """The latest version of the article that is meant: by key, path, address, id, title, or a part of one of them.

    A part must be in one article only. Raises :class:`ClaimsError` with one line where none or several match, which
    names the first few, and where the one that is meant was removed.
    """
    for found in _called(ledger, asked):
        if len(found) == 1:
            return ledger.article(found[0])
        if found:
            first = [ledger.article(key) for key in found[:_ARTICLES_NAMED]]
            named = "; ".join(f"{a.name} ({a.where})" for a in first)
            more = f"; and {len(found) - _ARTICLES_NAMED} more" if len(found) > _ARTICLES_NAMED else ""
            raise ClaimsError(f"'{asked}' may be {len(found)} articles: give more of one: {named}{more}")
    wanted, page = normalised(asked), canonical_url(asked)
    for key, number in ledger.removed().items():
        if (
            page == key
            or (wanted and wanted in normalised(key))
            or (_AN_ID.fullmatch(asked) and article_id(key).startswith(asked))
        ):
            raise ClaimsError(
                f"{key} was removed by decision {number}: `claims undo {number}` brings it back"
            )
    raise ClaimsError(
        f"no article in the ledger is called '{asked}': give its path, address or a part of its title"
    )


def _called(ledger: Ledger, asked: str) -> Iterator[list[str]]:
    """The keys of the articles that may be meant, the surest way first; all titles are read only in the end."""
    wanted, page = normalised(asked), canonical_url(asked)
    yield [a.key for a in ledger.articles_called(asked, *([page] if page else []))]
    yield [a.key for a in ledger.articles_with_id(asked)] if _AN_ID.fullmatch(asked) else []
    named = [(a.key, [normalised(n or "") for n in (a.title, a.path, a.key)]) for a in ledger.article_names()]
    yield [key for key, (title, *_) in named if wanted and wanted == title]
    yield [key for key, its in named if wanted and any(wanted in name for name in its)]


def two_versions(ledger: Ledger, article: Article, since: int | date | None = None) -> tuple[Side, Side]:
    """An earlier version of an article and its latest one, each with its claims, for :func:`claims.diff`.

    ``since``: the earlier one by its number, or by the (local) day on which it was the latest in the ledger; the
    last but one by default. Raises :class:`ClaimsError` where there is no earlier version, or none of this number.
    """
    kept = ledger.versions(article.key)
    if len(kept) == 1:
        raise ClaimsError(
            f"{article.name}: the ledger has one version of it only: `claims add` the later one first"
        )
    *earlier, last = kept
    if since is None:
        first = earlier[-1]
    elif isinstance(since, int):
        numbered = [version for version in earlier if version.version == since]
        if not numbered:
            raise ClaimsError(f"{article.name}: no earlier version {since}: there are 1 to {last.version}")
        first = numbered[0]
    else:
        dates = [added.astimezone().date() for added in ledger.added(article.key)]
        standing = [
            version for version, day in zip(kept, dates, strict=True) if day <= since and version != last
        ]
        first = standing[-1] if standing else earlier[0]
    return (first, ledger.claims(first)), (last, ledger.claims(last))


def history(ledger: Ledger, article: Article) -> list[Revision]:
    """Every version of an article that the ledger keeps, oldest first, each with what changed since the one before."""
    revisions: list[Revision] = []
    for version, added in zip(ledger.versions(article.key), ledger.added(article.key), strict=True):
        found = tuple(ledger.claims(version))
        last = revisions[-1] if revisions else None
        since = versions.compare(last.article, last.claims, version, found) if last else None
        revisions.append(Revision(version, added, found, since))
    return revisions
