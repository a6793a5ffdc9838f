"""A dossier as Markdown, for a wiki, a note or a letter."""

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from claims.exporting.atomic import replacing
from claims.exporting.speaker_dossier import Dossier, Naming, Statement, carrier, days
from claims.records import Claim

_MARKUP: Final = re.compile(r"([\\`*_\[\]<>|~&#$@])")
"""What means something inside a line of CommonMark (0.31) or of GitHub's Markdown."""
_OPENING: Final = re.compile(r"^(\d{0,9})([.)+=-])")
"""What opens a list or a heading where a line begins."""
_UNFIT: Final = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")


def write_markdown(dossier: Dossier, path: Path) -> None:
    """Write a dossier as Markdown (CommonMark, with GitHub's tables) in UTF-8; words of articles stay words.

    Raises ClaimsError where the file cannot be written.
    """
    with replacing(path) as file:
        file.write(markdown(dossier).encode("utf-8", "replace"))


def markdown(dossier: Dossier) -> str:
    """The dossier as Markdown."""
    return "\n".join(_lines(dossier)).rstrip("\n") + "\n"


def _lines(dossier: Dossier) -> Iterator[str]:
    speaker = dossier.speaker
    yield from (f"# {_text(speaker.name)}", "")
    known = f"{_text(speaker.role)}; " if speaker.role else ""
    when = days(dossier.first, dossier.last)
    counted = f"{len(dossier.statements)} statements in {len(dossier.claims)} claims"
    yield from (f"{known}{counted}{f', {when}' if when else ''}; id `{speaker.id}`", "")
    for doubt in dossier.doubts:
        yield from (_text(doubt), "")
    if dossier.possible:
        yield from ("## Links to settle", "")
        for link in dossier.possible:
            role = f", {_text(link.other.role)}" if link.other.role else ""
            sure = f"{100 * link.probability:.0f} %"
            yield f"- {_text(link.other.name)}{role} (`{link.other.id}`): {sure}, {_text(link.reason)}"
        yield ""
    yield from _namings("Roles over time", "Role", dossier.roles, "Articles")
    yield from _namings("Forms of the name", "Name", dossier.names, "Articles")
    yield from _namings("Mentions", "Mention", dossier.mentions, "Claims")
    rows = [
        (_text(q.outlet), str(q.claims), str(q.direct), str(q.articles), days(q.first, q.last))
        for q in dossier.outlets
    ]
    yield from _table("Who quotes", ("Outlet", "Claims", "In quotation marks", "Articles", "When"), rows)
    if dossier.contrasts:
        yield from ("## Developments and contradictions", "")
        for contrast in dossier.contrasts:
            yield f"- {_text(contrast.remark)}"
            yield from (f"  - {_said(c)}" for c in (contrast.conflict.first, contrast.conflict.second))
        yield ""
    if dossier.changes:
        yield from ("## Changed between versions of an article", "")
        for change in dossier.changes:
            yield f"- {change.type} ({change.severity}): {_text(change.detail)}"
            yield from (f"  - version {c.article.version}: {_said(c)}" for c in (change.old, change.new) if c)
        yield ""
    yield from ("## Statements by topic", "")
    for topic, statements in dossier.topics:
        yield from (f"### {_text(topic) if topic else 'No word in common'}", "")
        yield from map(_statement, statements)
        yield ""


def _statement(statement: Statement) -> str:
    claim, verdict = statement.main, statement.verdict
    remarks = [_text(c.remark) for c in statement.contrasts]
    if verdict:
        judged = ", ".join(filter(None, (verdict.attribution, verdict.truth, verdict.reviewer)))
        remarks.append(f"verdict: {_text(judged)}")
    if statement.dispute:
        remarks.append(_text(statement.dispute))
    day = statement.day.isoformat() if statement.day else "no date"
    outlets = _text(", ".join(statement.outlets))
    said = f"- {day}, {outlets}: {_words(claim)} (`{claim.id}`)"
    return "\n".join((said, *(f"  - {remark}" for remark in remarks)))


def _said(claim: Claim) -> str:
    day = claim.article.published
    who = f"{_text(carrier(claim.article))}{f', {day}' if day else ''}, {_text(claim.speaker_name)}"
    return f"{who}: {_words(claim)} (`{claim.id}`)"


def _words(claim: Claim) -> str:
    cue = f"*{_text(claim.cue_text)}:* " if claim.cue_text and claim.cue_text[0].isalnum() else ""
    return cue + _text(claim.content_text)


def _namings(title: str, heading: str, found: Sequence[Naming], counted: str) -> Iterator[str]:
    rows = [
        (_text(n.words), str(n.times), days(n.first, n.last), _text(", ".join(n.outlets)), _text(n.reason))
        for n in found
    ]
    if any(n.reason for n in found):
        return _table(title, (heading, counted, "When", "Where", "Why"), rows)
    return _table(title, (heading, counted, "When", "Where"), [row[:-1] for row in rows])


def _table(title: str, headings: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    listed = list(rows)
    if listed:
        yield from (f"## {title}", "", f"| {' | '.join(headings)} |", f"|{' --- |' * len(headings)}")
        yield from (f"| {' | '.join(row)} |" for row in listed)
        yield ""


def _text(words: str | None) -> str:
    """Words on one line in which nothing is markup."""
    line = _UNFIT.sub("\N{REPLACEMENT CHARACTER}", " ".join((words or "").split()))
    return _OPENING.sub(r"\1\\\2", _MARKUP.sub(r"\\\1", line))
