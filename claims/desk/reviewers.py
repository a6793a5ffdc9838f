"""Reviewers: who may come to the desk under a name of their own, each by a token that is shown once."""

import hashlib
import secrets
from dataclasses import dataclass, field
from typing import Final

from claims.errors import ClaimsError
from claims.ledger import Ledger, ReviewerSummary

LONGEST_NAME: Final = 100
_TOKEN_BYTES: Final = 32


@dataclass(frozen=True, slots=True)
class NewReviewer:
    """A reviewer whose token was made just now; the ledger has no more than its hash, so that it cannot be shown again.

    Fields:
        name: as it will stand beside the verdicts.
        token: 43 characters, 256 random bits (RFC 4648, base64url).
    """

    name: str
    token: str = field(repr=False)


def reviewer_name(given: str) -> str:
    """A name as it may stand beside verdicts, white space folded.

    Raises :class:`ClaimsError` where it is empty, longer than 100 characters, or has what cannot be printed.
    """
    name = " ".join(given.split())
    if not name or len(name) > LONGEST_NAME or not name.isprintable():
        raise ClaimsError(f"give a name of at most {LONGEST_NAME} characters: it stands beside each verdict")
    return name


def add_reviewer(ledger: Ledger, name: str) -> NewReviewer:
    """Make a token for a reviewer; who has given verdicts under this name, in whatever case, is the same reviewer.

    Raises :class:`ClaimsError` where the name cannot be one, or the reviewer has a token already.
    """
    wanted = reviewer_name(name)
    token = secrets.token_urlsafe(_TOKEN_BYTES)
    with ledger.transaction():
        known = _known(ledger, wanted)
        if known and known.made:
            raise ClaimsError(
                f"{known.name} has a token already: `claims reviewers remove` takes it back, and a new one can be made"
            )
        made = NewReviewer(known.name if known else wanted, token)
        ledger.add_reviewer(made.name, _hashed(token))
    return made


def remove_reviewer(ledger: Ledger, name: str) -> str:
    """Take a reviewer's token back; verdicts and decisions stay. Gives the name as it stands beside them.

    Raises :class:`ClaimsError` where nobody of this name has a token.
    """
    with ledger.transaction():
        known = _known(ledger, " ".join(name.split()))
        if known is None or not known.made:
            raise ClaimsError(f"no reviewer '{name}' has a token: `claims reviewers` lists them")
        ledger.remove_reviewer(known.name)
    return known.name


def reviewer_with_token(ledger: Ledger, token: str) -> str | None:
    """The name of the reviewer whose token this is; None where it is nobody's.

    A token is looked up by its hash: a token has 256 random bits, so that a slow hash, which keeps passwords from being
    guessed, would add nothing, and how long the look-up takes tells nothing of the token.
    """
    return ledger.reviewer_with_hash(_hashed(token))


def _known(ledger: Ledger, name: str) -> ReviewerSummary | None:
    """The reviewer of this name, who has it in this very case if anybody has."""
    alike = [one for one in ledger.list_reviewers() if one.name.casefold() == name.casefold()]
    exact = (one for one in alike if one.name == name)
    return next((one for one in alike if one.made), None) or next(exact, None) or next(iter(alike), None)


def _hashed(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
