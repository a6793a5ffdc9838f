"""Speakers as the page shows them: each with a colour, and letters for those who do not see it."""

import re
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from itertools import cycle
from typing import Final

from claims.records import UNKNOWN_SPEAKER, Claim

COLOURS: Final = 8
"""How many colours there are before they begin anew; 0 is for speakers that are not known."""

_WORD = re.compile(r"[^\W_]+")
_LETTERS: Final = 3


@dataclass(frozen=True, slots=True)
class PageSpeaker:
    """A speaker on the page: counted from 0, the one with most claims first.

    ``code`` is made of initials and belongs to this speaker only; ``colour`` may be shared.
    """

    number: int
    name: str
    code: str
    colour: int
    claims: int


def page_speakers(claims: Iterable[Claim]) -> dict[Hashable, PageSpeaker]:
    """The speakers of some claims, to be asked for by :func:`looks_of`, those with most claims first."""
    listed = [pair for claim in claims for pair in zip(_keys(claim), claim.speaker_names, strict=True)]
    counted = Counter(key for key, _ in listed)
    names = dict(reversed(listed))  # of one key the first name counts
    taken = Counter({"?": 1})
    colours = cycle(range(1, COLOURS + 1))
    result: dict[Hashable, PageSpeaker] = {}
    for number, (key, count) in enumerate(counted.most_common()):
        code, colour = ("?", 0) if key is None else (_code(names[key], taken), next(colours))
        result[key] = PageSpeaker(number, names[key], code, colour, count)
    return result


def looks_of(claim: Claim, speakers: Mapping[Hashable, PageSpeaker]) -> tuple[PageSpeaker, ...]:
    """Everybody who says a claim, as :func:`page_speakers` has them; at least one, who may be unknown."""
    return tuple(speakers[key] for key in _keys(claim))


def _keys(claim: Claim) -> tuple[Hashable, ...]:
    """For each speaker of a claim what is equal for that speaker's claims; None where the speaker is not known.

    Where no ledger has linked speakers, equal names are one speaker, but those whom no article names
    ("a police spokeswoman") only within one article.
    """
    return tuple(
        one.id or (one.name, claim.article.key if one.type == "unnamed" else None) for one in claim.speakers
    ) or (None,)


def _code(name: str, taken: Counter[str]) -> str:
    """The initials of a name, with a number where they are taken; they are then taken, too."""
    code = letters = initials(name)
    while taken[code]:
        taken[letters] += 1
        code = f"{letters}{taken[letters]}"
    taken[code] += 1
    return code


def initials(name: str) -> str:
    """Up to three letters for a name: of its capitalised words, or where there are none, of the long ones."""
    found = _WORD.findall(name) if name != UNKNOWN_SPEAKER else []
    chosen = [w for w in found if w[0].isupper()] or [w for w in found if len(w) > _LETTERS] or found
    return "".join(w[0] for w in chosen[:_LETTERS]).upper()[:_LETTERS] or "•"
