"""The speakers whom a name in any spelling, an id or a description means in a ledger.

The ledger has the words of all names; those that may be a word of the name asked for are picked (:func:`claims.names.
words_like`), and only the speakers who have one of them are compared with it.
"""

import re
from collections.abc import Callable, Iterable
from typing import Final

from claims import names
from claims.errors import ClaimsError
from claims.ledger import Ledger, NamedSpeaker, SpeakerSummary
from claims.records import Speaker, listed_names
from claims.text.normalisation import words

_AN_ID: Final = re.compile(r"[0-9a-f]{4,12}")
_CANDIDATES_SHOWN: Final = 5
_FULL: Final = 100.0
"""The likeness of a name that no other way of comparing makes more like."""


def find_speakers(
    ledger: Ledger, name: str, *, exact: bool = False, limit: int | None = None
) -> list[SpeakerSummary]:
    """The ledger's speakers whom a name may mean, likest first, at most ``limit``.

    Spelling may differ (al-, case, accents, typos), any alias counts, and a surname will do. Where no name is like
    it, roles and mentions are tried: "the ambassador" finds whom an article calls so. With ``exact``, only those who
    have this very name, alias or id. Of several names with semicolons between, each is looked for.
    """
    return _summaries(ledger, speakers_meant(ledger, name, exact=exact)[:limit])


def speakers_meant(ledger: Ledger, name: str, *, exact: bool = False) -> list[Speaker]:
    """The same without what articles say of them: only their names are read."""
    each = (_meant(ledger, asked, exact=exact) for asked in listed_names(name) or (name,))
    return list({speaker.id: speaker for some in each for speaker in some}.values())


def _meant(ledger: Ledger, name: str, *, exact: bool) -> list[Speaker]:
    if exact:
        return [one.speaker for one in _exactly(ledger, name)]
    found = _likest(_perhaps(ledger, name), lambda one: max(_likeness(name, known) for known in _full(one)))
    return [one.speaker for one in found] or _described(ledger, name)


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
        named = [one for one in ledger.speakers_named((), (asked,)) if asked in _full(one)]
        meant = [one.speaker for one in _by_claims(named)] or _best(ledger, asked)
        found = [(_anchor(s, asked), s) for s in _summaries(ledger, meant)]
    if len(found) == 1 or (found and asked.lower() == found[0][0]):
        return found[0]
    if not found:
        raise ClaimsError(f"no speaker matches '{asked}': `claims speakers` lists them all")
    shown = ", ".join(f"{s.speaker.name} ({id_})" for id_, s in found[:_CANDIDATES_SHOWN])
    more = f" and {len(found) - _CANDIDATES_SHOWN} more" if len(found) > _CANDIDATES_SHOWN else ""
    raise ClaimsError(f"'{asked}' may be {shown}{more}: give the id or the full name")


def _summaries(ledger: Ledger, meant: Iterable[Speaker]) -> list[SpeakerSummary]:
    """What articles say of these speakers, in their order."""
    order = {speaker.id: place for place, speaker in enumerate(meant)}
    found = ledger.speakers({id_ for id_ in order if id_})
    return sorted(found, key=lambda summary: order[summary.id])


def _exactly(ledger: Ledger, name: str) -> list[NamedSpeaker]:
    """The speakers of this very name, alias or id, most claims first."""
    found = {one.speaker.id: one for one in ledger.speakers_named((), (name,))}
    if _AN_ID.fullmatch(name):
        own = [s.speaker for s in ledger.speakers({name})]
        found |= {
            one.speaker.id: one
            for speaker in own
            for one in ledger.speakers_named((), (speaker.name,))
            if one.speaker.id == name
        }
    return _by_claims(found.values())


def _perhaps(ledger: Ledger, name: str) -> list[NamedSpeaker]:
    """Those who have a name with a word that may be one of the name's."""
    return ledger.speakers_named(names.words_like(name, ledger.speaker_words("name")), (name,))


def _described(ledger: Ledger, name: str) -> list[Speaker]:
    """The speakers whose role, or a mention of whom, is like what was asked for."""
    known = ledger.speaker_words("role")
    wanted = [{word, *names.words_like(word, known)} for word in names.telling_words(name)]
    said = {one.speaker.id: (one, phrases) for one, phrases in ledger.speakers_described(wanted)}
    found = _likest(
        (one for one, _ in said.values()),
        lambda one: max(names.likeness(name, phrase) for phrase in said[one.speaker.id][1]),
    )
    return [one.speaker for one in found]


def _likest(found: Iterable[NamedSpeaker], likeness: Callable[[NamedSpeaker], float]) -> list[NamedSpeaker]:
    scored = [(likeness(one), one) for one in found]
    liked = [(score, one) for score, one in scored if score >= names.LIKE]
    return [one for _, one in sorted(liked, key=lambda x: (-x[0], *_most_claims(x[1])))]


def _by_claims(found: Iterable[NamedSpeaker]) -> list[NamedSpeaker]:
    return sorted(found, key=_most_claims)


def _most_claims(one: NamedSpeaker) -> tuple[int, str, str]:
    return -one.claims, one.speaker.name, one.speaker.id or ""


def _best(ledger: Ledger, name: str) -> list[Speaker]:
    """Those of the speakers whom a name may mean that have the very name but for its spelling, if any do."""
    key = names.key(name)
    same = [one for one in _perhaps(ledger, name) if any(key == names.key(known) for known in _full(one))]
    liked = _likest(same, lambda one: max(_likeness(name, known) for known in _full(one)))
    return [one.speaker for one in liked] or speakers_meant(ledger, name)


def _likeness(asked: str, known: str) -> float:
    """How well a name fits, from 0 to 100: as a person types it, or as another spelling of all of it."""
    typed = names.likeness(asked, known)
    return typed if typed >= _FULL else max(typed, 100 * names.compare(asked, known).probability)


def _full(one: NamedSpeaker) -> list[str]:
    """The speaker's names without those that are only a part of another one, such as the surname alone."""
    if len(one.names) == 1:
        return list(one.names)
    known = {name: frozenset(words(name)) for name in one.names}
    return [name for name, its in known.items() if not any(its < other for other in known.values())]


def _anchor(row: SpeakerSummary, asked: str) -> str:
    return next((alias.ids[0] for alias in row.aliases if alias.name == asked), row.id)
