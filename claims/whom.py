"""Whom a name or an id means in a ledger, for searching and for deciding."""

import re
from collections.abc import Callable, Iterable
from typing import Final

from claims import names
from claims.errors import ClaimsError
from claims.ledger import Ledger, SpeakerRow
from claims.text.normalisation import words

_AN_ID: Final = re.compile(r"[0-9a-f]{4,12}")
_CANDIDATES_SHOWN: Final = 5


def find(ledger: Ledger, name: str, *, exact: bool = False) -> list[SpeakerRow]:
    """The ledger's speakers whom a name may mean, likest first.

    Spelling may differ (al-, case, accents, typos), any alias counts, and a surname will do. Where no name is like
    it, roles and mentions are tried: "the ambassador" finds whom an article calls so. With ``exact``, only those who
    have this very name, alias or id.
    """
    everyone = ledger.speakers()
    if exact:
        return [s for s in everyone if name == s.id or name in _names(s)]
    return _likest(everyone, lambda s: max(_likeness(name, known) for known in _full_names(s))) or _likest(
        everyone, lambda s: max((names.likeness(name, told) for told in _descriptions(s)), default=0.0)
    )


def identify(ledger: Ledger, asked: str) -> tuple[str, SpeakerRow]:
    """The one speaker whom an id, a unique beginning of an id (4 digits or more) or a name in any spelling means.

    Gives the id that a decision is to be about, and the speaker. The id of one of the speaker's appearances, or an
    alias, gives that appearance's id; anything else that of the first appearance. Raises :class:`ClaimsError` where
    nobody or several are meant.
    """
    by_id = {s.id: s for s in ledger.speakers()}
    ids = ledger.speaker_ids(asked.lower()) if _AN_ID.fullmatch(asked.lower()) else {}
    found = [(id_, by_id[speaker]) for id_, speaker in ids.items() if speaker in by_id]
    if not found:
        named = [s for s in by_id.values() if asked in _full_names(s)] or _best(ledger, asked)
        found = [(_anchor(s, asked), s) for s in named]
    if len(found) == 1 or (found and asked.lower() == found[0][0]):
        return found[0]
    if not found:
        raise ClaimsError(f"no speaker matches '{asked}': `claims speakers` lists them all")
    shown = ", ".join(f"{s.speaker.name} ({id_})" for id_, s in found[:_CANDIDATES_SHOWN])
    more = f" and {len(found) - _CANDIDATES_SHOWN} more" if len(found) > _CANDIDATES_SHOWN else ""
    raise ClaimsError(f"'{asked}' may be {shown}{more}: give the id or the full name")


def _likest(speakers: Iterable[SpeakerRow], likeness: Callable[[SpeakerRow], float]) -> list[SpeakerRow]:
    scored = [(likeness(speaker), speaker) for speaker in speakers]
    liked = [(score, speaker) for score, speaker in scored if score >= names.LIKE]
    return [speaker for _, speaker in sorted(liked, key=lambda x: (-x[0], -x[1].claims, x[1].speaker.name))]


def _best(ledger: Ledger, name: str) -> list[SpeakerRow]:
    """Those of the speakers whom a name may mean that have the very name but for its spelling, if any do."""
    found = find(ledger, name)
    same = [s for s in found if any(names.key(name) == names.key(known) for known in _full_names(s))]
    return same or found


def _likeness(asked: str, known: str) -> float:
    """How well a name fits, from 0 to 100: as a person types it, or as another spelling of all of it."""
    return max(names.likeness(asked, known), 100 * names.compare(asked, known).probability)


def _names(row: SpeakerRow) -> list[str]:
    return [row.speaker.name, *(alias.name for alias in row.aliases)]


def _full_names(row: SpeakerRow) -> list[str]:
    """The speaker's names without those that are only a part of another one, such as the surname alone."""
    known = {name: frozenset(words(name)) for name in _names(row)}
    return [name for name, its in known.items() if not any(its < other for other in known.values())]


def _anchor(row: SpeakerRow, asked: str) -> str:
    return next((alias.ids[0] for alias in row.aliases if alias.name == asked), row.id)


def _descriptions(row: SpeakerRow) -> list[str]:
    role = [row.speaker.role] if row.speaker.role else []
    return [*role, *(words for words, _ in row.mentions)]
