"""In whatever order articles, versions and decisions come, a ledger ends with the same groups."""

import random
from itertools import count, permutations, product
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims import desk, merging
from claims.ledger import Ledger
from claims.merging import incremental
from claims.records import Article, Block, Claim, Decision, Group, Speaker
from claims.text.claim_ids import claim_id
from tests.merging.merging_samples import claim
from tests.properties import examples

SPEAKERS = ["Mara Ellison", "Ellison", "Tomas Quill", None, "Harrow Trust"]
SENTENCES = [
    "the water came over the old wall in less than ten minutes and nobody had told us to leave our homes",
    "nobody had told us to leave our homes",
    "the water came over the old wall in less than ten minutes",
    "14 people were killed when the old wall broke in the night",
    "41 people were killed when the old wall broke in the night",
    "the old wall will not be rebuilt before next winter",
    "the old wall will be rebuilt before next winter",
    "the council must rebuild the wall before winter comes",
    "the old wall will be rebuilt by Gravesend council before 14 March",
]
BESIDE = "Nobody who was asked in the village knew what would become of the river. " * 6
"""What some articles have beside their claims, so that they tell what they do not mention."""
Story = tuple[int, tuple[tuple[int, int], ...]]
"""An article's number, and its claims: the numbers of their speakers and sentences."""

STORIES = st.tuples(
    st.integers(0, 5),
    st.lists(st.tuples(st.integers(0, 4), st.integers(0, 8)), min_size=1, max_size=3, unique=True).map(tuple),
)


def article_of(number: int, said: tuple[tuple[int, int], ...]) -> tuple[Article, list[Claim]]:
    key = f"https://paper-{number}.example/story"
    lines = [f"{SPEAKERS[who] or 'he'} said {SENTENCES[what]}." for who, what in said]
    text = "\n\n".join(lines)
    starts = [sum(len(line) + 2 for line in lines[:k]) for k in range(len(lines))]
    text += ("", f"\n\n{BESIDE}", f"\n\n{BESIDE}Gravesend was spared.")[number % 3]
    article = Article(
        key,
        text,
        tuple(Block("paragraph", s, s + len(line)) for s, line in zip(starts, lines, strict=True)),
        outlet=f"Paper {number}",
    )
    claims, occurrence = [], {what: count() for _, what in said}
    for (who, what), start in zip(said, starts, strict=True):
        cue = start + len(SPEAKERS[who] or "he") + 1
        speaker = SPEAKERS[who]
        claims.append(
            Claim(
                id=claim_id(key, "said", SENTENCES[what], next(occurrence[what])),
                article=article,
                mention=(article.span(start, cue - 1),),
                cue=(article.span(cue, cue + 4),),
                content=(article.span(cue + 5, cue + 5 + len(SENTENCES[what])),),
                speaker=Speaker(speaker, "organisation" if (who, number % 2) == (4, 1) else "person")
                if speaker
                else None,
                kind="indirect",
                stance="neutral",
                confidence=0.9,
                tag="high",
            )
        )
    return article, claims


def shown(groups: list[Group]) -> set[tuple[object, ...]]:
    """All that a user sees of groups."""
    return {
        (g.id, tuple((m.claim.id, m.claim.article.version, m.reason, m.report) for m in g.members))
        for g in groups
    }


def whole(ledger: Ledger) -> list[Group]:
    return merging.merge(ledger.claims(), merging.rulings(ledger.decisions()))


def decide_something(ledger: Ledger, chance: random.Random) -> None:
    """Join, split, or undo, as a desk might at this moment."""
    claims, groups, holding = ledger.claims(), ledger.groups(), ledger.decisions()
    what = chance.choice(["join", "split", "undo"])
    if what == "undo" and holding:
        decision = ledger.undo(chance.choice(holding).number)
    elif what == "split" and groups:
        apart, *others = chance.sample(ids := [c.id for c in chance.choice(groups).claims], len(ids))
        decision = ledger.decide(Decision("split", (apart, *others)))
    elif what == "join" and len(claims) > 1:
        one, other = chance.sample(claims, 2)
        decision = ledger.decide(Decision("join", (one.id, other.id)))
    else:
        return
    ledger.release(decision.about)


