"""The same words by the same speaker on very many days: one group, and no more work than there are claims."""

from datetime import date, timedelta
from pathlib import Path

from claims import desk, merging
from claims.ledger import Ledger
from claims.merging.duplicates import units_of
from claims.merging.pairs import ties_among
from claims.merging.repeated import STANDING
from claims.records import Claim, Decision, article_id
from tests.merging.merging_samples import claim

SLOGAN = "the water came over the old wall in less than ten minutes and nobody had told us to leave our homes"
PIECE = "nobody had told us to leave our homes before the water came over the old wall"
OTHER = "the harbour will be closed to all ships until the end of the winter"
MANY = 3 * STANDING


def on_days(
    count: int, words: str = SLOGAN, *, after: int = 0, speaker: str | None = "Mara Ellison"
) -> list[Claim]:
    """So many claims in the same words, on a day each."""
    days = (date(2031, 1, 1) + timedelta(days=after + k) for k in range(count))
    return [
        claim(words, speaker=speaker, mention=None if speaker else "officials", published=d) for d in days
    ]


def ties(claims: list[Claim]) -> int:
    return len(ties_among(units_of(claims, merging.NO_RULINGS)))


def test_what_is_kept_of_repeated_words_grows_with_their_number_and_not_with_its_square() -> None:
    assert ties(on_days(4 * MANY)) - ties(on_days(2 * MANY)) < 4 * 2 * MANY
    both = [on_days(2 * n) + on_days(n, PIECE) for n in (MANY, 2 * MANY)]
    assert ties(both[1]) - ties(both[0]) < 4 * 3 * MANY


def test_repeated_words_are_one_group_with_whatever_is_worded_like_them() -> None:
    alike, others = [*on_days(MANY), *on_days(2, PIECE)], on_days(MANY, OTHER)
    found = {frozenset(c.id for c in group.claims) for group in merging.merge([*alike, *others])}
    assert found == {frozenset(c.id for c in some) for some in (alike, others)}


def test_so_are_those_of_nobody_known() -> None:
    (group,) = merging.merge(on_days(MANY, speaker=None))
    assert len(group.claims) == MANY


def test_the_desk_may_take_one_of_them_out() -> None:
    claims = on_days(MANY)
    out = claims[-1]
    apart = merging.rulings([Decision("split", (out.id, *(c.id for c in claims[:-1])), number=1)])
    (group,) = merging.merge(claims, apart)
    assert {c.id for c in group.claims} == {c.id for c in claims[:-1]}


def test_a_ledger_has_the_same_group_in_whatever_portions_they_come(tmp_path: Path) -> None:
    claims = [*on_days(MANY), *on_days(2, PIECE), *on_days(MANY, after=MANY)]
    with Ledger.open(tmp_path / "claims.db", create=True) as ledger:
        for some in (claims[: MANY // 2], claims[MANY // 2 : 2 * MANY], claims[2 * MANY :]):
            with ledger.transaction():
                for one in some:
                    ledger.add(one.article, [one])
            desk.refresh(ledger)
        (group,) = ledger.groups()
        assert {c.id for c in group.claims} == {c.id for c in claims}
        (whole,) = merging.merge(ledger.claims())
        assert [(m.claim.id, m.reason) for m in group.members] == [
            (m.claim.id, m.reason) for m in whole.members
        ]


def test_they_stay_together_when_those_that_stood_for_them_are_removed(tmp_path: Path) -> None:
    claims = sorted(on_days(MANY), key=lambda c: c.id)
    with Ledger.open(tmp_path / "claims.db", create=True) as ledger:
        with ledger.transaction():
            for one in claims:
                ledger.add(one.article, [one])
        desk.refresh(ledger)
        with ledger.transaction():
            for one in claims[:STANDING]:
                key = one.article.key
                ledger.decide(Decision("remove", (article_id(key),), key))
        desk.refresh(ledger)
        (group,) = ledger.groups()
        assert {c.id for c in group.claims} == {c.id for c in claims[STANDING:]}
