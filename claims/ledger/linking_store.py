"""The state of incremental linking in the ledger: speakers, their components, and the keys of each component."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from contextlib import AbstractContextManager, contextmanager
from typing import Any, Final, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    func,
    select,
    true,
)

from claims.ledger import progress
from claims.ledger.appearances import FIRST, appearance_rows, appearances_of, speaker_row, speakers_of
from claims.ledger.linking_changes import RULES, LinkingChanges, begin_anew
from claims.ledger.mapping import (
    IDS_A_QUERY,
    chunks,
    co_speaker_rows,
    read,
    select_ids,
    speaker_of,
    spoken_by,
)
from claims.ledger.schema import (
    appearances,
    articles,
    claims,
    co_speakers,
    component_keys,
    is_removed,
    settings,
    speakers,
    touched_components,
)
from claims.ledger.speaking import said
from claims.ledger.touching import NO_COMPONENT
from claims.records import Appearance, ClaimPlace, Link, LinkedSpeaker

LINKED_AT_ONCE: Final = 200_000
"""So many appearances that are due, about, are linked at once (in 2 GB), so that a million fit into memory."""


class _Linked(NamedTuple):
    """A row of ``appearances`` without what stands beside the name.

    ``article_id``, ``number``: in this order appearances were met.
    ``id``, ``speaker_id``, ``name``, ``type``, ``role``, ``probability``, ``reason``: as in the table.
    ``removed``: whether its article is.
    """

    article_id: int
    number: int
    id: str
    speaker_id: str
    name: str
    type: str
    role: str | None
    probability: float
    reason: str
    removed: bool


_Links = Mapping[str, tuple[LinkedSpeaker, Link]]
"""The speaker of each appearance, by its id, and how it is linked to that speaker."""


class SqlLinkingStore:
    """A :class:`claims.linking.relinking.LinkingStore` over the articles that are not removed.

    It reads in short transactions, and stores what was found in the end (:meth:`store`). Each of them raises
    :class:`claims.ledger.progress.ChangedMeanwhileError` where the ledger is no longer at the ``revision``.
    """

    def __init__(
        self, reading: Callable[[], AbstractContextManager[Connection]], revision: int, at_once: int
    ) -> None:
        self._open, self._revision, self._at_once = reading, revision, at_once
        self._left = False
        self._old: dict[str, str | None] = {}
        self._rows: list[_Linked] = []
        self._touched: Set[str | None] = {None}
        self._named: set[str] = set()
        self._found = LinkingChanges()
        self._rules = ""
        self._anew = False
        self._new: bool | None = None

    def expect(self, rules: str) -> None:
        """Hold what is linked for linked only if it was by these rules."""
        with self._reading() as connection:
            held = connection.execute(select(settings.c.value).where(settings.c.name == RULES)).scalar()
        self._rules, self._anew = rules, held != rules

    def due(self, neighbourhood: Callable[[str], str]) -> list[Appearance]:
        """The appearances of speakers that are not linked yet; of too many, those whose neighbourhoods come first."""
        due: ColumnElement[bool] = speakers.c.component.is_(None)
        if self._anew:
            due |= speakers.c.component != NO_COMPONENT
        theirs = appearances.c.speaker_id == speakers.c.id
        times = select(speakers.c.id, speakers.c.name, func.count().label("times")).join(appearances, theirs)
        with self._reading() as connection:
            rows = connection.execute(times.where(due).group_by(speakers.c.id)).all()
        self._left = sum(row.times for row in rows) > self._at_once
        if not self._left:
            return self._load(due)
        by_name: defaultdict[str, list[Row[Any]]] = defaultdict(list)
        for row in rows:
            by_name[row.name].append(row)
        ids: list[str] = []
        so_far = 0
        for name in sorted(by_name, key=neighbourhood):
            if so_far >= self._at_once:
                break
            ids += (row.id for row in by_name[name])
            so_far += sum(row.times for row in by_name[name])
        return [one for some in chunks(ids) for one in self._load(speakers.c.id.in_(some))]

    def touched(self) -> set[str]:
        """The components in which something has changed since the last linking."""
        if self._anew:
            return set()
        with self._reading() as connection:
            found = set(connection.execute(select(touched_components.c.component)).scalars())
        self._touched = {None, *found}
        return found

    def is_new(self) -> bool:
        """Whether nothing is linked yet."""
        if self._anew:
            return True
        if self._new is None:
            with self._reading() as connection:
                linked = select(speakers.c.id).where(speakers.c.component != NO_COMPONENT).limit(1)
                self._new = connection.execute(linked).first() is None
        return self._new

    def of_components(self, components: Iterable[str]) -> list[Appearance]:
        """The appearances of all speakers of some components."""
        wanted = chunks(sorted(components))
        return [found for some in wanted for found in self._load(speakers.c.component.in_(some))]

    def components_with(self, keys: Iterable[int]) -> set[str]:
        """The components that have any of these keys."""
        found: set[str] = set()
        with self._reading() as connection:
            for some in chunks(sorted(keys)):
                having = select(component_keys.c.component).where(component_keys.c.key.in_(some))
                found.update(connection.execute(having.distinct()).scalars())
        return found

    def components_of(self, ids: Iterable[str]) -> set[str]:
        """The components of some speakers, or of those of some appearances, which are given by their ids."""
        found: set[str] = set()
        with self._reading() as connection:
            for some in chunks(sorted(ids)):
                whose = select(appearances.c.speaker_id).where(appearances.c.id.in_(some))
                its = speakers.c.id.in_(some) | speakers.c.id.in_(whose)
                found.update(
                    filter(None, connection.execute(select(speakers.c.component).where(its)).scalars())
                )
        return found

    def places_of(self, claim_ids: Iterable[str]) -> dict[str, ClaimPlace]:
        """Where these claims are, of those that are in articles which are not removed, by id.

        The components are those of the speakers that they have and of those that their articles give.
        """
        keys: dict[str, str] = {}
        components: defaultdict[str, set[str | None]] = defaultdict(set)
        own = speakers.alias("own")
        rows = (
            select(
                said.c.id, said.c.place, articles.c.key, speakers.c.id.label("speaker"), speakers.c.component
            )
            .add_columns(own.c.id.label("own"), own.c.component.label("own_component"))
            .join(articles, articles.c.id == said.c.article_id)
            .outerjoin(speakers, speakers.c.id == said.c.speaker_id)
            .outerjoin(appearances, appearances.c.number == said.c.appearance_number)
            .outerjoin(own, own.c.id == appearances.c.speaker_id)
            .where(~is_removed)
        )
        with self._reading() as connection:
            for some in chunks(sorted(claim_ids)):
                for row in connection.execute(rows.where(said.c.id.in_(some))):
                    keys[row.id] = row.key
                    its = {row.component} if row.speaker or not row.place else set()
                    its |= {row.own_component} if row.own else set()
                    components[row.id] |= {None} if self._anew else its
        return {id_: ClaimPlace(key, frozenset(components[id_])) for id_, key in keys.items()}

    def replace(
        self,
        linked: Sequence[LinkedSpeaker],
        corrected: Mapping[str, Sequence[str]],
        keys: Callable[[str], Iterable[int]],
    ) -> None:
        """Let these speakers take the place of all whose appearances were given.

        ``corrected``: claims whose speakers the desk decided, by id, with the ids of their appearances among the links.
        ``keys``: gives those of an appearance, by its id. Whoever speaks in a removed article only is as that article
        has it.
        """
        rows = sorted(self._rows)  # first met first
        with self._reading() as connection:
            known_links = {link.appearance for speaker in linked for link in speaker.links}
            linked = [*linked, *_of_removed_articles(rows, known_links)]
            self._compare_speakers(connection, linked)
            links = {link.appearance: (speaker, link) for speaker in linked for link in speaker.links}
            self._compare_links(rows, links)
            self._compare_claims(connection, rows, links, corrected)
            self._compare_keys(connection, rows, links, keys)

    def changed_speakers(self) -> set[str]:
        """The ids of those who begin or end, or whose name, role, appearances or claims change; maybe of some more."""
        return self._found.changed_speakers()

    def store(self, connection: Connection) -> None:
        """Store what was found, in a writing transaction."""
        progress.check(connection, self._revision)
        if self._anew:
            begin_anew(connection, self._rules)
        self._found.store(connection)
        progress.linked(connection, wholly=not self._left)

    def _load(self, condition: ColumnElement[bool]) -> list[Appearance]:
        with self._reading() as connection:
            rows = connection.execute(select(speakers.c.id, speakers.c.component).where(condition))
            self._old.update((row.id, row.component) for row in rows)
            found = appearance_rows(connection, condition)
            self._rows += (_Linked(*(getattr(row, name) for name in _Linked._fields)) for row in found)
            return appearances_of(connection, found)

    def _compare_speakers(self, connection: Connection, linked: Iterable[LinkedSpeaker]) -> None:
        new = {
            one.id: speaker_row(one.id, one.speaker, one.doubts, one.proposals, one.component)
            for one in linked
        }
        known = {row.id: row for row in select_ids(connection, speakers, new)}
        for id_, row in new.items():
            old = known.get(id_)
            if old is None:
                self._found.new_speakers.append(row)
            elif self._anew or any(getattr(old, name) != value for name, value in row.items()):
                self._found.speakers.append({"at": id_} | {k: v for k, v in row.items() if k != "id"})
            if old is None or (old.name, old.type) != (row["name"], row["type"]):
                self._named.add(id_)
        self._found.gone = self._old.keys() - new.keys()

    def _compare_links(self, rows: Iterable[_Linked], links: _Links) -> None:
        for row in rows:
            speaker, link = links[row.id]
            new = {"speaker_id": speaker.id, "probability": link.probability, "reason": link.reason}
            if any(getattr(row, name) != value for name, value in new.items()):
                self._found.appearances.append({"at": row.number} | new)
                self._found.given_away |= {row.speaker_id, speaker.id}

    def _compare_claims(
        self,
        connection: Connection,
        rows: Iterable[_Linked],
        links: _Links,
        corrected: Mapping[str, Sequence[str]],
    ) -> None:
        """The claims that get other speakers: those of their appearances, or those that the desk decided.

        Looked at are those of whoever is new, gone, of another name or type, or in whose component something changed.
        """
        appearing = {row.number: links[row.id][0] for row in rows}
        changed = {id_ for id_, component in self._old.items() if self._is_changed(component)}
        changed |= self._found.gone | self._named
        given = [r.number for r in rows if r.speaker_id in changed or r.speaker_id != appearing[r.number].id]
        found = _claims_of(connection, changed, given, corrected)
        numbers = {row.appearance_number for its in found for row in its if row.appearance_number is not None}
        others = speakers_of(connection, numbers - appearing.keys())  # who stay who they are
        whose = others | {number: (one.id, one.speaker.name) for number, one in appearing.items()}
        for first, *co in found:
            own = [r.appearance_number for r in (first, *co) if r.appearance_number is not None]
            if first.id in corrected:
                decided = (links[appearance][0] for appearance in corrected[first.id])
                new = tuple(dict.fromkeys((one.id, one.speaker.name) for one in decided))
            elif own and appearing.keys().isdisjoint(own):
                continue  # it stays with speakers who are not linked anew
            else:
                new = tuple(dict.fromkeys(whose[number] for number in own))
            columns, their_rows = spoken_by(new), co_speaker_rows(first.number, own, new)
            stored = {name: getattr(first, name) for name in columns}, [dict(row._mapping) for row in co]
            if stored != (columns, their_rows):
                self._found.claims.append({"at": first.number} | columns)
                self._found.co_speakers += their_rows
                before = (row.speaker_id for row in (first, *co) if row.speaker_id)
                self._found.counts.update(before, (id_ for id_, _ in new))
            elif not self._named.isdisjoint(id_ for id_, _ in new):
                self._found.retyped.append(first.number)

    def _compare_keys(
        self,
        connection: Connection,
        rows: Iterable[_Linked],
        links: _Links,
        keys: Callable[[str], Iterable[int]],
    ) -> None:
        """The keys that components get and lose: those of appearances that are new, or come from another component."""
        before = {row.id: self._old[row.speaker_id] for row in rows}
        wanted = {
            (key, speaker.component)
            for id_, (speaker, _) in links.items()
            if speaker.component != NO_COMPONENT
            and (self._is_changed(was := before.get(id_)) or was != speaker.component)
            for key in keys(id_)
        }
        kept = {speaker.component for speaker, _ in links.values()}
        gone = {c for c in self._old.values() if c} - kept
        # Which there are is found out here, before the lock is taken: a component has most of its keys already, and of
        # a thousand components that become one, each has few of them.
        theirs = {component for _, component in wanted} | gone
        few = component_keys.c.component.in_(sorted(theirs)) if len(theirs) <= IDS_A_QUERY else true()
        held: set[tuple[int, str]] = set()
        for some in chunks(sorted({key for key, _ in wanted})) if not self.is_new() else ():
            asked = select(component_keys.c.key, component_keys.c.component).where(
                component_keys.c.key.in_(some), few
            )
            held.update((row.key, row.component) for row in connection.execute(asked))
        self._found.new_keys = sorted(wanted - held)
        self._found.gone_keys += sorted(pair for pair in held if pair[1] in gone)

    def _is_changed(self, component: str | None) -> bool:
        """Whether something in a component has changed since it was linked, or nothing in it is linked yet."""
        return self._anew or component in self._touched

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with self._open() as connection:
            progress.check(connection, self._revision)
            yield connection


def _of_removed_articles(rows: Iterable[_Linked], linked: Set[str]) -> list[LinkedSpeaker]:
    """The appearances in removed articles that are not linked, each as a speaker of its own."""
    latest = {row.id: row for row in rows if row.removed and row.id not in linked}
    return [
        LinkedSpeaker(id_, read(speaker_of, row), (Link(id_, row.name, 1.0, FIRST),), component=NO_COMPONENT)
        for id_, row in latest.items()
    ]


def _claims_of(
    connection: Connection, speaking: Iterable[str], appearing: Iterable[int], ids: Iterable[str]
) -> list[list[Row[Any]]]:
    """The claims of some speakers, those of some appearances, and those with some ids; each with its co-speakers."""
    columns = (
        claims.c.number,
        claims.c.id,
        claims.c.speaker_id,
        claims.c.speaker_name,
        claims.c.appearance_number,
    )
    by_speaker: tuple[tuple[str, list[Any]], ...] = (
        ("speaker_id", list(speaking)),
        ("appearance_number", list(appearing)),
    )
    together: set[int] = set()
    for name, values in by_speaker:
        for some in chunks(values):
            theirs = select(co_speakers.c.claim_number).where(co_speakers.c[name].in_(some))
            together.update(connection.execute(theirs).scalars())
    found: dict[int, list[Row[Any]]] = {}
    for name, values in (*by_speaker, ("id", list(ids)), ("number", sorted(together))):
        for some in chunks(values):
            rows: Iterable[Row[Any]] = connection.execute(select(*columns).where(claims.c[name].in_(some)))
            found.update((row.number, [row]) for row in rows)
    for some in chunks(sorted(found)):
        co = select(co_speakers).where(co_speakers.c.claim_number.in_(some)).order_by(co_speakers.c.place)
        for row in connection.execute(co):
            found[row.claim_number].append(row)
    return [found[number] for number in sorted(found)]
