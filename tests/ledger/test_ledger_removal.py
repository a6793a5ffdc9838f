"""A ledger with removed articles says what one says that never had them, in whatever order they went and came back."""

import random
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims import desk
from claims.ledger import Ledger
from claims.records import Decision
from tests.ledger.trials import told
from tests.postgresql_server import DATABASES, new_place
from tests.properties import examples

ARTICLES = 8


def says(ledger: Ledger) -> list[Any]:
    """Claims with their speakers, speakers with their names and roles, groups and conflicts."""
    return [
        [(c.id, c.speaker) for c in ledger.claims()],
        [
            (s.id, s.speaker, s.claims, s.mentions, s.roles, s.doubts, [(a.name, a.ids) for a in s.aliases])
            for s in ledger.speakers()
        ],
        sorted((g.id, [(m.claim.id, m.reason, m.report) for m in g.members]) for g in ledger.groups()),
        sorted((c.first.id, c.second.id, c.differs) for c in desk.conflicts(ledger)),
        [a.key for a in ledger.list_articles()],
    ]


@pytest.mark.parametrize("database", DATABASES)
@examples(10)
@given(st.randoms(use_true_random=False), st.lists(st.booleans(), min_size=ARTICLES, max_size=ARTICLES))
def test_removed_articles_leave_no_trace_until_they_come_back(
    database: str, chance: random.Random, gone: list[bool]
) -> None:
    with TemporaryDirectory() as one, TemporaryDirectory() as another:
        keys = [told(number)[0].key for number in range(ARTICLES)]
        with Ledger.open(new_place(database, Path(one)), create=True) as ledger:
            steps: list[tuple[str, int]] = [("add", number) for number in range(ARTICLES)]
            for number, is_gone in enumerate(gone):
                at = chance.randint(steps.index(("add", number)) + 1, len(steps))
                steps.insert(at, ("remove", number))
                if not is_gone:
                    steps.insert(chance.randint(at + 1, len(steps)), ("bring back", number))
            for what, number in steps:
                if what == "add":
                    ledger.add(*told(number))
                elif what == "remove":
                    desk.remove(ledger, keys[number])
                else:
                    desk.undo(ledger, ledger.removed()[keys[number]])
                if chance.random() < 0.5:
                    desk.refresh(ledger)
            desk.refresh(ledger)
            found = says(ledger)
        with Ledger.open(new_place(database, Path(another)), create=True) as other:
            for number in range(ARTICLES):
                if not gone[number]:
                    other.add(*told(number))
            desk.refresh(other)
            assert found == says(other)


def test_a_correction_in_a_removed_article_names_nobody_elsewhere(ledger: Ledger) -> None:
    for number in range(3):
        ledger.add(*told(number))
    desk.refresh(ledger)
    article, claims = told(1)
    desk.decide(ledger, Decision("speaker", (claims[0].id,), "Ada Roake"))
    assert "Ada Roake" in [s.speaker.name for s in ledger.speakers()]
    removal = desk.remove(ledger, article.key)
    assert "Ada Roake" not in [s.speaker.name for s in ledger.speakers()]
    desk.undo(ledger, removal.number)
    assert ledger.claim(claims[0].id).speaker_name == "Ada Roake"
