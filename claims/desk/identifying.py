"""What an id means, whatever it is of: a claim, a group, a speaker or an article."""

import re
from dataclasses import dataclass
from typing import Final

from claims.errors import ClaimsError
from claims.ledger import IdKind, Ledger, Query
from claims.records import Claim, Group

_FEWEST_DIGITS: Final = 4
_LONG: Final = re.compile(r"[0-9a-f]{8,12}")
"""So many digits of an id, as listings show them, are hardly ever a word or a number that is searched for."""
_NAMED: Final = 5


@dataclass(frozen=True, slots=True)
class Identified:
    """What has an id: its kind, the whole id, what it is called, and its claims in the latest versions.

    ``group`` is the group itself where it is one.
    """

    kind: IdKind
    id: str
    name: str
    claims: list[Claim]
    group: Group | None = None


def identify(ledger: Ledger, asked: str) -> Identified:
    """The one claim, group, speaker or article with this id or beginning of an id (4 digits or more).

    Raises :class:`ClaimsError` where nothing has such an id, or several have.
    """
    prefix = asked.strip().lower()
    if len(prefix) < _FEWEST_DIGITS:
        raise ClaimsError(f"'{asked}': give at least {_FEWEST_DIGITS} characters of the id")
    with ledger.reading():
        every = ledger.ids(prefix)
        found = [(kind, id_) for kind, id_ in every if id_ == prefix] or every
        if len(found) > 1:
            named = ", ".join(f"{kind} {id_}" for kind, id_ in found[:_NAMED])
            more = f" and {len(found) - _NAMED} more" if len(found) > _NAMED else ""
            raise ClaimsError(f"'{asked}' may be {named}{more}: give more characters")
        if not found:
            claim = ledger.claim(prefix)  # one that the latest version of its article has no more
            return Identified("claim", claim.id, claim.content_text, [claim])
        return _identified(ledger, *found[0])


def find_group(ledger: Ledger, asked: str) -> Group:
    """The one group whose id is or begins so. Raises :class:`ClaimsError` where none does, or several do."""
    prefix = asked.strip().lower()
    ids = ledger.groups_with_id(prefix) if prefix else []
    if len(ids) != 1:
        raise ClaimsError(
            f"{len(ids) or 'no'} groups have an id that begins with '{asked}': `claims groups` lists them"
        )
    (group,) = ledger.groups(ids)
    return group


def identified_words(ledger: Ledger, words: str) -> Identified | None:
    """What words that somebody searches for are the id of, if they are one (8 digits or more), else None."""
    prefix = words.strip().lower()
    found = ledger.ids(prefix) if _LONG.fullmatch(prefix) else []
    return _identified(ledger, *found[0]) if len(found) == 1 else None


def _identified(ledger: Ledger, kind: IdKind, id_: str) -> Identified:
    if kind == "claim":
        claim = ledger.claims_by_id([id_])[id_]
        return Identified(kind, id_, claim.content_text, [claim])
    if kind == "group":
        (group,) = ledger.groups([id_])
        return Identified(kind, id_, group.speaker_name, list(group.claims), group)
    if kind == "speaker":
        claims = ledger.search(Query(speaker_ids=(id_,)))
        name = next(speaker.name for speaker in claims[0].speakers if speaker.id == id_)
        return Identified(kind, id_, name, claims)
    article = ledger.articles_with_id(id_)[0]
    name = article.title or article.path or article.key
    return Identified(kind, id_, name, ledger.search(Query(article=article.key)))
