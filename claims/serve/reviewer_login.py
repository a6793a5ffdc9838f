"""Reviewers at the desk: each comes with a token of their own (`claims reviewers add`), under that name only."""

from claims import desk
from claims.ledger import Ledger
from claims.serve.sessions import Session


def reviewer_session(ledger: str, token: str) -> Session | None:
    """The session of the reviewer whose token this is; None where it is nobody's."""
    with desk.open_ledger(ledger) as opened:
        name = desk.reviewer_with_token(opened, token)
    return Session(name, named_by_token=True, token=token) if name else None


def still_holds(ledger: Ledger, session: Session) -> bool:
    """Whether a session's token has not been taken back since; that of the start address holds as long as the desk."""
    return not session.token or desk.reviewer_with_token(ledger, session.token) == session.reviewer
