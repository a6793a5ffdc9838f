"""Names for articles, claims and reviews that are the same in every export: web addresses, else UUIDs (RFC 9562)."""

import re
from collections.abc import Iterable
from typing import Final
from uuid import NAMESPACE_URL, uuid5

from claims.records import Article, Claim, Verdict

_WEB_ADDRESS: Final = re.compile(r"https?://[^\s<>\"{}|\\^`\x00-\x1f\ud800-\udfff]+")


def article_iri(article: Article) -> str:
    """The article's web address; where it has none, a UUID made from its key."""
    return article.url if article.url and is_web_address(article.url) else _uuid("article", article.key)


def claim_iri(claim: Claim) -> str:
    """A UUID made from the claim's id."""
    return _uuid("claim", claim.article.key, claim.id)


def review_iri(claim: Claim, verdict: Verdict) -> str:
    """A UUID made from the claim's id, the reviewer and the day."""
    return _uuid("review", claim.article.key, claim.id, verdict.reviewer, verdict.decided.isoformat())


def collection_iri(claims: Iterable[Claim]) -> str:
    """A UUID made from the claims' ids."""
    return _uuid("collection", *(claim.id for claim in claims))


def is_web_address(address: str | None) -> bool:
    """Whether an address is one of http or https without what an IRI cannot hold."""
    return address is not None and _WEB_ADDRESS.fullmatch(address) is not None


def _uuid(*parts: str) -> str:
    return uuid5(NAMESPACE_URL, "\x1f".join(parts).encode("utf-8", "replace").decode()).urn
