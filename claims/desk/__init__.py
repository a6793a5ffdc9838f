"""The desk's daily work as plain functions over a ledger: add, search, decide, merge, export, take verdicts back."""

from typing import TYPE_CHECKING

from claims.lazy import attach_modules

if TYPE_CHECKING:
    from claims.desk.adding import add, add_each, reextract
    from claims.desk.deciding import (
        decide,
        join,
        keep_apart,
        name_or_role,
        remove,
        same_or_different,
        speaker_decision,
        split,
        undo,
    )
    from claims.desk.describing import describe, list_articles
    from claims.desk.dossiers import dossier
    from claims.desk.exports import export
    from claims.desk.identifying import Identified, identify
    from claims.desk.pipeline import Outcome, processes_for
    from claims.desk.previewing import Preview, preview
    from claims.desk.queueing import Queue, carried_verdicts, queue
    from claims.desk.refreshing import conflicts, doubtful_matches, merge, open_ledger, refresh, settled
    from claims.desk.reviewers import (
        NewReviewer,
        add_reviewer,
        remove_reviewer,
        reviewer_name,
        reviewer_with_token,
    )
    from claims.desk.reviewing import give_verdict, lost_verdicts, review, take_back, verdicts, vocabulary
    from claims.desk.revisions import Revision, Side, find_article, history, two_versions
    from claims.desk.searching import Filter, Selection, search, select
    from claims.desk.speaker_search import find_speakers, identify_speaker
    from claims.desk.sql_examples import ExampleQuery, datasette_metadata, example_queries
    from claims.desk.watching import PageLook, watch

__all__ = [
    "ExampleQuery",
    "Filter",
    "Identified",
    "NewReviewer",
    "Outcome",
    "PageLook",
    "Preview",
    "Queue",
    "Revision",
    "Selection",
    "Side",
    "add",
    "add_each",
    "add_reviewer",
    "carried_verdicts",
    "conflicts",
    "datasette_metadata",
    "decide",
    "describe",
    "dossier",
    "doubtful_matches",
    "example_queries",
    "export",
    "find_article",
    "find_speakers",
    "give_verdict",
    "history",
    "identify",
    "identify_speaker",
    "join",
    "keep_apart",
    "list_articles",
    "lost_verdicts",
    "merge",
    "name_or_role",
    "open_ledger",
    "preview",
    "processes_for",
    "queue",
    "reextract",
    "refresh",
    "remove",
    "remove_reviewer",
    "review",
    "reviewer_name",
    "reviewer_with_token",
    "same_or_different",
    "search",
    "select",
    "settled",
    "speaker_decision",
    "split",
    "take_back",
    "two_versions",
    "undo",
    "verdicts",
    "vocabulary",
    "watch",
]

_MODULES = {
    "adding": ("add", "add_each", "reextract"),
    "deciding": (
        "decide",
        "join",
        "keep_apart",
        "name_or_role",
        "remove",
        "same_or_different",
        "speaker_decision",
        "split",
        "undo",
    ),
    "describing": ("describe", "list_articles"),
    "dossiers": ("dossier",),
    "sql_examples": ("ExampleQuery", "datasette_metadata", "example_queries"),
    "exports": ("export",),
    "identifying": ("Identified", "identify"),
    "pipeline": ("Outcome", "processes_for"),
    "previewing": ("Preview", "preview"),
    "queueing": ("Queue", "carried_verdicts", "queue"),
    "refreshing": ("conflicts", "doubtful_matches", "merge", "open_ledger", "refresh", "settled"),
    "reviewers": ("NewReviewer", "add_reviewer", "remove_reviewer", "reviewer_name", "reviewer_with_token"),
    "reviewing": ("give_verdict", "lost_verdicts", "review", "take_back", "verdicts", "vocabulary"),
    "revisions": ("Revision", "Side", "find_article", "history", "two_versions"),
    "searching": ("Filter", "Selection", "search", "select"),
    "speaker_search": ("find_speakers", "identify_speaker"),
    "watching": ("PageLook", "watch"),
}
__getattr__, __dir__ = attach_modules(__name__, _MODULES)
