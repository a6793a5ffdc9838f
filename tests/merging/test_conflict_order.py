"""In whatever order articles come, a ledger shows the same conflicts: of claims that are told of one event."""

import random
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from claims import desk, merging
from claims.ledger import Ledger
from claims.records import Article, Block, Claim, Conflict, Decision, Speaker
from claims.text.claim_ids import claim_id
from tests.properties import examples

EVENTS = (
    "The Varnholm notary Jorun Askeland kept two sets of books, her clerk Mads Tveiten told detectives. "
    "Her clients came from Hestvik and Sandnessund, and one of them, Ragnvald Aas, lost the price of a house there.",
    "The Keldby broker Otmar Friis promised his neighbours a share of a vineyard in Montelupo he had not seen. "
    "They met him at the Keldby chess club, where Yrsa Lindqvist and Bodil Nym handed him their savings.",
    "It was the third case of the kind this year.",
)
SPEAKERS = ("Helga Strand", "Helga M. Strand", "Ove Brandt")
SENTENCES = (
    "that a man has been arraigned on charges of stealing about $700,000 from three clients of his office",
    "that a man has been arraigned on charges of stealing about $959,000 from three clients of his office",
    "that a man has been arraigned on charges of stealing $1.2 million from three clients of his office",
    "that the driver of the stolen lorry was 24 and had no licence",
    "that the driver of the stolen lorry was 33 and had no licence",
    "that the office will be closed before the spring",
    "that the office will not be closed before the spring",
)
Story = tuple[int, int, tuple[tuple[int, int], ...]]
"""An article's number, its event, and its claims: the numbers of their speakers and sentences."""
STORIES = st.lists(
    st.tuples(
        st.integers(0, 9),
        st.integers(0, len(EVENTS) - 1),
        st.lists(
            st.tuples(st.integers(0, len(SPEAKERS) - 1), st.integers(0, len(SENTENCES) - 1)),
            min_size=1,
            max_size=3,
            unique=True,
        ).map(tuple),
    ),
    min_size=2,
    max_size=7,
    unique_by=lambda story: story[0],
)


def article_of(number: int, event: int, said: tuple[tuple[int, int], ...]) -> tuple[Article, list[Claim]]:
    key = f"https://paper-{number}.example/story"
    paragraphs = [EVENTS[event], *(f"{SPEAKERS[who]} said {SENTENCES[what]}." for who, what in said)]
    text = "\n\n".join(paragraphs)
    article = Article(key, text, (Block("paragraph", 0, len(text)),), outlet=f"Paper {number}")
    claims: list[Claim] = []
    start = len(EVENTS[event]) + 2
    for (who, what), paragraph in zip(said, paragraphs[1:], strict=True):
        cue = start + len(SPEAKERS[who]) + 1
        claims.append(
            Claim(
                id=claim_id(key, "said", SENTENCES[what], [w for _, w in said][: len(claims)].count(what)),
                article=article,
                mention=(article.span(start, cue - 1),),
                cue=(article.span(cue, cue + 4),),
                content=(article.span(cue + 5, cue + 5 + len(SENTENCES[what])),),
                speaker=Speaker(SPEAKERS[who], "person"),
                kind="indirect",
                stance="neutral",
                confidence=0.9,
                tag="high",
            )
        )
        start += len(paragraph) + 2
    return article, claims


def shown(conflicts: list[Conflict]) -> list[tuple[str, str, str]]:
    """What a user sees of conflicts, in its order."""
    return [(c.first.id, c.second.id, c.differs) for c in conflicts]


@examples(30)
@given(
    STORIES.flatmap(lambda t: st.tuples(st.just(t), st.permutations(t))),
    st.randoms(use_true_random=False),
)
def test_the_order_makes_no_difference_to_conflicts_and_groups(
    both: tuple[list[Story], list[Story]], chance: random.Random
) -> None:
    seen = []
    renamed = chance.random() < 0.5
    for stories in both:
        with TemporaryDirectory() as folder, Ledger.open(Path(folder) / "claims.db", create=True) as ledger:
            for story in stories:
                ledger.add(*article_of(*story))
                if chance.random() < 0.7:
                    desk.refresh(ledger)
            desk.refresh(ledger)
            if renamed:
                strand = next(s for s in ledger.speakers())
                desk.decide(ledger, Decision("rename", (strand.id,), "Helga Marie Strand"))
            found = shown(desk.conflicts(ledger))
            at_once = merging.find_conflicts(ledger.claims(), merging.rulings(ledger.decisions()))
            assert found == shown(at_once)
            groups = {frozenset(c.id for c in group.claims) for group in ledger.groups()}
            seen.append((found, groups))
    assert seen[0] == seen[1]


def test_a_conflict_is_shown_though_an_article_on_another_event_came_first() -> None:
    """All say one of two sentences word for word; only the later two are about one event."""
    stories = (
        (0, 0, ((0, 0),)),
        (1, 1, ((0, 1),)),
        (2, 1, ((0, 0),)),
    )
    with TemporaryDirectory() as folder, Ledger.open(Path(folder) / "claims.db", create=True) as ledger:
        for story in stories[:2]:
            ledger.add(*article_of(*story))
        desk.refresh(ledger)
        assert desk.conflicts(ledger) == []
        ledger.add(*article_of(*stories[2]))
        desk.refresh(ledger)
        (conflict,) = desk.conflicts(ledger)
        assert {c.article.outlet for c in (conflict.first, conflict.second)} == {"Paper 1", "Paper 2"}
