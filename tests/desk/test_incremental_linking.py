"""Linking article by article gives the ledger that linking everything at once gives, whatever was done in between."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from claims import desk
from claims.errors import ClaimsError
from claims.ledger import Ledger
from claims.linking import relink
from claims.records import (
    Article,
    Claim,
    Decision,
    Speaker,
    SpeakerType,
    Surroundings,
    listed_names,
    together,
)
from tests.ledger.ledger_samples import article, claim
from tests.properties import examples

PEOPLE = [
    "Mara Ellison", "Mara Elison", "Mara J. Ellison", "Mara Q. Ellison", "Ellison", "M. Ellison", "Ellison Mara",
    "Yusuf al-Mazrafi", "Youssef Mazrafi", "Mazrafi", "John Smith", "Jon Smith", "Smith", "Adam Smith",
    "Harrowmere Fisheries", "Tomas Quill", "Khan", "Khan", "M. Khan", "Mara Khan",
]  # fmt: skip
BODIES = [
    "Harrowmere Safety Board", "HSB", "Harrowmere Fisheries", "Harrowmere Fisheries Group", "Foreign Ministry",
    "the Foreign Ministry", "Foreign Ministry of Chile", "Ellison", "Harrowmere",
]  # fmt: skip
NOBODY = ["a spokesman", "police"]
ROLES = [
    None,
    None,
    "mayor",
    "mayor of Tarnholt",
    "mayor of Ostermere",
    "goalkeeper",
    "spokesman for the council",
]

BESIDE = st.none() | st.builds(
    Surroundings,
    also=st.sampled_from([(), (), ("HSB",), ("Mara Quill",)]),
    country=st.sampled_from(["", "chile", "peru"]),
    names=st.sampled_from([(), ("quill", "tarnholt"), ("quill", "dray"), ("ostermere",)]),
    topic=st.sampled_from([(), ("river", "wall"), ("match", "goal")]),
    person=st.integers(0, 2),
    body=st.integers(0, 2),
)


@st.composite
def one_speaker(draw: st.DrawFn) -> Speaker:
    type_: SpeakerType = draw(st.sampled_from(["person", "person", "organisation", "unnamed"]))
    name = draw(st.sampled_from({"person": PEOPLE, "organisation": BODIES, "unnamed": NOBODY}[type_]))
    return Speaker(name, type_, draw(st.sampled_from(ROLES)), beside=draw(BESIDE))


def speakers() -> st.SearchStrategy[Speaker | None]:
    """Mostly one, at times several who speak together."""
    several = st.lists(one_speaker(), min_size=2, max_size=3).map(together)
    return st.one_of(one_speaker(), one_speaker(), several)


def told(key: str, edition: str, said: list[Speaker | None]) -> tuple[Article, list[Claim]]:
    names = [speaker.name if speaker else "Somebody" for speaker in said]
    text = " ".join(f"{name} said wall {n} is safe." for n, name in enumerate(names)) + f" Edition {edition}."
    whole = article(text, key=key)
    return whole, [
        claim(whole, name, "said", f"wall {n} is safe", speaker=speaker)
        for n, (name, speaker) in enumerate(zip(names, said, strict=True))
    ]


class Desk:
    """A ledger in which things are done as hypothesis draws them."""

    def __init__(self, ledger: Ledger, draw: Callable[[st.SearchStrategy[Any]], Any]) -> None:
        self.ledger, self.draw = ledger, draw
        self.edition = 0

    def add(self) -> None:
        for _ in range(self.draw(st.integers(1, 3))):
            self.edition += 1
            key = f"{self.draw(st.integers(0, 5))}.txt"
            said = self.draw(st.lists(st.none() | speakers(), min_size=1, max_size=4))
            self.ledger.add(*told(key, str(self.edition), said))

    def reextract(self) -> None:
        if articles := self.ledger.articles(latest=False):
            chosen = self.draw(st.sampled_from(articles))
            names = [c.mention_text for c in self.ledger.claims(chosen)]
            said = [
                together(
                    Speaker(one, "person", self.draw(st.sampled_from(ROLES))) for one in listed_names(name)
                )
                if name != "Somebody"
                else None
                for name in names
            ]
            kept = [
                claim(chosen, name, "said", f"wall {n} is safe", speaker=speaker)
                for n, (name, speaker) in enumerate(zip(names, said, strict=True))
                if self.draw(st.booleans())
            ]
            self.ledger.reextract(chosen, kept, {})

    def decide(self) -> None:
        ids = [a.id for a in self.ledger.appearances()] + [s.id for s in self.ledger.speakers()]
        claims = [c.id for c in self.ledger.claims()]
        kind = self.draw(st.sampled_from(["same", "different", "rename", "role", "speaker", "speaker"]))
        if ids and kind in ("same", "different"):
            pair = tuple(self.draw(st.lists(st.sampled_from(ids), min_size=2, max_size=2)))
            if len(set(pair)) == 2:
                self.ledger.decide(Decision(kind, pair))
        elif ids and kind in ("rename", "role"):
            self.ledger.decide(Decision(kind, (self.draw(st.sampled_from(ids)),), "Nora Dray"))
        elif claims and kind == "speaker":
            names = self.draw(st.lists(st.sampled_from([*PEOPLE, *BODIES]), min_size=1, max_size=2))
            self.ledger.decide(Decision(kind, (self.draw(st.sampled_from(claims)),), "; ".join(names)))

    def remove(self) -> None:
        if keys := [a.key for a in self.ledger.articles()]:
            self.ledger.decide(Decision("remove", ("",), self.draw(st.sampled_from(keys))))

    def link_a_part(self) -> None:
        if self.ledger.progress().linking:
            with self.ledger.linking_store(at_once=self.draw(st.integers(1, 3))) as store:
                relink(store, self.ledger.decisions())

    def undo(self) -> None:
        held = [d.number for d in self.ledger.decisions()]
        if held:
            self.ledger.undo(self.draw(st.sampled_from(held)))


STEPS = ["add", "add", "add", "reextract", "decide", "decide", "remove", "undo", "link_a_part"]


def state(path: Path) -> dict[str, list[Any]]:
    """Who speaks, by everything that linking stores."""
    asked = {
        "speakers": "SELECT id, name, type, role, doubts, proposals, component FROM speakers",
        "appearances": "SELECT number, id, speaker_id, probability, reason FROM appearances",
        "claims": "SELECT number, id, speaker_id, speaker_name FROM claims",
        "together": "SELECT claim_number, place, speaker_id, appearance_number FROM co_speakers",
        "mentions": "SELECT claim_number, speaker_id FROM mentions",
        "left": "SELECT component FROM touched_components",
    }
    with closing(sqlite3.connect(path)) as connection:
        return {name: sorted(map(repr, connection.execute(sql))) for name, sql in asked.items()}


def keys(path: Path) -> set[tuple[int, str]]:
    with closing(sqlite3.connect(path)) as connection:
        return set(connection.execute("SELECT key, component FROM component_keys"))


def linked_anew(path: Path, at_once: int = 1_000) -> Path:
    """A copy of a ledger in which all is linked anew, so many appearances at once."""
    copy = path.with_name(f"{at_once}.db")
    shutil.copy(path, copy)
    with closing(sqlite3.connect(copy)) as connection:
        connection.execute("DELETE FROM settings WHERE name = 'linked by'")
        connection.execute("UPDATE progress SET linked = 0")
        connection.commit()
    with Ledger.open(copy) as ledger:
        while ledger.progress().linking:
            with ledger.linking_store(at_once) as store:
                relink(store, ledger.decisions())
    return copy


@examples(60, suppress=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.data())
def test_whatever_happens_the_speakers_are_as_if_all_had_been_linked_at_once(data: st.DataObject) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "claims.db"
        with Ledger.open(path, create=True) as ledger:
            at_work = Desk(ledger, data.draw)
            for step in data.draw(st.lists(st.sampled_from(STEPS), min_size=2, max_size=12)):
                try:
                    getattr(at_work, step)()
                except ClaimsError:
                    continue  # as an article that a decision has taken out
                if data.draw(st.booleans()):
                    desk.refresh(ledger)
            desk.refresh(ledger)
        at_once = linked_anew(path)
        assert state(path) == state(at_once)
        assert keys(at_once) <= keys(path)
        in_parts = linked_anew(path, at_once=data.draw(st.integers(1, 4)))
        assert state(path) == state(in_parts)
        assert keys(at_once) <= keys(in_parts)
