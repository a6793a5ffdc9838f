"""Finding claims by what a person remembers of them."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final, Literal

from claims.desk.identifying import Identified, find_group, identified_words
from claims.desk.speaker_search import speakers_meant
from claims.exporting import disputes, latest_by_reviewer
from claims.ledger import Ledger, Query
from claims.records import Act, Claim, Kind, Speaker, Stance, Tag

Sort = Literal["date", "outlet", "speaker", "confidence"]
"""By what claims are sorted."""


@dataclass(frozen=True, slots=True)
class Filter(Query):
    """What `claims search` and `claims export` look for: a query in which the speaker may go by a name.

    Fields, beside those of :class:`claims.ledger.Query`:
        speaker: a name in any spelling, an alias, a role or a mention, as :func:`find_speakers` takes it; None for
            any speaker. It takes the place of ``speaker_ids``.
        exact: only the speakers of this very name, alias or id.
        group: the id of a group, or the beginning of one.
        unreviewed, disputed: only claims without a verdict; only those on which reviewers differ.
        sort: the oldest first, by outlet, by speaker, or the surest first; what is not known comes last.
    ``article`` is as for :func:`claims.desk.find_article`.
    """

    speaker: str | None = None
    exact: bool = False
    group: str | None = None
    unreviewed: bool = False
    disputed: bool = False
    sort: Sort | None = None


@dataclass(frozen=True, slots=True)
class Selection:
    """The claims that a filter leaves, and what is to be said of them.

    Fields:
        claims: in the order asked for.
        speakers: for whom its name was taken; None where it had none.
        identified: what its words are the id of, where they were taken for one.
        undated: how many articles it leaves out because they have no date.
    """

    claims: list[Claim]
    speakers: list[Speaker] | None = None
    identified: Identified | None = None
    undated: int = 0


def search(
    ledger: Ledger,
    words: str | None = None,
    *,
    speaker: str | None = None,
    exact: bool = False,
    kind: Kind | None = None,
    tag: Tag | None = None,
    stance: Stance | None = None,
    act: Act | None = None,
    outlet: str | None = None,
    since: date | None = None,
    until: date | None = None,
    article: str | None = None,
    group: str | None = None,
    unreviewed: bool = False,
    disputed: bool = False,
    sort: Sort | None = None,
    limit: int | None = None,
) -> list[Claim]:
    """The claims of the latest versions that meet all that is given: best first if there are words, else by place.

    ``words`` may be the id of a claim, group, speaker or article, or 8 digits of it. ``speaker`` is a name in any
    spelling ("khafaji"), an id, or a description ("the ambassador"); with ``exact``,
    one of this very name, alias or id. All others are fields of :class:`Filter`. Raises :class:`ClaimsError` where no
    article or group is meant, or several, and where the ledger is damaged or in use.
    """
    wanted = Filter(
        words=words,
        speaker=speaker,
        exact=exact,
        kind=kind,
        tag=tag,
        stance=stance,
        act=act,
        outlet=outlet,
        since=since,
        until=until,
        article=article,
        group=group,
        unreviewed=unreviewed,
        disputed=disputed,
        sort=sort,
        limit=limit,
    )
    return select(ledger, wanted).claims


def select(ledger: Ledger, wanted: Filter) -> Selection:
    """As :func:`search`, with the speakers for whom the filter's name was taken, and what else is to be said."""
    with ledger.reading():
        return _select(ledger, wanted)


def _select(ledger: Ledger, wanted: Filter) -> Selection:
    if wanted.article is not None:
        from claims.desk.revisions import find_article  # noqa: PLC0415 - hardly a search needs it

        wanted = replace(wanted, article=find_article(ledger, wanted.article).key)
    identified = identified_words(ledger, wanted.words) if wanted.words else None
    if identified:
        wanted = replace(wanted, words=None)
    speakers = None
    if wanted.speaker is not None:
        speakers = speakers_meant(ledger, wanted.speaker, exact=wanted.exact)
        if not speakers:
            return Selection([], speakers)
        wanted = replace(wanted, speaker_ids=tuple(speaker.id or "" for speaker in speakers))
    undated = ledger.undated(wanted) if wanted.since or wanted.until else 0
    return Selection(_search(ledger, wanted, identified), speakers, identified, undated)


def _search(ledger: Ledger, wanted: Filter, identified: Identified | None) -> list[Claim]:
    """The claims that meet the query, and what is asked beyond it: their ids, groups, verdicts and order."""
    if not (wanted.group is not None or wanted.unreviewed or wanted.disputed or wanted.sort or identified):
        return ledger.search(wanted)
    found = ledger.search(replace(wanted, limit=None))
    if identified:
        its = {claim.id for claim in identified.claims}
        found = [claim for claim in found if claim.id in its]
    if wanted.group is not None:
        members = {claim.id for claim in find_group(ledger, wanted.group).claims}
        found = [claim for claim in found if claim.id in members]
    if wanted.unreviewed or wanted.disputed:
        from claims.desk.reviewing import verdicts  # noqa: PLC0415 - hardly a search needs it

        given = verdicts(ledger)
        judged, differing = latest_by_reviewer(given).keys(), disputes(given)
        found = [
            claim
            for claim in found
            if not (wanted.unreviewed and claim.id in judged)
            and not (wanted.disputed and claim.id not in differing)
        ]
    if wanted.sort:
        found.sort(key=_ORDERS[wanted.sort])
    return found[: wanted.limit]


_ORDERS: Final[dict[Sort, Callable[[Claim], Any]]] = {
    "date": lambda c: c.article.published or date.max,
    "outlet": lambda c: (c.article.outlet is None, (c.article.outlet or "").casefold()),
    "speaker": lambda c: (c.speaker is None, c.speaker_name.casefold()),
    "confidence": lambda c: -c.confidence,
}
