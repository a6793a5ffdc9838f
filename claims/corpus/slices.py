"""What of an archive a desk works on, or looks at: a slice into a ledger, and a sample to read."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Final

from claims import desk
from claims.corpus.record_rows import article_of, claims_of
from claims.corpus.session import stored
from claims.errors import ClaimsError
from claims.ledger import Ledger
from claims.records import Article, Claim

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

_AT_ONCE: Final = 32
"""So many articles are stored together: to begin and end a transaction takes longest, and others wait for its lock."""


def load(session: "SparkSession", corpus: str, ledger: Ledger, where: str = "true") -> int:
    """Add the articles that meet a condition in SQL, with their claims, to a ledger; gives how many were new.

    They come in the order of their keys, some at a time, and are linked and grouped in the end with what the ledger
    has. Raises :class:`ClaimsError` where the condition is no SQL on the columns of the articles.
    """
    rows = _meeting(session, corpus, where).orderBy("key").toLocalIterator(prefetchPartitions=True)
    new = 0
    for some in _together(row.asDict() for row in rows):
        new += sum(added.status == "new" for added in ledger.add_several(some))
    desk.refresh(ledger)
    ledger.tidy()
    return new


def _together(rows: Iterable[dict[str, Any]]) -> Iterator[list[tuple[Article, list[Claim]]]]:
    """The articles of rows with their claims, in lists of different keys for one transaction each."""
    waiting: dict[str, tuple[Article, list[Claim]]] = {}
    for row in rows:
        article = article_of(row)
        if article.key in waiting or len(waiting) == _AT_ONCE:
            yield [*waiting.values()]
            waiting = {}
        waiting[article.key] = article, claims_of(row)
    if waiting:
        yield [*waiting.values()]


def sample(session: "SparkSession", corpus: str, articles: int, where: str = "true") -> Iterator[Claim]:
    """The claims of so many articles, drawn by the hashes of their keys: the same ones each time."""
    drawn = _meeting(session, corpus, where).orderBy("hash", "key").limit(articles)
    for row in drawn.toLocalIterator():
        yield from claims_of(row.asDict())


def _meeting(session: "SparkSession", corpus: str, where: str) -> "DataFrame":
    from pyspark.errors import AnalysisException, ParseException

    found = stored(session, f"{corpus}/extracted").where("problem IS NULL")
    try:
        return found.where(where).selectExpr("*", "xxhash64(key) AS hash")
    except (AnalysisException, ParseException) as error:
        said = " ".join(str(error).split())[:200]
        raise ClaimsError(f"--where {where}: no condition on the columns of articles ({said})") from None
