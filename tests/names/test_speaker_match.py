"""Whether two claims have the same speaker, of whom there may be several."""

from hypothesis import given
from hypothesis import strategies as st

from claims.names import same_speaker, share_speaker, speaker_key
from claims.records import Claim, Speaker, SpeakerType, listed_names, together
from tests.merging.merging_samples import claim

NAMES = ["Anna Keller", "Berta Lang", "Tomas Dray", "Mara Ellison"]
SEVERAL = st.lists(st.sampled_from(NAMES), min_size=1, unique=True)


def said_by(*names: str, type_: SpeakerType = "person") -> Claim:
    found = claim("the river rose", speaker=names[0], type_=type_)
    one = together(Speaker(name, type_) for name in names)
    return Claim(**{name: getattr(found, name) for name in Claim.__dataclass_fields__} | {"speaker": one})


@given(SEVERAL, SEVERAL)
def test_several_are_the_same_in_any_order_and_others_where_nobody_is_in_both(
    ones: list[str], others: list[str]
) -> None:
    a, b = said_by(*ones), said_by(*others)
    both = set(ones) & set(others)
    expected = "same" if set(ones) == set(others) else "unknown" if both else "other"
    assert same_speaker(a, b) == same_speaker(b, a) == expected
    assert share_speaker(a, b) == bool(both)
    assert (speaker_key(a) == speaker_key(b)) == (expected == "same")


@given(SEVERAL)
def test_names_that_were_joined_are_taken_apart_again(names: list[str]) -> None:
    joint = said_by(*names).speaker
    assert joint is not None
    assert listed_names(joint.name) == tuple(names) == tuple(one.name for one in joint.each)
    assert together([joint, *joint.each]) == joint
