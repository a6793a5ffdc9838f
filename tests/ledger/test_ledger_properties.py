"""For any text at all: what is stored comes back, adding twice adds nothing, searching never fails."""

import itertools
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.ledger import Ledger, Query
from claims.records import KINDS, STANCES, TAGS, Article, Block, BlockKind, Claim, Span, Speaker, together
from claims.text.claim_ids import claim_id
from tests.ledger.ledger_samples import article, long_article
from tests.postgresql_server import DATABASES, new_place
from tests.properties import examples

storable = st.text(st.characters(exclude_categories=["Cs"]))
name = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)
maybe = st.none() | storable
number = itertools.count()

Stored = tuple[Article, list[Claim]]
"""What is stored together."""


@pytest.fixture(scope="module", params=DATABASES)
def shared(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """One ledger for all examples: making a new one for each would take most of the time."""
    with Ledger.open(new_place(request.param, tmp_path_factory.mktemp("ledger")), create=True) as ledger:
        yield ledger


@st.composite
def articles(draw: st.DrawFn) -> Article:
    text = draw(storable)
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=6)))
    kinds = st.sampled_from(get_args(BlockKind))
    return Article(
        key=f"{next(number)} {draw(storable)}",
        text=text,
        blocks=tuple(
            Block(draw(kinds), start, end) for start, end in zip(cuts[::2], cuts[1::2], strict=False)
        ),
        title=draw(maybe),
        author=draw(maybe),
        outlet=draw(maybe),
        url=draw(maybe),
        published=draw(st.none() | st.dates()),
        path=draw(maybe),
    )


@st.composite
def articles_with_claims(draw: st.DrawFn) -> Stored:
    told = draw(articles())
    at = st.integers(0, len(told.text))

    def spans(least: int) -> tuple[Span, ...]:
        pairs = draw(st.lists(st.tuples(at, at), min_size=least, max_size=3))
        return tuple(told.span(min(pair), max(pair)) for pair in pairs)

    # A prefix of its own keeps each speaker apart from other examples' in the shared ledger.
    people = draw(st.lists(name, max_size=3, unique=True))
    speakers = [
        Speaker(f"{told.key} {n}", draw(st.sampled_from(["person", "unnamed"])), draw(maybe)) for n in people
    ]
    found = [
        Claim(
            claim_id(told.key, "said", "", i),
            told,
            mention=spans(0),
            cue=spans(0),
            content=spans(1),
            speaker=together(draw(st.lists(st.sampled_from(speakers), max_size=3)) if speakers else ()),
            kind=draw(st.sampled_from(KINDS)),
            stance=draw(st.sampled_from(STANCES)),
            confidence=draw(st.floats(0, 1)),
            tag=draw(st.sampled_from(TAGS)),
        )
        for i in range(draw(st.integers(0, 4)))
    ]
    return told, found


@examples(150)
@given(articles_with_claims())
def test_what_is_stored_comes_back_and_adding_it_again_adds_nothing(
    shared: Ledger, told_found: Stored
) -> None:
    told, found = told_found
    assert not shared.holds(told)
    added = shared.add(told, found)
    assert (added.status, added.article, added.claims) == ("new", told, len(found))
    for _ in range(2):
        assert shared.holds(told)
        assert shared.versions(told.key) == [told]
        stored = shared.claims(told)
        assert sorted(stored, key=lambda c: c.id) == sorted(found, key=lambda c: c.id)
        assert [(c.start, c.end) for c in stored] == sorted((c.start, c.end) for c in found)
        assert shared.search(Query(article=told.key)) == stored
        again = shared.add(told, found)
        assert (again.status, again.article, again.claims) == ("unchanged", told, len(found))


@examples(60)
@given(articles_with_claims(), storable)
def test_another_text_becomes_the_next_version(shared: Ledger, told_found: Stored, text: str) -> None:
    told, found = told_found
    shared.add(told, found)
    other = article(text, key=told.key)
    added = shared.add(other, [])
    if text == told.text:
        assert (added.status, added.article) == ("unchanged", told)
    else:
        assert (added.status, added.article) == ("new version", replace(other, version=2))
        assert shared.versions(told.key) == [told, added.article]


@pytest.fixture(scope="module", params=DATABASES)
def flood(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    with Ledger.open(new_place(request.param, tmp_path_factory.mktemp("ledger")), create=True) as ledger:
        for i in range(3):
            ledger.add(*long_article(i))
        yield ledger


typed = st.text() | st.lists(
    st.sampled_from(
        ["river", "street", '"', "*", "AND", "OR", "NOT", "NEAR(", ")", "(", ":", "^", "-", "+", "\0"]
    )
    | st.text(max_size=3)
).map(" ".join)


@examples(500)
@given(typed)
def test_any_words_can_be_searched_for(flood: Ledger, text: str) -> None:
    found = flood.search(Query(words=text))
    assert isinstance(found, list)
    assert len({claim.id for claim in found}) == len(found) <= 60


@examples(200)
@given(typed)
def test_every_claim_is_found_by_the_words_of_its_own_content(flood: Ledger, noise: str) -> None:
    wanted = flood.claims()[7]
    symbols = "".join(c for c in noise if not c.isalnum() and c.isascii() and c.isprintable() and c != '"')
    assert wanted in flood.search(Query(words=f"{wanted.content_text} {symbols}"))
    assert wanted in flood.search(Query(words=f'"{wanted.content_text}" {symbols}'))


@examples(60)
@given(
    st.builds(
        Query,
        words=st.none() | typed,
        speaker_ids=st.none() | st.lists(st.text(), max_size=3).map(tuple),
        kind=st.none() | st.sampled_from(KINDS),
        tag=st.none() | st.sampled_from(TAGS),
        stance=st.none() | st.sampled_from(STANCES),
        outlet=st.none() | st.text() | st.sampled_from(["courier", "COURIER "]),
        since=st.none() | st.dates() | st.just(date.min),
        article=st.none() | st.text(),
        limit=st.none() | st.integers(),
    )
)
def test_any_query_gives_a_list_that_meets_it(flood: Ledger, query: Query) -> None:
    found = flood.search(query)
    assert query.limit is None or len(found) <= max(query.limit, 0)
    assert all(query.kind in (None, c.kind) and query.tag in (None, c.tag) for c in found)
    assert all(query.stance in (None, c.stance) and query.article in (None, c.article.key) for c in found)
