"""What is promised, demanded or refused, beside what is only said of it."""

import pytest

from claims.merging import compare
from tests.merging.merging_samples import claim


@pytest.mark.parametrize(
    ("cue", "content", "other_cue", "other"),
    [
        (
            "vowed",
            "to keep the ferry to Norholm running through the winter",
            "said",
            "the ferry to Norholm would keep running through the winter",
        ),
        (
            "promised",
            "to cut the tax on diesel by spring",
            "said",
            "the tax on diesel would be cut by spring",
        ),
        (
            "called on",
            "the mayor to resign over the bridge contract",
            "demanded",
            "the mayor resign over the bridge contract",
        ),
        (
            "called on",
            "the mayor to resign over the bridge contract",
            "said",
            "the mayor should resign over the bridge contract",
        ),
        (
            "urged",
            "fishermen to stay out of the strait until the mines are cleared",
            "said",
            "fishermen should stay out of the strait until the mines are cleared",
        ),
        (
            "recommended",
            "closing two of the wards at the old hospital",
            "said",
            "two of the wards at the old hospital ought to be closed",
        ),
        (
            "called upon",
            "both armies to stop shelling the grain port",
            "demanded",
            "that both armies stop shelling the grain port",
        ),
    ],
)
def test_to_want_it_is_to_say_that_it_shall_be(cue: str, content: str, other_cue: str, other: str) -> None:
    found = compare(claim(content, cue=cue), claim(other, cue=other_cue))
    assert found.relation == "same"
    assert "one only states what the other is for or against" not in found.reasons


@pytest.mark.parametrize(
    ("cue", "content", "other_cue", "other", "relation"),
    [
        (
            "called on",
            "the mayor to resign over the bridge contract",
            "opposed",
            "the mayor's resignation over the bridge contract",
            "conflict",
        ),
        (
            "vowed",
            "to keep the ferry to Norholm running",
            "opposes",
            "keeping the ferry to Norholm running",
            "conflict",
        ),
        (
            "called on",
            "members to oppose the merger of the two clinics",
            "called for",
            "a merger of the two clinics",
            "conflict",
        ),
        (
            "promised",
            "to protect the marshes from the new motorway",
            "said",
            "he had protected the marshes from the new motorway",
            "different",
        ),
        (
            "refused to say",
            "whether she backs the sale of the port",
            "backed",
            "the sale of the port",
            "different",
        ),
        (
            "declined to say",
            "whether he would support the tariff on steel",
            "said",
            "he would support the tariff on steel",
            "different",
        ),
    ],
)
def test_another_wish_or_none(cue: str, content: str, other_cue: str, other: str, relation: str) -> None:
    assert compare(claim(content, cue=cue), claim(other, cue=other_cue)).relation == relation


def test_refusing_to_say_and_refusing_to_back() -> None:
    one = claim("that the islands should be a part of Norland", cue="refused to say")
    other = claim("the islands as a part of Norland", cue="refused to back")
    assert "one of them only says that it was not said" not in compare(one, other).reasons
