"""The desk's daily work as plain functions: add articles, decide, merge, export, take verdicts back."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Literal

from claims import intake, linking, merging, sheet, versions
from claims.errors import ClaimsError
from claims.exporting import FORMATS, Findings, Report, write
from claims.extraction import extract, load_tagger
from claims.intake import Taken
from claims.ledger import Ledger
from claims.reading.urls import canonical
from claims.records import Article, Change, Claim, Conflict, Decision, Group, Verdict
from claims.text.normalisation import normalised

_ARTICLES_NAMED = 4
_FEWEST_TRUTHS = 2
_LONGEST_LIST = 250
"""How many characters of choices a spreadsheet's drop-down list may have (255), with room for quotation marks."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file or page: stored as a new article or version, already there, or not readable.

    ``article`` is None, and ``problem`` says why in one line, where it could not be read or stored.
    """

    path: Path | str
    status: Literal["new", "new version", "unchanged", "failed"]
    article: Article | None
    claims: tuple[Claim, ...] = ()
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Revision:
    """One version of an article in the ledger: when it was added (UTC), its claims, what changed since the last one.

    ``since`` is None for the first version.
    """

    article: Article
    added: datetime
    claims: tuple[Claim, ...]
    since: versions.Comparison | None


def add(
    ledger: Ledger,
    paths: Iterable[Path | str],
    *,
    root: Path,
    each: Callable[[Outcome], None] = lambda _: None,
    model: Path | None = None,
    processes: int = 1,
) -> list[Outcome]:
    """Read files and pages, extract their claims, store them, and merge what the ledger now holds.

    Each article is stored in one transaction, claims and all; a file that cannot be read does not keep the
    others out. A page is named by its address, a string. ``root`` is the folder that articles' paths are relative
    to. ``each`` is called after every file. ``model`` is a folder of other weights than the package's;
    ``processes`` as in :func:`claims.intake.take`.
    Raises :class:`ClaimsError` where the ledger cannot be written, and where the folder holds no model.
    """
    outcomes = []
    found = intake.take(paths, root=root, held=ledger.holds, model=model, processes=processes)
    with closing(found):
        for taken in found:
            outcome = _stored(ledger, taken)
            each(outcome)
            outcomes.append(outcome)
    refresh(ledger)
    return outcomes


def extract_again(
    ledger: Ledger,
    *,
    model: Path | None = None,
    each: Callable[[Article, int, int], None] = lambda *_: None,
) -> None:
    """Extract the claims of every stored article anew, as after a release that finds claims better, and merge them.

    Verdicts and decisions stay: where a claim has other words now, they go to what it has most likely become. Each
    article is stored in one transaction; ``each`` is called after it, with how many claims stayed and how many there
    are. ``model`` is a folder of other weights than the package's. Raises :class:`ClaimsError` where the ledger
    cannot be written, and where the folder holds no model.
    """
    load_tagger(model)
    for article in ledger.articles(latest=False):
        before, found = ledger.claims(article), extract(article, model)
        ledger.renew(article, found, versions.successors(before, found))
        each(article, len({c.id for c in before} & {c.id for c in found}), len(found))
    refresh(ledger)


def decide(ledger: Ledger, decision: Decision) -> Decision:
    """Store a decision and let it take effect on speakers and groups; gives it back with its number."""
    stored = ledger.decide(decision)
    _reconsider(ledger, stored)
    return stored


def undo(ledger: Ledger, number: int) -> Decision:
    """Undo a decision, so that speakers and groups are as if it had not been made.

    Raises :class:`ClaimsError` where there is none of this number, or it is undone already.
    """
    undone = ledger.undo(number)
    _reconsider(ledger, undone)
    return undone


def refresh(ledger: Ledger) -> None:
    """Link the ledger's speakers and group its claims anew, by what it holds and the desk decided."""
    relink(ledger)
    merge(ledger)


