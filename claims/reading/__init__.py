"""Files and web pages to articles: find or fetch them, decode them, lay their text out in blocks. One file a format."""

from typing import TYPE_CHECKING

from claims.lazy import attach_modules

if TYPE_CHECKING:
    from claims.reading.article import Unread, background_fetcher, from_text, may_hold_several, read, read_all
    from claims.reading.captures import CaptureFile
    from claims.reading.fetched_page import FetchedPage
    from claims.reading.file_search import FileSelection, find
    from claims.reading.language import foreign_language
    from claims.reading.layout.blocks import blocks_of
    from claims.reading.parsed_article import ParsedArticle, joined
    from claims.reading.remarks import Remark, RemarkKind, losses, noting, undated
    from claims.reading.table_fields import TABLE_FIELDS
    from claims.reading.time_limits import time_limit
    from claims.reading.urls import canonical_url, is_url, without_credentials

__all__ = [
    "TABLE_FIELDS",
    "CaptureFile",
    "FetchedPage",
    "FileSelection",
    "ParsedArticle",
    "Remark",
    "RemarkKind",
    "Unread",
    "background_fetcher",
    "blocks_of",
    "canonical_url",
    "find",
    "foreign_language",
    "from_text",
    "is_url",
    "joined",
    "losses",
    "may_hold_several",
    "noting",
    "read",
    "read_all",
    "time_limit",
    "undated",
    "without_credentials",
]

_MODULES = {
    "article": (
        "Unread",
        "background_fetcher",
        "from_text",
        "may_hold_several",
        "read",
        "read_all",
    ),
    "captures": ("CaptureFile",),
    "fetched_page": ("FetchedPage",),
    "file_search": (
        "FileSelection",
        "find",
    ),
    "language": ("foreign_language",),
    "layout.blocks": ("blocks_of",),
    "parsed_article": (
        "ParsedArticle",
        "joined",
    ),
    "remarks": (
        "Remark",
        "RemarkKind",
        "losses",
        "noting",
        "undated",
    ),
    "table_fields": ("TABLE_FIELDS",),
    "time_limits": ("time_limit",),
    "urls": (
        "canonical_url",
        "is_url",
        "without_credentials",
    ),
}
__getattr__, __dir__ = attach_modules(__name__, _MODULES)
