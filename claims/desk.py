"""The desk's daily work as plain functions: add articles, merge, find speakers, export."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Literal

from claims import merging, names, reading, sheet
from claims.errors import ClaimsError
from claims.exporting import FORMATS, Findings, Report, write
from claims.extraction import Tagger, extract
from claims.ledger import Ledger, SpeakerRow
from claims.records import Article, Claim, Group, Speaker, Verdict


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: stored as a new article or version, already there, or not readable.

    ``article`` is None, and ``problem`` says why in one line, where it could not be read or stored.
    """

    path: Path
    status: Literal["new", "new version", "unchanged", "failed"]
    article: Article | None
    claims: tuple[Claim, ...] = ()
    problem: str = ""


def add(
    ledger: Ledger, paths: Iterable[Path], *, root: Path, each: Callable[[Outcome], None] = lambda _: None
) -> list[Outcome]:
    """Read files, extract their claims, store them, and merge what the ledger now holds.

    Each article is stored in one transaction, claims and all; a file that cannot be read does not keep the
    others out. ``root`` is the folder that articles' paths are relative to. ``each`` is called after every
    file. Raises :class:`ClaimsError` where the ledger cannot be written.
    """
    tagger = Tagger()
    outcomes = []
    for path in paths:
        try:
            article = reading.read(path, root=root)
        except ClaimsError as problem:
            outcome = Outcome(path, "failed", None, problem=str(problem))
        else:
            outcome = _add_article(ledger, path, article, tagger)
        each(outcome)
        outcomes.append(outcome)
    merge(ledger)
    return outcomes


def merge(ledger: Ledger) -> list[Group]:
    """Group the claims of the ledger's latest versions anew, and store the groups."""
    groups = merging.merge(ledger.claims())
    ledger.replace_groups(groups)
    return groups


def find_speakers(ledger: Ledger, name: str) -> list[SpeakerRow]:
    """The ledger's speakers whom a name may mean, likest first.

    Spelling may differ (al-, case, accents, typos), and a surname will do. Where no name is like it, roles and
    mentions are tried: "the ambassador" finds whom an article calls so.
    """
    everyone = ledger.speakers()
    return _likest(everyone, lambda s: names.likeness(name, s.speaker.name)) or _likest(
        everyone, lambda s: max((names.likeness(name, alias) for alias in _aliases(s)), default=0.0)
    )


def export(
    claims: Iterable[Claim],
    path: str | Path,
    *,
    groups: Iterable[Group] = (),
    verdicts: Iterable[Verdict] = (),
) -> Report:
    """Write claims to a file: .xlsx is the claim sheet, .csv and .jsonl a record a claim.

    The file is written whole or not at all. Raises :class:`ClaimsError` for another suffix, a place that
    cannot be written, and a sheet with verdicts that would be lost.
    """
    findings = Findings(tuple(claims), tuple(groups), tuple(verdicts))
    return write(findings, path, {".xlsx": sheet.write, **FORMATS})


def speaker_key(article: Article, speaker: Speaker) -> str:
    """What makes two articles' speakers one in the ledger: the name, whatever its spelling.

    Those whom no article names ("a police spokeswoman") are never taken for one across articles.
    """
    key = names.key(speaker.name)
    return f"{key} in {article.key}" if speaker.type == "unnamed" else key


def _add_article(ledger: Ledger, path: Path, article: Article, tagger: Tagger) -> Outcome:
    if ledger.holds(article):
        return Outcome(path, "unchanged", article)
    found = extract(article, tagger)
    added = ledger.add(article, found, speaker_key=partial(speaker_key, article))
    return Outcome(path, added.outcome, added.article, tuple(found))


def _likest(speakers: Iterable[SpeakerRow], likeness: Callable[[SpeakerRow], float]) -> list[SpeakerRow]:
    scored = [(likeness(speaker), speaker) for speaker in speakers]
    liked = [(score, speaker) for score, speaker in scored if score >= names.LIKE]
    return [speaker for _, speaker in sorted(liked, key=lambda x: (-x[0], -x[1].claims, x[1].speaker.name))]


def _aliases(row: SpeakerRow) -> list[str]:
    role = [row.speaker.role] if row.speaker.role else []
    return role + [words for words, _ in row.mentions]