def relink(ledger: Ledger) -> None:
    """Decide anew which articles' speakers are one, and store the speakers."""
    appearances, decisions = ledger.appearances(), ledger.decisions()
    about = [id_ for d in decisions if d.kind == "speaker" for id_ in d.about]
    corrected = linking.corrections(decisions, ledger.article_keys(about), appearances)
    linked = linking.link([*appearances, *corrected.values()], decisions)
    ledger.replace_speakers(linked, {claim_id: a.id for claim_id, a in corrected.items()})


def merge(ledger: Ledger) -> None:
    """Group what is new in the ledger's latest versions with what it may have to do with."""
    decided = merging.rulings(ledger.decisions())
    with ledger.grouping_store() as store:
        merging.update(store, decided)


def conflicts(ledger: Ledger) -> list[Conflict]:
    """The claims of different articles that tell of the same thing and disagree, a pair for each two assertions."""
    found = ledger.conflicts()
    units = {
        number: claims
        for tie, *both in found
        for number, claims in zip((tie.first, tie.second), both, strict=True)
    }
    in_groups = ledger.group_ids({claim.id for some in units.values() for claim in some})
    return merging.conflicts_of(units, [tie for tie, *_ in found], in_groups)


def join(ledger: Ledger, one: str, other: str, *, reviewer: str | None = None) -> Decision:
    """Decide that two claims, by the beginnings of their ids, make the same assertion, whatever they say.

    Raises :class:`ClaimsError` where they are one claim, unknown or not told apart.
    """
    first, second = ledger.claim(one), ledger.claim(other)
    if first.id == second.id:
        raise ClaimsError(f"'{one}' and '{other}' are one claim, {first.id}: name two")
    return decide(ledger, Decision("join", (first.id, second.id), reviewer=reviewer))


def split(ledger: Ledger, group: str, claim: str, *, reviewer: str | None = None) -> Decision:
    """Decide that a claim does not make the assertion of the group it is in.

    Raises :class:`ClaimsError` where there is no such group, or the claim is not in it.
    """
    apart = ledger.claim(claim).id
    found = [g for g in ledger.groups() if g.id.startswith(group)]
    if len(found) != 1:
        raise ClaimsError(
            f"{len(found) or 'no'} groups have an id that begins with '{group}': `claims groups` lists them"
        )
    others = [c.id for c in found[0].claims if c.id != apart]
    if len(others) == len(found[0].claims):
        raise ClaimsError(
            f"claim {apart} is not in group {found[0].id}: `claims groups` lists who is in which"
        )
    return decide(ledger, Decision("split", (apart, *others), reviewer=reviewer))


def find_article(ledger: Ledger, asked: str) -> Article:
    """The latest version of the article that is meant: by key, path, address, title, or a part of one of them.

    A part must be in one article only. Raises :class:`ClaimsError` with one line where none or several match; the
    line names the first few.
    """
    known = ledger.articles()
    wanted, page = normalised(asked), canonical(asked)
    for found in (
        [a for a in known if asked in (a.key, a.path, a.url) or (page and page == a.key)],
        [a for a in known if wanted and wanted == normalised(a.title or "")],
        [a for a in known if wanted and any(wanted in normalised(n or "") for n in (a.title, a.path, a.key))],
    ):
        if len(found) == 1:
            return found[0]
        if found:
            names_ = "; ".join(f"{a.name} ({a.where})" for a in found[:_ARTICLES_NAMED])
            more = f"; and {len(found) - _ARTICLES_NAMED} more" if len(found) > _ARTICLES_NAMED else ""
            raise ClaimsError(f"'{asked}' may be {len(found)} articles: give more of one: {names_}{more}")
    raise ClaimsError(
        f"no article in the ledger is called '{asked}': give its path, address or a part of its title"
    )


def history(ledger: Ledger, article: Article) -> list[Revision]:
    """Every version of an article that the ledger keeps, oldest first, each with what changed since the one before."""
    revisions: list[Revision] = []
    for version, added in zip(ledger.versions(article.key), ledger.added(article.key), strict=True):
        found = tuple(ledger.claims(version))
        last = revisions[-1] if revisions else None
        since = versions.compare(last.article, last.claims, version, found) if last else None
        revisions.append(Revision(version, added, found, since))
    return revisions


