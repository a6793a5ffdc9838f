"""The mark of speakers that are to be linked anew, made in the transaction that changes what linking depends on."""

import json
from collections.abc import Iterable
from typing import Final

from sqlalchemy import Connection, insert, select, update

from claims.ledger.mapping import chunks, select_ids
from claims.ledger.schema import appearances, articles, decisions, speakers, touched_components
from claims.ledger.speaking import said
from claims.records import Decision

NO_COMPONENT: Final = ""
"""The component of those who are not linked, because their articles are removed."""


def touch_version(connection: Connection, article_id: int) -> None:
    """Mark the speakers of an article version, and those that its claims have."""
    whose = [
        select(table.c.speaker_id).where(table.c.article_id == article_id) for table in (appearances, said)
    ]
    touch_speakers(connection, {id_ for asked in whose for id_ in connection.execute(asked).scalars() if id_})


def touch_decided(connection: Connection, decision: Decision) -> None:
    """Mark all whom a decision, made or undone, has an effect on."""
    if decision.kind in ("same", "different", "rename", "role"):
        whose = select(appearances.c.id, appearances.c.speaker_id).where(appearances.c.id.in_(decision.about))
        found = {row.id: row.speaker_id for row in connection.execute(whose)}
        known = {row.id for row in select_ids(connection, speakers, decision.about)}
        touch_speakers(connection, {*found.values(), *known})
        if not set(decision.about) <= found.keys() | known:  # somebody whom the desk itself named
            of_claims = select(decisions.c.about).where(decisions.c.kind == "speaker")
            about = connection.execute(of_claims).scalars()
            _touch_claims(connection, {str(id_) for listed in about for id_ in json.loads(listed)})
    elif decision.kind == "speaker":
        _touch_claims(connection, decision.about)
    elif decision.kind == "remove" and decision.value:
        versions = select(articles.c.id).where(articles.c.key == decision.value)
        for article_id in connection.execute(versions).scalars().all():
            touch_version(connection, article_id)


def touch_speakers(connection: Connection, ids: Iterable[str]) -> set[str]:
    """Mark speakers, with all that they may have to do with; gives the ids of those that the ledger has."""
    known = list(select_ids(connection, speakers, ids))
    for some in chunks([row.id for row in known if row.component == NO_COMPONENT]):
        connection.execute(update(speakers).where(speakers.c.id.in_(some)).values(component=None))
    components = {row.component for row in known if row.component}
    for some in chunks(sorted(components)):
        held = select(touched_components.c.component).where(touched_components.c.component.in_(some))
        new = set(some).difference(connection.execute(held).scalars())
        if new:
            connection.execute(insert(touched_components), [{"component": one} for one in sorted(new)])
    return {row.id for row in known}


def _touch_claims(connection: Connection, ids: Iterable[str]) -> None:
    """Mark the speakers that some claims have, and those that their articles have for them."""
    rows = select(said.c.speaker_id, appearances.c.speaker_id.label("own")).outerjoin(
        appearances, appearances.c.number == said.c.appearance_number
    )
    for some in chunks(sorted(set(ids))):
        found = connection.execute(rows.where(said.c.id.in_(some))).all()
        touch_speakers(connection, {id_ for row in found for id_ in (row.speaker_id, row.own) if id_})
