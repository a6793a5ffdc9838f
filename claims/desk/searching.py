"""Finding claims by what a person remembers of them, and the speakers whom a name or an id means in a ledger."""

import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final, Literal

from claims import names
from claims.desk.identifying import Identified, identified_words
from claims.desk.reviewing import verdicts
from claims.desk.revisions import find_article
from claims.errors import ClaimsError
from claims.exporting import disputes, latest_by_reviewer
from claims.ledger import Ledger, Query, SpeakerSummary
from claims.records import Act, Claim, Kind, Stance, Tag, listed_names
from claims.text.normalisation import words

Sort = Literal["date", "outlet", "speaker", "confidence"]
"""By what claims are sorted."""

_AN_ID: Final = re.compile(r"[0-9a-f]{4,12}")
_CANDIDATES_SHOWN: Final = 5


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
    speakers: list[SpeakerSummary] | None = None
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
    if wanted.article is not None:
        wanted = replace(wanted, article=find_article(ledger, wanted.article).key)
    identified = identified_words(ledger, wanted.words) if wanted.words else None
    if identified:
        wanted = replace(wanted, words=None)
    speakers = None
    if wanted.speaker is not None:
        speakers = find_speakers(ledger, wanted.speaker, exact=wanted.exact)
        if not speakers:
            return Selection([], speakers)
        wanted = replace(wanted, speaker_ids=tuple(speaker.id for speaker in speakers))
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
        members = _members(ledger, wanted.group)
        found = [claim for claim in found if claim.id in members]
    if wanted.unreviewed or wanted.disputed:
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


def _members(ledger: Ledger, asked: str) -> set[str]:
    """The ids of the claims in the one group whose id begins so."""
    groups = [group for group in ledger.groups() if asked and group.id.startswith(asked.lower())]
    if len(groups) != 1:
        raise ClaimsError(
            f"{len(groups) or 'no'} groups have an id that begins with '{asked}': `claims groups` lists them"
        )
    return {claim.id for claim in groups[0].claims}


def find_speakers(ledger: Ledger, name: str, *, exact: bool = False) -> list[SpeakerSummary]:
    """The ledger's speakers whom a name may mean, likest first.

    Spelling may differ (al-, case, accents, typos), any alias counts, and a surname will do. Where no name is like
    it, roles and mentions are tried: "the ambassador" finds whom an article calls so. With ``exact``, only those who
    have this very name, alias or id. Of several names with semicolons between, each is looked for.
    """
    everyone = ledger.speakers()
    found = [s for asked in listed_names(name) or (name,) for s in _find(everyone, asked, exact=exact)]
    return list({s.id: s for s in found}.values())


def _find(everyone: Collection[SpeakerSummary], name: str, *, exact: bool) -> list[SpeakerSummary]:
    if exact:
        return [s for s in everyone if name == s.id or name in _names(s)]
    return _likest(everyone, lambda s: max(_likeness(name, known) for known in _full_names(s))) or _likest(
        everyone, lambda s: max((names.likeness(name, words_) for words_ in _descriptions(s)), default=0.0)
    )


def identify_speaker(ledger: Ledger, asked: str) -> tuple[str, SpeakerSummary]:
    """The one speaker whom an id, a unique beginning of an id (4 digits or more) or a name in any spelling means.

    Gives the id that a decision is to be about, and the speaker. The id of one of the speaker's appearances, or an
    alias, gives that appearance's id; anything else that of the first appearance. Raises :class:`ClaimsError` where
    nobody or several are meant.
    """
    ids = ledger.speaker_ids(asked.lower()) if _AN_ID.fullmatch(asked.lower()) else {}
    by_id = {s.id: s for s in ledger.speakers(set(ids.values()))} if ids else {}
    found = [(id_, by_id[speaker]) for id_, speaker in ids.items() if speaker in by_id]
    if not found:
        named = [s for s in ledger.speakers() if asked in _full_names(s)] or _best(ledger, asked)
        found = [(_anchor(s, asked), s) for s in named]
    if len(found) == 1 or (found and asked.lower() == found[0][0]):
        return found[0]
    if not found:
        raise ClaimsError(f"no speaker matches '{asked}': `claims speakers` lists them all")
    shown = ", ".join(f"{s.speaker.name} ({id_})" for id_, s in found[:_CANDIDATES_SHOWN])
    more = f" and {len(found) - _CANDIDATES_SHOWN} more" if len(found) > _CANDIDATES_SHOWN else ""
    raise ClaimsError(f"'{asked}' may be {shown}{more}: give the id or the full name")


def _likest(
    speakers: Iterable[SpeakerSummary], likeness: Callable[[SpeakerSummary], float]
) -> list[SpeakerSummary]:
    scored = [(likeness(speaker), speaker) for speaker in speakers]
    liked = [(score, speaker) for score, speaker in scored if score >= names.LIKE]
    return [speaker for _, speaker in sorted(liked, key=lambda x: (-x[0], -x[1].claims, x[1].speaker.name))]


def _best(ledger: Ledger, name: str) -> list[SpeakerSummary]:
    """Those of the speakers whom a name may mean that have the very name but for its spelling, if any do."""
    found = find_speakers(ledger, name)
    same = [s for s in found if any(names.key(name) == names.key(known) for known in _full_names(s))]
    return same or found


def _likeness(asked: str, known: str) -> float:
    """How well a name fits, from 0 to 100: as a person types it, or as another spelling of all of it."""
    return max(names.likeness(asked, known), 100 * names.compare(asked, known).probability)


def _names(row: SpeakerSummary) -> list[str]:
    return [row.speaker.name, *(alias.name for alias in row.aliases)]


def _full_names(row: SpeakerSummary) -> list[str]:
    """The speaker's names without those that are only a part of another one, such as the surname alone."""
    known = {name: frozenset(words(name)) for name in _names(row)}
    return [name for name, its in known.items() if not any(its < other for other in known.values())]


def _anchor(row: SpeakerSummary, asked: str) -> str:
    return next((alias.ids[0] for alias in row.aliases if alias.name == asked), row.id)


def _descriptions(row: SpeakerSummary) -> list[str]:
    role = [row.speaker.role] if row.speaker.role else []
    return [*role, *(words for words, _ in row.mentions)]
