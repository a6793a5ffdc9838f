"""The steps from articles to speakers and groups over an archive, on Spark.

The order: session, record_rows, guarding, extracting, components, linking_corpus, merging_corpus, slices. Names, keys
and comparisons are those of :mod:`claims.linking` and :mod:`claims.merging`, so that an archive has the speakers and
groups that a ledger of the same articles has.
"""

from claims.corpus.extracting import Extracted, extract
from claims.corpus.linking_corpus import link
from claims.corpus.merging_corpus import merge
from claims.corpus.record_rows import COLUMNS, article_of, claims_of, row_of
from claims.corpus.session import Counts, started
from claims.corpus.slices import load, sample

__all__ = [
    "COLUMNS",
    "Counts",
    "Extracted",
    "article_of",
    "claims_of",
    "extract",
    "link",
    "load",
    "merge",
    "row_of",
    "sample",
    "started",
]
