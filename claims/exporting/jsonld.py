"""Findings as linked data in schema.org's vocabulary (https://schema.org/Claim, Quotation, ClaimReview)."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from claims.exporting.atomic import replacing
from claims.exporting.current_verdicts import latest_by_reviewer, made_before
from claims.exporting.findings import Findings, Report, Tally
from claims.exporting.identifiers import article_iri, claim_iri, is_web_address, review_iri
from claims.exporting.json_objects import without_empty, write_list
from claims.exporting.sentence_context import context
from claims.records import Article, Claim, Speaker, Verdict

_TYPES: Final = {
    "person": "Person",
    "organisation": "Organization",
    "unnamed": "Person",
    "document": "CreativeWork",
}
_VALUES: Final = {"false": 1, "mostly false": 2, "mixed": 3, "mostly true": 4, "true": 5}
"""What a verdict of the usual vocabulary counts, as fact-checkers rate; other words are not turned into numbers."""


def write(findings: Findings, path: Path) -> Report:
    """Write JSON-LD: a Quotation a claim in direct speech, else a Claim; a ClaimReview a human verdict of the truth.

    A review's own address (``url``, which search engines ask for) is not given: only its publisher knows it.

    Raises ClaimsError where the file cannot be written.
    """
    tally = Tally()
    with replacing(path) as file:
        file.write(b'{"@context": "https://schema.org", "@graph": [')
        write_list(file, _things(findings), tally)
        file.write(b"\n]}\n")
    return tally.report(path, findings)


def _things(findings: Findings) -> Iterator[dict[str, Any]]:
    verdicts = latest_by_reviewer(findings.verdicts)
    for claim in findings.claims:
        yield _claim(claim)
        for verdict in verdicts.get(claim.id, ()):
            # A review says whose words were judged: those that have changed since were not.
            if verdict.truth and not made_before(verdict, claim):
                yield _review(claim, verdict)


def _claim(claim: Claim) -> dict[str, Any]:
    article = _article(claim.article)
    quoted = claim.kind == "direct"
    creators = [_speaker(one) for one in claim.speakers]
    return without_empty(
        {
            "@type": "Quotation" if quoted else "Claim",
            "@id": claim_iri(claim),
            "identifier": claim.id,
            "text": claim.content_text,
            "abstract": context(claim).text,
            "creator": creators if len(creators) > 1 else next(iter(creators), None),
            "isPartOf" if quoted else "appearance": article,
        }
    )


def _article(article: Article) -> dict[str, Any]:
    return without_empty(
        {
            "@type": "NewsArticle",
            "@id": article_iri(article),
            "url": article.url if is_web_address(article.url) else None,
            "identifier": None if is_web_address(article.url) else article.where,
            "headline": article.title,
            "datePublished": article.published,
            "publisher": {"@type": "Organization", "name": article.outlet} if article.outlet else None,
            "author": {"@type": "Person", "name": article.author} if article.author else None,
            "version": article.version,
        }
    )


def _speaker(speaker: Speaker) -> dict[str, Any]:
    kind = _TYPES[speaker.type]
    described = "jobTitle" if kind == "Person" else "description"
    return without_empty({"@type": kind, "name": speaker.name, described: speaker.role})


def _review(claim: Claim, verdict: Verdict) -> dict[str, Any]:
    value = _VALUES.get(verdict.truth or "")
    scale = {"ratingValue": value, "worstRating": 1, "bestRating": 5} if value else {}
    return without_empty(
        {
            "@type": "ClaimReview",
            "@id": review_iri(claim, verdict),
            "claimReviewed": claim.content_text,
            "itemReviewed": {"@type": "Claim", "@id": claim_iri(claim)},
            "reviewRating": {"@type": "Rating", "alternateName": verdict.truth, **scale},
            "author": {"@type": "Person", "name": verdict.reviewer},
            "datePublished": verdict.decided,
            "citation": verdict.evidence,
            "reviewBody": verdict.note,
        }
    )
