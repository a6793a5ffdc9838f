"""schema.org and Web Annotation: what the published vocabularies ask for is there, and the words are found again."""

import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from claims.exporters import write
from claims.exporting import Findings
from claims.records import Span, Verdict
from tests.exporting.flood import make_claim

# https://schema.org/Claim, /Quotation, /ClaimReview, /Rating, /NewsArticle, /Person, /Organization, with what they
# inherit from CreativeWork and Thing: the properties that are used may stand there and nowhere else.
SCHEMA_ORG = {
    "Claim": {"@type", "@id", "identifier", "text", "abstract", "creator", "appearance"},
    "Quotation": {"@type", "@id", "identifier", "text", "abstract", "creator", "isPartOf"},
    "ClaimReview": {
        "@type", "@id", "claimReviewed", "itemReviewed", "reviewRating", "author", "datePublished", "citation",
        "reviewBody",
    },
    "Rating": {"@type", "alternateName", "ratingValue", "worstRating", "bestRating"},
    "NewsArticle": {
        "@type", "@id", "identifier", "url", "headline", "datePublished", "publisher", "author", "version",
    },
    "Person": {"@type", "name", "jobTitle"},
    "Organization": {"@type", "name", "description"},
    "CreativeWork": {"@type", "name", "description"},
}  # fmt: skip
# schema.org itself requires nothing. Google does (developers.google.com, Search Central, "Fact check structured data"):
# claimReviewed, reviewRating with alternateName, and the address of the published page, which the publisher adds.
REQUIRED = {
    "ClaimReview": {
        "@type",
        "@id",
        "claimReviewed",
        "itemReviewed",
        "reviewRating",
        "author",
        "datePublished",
    },
    "Rating": {"@type", "alternateName"},
    "Claim": {"@type", "@id"},
    "Quotation": {"@type", "@id", "text", "isPartOf"},
    "NewsArticle": {"@type", "@id"},
    "Person": {"@type", "name"},
    "Organization": {"@type", "name"},
    "CreativeWork": {"@type", "name"},
}

# https://www.w3.org/TR/annotation-model/: what has "MUST" there (sections 3.1, 3.2.4, 4, 4.2.4, 4.2.5, 5).
ANNOTATION_REQUIRED = {
    "Annotation": {"id", "type", "target"},
    "AnnotationCollection": {"@context", "id", "type", "total", "first"},
    "AnnotationPage": {"id", "type", "items"},
    "TextualBody": {"type", "value"},
    "SpecificResource": {"source", "type", "selector"},
    "TextQuoteSelector": {"type", "exact"},
    "TextPositionSelector": {"type", "start", "end"},
    "List": {"type", "items"},
}


def things(value: Any, type_: str) -> list[dict[str, Any]]:
    """Every object that has a type, wherever it stands."""
    found = []
    if isinstance(value, dict):
        found += [value] if type_ in value else []
        value = list(value.values())
    if isinstance(value, list):
        found += [thing for one in value for thing in things(one, type_)]
    return found


def linked(findings: Findings, folder: Path, name: str) -> dict[str, Any]:
    write(findings, folder / name)
    return dict(json.loads((folder / name).read_bytes()))


def test_schema_org_has_what_is_required_and_knows_every_property(findings: Findings, tmp_path: Path) -> None:
    made = linked(findings, tmp_path, "claims.jsonld")
    assert made["@context"] == "https://schema.org"
    for thing in things(made["@graph"], "@type"):
        if thing.keys() == {"@type", "@id"}:
            continue  # says which, the rest stands elsewhere
        assert REQUIRED[thing["@type"]] <= thing.keys() <= SCHEMA_ORG[thing["@type"]]


def test_direct_speech_is_a_quotation_with_its_speaker_and_article(
    findings: Findings, tmp_path: Path
) -> None:
    indirect = replace(findings.claims[1], kind="indirect")
    made = linked(replace(findings, claims=(findings.claims[0], indirect)), tmp_path, "claims.jsonld")
    quotation, claim = (thing for thing in made["@graph"] if thing["@type"] != "ClaimReview")
    assert (quotation["@type"], claim["@type"]) == ("Quotation", "Claim")
    assert quotation["creator"] == {"@type": "Person", "name": "Ilse Marwick", "jobTitle": "mayor"}
    assert quotation["isPartOf"]["url"] == "https://radiovale.example/1"
    assert quotation["text"] == "“The dam held,”"
    assert "creator" not in claim
    assert claim["appearance"]["@id"].startswith("urn:uuid:")


