"""The claims of a stored article in the place of those that an earlier extraction gave."""

import json
from collections.abc import Mapping

from sqlalchemy import Connection, delete, insert, select, update

from claims.ledger import counting, progress
from claims.ledger.adding import store_claims, withdraw_unless_latest
from claims.ledger.appearances import Found, store_appearances
from claims.ledger.groups import release
from claims.ledger.mapping import chunks
from claims.ledger.schema import articles, claims, co_speakers, decisions, mentions, successors
from claims.ledger.touching import touch_version
from claims.records import Article


def reextract(connection: Connection, article: Article, found: Found, became: Mapping[str, str]) -> None:
    """Replace the claims of a stored version; ``became`` has the new ids of claims that are called otherwise now.

    Decisions about these are about the new ones from now on.
    """
    progress.changed(connection)
    stored = select(articles.c.id).where(articles.c.key == article.key, articles.c.version == article.version)
    article_id = connection.execute(stored).scalar_one()
    rows = connection.execute(
        select(claims.c.number, claims.c.id, claims.c.content).where(claims.c.article_id == article_id)
    ).all()
    touch_version(connection, article_id)
    in_article = claims.c.article_id == article_id
    speaking = counting.speakers_of_claims(connection, in_article)
    release(connection, [row.number for row in rows])
    for some in chunks([row.number for row in rows]):
        connection.execute(delete(mentions).where(mentions.c.claim_number.in_(some)))
        connection.execute(delete(co_speakers).where(co_speakers.c.claim_number.in_(some)))
        connection.execute(delete(claims).where(claims.c.number.in_(some)))
    owners = store_appearances(connection, {article_id: found})
    if found:
        store_claims(connection, {article_id: found}, owners)
    withdraw_unless_latest(connection, article_id)
    counting.recount(connection, speaking | counting.speakers_of_claims(connection, in_article))
    gone = [
        {"id": row.id, "content": row.content, "successor": became[row.id]}
        for row in rows
        if row.id in became
    ]
    for some in chunks([row["id"] for row in gone] + [claim.id for claim, _ in found]):
        connection.execute(delete(successors).where(successors.c.id.in_(some)))
    if gone:
        connection.execute(insert(successors), gone)
        _pass_on(connection, became)


def load_successors(connection: Connection) -> dict[str, tuple[str, str]]:
    """The id that a claim has now, and the words that it had, by its former id."""
    rows = {row.id: row for row in connection.execute(select(successors))}
    found = {}
    for id_, row in rows.items():
        now, seen = row.successor, {id_}
        while now in rows and now not in seen:
            seen.add(now)
            now = rows[now].successor
        found[id_] = (now, row.content)
    return found


def _pass_on(connection: Connection, became: Mapping[str, str]) -> None:
    for row in connection.execute(select(decisions.c.number, decisions.c.about)).all():
        about = list(map(str, json.loads(row.about)))
        now = [became.get(id_, id_) for id_ in about]
        if now != about:
            its = update(decisions).where(decisions.c.number == row.number)
            connection.execute(its.values(about=json.dumps(now, ensure_ascii=False)))
