"""Claims to a file: the claim sheet and every other format, with all that the ledger knows about them."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from claims import versions
from claims.desk.refreshing import conflicts as find_conflicts
from claims.desk.reviewing import verdicts as load_verdicts
from claims.exporters import write
from claims.exporting import Findings, Report
from claims.freed_memory import uncollected
from claims.ledger import Ledger
from claims.records import Article, Change, Claim, Conflict, Group, Verdict


def export(
    claims: Iterable[Claim],
    path: str | Path,
    *,
    ledger: Ledger | None = None,
    groups: Iterable[Group] = (),
    verdicts: Iterable[Verdict] = (),
    conflicts: Iterable[Conflict] = (),
    changes: Iterable[Change] = (),
) -> Report:
    """Write claims to a file, in the format that its suffix names.

    .xlsx is the claim sheet, .html a page to look at; .csv, .jsonl and .parquet have a record a claim; .jsonld is
    schema.org's vocabulary, .annotations.json the W3C's. The file is written whole or not at all.

    ``ledger``: the one that the claims are from. All that it knows about them goes along, and nothing else need be
    given: their groups and conflicts, their verdicts, and what changed in them (and in what their speakers said)
    between the last two versions of their articles. With all of its claims go the articles that have none.

    Raises :class:`ClaimsError` for another suffix, a place that cannot be written, and a sheet with verdicts that
    would be lost.
    """
    with uncollected():
        if ledger is None:
            findings = Findings(
                tuple(claims), tuple(groups), tuple(verdicts), tuple(conflicts), tuple(changes)
            )
        else:
            findings = _known(ledger, tuple(claims))
        return write(findings, path)


def _known(ledger: Ledger, claims: tuple[Claim, ...]) -> Findings:
    """Some claims of a ledger with all that it knows about them."""
    ids = {claim.id for claim in claims}
    return Findings(
        claims,
        tuple(ledger.groups(set(ledger.group_ids(ids).values()))),
        tuple(load_verdicts(ledger)),
        tuple(c for c in find_conflicts(ledger, ids) if c.first.id in ids or c.second.id in ids),
        tuple(_changes(ledger, claims)),
        tuple(_silent(ledger, ids)),
        truths=ledger.truths(),
        ledger=ledger.fingerprint(),
    )


def _silent(ledger: Ledger, ids: set[str]) -> Iterator[Article]:
    """The articles that have no claim, where ``ids`` are of all claims of the latest versions; else none."""
    if len(ids) < ledger.number_of_claims():
        return
    newest = ledger.newest_versions()
    listed = {id_: key for id_, (key, held) in ledger.claim_places().items() if newest.get(key) in held}
    speaking = set(listed.values())
    if ids.issuperset(listed) and newest.keys() - speaking:
        yield from (article for article in ledger.articles() if article.key not in speaking)


def _changes(ledger: Ledger, claims: Sequence[Claim]) -> Iterator[Change]:
    """What changed in these claims and, where a claim is gone, in what their speakers said before.

    Of an article all of whose claims are there, everything that changed.
    """
    ids, spoke = {c.id for c in claims}, {said_by for c in claims for said_by in _said_by(c)}
    for key in sorted({c.article.key for c in claims if c.article.version > 1}):
        old, new = (ledger.claims(version) for version in ledger.versions(key)[-2:])
        whole = ids.issuperset(c.id for c in new)
        for change in versions.diff(old, new):
            of_speakers = change.old and not spoke.isdisjoint(_said_by(change.old))
            if whole or of_speakers or (change.new and change.new.id in ids):
                yield change


def _said_by(claim: Claim) -> list[tuple[str, str]]:
    """The key of a claim's article with the name of each who says it there."""
    return [(claim.article.key, name) for name in claim.speaker_names]
