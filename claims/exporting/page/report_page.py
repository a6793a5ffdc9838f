"""The page of a ledger's claims: articles with each claim marked in place, filters and a chart."""

from collections.abc import Mapping
from pathlib import Path

from claims.exporting.atomic import replacing
from claims.exporting.findings import Findings, Report
from claims.exporting.page.chart import chart
from claims.exporting.page.claim_notes import MarkedArticle, annotated
from claims.exporting.page.facets import Facet, Option, offered, speaker_facet, word_facet
from claims.exporting.page.rendering import render
from claims.exporting.page.speaker_looks import page_speakers
from claims.records import ACTS, TAGS


def write(findings: Findings, path: Path) -> Report:
    """Write one HTML file with the articles of the findings, every claim marked in its place.

    It needs no network and loads nothing; text of articles stays text. The same findings give the same bytes.
    ``Report.altered`` counts the characters that HTML cannot hold and that are shown as "�".

    Raises ClaimsError where the file cannot be written.
    """
    speakers = page_speakers(findings.claims)
    articles = annotated(findings, speakers)
    notes = [note for article in articles for note in article.notes]
    said = [(note.claim, speaker) for note in notes for speaker in note.speakers]
    page, altered = render(
        "report.html.j2",
        articles=articles,
        claims=len(findings.claims),
        speakers=len(speakers) - (None in speakers),
        facets=offered(
            speaker_facet(speakers.values()),
            word_facet("tag", "Confidence", (note.claim.tag for note in notes), TAGS, _LINES),
            word_facet("act", "Act", (note.claim.act for note in notes), ACTS, {}),
            _article_facet(articles),
        ),
        chart=chart(said),
    )
    with replacing(path) as file:
        file.write(page)
    return Report(path, len(findings.claims), altered, (("characters", altered),) if altered else ())


_LINES: Mapping[str, tuple[str, str]] = {tag: ("", f"line {tag}") for tag in TAGS}


def _article_facet(articles: list[MarkedArticle]) -> Facet:
    options = []
    for marked in articles:
        label = ": ".join(filter(None, (marked.article.outlet, marked.article.name)))
        options.append(Option(str(marked.number), label, len(marked.notes)))
    return Facet("article", "Article", tuple(options))