@examples(40)
@given(
    st.lists(STORIES, min_size=2, max_size=9), st.randoms(use_true_random=False), st.sampled_from([1, 1_000])
)
def test_one_by_one_with_versions_and_decisions_gives_what_one_merging_of_all_gives(
    stories: list[Story], chance: random.Random, at_once: int
) -> None:
    with (
        TemporaryDirectory() as folder,
        Ledger.open(Path(folder) / "claims.db", create=True) as ledger,
        pytest.MonkeyPatch.context() as patch,
    ):
        patch.setattr(incremental, "AT_ONCE", at_once)
        for story in stories:
            ledger.add(*article_of(*story))
            if chance.random() < 0.6:
                desk.refresh(ledger)
            if chance.random() < 0.4:
                decide_something(ledger, chance)
        desk.refresh(ledger)
        assert shown(ledger.groups()) == shown(whole(ledger))


@examples(20)
@given(
    st.lists(STORIES, min_size=2, max_size=6, unique_by=lambda t: t[0]).flatmap(
        lambda t: st.tuples(st.just(t), st.permutations(t))
    )
)
def test_the_order_of_articles_makes_no_difference(both: tuple[list[Story], list[Story]]) -> None:
    seen = []
    for stories in both:
        with TemporaryDirectory() as folder, Ledger.open(Path(folder) / "claims.db", create=True) as ledger:
            for story in stories:
                ledger.add(*article_of(*story))
                desk.refresh(ledger)
            seen.append(shown(ledger.groups()))
    assert seen[0] == seen[1]


def test_what_comes_later_finds_both_of_two_joined_claims() -> None:
    with TemporaryDirectory() as folder, Ledger.open(Path(folder) / "claims.db", create=True) as ledger:
        for story in ((0, ((0, 1),)), (1, ((2, 7),))):
            ledger.add(*article_of(*story))
        desk.refresh(ledger)
        decision = ledger.decide(Decision("join", tuple(c.id for c in ledger.claims())))
        ledger.release(decision.about)
        desk.refresh(ledger)
        ledger.add(*article_of(2, ((2, 7),)))
        desk.refresh(ledger)
        (group,) = ledger.groups()
        assert len(group.members) == 3
        assert shown(ledger.groups()) == shown(whole(ledger))


def test_equal_words_are_compared_in_the_same_article_whichever_came_first() -> None:
    stories = [(0, ((0, 5),)), (1, ((0, 5),)), (4, ((0, 8),))]
    told_anew = {number: article_of(number, ((2, 0),))[0] for number in (0, 1)}
    for order, later in product(permutations(stories), told_anew.values()):
        with TemporaryDirectory() as folder, Ledger.open(Path(folder) / "claims.db", create=True) as ledger:
            for story in order:
                ledger.add(*article_of(*story))
                desk.refresh(ledger)
            assert shown(ledger.groups()) == shown(whole(ledger))
            ledger.add(later, [])
            desk.refresh(ledger)
            assert shown(ledger.groups()) == shown(whole(ledger))


def test_who_turns_out_to_be_no_person_is_none_in_what_was_compared_before() -> None:
    """The same words of two persons are a conflict; those of a trust may be words of somebody in it."""
    quotation = f"“{SENTENCES[0]}”"
    said = [claim(quotation, speaker="Tomas Quill"), claim(quotation, speaker="Harrow Trust")]
    more = [claim(SENTENCES[k], speaker="Harrow Trust", type_="organisation") for k in (5, 7)]
    with TemporaryDirectory() as folder, Ledger.open(Path(folder) / "claims.db", create=True) as ledger:
        for one in said:
            ledger.add(one.article, [one])
        desk.refresh(ledger)
        assert desk.conflicts(ledger)
        for one in more:
            ledger.add(one.article, [one])
        desk.refresh(ledger)
        assert not desk.conflicts(ledger)
