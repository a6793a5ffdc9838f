"""Which columns of a table hold what of an article."""

from collections.abc import Mapping
from typing import Final

TABLE_FIELDS: Final[Mapping[str, tuple[str, ...]]] = {
    "text": ("text", "body", "content", "article", "article_text", "full_text", "maintext", "body_text", "story"),
    "title": ("title", "headline"),
    "author": ("author", "authors", "byline", "creator"),
    "outlet": ("outlet", "source", "publisher", "publication", "newspaper", "site", "domain", "feed"),
    "url": ("url", "link", "permalink", "article_url", "source_url", "address"),
    "date": (
        "date", "published", "published_at", "publication_date", "publish_date", "date_published", "pub_date",
        "pubdate", "publishedat", "date_publish", "published_date",
    ),
    "id": ("id", "guid", "uid", "key", "doc", "doc_id", "article_id"),
}  # fmt: skip
"""What is read of a row, and under which names it is looked for, in lower case."""
