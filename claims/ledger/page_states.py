"""What servers said of the pages that stored articles came from, so that a second look can ask whether they changed."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select

from claims.ledger.mapping import load_articles, read
from claims.ledger.schema import articles, is_latest, page_states
from claims.records import Article, PageState


def load_state(connection: Connection, address: str) -> tuple[PageState, Article] | None:
    """What is known of the page at an address, with the latest version of its article.

    None where the ledger does not have the article, or the desk has removed it.
    """
    row = connection.execute(select(page_states).where(page_states.c.address == address)).first()
    if row is None:
        return None
    its = select(articles).where(articles.c.key == row.key, is_latest)
    found = load_articles(connection, its)
    return (read(_state, row), found[0]) if found else None


def note(connection: Connection, state: PageState, key: str) -> None:
    """Keep what a server said of the page that the article with this key came from."""
    connection.execute(delete(page_states).where(page_states.c.address == state.address))
    fresh = None if state.fresh_until is None else state.fresh_until.isoformat(timespec="seconds")
    connection.execute(
        insert(page_states).values(
            address=state.address,
            reached=state.reached,
            etag=state.etag,
            last_modified=state.last_modified,
            fresh_until=fresh,
            key=key,
        )
    )


def _state(row: Row[Any]) -> PageState:
    fresh = None if row.fresh_until is None else datetime.fromisoformat(row.fresh_until)
    return PageState(row.address, row.reached, row.etag, row.last_modified, fresh)