def test_only_a_persons_verdict_of_the_truth_makes_a_review(findings: Findings, tmp_path: Path) -> None:
    made = linked(findings, tmp_path, "claims.jsonld")
    (review,) = (thing for thing in made["@graph"] if thing["@type"] == "ClaimReview")
    assert (review["author"]["name"], review["datePublished"]) == ("Ana", "2026-03-05")
    assert review["reviewRating"] == {
        "@type": "Rating", "alternateName": "true", "ratingValue": 5, "worstRating": 1, "bestRating": 5,
    }  # fmt: skip
    assert review["itemReviewed"]["@id"] == made["@graph"][0]["@id"]
    unjudged = linked(replace(findings, verdicts=()), tmp_path, "none.jsonld")
    assert not [thing for thing in unjudged["@graph"] if thing["@type"] == "ClaimReview"]


@pytest.mark.parametrize("made", [{"version": 7}, {"made_on": "The dam will hold"}])
def test_a_verdict_on_other_words_is_no_review_of_these(
    made: dict[str, Any], findings: Findings, tmp_path: Path
) -> None:
    carried = replace(findings, verdicts=tuple(replace(v, **made) for v in findings.verdicts))
    graph = linked(carried, tmp_path, "claims.jsonld")["@graph"]
    assert [thing for thing in graph if thing["@type"] == "ClaimReview"] == []
    annotations = linked(carried, tmp_path, "claims.annotations.json")["first"]["items"]
    _, *assessed = annotations[0]["body"]
    assert assessed
    assert all(re.search("made on (version 7|other words: The dam will hold)", b["value"]) for b in assessed)


@pytest.mark.parametrize("word", ["unverifiable", "half-baked"])
def test_a_word_that_is_no_number_is_kept_as_a_word(word: str, findings: Findings, tmp_path: Path) -> None:
    verdict = Verdict("c1", "Ana", date(2026, 3, 5), None, word)
    made = linked(replace(findings, verdicts=(verdict,)), tmp_path, "claims.jsonld")
    (rating,) = (thing for thing in things(made, "@type") if thing["@type"] == "Rating")
    assert rating == {"@type": "Rating", "alternateName": word}


def test_annotations_have_what_the_standard_requires(findings: Findings, tmp_path: Path) -> None:
    made = linked(findings, tmp_path, "claims.annotations.json")
    assert made["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert made["total"] == len(made["first"]["items"]) == 2
    seen = set()
    for thing in things(made, "type"):
        seen.add(thing["type"])
        assert ANNOTATION_REQUIRED.get(thing["type"], set()) <= thing.keys()
    assert seen >= {"Annotation", "SpecificResource", "TextQuoteSelector", "TextPositionSelector", "List"}
    assert all(annotation["id"].startswith("urn:uuid:") for annotation in made["first"]["items"])


def test_selectors_find_the_words_in_the_text(findings: Findings, tmp_path: Path) -> None:
    text = "🌊 Nobody slept. " + findings.claims[0].article.text + " Nobody slept."
    claim = make_claim("c1", text)
    claim = replace(claim, content=(Span(2, 8, "Nobody"),))
    made = linked(Findings((claim,)), tmp_path, "claims.annotations.json")
    (annotation,) = made["first"]["items"]
    quote, position = annotation["target"]["selector"]
    assert text[position["start"] : position["end"]] == quote["exact"] == "Nobody"
    assert text.count(quote["prefix"] + quote["exact"] + quote["suffix"]) == 1
    assert annotation["target"]["source"]["digest"] == f"urn:sha256:{claim.article.digest}"


def test_a_reviewers_verdict_is_a_body_of_its_own(findings: Findings, tmp_path: Path) -> None:
    made = linked(findings, tmp_path, "claims.annotations.json")
    described, *assessed = made["first"]["items"][0]["body"]
    assert described["value"].startswith("Ilse Marwick (mayor): “The dam held,”")
    assert {body["creator"]["name"] for body in assessed} == {"Ana", "Bo"}
    assert "truth: true" in assessed[1]["value"]


@pytest.mark.parametrize("name", ["a.jsonld", "a.annotations.json"])
def test_the_same_findings_give_the_same_bytes_and_none_give_a_whole_file(
    name: str, findings: Findings, tmp_path: Path
) -> None:
    write(findings, tmp_path / name)
    write(findings, tmp_path / f"again-{name}")
    assert (tmp_path / name).read_bytes() == (tmp_path / f"again-{name}").read_bytes()
    assert things(linked(Findings(()), tmp_path, f"none-{name}"), "claimReviewed") == []


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "https://a b.example", 'https://a.example/"', "\ud800"]
)
def test_only_web_addresses_become_names(url: str, tmp_path: Path) -> None:
    made = linked(Findings((make_claim("c1", url=url),)), tmp_path, "claims.jsonld")
    assert made["@graph"][0]["isPartOf"]["@id"].startswith("urn:uuid:")
    assert "url" not in made["@graph"][0]["isPartOf"]
