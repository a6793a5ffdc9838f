from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from claims.records import Change, Claim
from claims.versions import diff
from claims.versions.projection import FOUND_AGAIN
from claims.versions.word_alignment import align_words
from tests.versions.version_samples import Said, version

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


@given(TEXTS)
def test_a_version_does_not_differ_from_itself(claims: list[Claim]) -> None:
    assert diff(claims, claims) == []


@given(TEXTS, TEXTS)
def test_swapping_the_sides_swaps_added_and_removed(old: list[Claim], new: list[Claim]) -> None:
    there, back = diff(old, new), diff(new, old)
    for one, other in (("added", "removed"), ("removed", "added")):
        assert {c.new or c.old for c in there if c.type == one} == {
            c.old or c.new for c in back if c.type == other
        }
    assert {_shown(c, c.old, c.new) for c in there if c.old and c.new and c.type != "moved"} == {
        _shown(c, c.new, c.old) for c in back if c.old and c.new and c.type != "moved"
    }
    assert {(c.old_words, c.new_words) for c in there} == {(c.new_words, c.old_words) for c in back}


def _shown(
    change: Change, one: Claim | None, other: Claim | None
) -> tuple[Claim | None, Claim | None, str, str]:
    return one, other, change.type, change.severity


@given(TEXTS, TEXTS)
def test_every_change_shows_claims_of_its_own_versions_once(old: list[Claim], new: list[Claim]) -> None:
    found = diff(old, new)
    for side, version_claims in (
        ([c.old for c in found if c.old], old),
        ([c.new for c in found if c.new], new),
    ):
        assert len(set(side)) == len(side)
        found_here = [c for c in side if FOUND_AGAIN not in c.reasons]
        assert set(found_here) <= set(version_claims)
        for c in side:
            assert all(c.article.text[s.start : s.end] == s.text for s in (*c.mention, *c.cue, *c.content))
    for change in found:
        for claim, words in ((change.old, change.old_words), (change.new, change.new_words)):
            assert claim or not words
            assert all(claim.article.text[w.start : w.end] == w.text != "" for w in words if claim)
    assert all(
        (c.type == "added") == (c.old is None) and (c.type == "removed") == (c.new is None) for c in found
    )
    places = [c.new.content[0].start for c in found if c.new]
    assert places == sorted(places)
    assert all(c.detail for c in found)


@given(st.lists(STATEMENTS, max_size=8), st.sampled_from(["\n", "\n\n", " ", "\n \n\n"]))
def test_layout_and_quotation_marks_are_no_change(said: list[Said], between: str) -> None:
    quoted = [replace(s, content=s.content.replace("“", '"').replace(" ", "\n", 2)) for s in said]
    assert diff(version(said), version(quoted, between=between)) == []


@given(st.lists(st.sampled_from("abcdef"), max_size=60), st.lists(st.sampled_from("abcdef"), max_size=60))
def test_words_that_correspond_are_equal_and_lead_back(old: list[str], new: list[str]) -> None:
    there, back = align_words(old, new)
    assert align_words(new, old) == (back, there)
    assert align_words(old, old)[0] == list(range(len(old)))
    assert all(old[i] == new[j] and back[j] == i for i, j in enumerate(there) if j >= 0)
    assert sum(j >= 0 for j in there) == sum(i >= 0 for i in back)


@given(st.permutations(range(6)))
def test_moved_quotations_are_moved_only(order: list[int]) -> None:
    said = [
        Said(f"{name} Brandt", f"“{words} before the winter, and nobody else will do it for us,”")
        for name, words in zip(
            ("Ada", "Mara", "Tomas", "Jonas", "Pell", "Idra"),
            (
                "We must mend the wall",
                "Sheep need dry ground",
                "Ferries stop here",
                "Mills want wood",
                "Roads lead nowhere",
                "The council sold its boats",
            ),
            strict=True,
        )
    ]
    found = diff(version(said), version([said[k] for k in order]))
    assert {c.type for c in found} <= {"moved"}
    assert bool(found) == (order != sorted(order))
