"""Where articles, claims, speakers, groups and verdicts are kept: an SQLite file, or PostgreSQL."""

from claims.ledger.adding import Added
from claims.ledger.article_list import ArticleSummary
from claims.ledger.databases import ledger_name
from claims.ledger.ledger import Ledger
from claims.ledger.progress import ChangedMeanwhileError
from claims.ledger.review_queue import QueueCount, QueueOrder, QueueQuery
from claims.ledger.reviewers import ReviewerSummary
from claims.ledger.searching import IdKind, Query
from claims.ledger.speakers import Alias, DoubtfulLink, GivenRole, SpeakerSummary

__all__ = [
    "Added",
    "Alias",
    "ArticleSummary",
    "ChangedMeanwhileError",
    "DoubtfulLink",
    "GivenRole",
    "IdKind",
    "Ledger",
    "Query",
    "QueueCount",
    "QueueOrder",
    "QueueQuery",
    "ReviewerSummary",
    "SpeakerSummary",
    "ledger_name",
]
