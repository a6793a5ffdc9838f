"""What linking changes in the ledger, and how it is stored."""

from dataclasses import dataclass, field
from typing import Any, Final

from sqlalchemy import Connection, bindparam, delete, exists, or_, update

from claims.ledger import counting, speaker_words
from claims.ledger.databases import database_of
from claims.ledger.groups import release
from claims.ledger.mapping import chunks, execute_many
from claims.ledger.schema import (
    appearances,
    claims,
    co_speakers,
    component_keys,
    mentions,
    settings,
    speakers,
    touched_components,
)
from claims.ledger.touching import NO_COMPONENT

RULES: Final = "linked by"
"""The setting that names the rules by which the speakers are linked."""


def begin_anew(connection: Connection, rules: str) -> None:
    """Count as due, by new rules, all who are linked by others."""
    linked = speakers.c.component.is_not(None) & (speakers.c.component != NO_COMPONENT)
    connection.execute(update(speakers).where(linked).values(component=None))
    connection.execute(delete(component_keys))
    named = database_of(connection).insert(settings).values(name=RULES, value=rules)
    connection.execute(named.on_conflict_do_update(index_elements=["name"], set_={"value": rules}))


@dataclass(slots=True)
class LinkingChanges:
    """What linking changes.

    ``new_speakers``: rows to insert.
    ``speakers``, ``appearances``, ``claims``: rows to update, each with ``at``, its place.
    ``co_speakers``: those of the claims that change.
    ``retyped``: claims, by number, that stay as they are while a speaker of theirs gets another type.
    ``counts``: speakers whose claims are to be counted anew, by id.
    ``given_away``: speakers of whose appearances some change, by id, and those who get these.
    ``gone``: speakers to delete, by id.
    ``new_keys``, ``gone_keys``: keys to insert and to delete, each with its component.
    """

    new_speakers: list[dict[str, Any]] = field(default_factory=list)
    speakers: list[dict[str, Any]] = field(default_factory=list)
    appearances: list[dict[str, Any]] = field(default_factory=list)
    claims: list[dict[str, Any]] = field(default_factory=list)
    co_speakers: list[dict[str, Any]] = field(default_factory=list)
    retyped: list[int] = field(default_factory=list)
    counts: set[str] = field(default_factory=set)
    given_away: set[str] = field(default_factory=set)
    gone: set[str] = field(default_factory=set)
    new_keys: list[tuple[int, str]] = field(default_factory=list)
    gone_keys: list[tuple[int, str]] = field(default_factory=list)

    def changed_speakers(self) -> set[str]:
        """The ids of those who begin or end, or whose name, role, appearances or claims change; maybe of some more."""
        named = {row["id"] for row in self.new_speakers} | {row["at"] for row in self.speakers}
        return named | self.gone | self.counts | self.given_away

    def store(self, connection: Connection) -> None:
        """Store all, in a writing transaction; claims and mentions go with their appearances."""
        insert = database_of(connection).insert
        execute_many(connection, insert(speakers), self.new_speakers)
        for table, key, rows in (
            (speakers, speakers.c.id, self.speakers),
            (appearances, appearances.c.number, self.appearances),
            (claims, claims.c.number, self.claims),
        ):
            execute_many(connection, update(table).where(key == bindparam("at")), rows)
        numbers = [row["at"] for row in self.claims]
        release(connection, [*numbers, *self.retyped])
        if self.claims:
            for some in chunks(numbers):
                connection.execute(delete(co_speakers).where(co_speakers.c.claim_number.in_(some)))
            execute_many(connection, insert(co_speakers), self.co_speakers)
            theirs = update(mentions).where(mentions.c.claim_number == bindparam("at"))
            connection.execute(
                theirs.values(speaker_id=bindparam("whose")),
                [{"at": c["at"], "whose": c["speaker_id"]} for c in self.claims],
            )
        counting.recount(connection, self.counts)
        named = [*self.new_speakers, *self.speakers]
        speaker_words.note(connection, "name", (row["name"] for row in named))
        speaker_words.note(connection, "role", (row["role"] for row in named))
        used = exists().where(appearances.c.speaker_id == speakers.c.id)
        spoken = [exists().where(table.c.speaker_id == speakers.c.id) for table in (claims, co_speakers)]
        for ids in chunks(sorted(self.gone)):
            connection.execute(delete(speakers).where(speakers.c.id.in_(ids), ~used, ~or_(*spoken)))
        # One by one, since SQLite looks through the whole table for pairs of values in a list.
        at = (component_keys.c.key == bindparam("of_key"), component_keys.c.component == bindparam("where"))
        gone_keys = ({"of_key": key, "where": component} for key, component in self.gone_keys)
        execute_many(connection, delete(component_keys).where(*at), gone_keys)
        new_keys = ({"key": key, "component": component} for key, component in self.new_keys)
        execute_many(connection, insert(component_keys).on_conflict_do_nothing(), new_keys)
        connection.execute(delete(touched_components))
