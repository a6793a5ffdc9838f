from claims.merging import merge, rulings
from claims.records import Claim, Decision
from tests.merging.merging_samples import claim

FLOOD = (
    "“The water came over the old wall in less than ten minutes, and nobody had told us to leave our homes,”"
)
TRIMMED = "“nobody had told us to leave our homes,”"
BREAD = "that the bakery on the hill gave out bread to everybody who asked for it"


def joined(*claims: Claim, number: int = 1, undone: bool = False) -> Decision:
    return Decision("join", tuple(c.id for c in claims), number=number, undone=undone)


def split(*claims: Claim, number: int = 1, undone: bool = False) -> Decision:
    return Decision("split", tuple(c.id for c in claims), number=number, undone=undone)


def together(groups: object, *claims: Claim) -> bool:
    return any(set(claims) <= set(g.claims) for g in groups)  # type: ignore[attr-defined]


def test_claims_that_the_desk_joined_are_a_group_whatever_they_say() -> None:
    flood, bread = claim(FLOOD), claim(BREAD, speaker="Tomas Quill")
    assert merge([flood, bread]) == []
    (group,) = merge([flood, bread], rulings([joined(flood, bread, number=4)]))
    assert group.claims == (flood, bread)
    assert group.members[1].reason == "joined by the desk (decision 4)"


def test_what_is_like_one_of_two_joined_claims_joins_both() -> None:
    flood, bread, part = claim(FLOOD), claim(BREAD), claim(TRIMMED)
    (group,) = merge([flood, bread, part], rulings([joined(flood, bread)]))
    assert set(group.claims) == {flood, bread, part}


def test_a_claim_split_off_stays_apart_from_all_and_from_later_copies() -> None:
    apart, *others = (claim(FLOOD) for _ in range(3))
    decided = rulings([split(apart, *others)])
    for later in ([], [claim(TRIMMED)], [claim(FLOOD), claim(FLOOD)]):
        groups = merge([apart, *others, *later], decided)
        assert together(groups, *others)
        assert not any(together(groups, apart, other) for other in others)


def test_undone_decisions_leave_no_trace() -> None:
    flood, bread, copy = claim(FLOOD), claim(BREAD), claim(FLOOD)
    undone = [joined(flood, bread, number=1, undone=True), split(copy, flood, number=2, undone=True)]
    assert merge([flood, bread, copy], rulings(undone)) == merge([flood, bread, copy])


def test_of_two_decisions_the_later_one_counts() -> None:
    flood, copy = claim(FLOOD), claim(FLOOD)
    assert merge([flood, copy], rulings([joined(flood, copy, number=1), split(flood, copy, number=2)])) == []
    (group,) = merge([flood, copy], rulings([joined(flood, copy, number=2), split(flood, copy, number=1)]))
    assert set(group.claims) == {flood, copy}
