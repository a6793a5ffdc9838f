import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.extraction import extract
from claims.extraction.tagger import NetworkTagger
from claims.extraction.transitions import ALLOWED_START, Position, sticky_path, viterbi
from claims.extraction.words import SpanRole, pieces
from claims.reading import from_text

TRANSITIONS = NetworkTagger().transitions
PLACES = st.lists(st.sampled_from(list(Position)), min_size=1, max_size=30)


@given(PLACES, st.integers(0, 2**32 - 1))
def test_the_best_path_keeps_to_the_rules_of_its_places(places: list[Position], seed: int) -> None:
    scores = np.log(np.random.default_rng(seed).dirichlet(np.ones(7), len(places)))
    tags = viterbi(scores, TRANSITIONS[np.array(places)])
    for before, tag, place in zip([0, *tags], tags, places, strict=False):
        if tag in (2, 4, 6):
            assert before in (tag - 1, tag)
        if place == Position.OPENING:
            assert tag not in (2, 4)
    for before, tag, place in zip(tags, tags[1:], places[1:], strict=False):
        if place == Position.QUOTED:
            assert (before in (5, 6)) == (tag == 6)
    covered = [i for p in pieces(tags) for i in range(p.start, p.end)]
    assert covered == [i for i, tag in enumerate(tags) if tag]
    assert all(isinstance(p.role, SpanRole) for p in pieces(tags))


@given(st.integers(1, 200), st.integers(0, 2**32 - 1))
def test_no_path_is_better_than_the_one_found(words: int, seed: int) -> None:
    random = np.random.default_rng(seed)
    scores = np.log(random.dirichlet(np.ones(7), words))
    steps = TRANSITIONS[random.integers(0, len(Position), words)]
    best = scores[0] + ALLOWED_START
    for row, step in zip(scores[1:], steps[1:], strict=True):
        best = (best[:, None] + step).max(axis=0) + row
    tags = viterbi(scores, steps)
    found = ALLOWED_START[tags[0]] + scores[np.arange(words), tags].sum()
    assert found + steps[np.arange(1, words), tags[:-1], tags[1:]].sum() == pytest.approx(best.max())


def test_a_path_changes_only_where_that_pays() -> None:
    scores = np.log(np.array([[0.9, 0.1], [0.2, 0.8], [0.9, 0.1]]))
    assert sticky_path(scores, np.full(3, 6.0)) == [0, 0, 0]
    assert sticky_path(scores, np.zeros(3)) == [0, 1, 0]


def test_a_participle_has_the_subject_of_its_sentence() -> None:
    text = "Mayor Idra Vellmoor said that the bridge was closed, adding, “It will open in May.”"
    assert [(c.cue_text, c.speaker_name) for c in extract(from_text(text, key="x"))] == [
        ("said", "Idra Vellmoor"),
        ("adding", "Idra Vellmoor"),
    ]


def test_no_mention_goes_across_paragraphs() -> None:
    text = "“The dam was my life.” - Tove Hallgren, engineer\n\nTAMEKKANT: I have nothing to add to that."
    for claim in extract(from_text(text, key="x")):
        assert all("\n" not in span.text for span in (*claim.mention, *claim.cue))
