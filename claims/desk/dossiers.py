"""One speaker, followed through the ledger: roles, names, statements, changes, contradictions, who quotes them."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from claims import versions
from claims.desk.refreshing import conflicts
from claims.desk.reviewing import verdicts
from claims.desk.speaker_search import identify_speaker
from claims.desk.topics import topics
from claims.exporting import (
    Contrast,
    ContrastKind,
    Dossier,
    Naming,
    PossibleLink,
    Quoting,
    Statement,
    carrier,
    disputes,
    latest_verdicts,
)
from claims.ledger import Ledger, Query, SpeakerSummary
from claims.records import Appearance, Article, Change, Claim, Conflict


def dossier(ledger: Ledger, asked: str) -> Dossier:
    """What the ledger has on one speaker, who is meant as in :func:`claims.desk.identify_speaker`.

    Claims of several articles that make one assertion are one statement. A statement's topic is a telling word that
    it, or its article's title, has in common with other statements (:func:`claims.desk.topics.topics`). Changes are
    those between each two versions of an article that follow each other, in what is this speaker's in one of them: the
    article changed, which need not mean that the speaker did. Raises :class:`ClaimsError` where nobody or several are
    meant.
    """
    _, known = identify_speaker(ledger, asked)
    claims = sorted(ledger.search(Query(speaker_ids=(known.id,))), key=_by_day)
    appearances = ledger.appearances(known.id)
    contrasts = _contrasts(conflicts(ledger, [claim.id for claim in claims]), known.id)
    return Dossier(
        speaker=known.speaker,
        names=_names(known, appearances, claims),
        roles=_namings(appearances, claims, lambda a: a.role, _by_first),
        mentions=_mentions(claims),
        statements=_statements(
            ledger, claims, contrasts, [known.speaker.name, *(a.name for a in appearances)]
        ),
        outlets=_outlets(claims),
        contrasts=contrasts,
        changes=tuple(_changes(ledger, appearances, known.id)),
        doubts=known.doubts,
        possible=tuple(
            PossibleLink(link.other if link.one.id == known.id else link.one, link.probability, link.reason)
            for link in ledger.doubtful_links(known.id)
        ),
    )


def _by_day(claim: Claim) -> tuple[date, str, int]:
    return claim.article.published or date.max, claim.article.key, claim.start


def _most_frequent(naming: Naming) -> tuple[int, str]:
    return -naming.times, naming.words


def _by_first(naming: Naming) -> tuple[date, str]:
    return naming.first or date.max, naming.words


def _names(
    known: SpeakerSummary, appearances: Sequence[Appearance], claims: Iterable[Claim]
) -> tuple[Naming, ...]:
    """The forms of the name; why they are of one speaker is said where there are several."""
    found = _namings(appearances, claims, lambda a: a.name, _most_frequent)
    if len(found) == 1:
        return found
    sure = {alias.name: alias for alias in known.aliases}
    return tuple(
        replace(form, probability=sure[form.words].probability, reason=sure[form.words].reason)
        if form.words in sure
        else form
        for form in found
    )


def _namings(
    appearances: Sequence[Appearance],
    claims: Iterable[Claim],
    words: Callable[[Appearance], str | None],
    order: Callable[[Naming], tuple[object, str]],
) -> tuple[Naming, ...]:
    """The names or roles that articles give, of those whose latest version has the speaker."""
    articles = {claim.article.key: claim.article for claim in claims}
    by_words: defaultdict[str, list[Appearance]] = defaultdict(list)
    for appearance in appearances:
        article = articles.get(appearance.article)
        if article and article.version in appearance.versions and (said := words(appearance)):
            by_words[said].append(appearance)
    found = []
    for said, its in by_words.items():
        where = _in_order(articles[a.article] for a in its)
        found.append(Naming(said, len(where), where))
    return tuple(sorted(found, key=order))


def _in_order(articles: Iterable[Article]) -> tuple[Article, ...]:
    by_key = {article.key: article for article in articles}
    return tuple(sorted(by_key.values(), key=lambda a: (a.published or date.max, a.key)))


def _mentions(claims: Iterable[Claim]) -> tuple[Naming, ...]:
    by_words: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.mention:
            by_words[claim.mention_text].append(claim)
    found = (Naming(words, len(its), _in_order(c.article for c in its)) for words, its in by_words.items())
    return tuple(sorted(found, key=_most_frequent))


def _outlets(claims: Iterable[Claim]) -> tuple[Quoting, ...]:
    by_outlet: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_outlet[carrier(claim.article)].append(claim)
    found = []
    for outlet, its in by_outlet.items():
        dated = [claim.article.published for claim in its if claim.article.published]
        direct = Counter(claim.kind for claim in its)["direct"]
        articles = {claim.article.key for claim in its}
        first, last = min(dated, default=None), max(dated, default=None)
        found.append(Quoting(outlet, len(its), direct, len(articles), first, last))
    return tuple(sorted(found, key=lambda quoting: (-quoting.claims, quoting.outlet)))


def _statements(
    ledger: Ledger, claims: Sequence[Claim], contrasts: Iterable[Contrast], names: Sequence[str]
) -> tuple[Statement, ...]:
    """The claims by what they assert; those of one group are one statement."""
    in_groups = ledger.group_ids(claim.id for claim in claims)
    groups = {group.id: group for group in ledger.groups(set(in_groups.values()))}
    by_assertion: dict[str, list[Claim]] = {}
    for claim in claims:
        by_assertion.setdefault(in_groups.get(claim.id, claim.id), []).append(claim)
    about: defaultdict[str, list[Contrast]] = defaultdict(list)
    for contrast in contrasts:
        for claim in (contrast.conflict.first, contrast.conflict.second):
            about[in_groups.get(claim.id, claim.id)].append(contrast)
    given = verdicts(ledger, {claim.id for claim in claims})
    latest, differing = latest_verdicts(given), disputes(given)
    texts = [
        " ".join(f"{claim.content_text} {claim.article.title or ''}" for claim in its)
        for its in by_assertion.values()
    ]
    found = []
    for (id_, its), topic in zip(by_assertion.items(), topics(texts, names), strict=True):
        judged = [latest[claim.id] for claim in its if claim.id in latest]
        found.append(
            Statement(
                tuple(its),
                groups.get(id_),
                topic,
                tuple(about[id_]),
                max(judged, key=lambda verdict: verdict.decided, default=None),
                next((differing[claim.id] for claim in its if claim.id in differing), None),
            )
        )
    return tuple(found)


def _contrasts(found: Iterable[Conflict], speaker: str) -> tuple[Contrast, ...]:
    """The conflicts that the speaker is in, in the order of the later claims."""
    contrasts = []
    for conflict in found:
        sides = [speaker in _ids(claim) for claim in (conflict.first, conflict.second)]
        if any(sides):
            kind: ContrastKind = "disagreement"
            if all(sides):
                kind = "development" if conflict.is_development else "contradiction"
            contrasts.append(Contrast(kind, conflict))
    return tuple(sorted(contrasts, key=lambda contrast: _by_day(contrast.conflict.second)))


def _changes(ledger: Ledger, appearances: Iterable[Appearance], speaker: str) -> Iterator[Change]:
    """What changed in the speaker's claims from each version of an article to the next."""
    newest = ledger.newest_versions({a.article for a in appearances})
    for key in sorted(key for key, version in newest.items() if version > 1):
        stored: list[tuple[Article, list[Claim]]] = [(v, ledger.claims(v)) for v in ledger.versions(key)]
        for (old, old_claims), (new, new_claims) in pairwise(stored):
            for change in versions.compare(old, old_claims, new, new_claims).changes:
                if any(c and speaker in _ids(c) for c in (change.old, change.new)):
                    yield change


def _ids(claim: Claim) -> set[str | None]:
    """The ids of everybody who says a claim."""
    return {one.id for one in claim.speakers}
