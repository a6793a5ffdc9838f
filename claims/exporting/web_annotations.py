"""Findings as W3C Web Annotations (https://www.w3.org/TR/annotation-model/), for tools that mark articles."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from claims.exporting.atomic import replacing
from claims.exporting.current_verdicts import latest_by_reviewer, made_before
from claims.exporting.findings import Findings, Report, Tally
from claims.exporting.identifiers import article_iri, claim_iri, collection_iri
from claims.exporting.json_objects import as_json, without_empty, write_list
from claims.records import Article, Claim, Span, Verdict

_CONTEXT: Final = [
    "http://www.w3.org/ns/anno.jsonld",
    {"digest": "http://www.loc.gov/premis/rdf/v1#hasMessageDigest"},
]
"""The standard's own context, and the Library of Congress' word for the hash of the text that was annotated."""
_AROUND: Final = 32
"""How many characters before and after the words tell them from the same words elsewhere."""


def write(findings: Findings, path: Path) -> Report:
    """Write an AnnotationCollection with an Annotation a claim.

    Positions are code points, as the standard has it; ``digest`` is the SHA-256 of the text that they count in.
    A content in several pieces is a List of targets in its order.

    Raises ClaimsError where the file cannot be written.
    """
    tally = Tally()
    collection = collection_iri(findings.claims)
    kind = {"type": "AnnotationCollection", "label": "Claims", "total": len(findings.claims)}
    head = {"@context": _CONTEXT, "id": collection, **kind}
    page = {"id": f"{collection}#page", "type": "AnnotationPage", "startIndex": 0}
    with replacing(path) as file:
        file.write(as_json(head, tally)[:-1] + b', "first": ' + as_json(page, tally)[:-1] + b', "items": [')
        write_list(file, _annotations(findings), tally)
        file.write(b"\n]}}\n")
    return tally.report(path, findings)


def _annotations(findings: Findings) -> Iterator[dict[str, Any]]:
    verdicts = latest_by_reviewer(findings.verdicts)
    sources: dict[tuple[str, int], dict[str, Any]] = {}
    for claim in findings.claims:
        key = (claim.article.key, claim.article.version)
        if key not in sources:
            sources[key] = _source(claim.article)
        pieces = [_target(claim.article, piece, sources[key]) for piece in claim.content]
        yield {
            "id": claim_iri(claim),
            "type": "Annotation",
            "motivation": "describing",
            "body": [_description(claim), *(_assessment(v, claim) for v in verdicts.get(claim.id, ()))],
            "target": pieces[0] if len(pieces) == 1 else {"type": "List", "items": pieces},
        }


def _source(article: Article) -> dict[str, Any]:
    return {"id": article_iri(article), "type": "Text", "digest": f"urn:sha256:{article.digest}"}


def _target(article: Article, piece: Span, source: dict[str, Any]) -> dict[str, Any]:
    quote = {
        "type": "TextQuoteSelector",
        "exact": piece.text,
        "prefix": article.text[max(0, piece.start - _AROUND) : piece.start],
        "suffix": article.text[piece.end : piece.end + _AROUND],
    }
    position = {"type": "TextPositionSelector", "start": piece.start, "end": piece.end}
    return {"type": "SpecificResource", "source": source, "selector": [quote, position]}


def _description(claim: Claim) -> dict[str, Any]:
    role = f" ({claim.speaker.role})" if claim.speaker and claim.speaker.role else ""
    said = f"{claim.speaker_name}{role}: {claim.content_text} [{claim.kind}, {claim.stance}, confidence {claim.tag}]"
    return _body("describing", said)


def _assessment(verdict: Verdict, claim: Claim) -> dict[str, Any]:
    attribution = f"attribution: {verdict.attribution}" if verdict.attribution else ""
    truth = f"truth: {verdict.truth}" if verdict.truth else ""
    made = made_before(verdict, claim)
    said = "; ".join(filter(None, (attribution, truth, verdict.note, verdict.evidence, made)))
    body = _body("assessing", f"{said} ({verdict.decided.isoformat()})")
    return without_empty({**body, "creator": {"type": "Person", "name": verdict.reviewer}})


def _body(purpose: str, value: str) -> dict[str, Any]:
    return {"type": "TextualBody", "purpose": purpose, "value": value, "format": "text/plain"}
