import random
from dataclasses import replace
from datetime import date
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from claims.merging import compare, merge
from claims.merging.pairs import ties_among
from claims.records import Claim, Group, Speaker
from tests.merging.merging_samples import claim

FLOOD = (
    "“The water came over the old wall in less than ten minutes, and nobody had told us to leave our homes,”"
)
TRIMMED = "“nobody had told us to leave our homes,”"
KILLED = "that 14 people were killed when the old wall broke"


def contents(group: Group) -> list[str]:
    return [c.content_text for c in group.claims]


def test_a_trimmed_quotation_joins_and_another_figure_does_not() -> None:
    whole, part = claim(FLOOD), claim(TRIMMED)
    killed, others = claim(KILLED), claim(KILLED.replace("14", "41"))
    (group,) = merge([others, part, killed, whole])
    assert contents(group) == [FLOOD, TRIMMED]
    assert [m.reason for m in group.members] == ["the fullest wording", "trimmed from the fuller quotation"]


def test_only_what_several_articles_say_is_a_group() -> None:
    same_article = [claim(FLOOD, key="https://one.example/a"), claim(TRIMMED, key="https://one.example/a")]
    assert merge(same_article) == []
    (group,) = merge([*same_article, claim(FLOOD, key="https://two.example/b")])
    assert len(group.members) == 3
    assert merge([]) == []


def test_wire_copies_all_join() -> None:
    copies = [claim(FLOOD, key=f"https://paper{n}.example/wire") for n in range(30)]
    (group,) = merge(copies)
    assert set(group.claims) == set(copies)
    assert {m.reason for m in group.members[1:]} == {"the same words"}


def test_a_chain_of_near_likes_does_not_weld_its_ends() -> None:
    ruins = "granary mill quarry harbour ferry bridge chapel orchard vineyard bakery smithy stables"
    words = ruins.split()
    chain = [claim("the fire destroyed the " + " ".join(words[k : k + 6])) for k in range(0, 7)]
    assert compare(chain[0], chain[1]).relation == "same"
    assert compare(chain[0], chain[-1]).relation == "different"
    groups = merge(chain)
    assert groups
    for group in groups:
        assert all(compare(a, b).relation == "same" for a, b in combinations(group.claims, 2))


def test_pieces_of_one_quotation_need_not_be_alike() -> None:
    start, end = "“The water came over the old wall in less than ten minutes”", TRIMMED
    assert compare(claim(start), claim(end)).relation == "different"
    assert not merge([claim(start), claim(end)])
    (group,) = merge([claim(start), claim(FLOOD), claim(end)])
    assert contents(group)[0] == FLOOD
    assert len(group.members) == 3


def test_the_id_stays_when_a_later_article_joins() -> None:
    first = [claim(FLOOD, published=date(2031, 5, 1)), claim(TRIMMED, published=date(2031, 5, 2))]
    (before,) = merge(first)
    (after,) = merge([*first, claim(FLOOD.upper(), published=date(2031, 5, 3)), claim(FLOOD)])
    assert after.id == before.id
    assert len(after.members) == 4


def test_most_reported_groups_come_first() -> None:
    groups = merge([claim(KILLED), claim(KILLED), claim(FLOOD), claim(FLOOD), claim(TRIMMED)])
    assert [len(g.members) for g in groups] == [3, 2]


SUBJECTS = ["the old wall", "the new dam", "the ferry", "the granary by the mill"]
ENDS = [
    "burned down in the night",
    "was burned down that night",
    "will be rebuilt before winter",
    "will not be rebuilt before winter",
    "cost 14 million crowns",
    "cost 41 million crowns",
    "killed about 20 sheep",
    "killed 19 sheep",
]
PARTS = st.builds("{} {}".format, st.sampled_from(SUBJECTS), st.sampled_from(ENDS))


@st.composite
def statements(draw: st.DrawFn) -> Claim:
    words = " and ".join(draw(st.lists(PARTS, min_size=1, max_size=3)))
    speaker = draw(st.sampled_from(["Mara Ellison", "Ellison", "Tomas Quill", None]))
    return claim(
        f"“{words}”" if draw(st.booleans()) else words,
        speaker=speaker,
        mention=speaker or "he",
        key=f"https://paper-{draw(st.integers(1, 5))}.example/story",
    )


STATEMENTS = st.lists(statements(), max_size=14)


@given(STATEMENTS.flatmap(lambda s: st.tuples(st.just(s), st.permutations(s))))
def test_the_order_of_the_claims_makes_no_difference(both: tuple[list[Claim], list[Claim]]) -> None:
    given_order, another = both
    assert merge(given_order) == merge(another)


@given(STATEMENTS)
def test_every_group_keeps_its_conditions(claims: list[Claim]) -> None:
    groups = merge(claims)
    seen = [c for group in groups for c in group.claims]
    assert len(seen) == len(set(seen))
    for group in groups:
        first, others = group.claims[0], group.claims[1:]
        assert len({c.article.key for c in group.claims}) > 1
        assert all(compare(first, c).relation == "same" for c in others)
        assert all(compare(a, b).relation != "conflict" for a, b in combinations(group.claims, 2))
        assert all(len(m.claim.content_text) > 0 and m.reason for m in group.members)


def test_nearly_all_that_are_the_same_are_found_without_comparing_all() -> None:
    chance = random.Random(11)
    said = [
        " and ".join(f"{chance.choice(SUBJECTS)} {chance.choice(ENDS)}" for _ in range(chance.randint(1, 3)))
        for _ in range(250)
    ]
    claims = [
        claim(words, speaker=chance.choice(["Mara Ellison", "Ellison", "Tomas Quill"])) for words in said
    ]
    same = {(a.id, b.id) for a, b in combinations(claims, 2) if compare(a, b).relation == "same"}
    ties = ties_among({number: [one] for number, one in enumerate(claims)})
    found = {(claims[t.first].id, claims[t.second].id) for t in ties if t.relation == "same"}
    assert found <= same
    assert len(same) > 1000
    assert len(found) >= 0.99 * len(same)


def test_claims_of_unresolved_speakers_meet_where_they_share_a_run_of_words() -> None:
    named, nobody = claim(FLOOD), claim(FLOOD, speaker=None, mention="he")
    (group,) = merge([named, nobody, claim(KILLED, speaker=None, mention="she")])
    assert set(group.claims) == {named, nobody}


def test_namesakes_whom_the_ledger_keeps_apart_make_two_assertions() -> None:
    said = "the granary by the mill burned down in the night"
    one, other = (
        replace(c, speaker=Speaker("Mara Ellison", "person", id=number))
        for c, number in ((claim(said), "a"), (claim(said), "b"))
    )
    assert merge([one, other]) == []
    assert len(merge([one, replace(other, speaker=one.speaker)])) == 1
