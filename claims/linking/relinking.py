"""Incremental linking: what is new is linked with what it may have to do with, as if all were linked at once.

Whether two names meet depends on the two alone (:mod:`claims.linking.name_keys`), and what becomes of a name only on
the names of its connected component (:mod:`claims.linking.linking`). So whatever is new or changed is linked anew
together with the components that have a name that meets one of its names; all others stay as they are.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from typing import Protocol

from claims.linking.constraints import corrected_id, corrections, named_speakers
from claims.linking.evidence import Evidence, evidence_by_id
from claims.linking.exact_match import identity
from claims.linking.linking import link
from claims.linking.model import rules
from claims.linking.name_keys import called, decided, neighbourhood, stored_keys, wanted_keys
from claims.records import Appearance, ClaimPlace, Decision, LinkedSpeaker


class LinkingStore(Protocol):
    """Where appearances are kept, with their speakers, the components of these, and the keys of each component."""

    def expect(self, rules: str) -> None:
        """Hold what is linked for linked only if it was by these rules."""

    def due(self, neighbourhood: Callable[[str], str]) -> Sequence[Appearance]:
        """The appearances of speakers that are not linked yet.

        Of very many a part, with the mark that some are left: those whose names' neighbourhoods come first.
        """

    def touched(self) -> Set[str]:
        """The components that have lost an appearance, or in which one has changed, or something was decided."""

    def is_new(self) -> bool:
        """Whether nothing is linked yet."""

    def of_components(self, components: Iterable[str]) -> Sequence[Appearance]:
        """The appearances of all speakers of some components."""

    def components_with(self, keys: Iterable[int]) -> Set[str]:
        """The components that have any of these keys."""

    def components_of(self, appearances: Iterable[str]) -> Set[str]:
        """The components of the speakers of some appearances, which are given by their ids."""

    def places_of(self, claim_ids: Iterable[str]) -> Mapping[str, ClaimPlace]:
        """Where these claims are, of those that the store has, by id."""

    def replace(
        self,
        linked: Sequence[LinkedSpeaker],
        corrected: Mapping[str, Sequence[str]],
        keys: Callable[[str], Iterable[int]],
    ) -> None:
        """Let these speakers take the place of all whose appearances were given.

        ``corrected``: claims whose speakers the desk decided, by id, each with the ids of appearances of the right
        ones. ``keys``: gives those of an appearance, by its id, which its component then has.
        """


def relink(store: LinkingStore, decisions: Iterable[Decision]) -> None:
    """Bring the speakers up to date: the same speakers as if :func:`~claims.linking.linking.link` had all appearances.

    The time depends on how many appearances the names have that meet a new one, not on how many there are. Where the
    store gives a part of what is due, the speakers are as if the rest was not there yet: once more, until none is left.
    """
    store.expect(rules())
    reached = _Reached(store, list(decisions))
    reached.add(store.due(neighbourhood))
    reached.load(store.touched())
    reached.close()
    named = {a.id: a for its in reached.corrected.values() for a in its}
    known = reached.evidence
    linked = link([*reached.appearances.values(), *named.values()], reached.decisions, known)

    def keys(id_: str) -> Iterable[int]:
        if id_ in named:
            return stored_keys(named[id_], known[id_]) | {decided(named[id_].name)}
        return stored_keys(reached.appearances[id_], known[id_])

    corrected = {claim: [a.id for a in its] for claim, its in reached.corrected.items()}
    store.replace(linked, corrected, keys)


class _Reached:
    """What is to be linked anew: ``appearances`` by id, and, by their claims' ids, those that the desk ``corrected``.

    ``changed``: those of them of which the names that they meet are looked for.
    ``evidence``: that of all of them, by id.
    """

    def __init__(self, store: LinkingStore, decisions: list[Decision]) -> None:
        self.store, self.decisions = store, decisions
        self.appearances: dict[str, Appearance] = {}
        self.corrected: dict[str, tuple[Appearance, ...]] = {}
        self.changed: dict[str, Appearance] = {}
        self._components: set[str] = set()
        self.evidence: dict[str, Evidence] = {}
        said = [(id_, named_speakers(d)) for d in decisions for id_ in d.about if named_speakers(d)]
        self._claims = store.places_of({id_ for id_, _ in said})
        self._said = dict(said)
        self._claim_of = {corrected_id(id_, name): id_ for id_, names in said for name in names}
        self._partners: defaultdict[str, set[str]] = defaultdict(set)
        for decision in decisions:
            if decision.kind in ("same", "different"):
                for id_ in decision.about:
                    self._partners[id_].update(decision.about)

    def add(self, appearances: Iterable[Appearance]) -> None:
        """Take up appearances that have changed."""
        found = {appearance.id: appearance for appearance in appearances}
        self._take_up(found.values())
        self.changed.update(found)

    def _take_up(self, appearances: Iterable[Appearance]) -> None:
        found = list(appearances)
        self.appearances.update((appearance.id, appearance) for appearance in found)
        self.evidence.update(evidence_by_id(found))

    def load(self, components: Iterable[str]) -> None:
        """Take up components in which something has changed."""
        self.add(self._loaded(components))

    def close(self) -> None:
        """Take up all that what has changed may have to do with."""
        asked: set[int] = set()
        known: set[str] = set()  # those of whose names all keys are asked for
        while True:
            self._correct()
            self._widen()
            wanted = {called(name) for id_ in self.corrected for name in self._said[id_]}
            if not self.store.is_new():
                for id_ in self.changed.keys() - known:
                    wanted.update(wanted_keys(self.changed[id_], self.evidence[id_]))
                known = self.appearances.keys() & self.changed.keys()
            components = self.store.components_with(wanted - asked) | self._decided_upon()
            found = self._loaded(components)
            if not found and wanted <= asked:
                return
            asked |= wanted
            self._take_up(found)

    def _loaded(self, components: Iterable[str]) -> Sequence[Appearance]:
        new = set(components) - self._components
        self._components |= new
        return self.store.of_components(new) if new else ()

    def _correct(self) -> None:
        """Take up the speakers that the desk decided on for claims in reach, with whoever said these until now."""
        while True:
            within = {
                id_: place.article
                for id_, place in self._claims.items()
                if None in place.components or not self._components.isdisjoint(place.components)
            }
            found = self._loaded(c for id_ in within for c in self._claims[id_].components if c)
            self._take_up(found)
            if not found:
                break
        met = sorted(self.appearances.values(), key=lambda a: a.number)
        self.corrected = corrections(self.decisions, within, met)
        for its in self.corrected.values():
            self.evidence.update(evidence_by_id(its))  # anew: they depend on who was met so far

    def _widen(self) -> None:
        """Count as changed all that may become one node with what has changed."""
        self.changed.update((a.id, a) for its in self.corrected.values() for a in its)
        if self.store.is_new():
            return
        alike = {identity(a, self.evidence[a.id]) for a in self.changed.values()}
        self.changed.update(
            (a.id, a) for a in self.appearances.values() if identity(a, self.evidence[a.id]) in alike
        )

    def _decided_upon(self) -> set[str]:
        """The components of those of whom the desk said that they are, or are not, somebody who has changed."""
        if not self._partners:
            return set()
        others = {
            other for id_ in self.changed for other in self._partners.get(id_, ())
        } - self.changed.keys()
        claims = {self._claim_of[id_] for id_ in others if id_ in self._claim_of}
        places = [self._claims[id_] for id_ in claims if id_ in self._claims]
        return {c for place in places for c in place.components if c} | set(self.store.components_of(others))