def export(
    claims: Iterable[Claim],
    path: str | Path,
    *,
    groups: Iterable[Group] = (),
    verdicts: Iterable[Verdict] = (),
    conflicts: Iterable[Conflict] = (),
    changes: Iterable[Change] = (),
) -> Report:
    """Write claims to a file, in the format that its suffix names.

    .xlsx is the claim sheet, .html a page to look at; .csv, .jsonl and .parquet have a record a claim; .jsonld is
    schema.org's vocabulary, .annotations.json the W3C's. The file is written whole or not at all. Raises
    :class:`ClaimsError` for another suffix, a place that cannot be written, and a sheet with verdicts that would
    be lost.
    """
    findings = Findings(tuple(claims), tuple(groups), tuple(verdicts), tuple(conflicts), tuple(changes))
    return write(findings, path, {".xlsx": sheet.write, **FORMATS})


def export_from(ledger: Ledger, claims: Sequence[Claim], path: str | Path) -> Report:
    """Write some claims of a ledger to a file, with all that the ledger knows about them, as :func:`export` does.

    That is their groups and conflicts, their verdicts, and what changed in them (and in what their speakers said)
    between the last two versions of their articles. With all claims of the ledger go the articles that have none.
    """
    ids = {claim.id for claim in claims}
    findings = Findings(
        tuple(claims),
        tuple(group for group in ledger.groups() if ids.intersection(c.id for c in group.claims)),
        tuple(verdicts(ledger)),
        tuple(c for c in conflicts(ledger) if c.first.id in ids or c.second.id in ids),
        tuple(_changes(ledger, claims)),
        tuple(_silent(ledger, ids)),
        truths=ledger.truths(),
        ledger=ledger.mark(),
    )
    return write(findings, path, {".xlsx": sheet.write, **FORMATS})


def review(
    ledger: Ledger, path: str | Path, *, reviewer: str | None = None, dry_run: bool = False
) -> sheet.Review:
    """Take the verdicts of a claim sheet that came back into the ledger, all of them or, if any is refused, none.

    The sheet is an .xlsx, .ods or .csv file, which is not changed; rows are known by the claim's id and columns by
    their headings. ``reviewer`` decides where the sheet names nobody. A right speaker or right words become a
    decision of the desk. With ``dry_run`` nothing is stored. Raises :class:`ClaimsError` where the file cannot be
    read, is no claim sheet or belongs to another ledger.
    """
    returned = sheet.read_back(Path(path))
    held = {id_: held for id_, (_, held) in ledger.claim_places().items()}
    successors = {id_: now for id_, (now, _) in ledger.successors().items() if now in held}
    known = sheet.Known(
        verdicts(ledger),
        {**{id_: held[now] for id_, now in successors.items()}, **held},
        ledger.truths(),
        ledger.decisions(),
        ledger.mark(),
    )
    found = sheet.judge(returned, known, today=datetime.now().astimezone().date(), reviewer=reviewer)
    if not (dry_run or found.refused):
        corrections = [
            replace(d, about=tuple(id_ if id_ in held else successors[id_] for id_ in d.about))
            for d in found.corrections
        ]
        ledger.record(*(given.verdict for given in found.given), corrections=corrections)
        if found.corrections:
            refresh(ledger)
    return found


def verdicts(ledger: Ledger) -> list[Verdict]:
    """The whole history of verdicts, oldest first, as they hold of the latest versions.

    Where a claim's words or speaker have changed since, a verdict has the version on which it was made, or the words
    where these only were extracted otherwise; it is there a second time for what the claim has become, as long as
    nobody has judged that.
    """
    return _verdicts(ledger)[0]


def gone(ledger: Ledger) -> list[Verdict]:
    """The verdicts, oldest first, whose claim the latest version of its article has not, in whatever words."""
    return _verdicts(ledger)[1]


