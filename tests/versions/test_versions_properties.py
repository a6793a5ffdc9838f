from hypothesis import given, settings
from hypothesis import strategies as st
from version_samples import Said, version

from claims.records import Claim
from claims.versions import diff

STATEMENTS = st.builds(
    Said,
    speaker=st.sampled_from(["Mara Ellison", "Ellison", "Tomas Quill", "residents"]),
    content=st.builds(
        "{}{} {} {}{}".format,
        st.sampled_from(["that ", "“", ""]),
        st.sampled_from(["the old wall", "the new dam", "the ferry by the mill"]),
        st.sampled_from(["broke", "did not break", "cost 14 million", "cost 41 million", "was never safe"]),
        st.sampled_from(["in the night", "last night", "before winter", "again and again"]),
        st.just(""),
    ),
    cue=st.sampled_from(["said", "added", "claimed", "denied"]),
    mention=st.sampled_from([None, "he", ""]),
    type=st.sampled_from(["person", "unnamed"]),
    stance=st.sampled_from(["neutral", "distancing"]),
    resolved=st.booleans(),
)
TEXTS = st.lists(STATEMENTS | st.just("It rained."), max_size=10).map(version)


@settings(deadline=None)
@given(TEXTS)
def test_a_version_does_not_differ_from_itself(claims: list[Claim]) -> None:
    assert diff(claims, claims) == []


@settings(deadline=None)
@given(TEXTS, TEXTS)
def test_swapping_the_sides_swaps_added_and_removed(old: list[Claim], new: list[Claim]) -> None:
    there, back = diff(old, new), diff(new, old)
    for one, other in (("added", "removed"), ("removed", "added")):
        assert {c.new or c.old for c in there if c.type == one} == {
            c.old or c.new for c in back if c.type == other
        }
    assert {(c.old, c.new) for c in there if c.old and c.new and c.type != "moved"} == {
        (c.new, c.old) for c in back if c.old and c.new and c.type != "moved"
    }


@settings(deadline=None)
@given(TEXTS, TEXTS)
def test_every_change_shows_claims_of_its_own_versions_once(old: list[Claim], new: list[Claim]) -> None:
    found = diff(old, new)
    for side, version_claims in (
        ([c.old for c in found if c.old], old),
        ([c.new for c in found if c.new], new),
    ):
        assert len(set(side)) == len(side)
        assert set(side) <= set(version_claims)
        for c in side:
            assert all(c.article.text[s.start : s.end] == s.text for s in (*c.mention, *c.cue, *c.content))
    assert all(
        (c.type == "added") == (c.old is None) and (c.type == "removed") == (c.new is None) for c in found
    )
    places = [c.new.content[0].start for c in found if c.new]
    assert places == sorted(places)
    assert all(c.detail for c in found)
