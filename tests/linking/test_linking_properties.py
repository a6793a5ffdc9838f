"""For any appearances and decisions: linking is symmetric, keeps to the decisions, and keeps ids."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from claims.linking import link
from claims.records import Appearance, Decision, Speaker, SpeakerType
from tests.linking.linking_samples import appear, numbered, partition
from tests.properties import examples

FIRST = ["Mara", "Tomas", "Yusuf", "Youssef", "M.", ""]
FAMILY = ["Ellison", "Elison", "al-Mazrafi", "Mazrafi", "Quill", "Dray"]
ROLES = [None, "mayor", "mayor of Tarnholt", "mayor of Ostermere", "goalkeeper", "spokesman for the council"]

TYPES: st.SearchStrategy[SpeakerType] = st.sampled_from(("person", "person", "organisation", "unnamed"))
Found = tuple[list[Appearance], list[Decision]]
"""Appearances, and the desk's decisions about them."""

names = st.builds(lambda a, b: f"{a} {b}".strip(), st.sampled_from(FIRST), st.sampled_from(FAMILY))


@st.composite
def appearances(draw: st.DrawFn) -> list[Appearance]:
    made = []
    for i in range(draw(st.integers(1, 9))):
        type_ = draw(TYPES)
        article = f"article {draw(st.integers(0, 4))}"
        made.append(
            appear(f"{i:04x}", draw(names), draw(st.sampled_from(ROLES)), type_=type_, article=article)
        )
    return made


@st.composite
def decided(draw: st.DrawFn) -> Found:
    found = draw(appearances())
    ids = st.sampled_from([a.id for a in found])
    pairs = draw(st.lists(st.tuples(st.sampled_from(["same", "different"]), ids, ids), max_size=5))
    return found, [Decision(kind, (a, b), number=i) for i, (kind, a, b) in enumerate(pairs, 1) if a != b]  # type: ignore[arg-type]


@examples(200)
@given(decided(), st.randoms(use_true_random=False))
def test_the_partition_does_not_depend_on_the_order_of_articles(found_decided: Found, random: Random) -> None:
    found, decisions = found_decided
    shuffled = list(found)
    random.shuffle(shuffled)
    assert partition(found, decisions) == partition(shuffled, decisions)


@examples(200)
@given(decided())
def test_a_different_is_never_undone_by_merging(found_decided: Found) -> None:
    found, decisions = found_decided
    last = {frozenset(d.about): d for d in decisions}
    for group in partition(found, decisions):
        for decision in last.values():
            assert decision.kind == "same" or not group.issuperset(decision.about)


@examples(150)
@given(decided())
def test_a_same_holds_unless_a_different_forbids_it(found_decided: Found) -> None:
    found, decisions = found_decided
    only_same = [d for d in decisions if d.kind == "same"]
    groups = partition(found, only_same)
    for decision in only_same:
        assert any(group.issuperset(decision.about) for group in groups)


@examples(150)
@given(decided())
def test_everybody_is_one_speaker_whose_id_is_that_of_the_first(found_decided: Found) -> None:
    found, decisions = found_decided
    speakers = link(numbered(found), decisions)
    linked = [link.appearance for s in speakers for link in s.links]
    assert sorted(linked) == [a.id for a in found]
    for speaker in speakers:
        assert speaker.id == speaker.links[0].appearance == min(link.appearance for link in speaker.links)
        assert all(0 < link.probability <= 1 and link.reason for link in speaker.links)


@examples(100)
@given(decided(), st.sampled_from(FAMILY), st.integers(0, 8))
def test_ids_stay_when_names_change(found_decided: Found, name: str, at: int) -> None:
    found, decisions = found_decided
    anchor = found[at % len(found)].id
    renamed = [*decisions, Decision("rename", (anchor,), name, number=99)]
    before, after = link(numbered(found), decisions), link(numbered(found), renamed)
    assert [s.id for s in before] == [s.id for s in after]
    (changed,) = [s for s in after if anchor in {link.appearance for link in s.links}]
    assert isinstance(changed.speaker, Speaker)
    assert changed.speaker.name == name