def vocabulary(words: str) -> tuple[str, ...]:
    """The verdicts that a desk lists, separated by commas, such as "true, false, nobody knows".

    Raises :class:`ClaimsError` where there are fewer than two, one twice, or more than a drop-down list holds.
    """
    listed = tuple(" ".join(word.split()) for word in words.split(","))
    if len(listed) < _FEWEST_TRUTHS or not all(listed):
        raise ClaimsError(f"'{words}': give two verdicts or more, separated by commas, such as 'true,false'")
    if len({word.casefold() for word in listed}) < len(listed):
        raise ClaimsError(f"'{words}': a verdict is there twice: give each once")
    if len(",".join(listed)) > _LONGEST_LIST:
        raise ClaimsError(f"'{words}': longer than a drop-down list ({_LONGEST_LIST} characters): shorten it")
    return listed


def _silent(ledger: Ledger, ids: set[str]) -> Iterator[Article]:
    """The articles that have no claim, where ``ids`` are of all claims of the latest versions; else none."""
    newest = ledger.newest_versions()
    listed = {id_: key for id_, (key, held) in ledger.claim_places().items() if newest[key] in held}
    speaking = set(listed.values())
    if ids.issuperset(listed) and newest.keys() - speaking:
        yield from (article for article in ledger.articles() if article.key not in speaking)


def _changes(ledger: Ledger, claims: Sequence[Claim]) -> Iterator[Change]:
    """What changed in these claims and, where a claim is gone, in what their speakers said before.

    Of an article all of whose claims are there, everything that changed.
    """
    ids, spoke = {c.id for c in claims}, {(c.article.key, c.speaker_name) for c in claims}
    for key in sorted({c.article.key for c in claims if c.article.version > 1}):
        old, new = (ledger.claims(version) for version in ledger.versions(key)[-2:])
        whole = ids.issuperset(c.id for c in new)
        for change in versions.diff(old, new):
            of_speakers = change.old and (key, change.old.speaker_name) in spoke
            if whole or of_speakers or (change.new and change.new.id in ids):
                yield change


def _verdicts(ledger: Ledger) -> tuple[list[Verdict], list[Verdict]]:
    """All verdicts as they hold of the latest versions, and those whose claim is gone."""
    history = ledger.verdicts()
    if not history:
        return [], []
    places, successors = ledger.claim_places(), ledger.successors()
    judged = {verdict.claim_id for verdict in history}
    newest = ledger.newest_versions()
    by_article = defaultdict(list)
    held, lost = [], []
    for given in history:
        verdict = given
        now, words = successors.get(given.claim_id, (None, None))
        if now in places and given.claim_id not in places:
            verdict = replace(given, made_on=words)
            held.append(verdict)
            if now in judged:
                continue
            verdict = replace(verdict, claim_id=now)
        if verdict.claim_id in places:
            by_article[places[verdict.claim_id][0]].append(verdict)
        else:
            held.append(verdict)
            lost.append(verdict)
    for key, theirs in by_article.items():
        if newest[key] == 1:
            held += (replace(verdict, version=None) for verdict in theirs)
            continue
        dated = [(version, ledger.claims(version)) for version in ledger.versions(key)]
        carried = versions.carried(theirs, dated)
        held += carried.verdicts
        lost += carried.gone
    return sorted(held, key=_decided), sorted(lost, key=_decided)


def _decided(verdict: Verdict) -> date:
    return verdict.decided


def _reconsider(ledger: Ledger, decision: Decision) -> None:
    if decision.kind in {"join", "split"}:
        ledger.release(decision.about)
    refresh(ledger)


def _stored(ledger: Ledger, taken: Taken) -> Outcome:
    if taken.article is None:
        return Outcome(taken.path, "failed", None, problem=taken.problem)
    if ledger.holds(taken.article):
        return Outcome(taken.path, "unchanged", taken.article)
    added = ledger.add(taken.article, taken.claims)
    return Outcome(taken.path, added.outcome, added.article, taken.claims)
