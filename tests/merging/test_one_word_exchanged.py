"""Two claims that are the same but for one word, whatever else is worded or ordered otherwise."""

import pytest

from claims.merging import compare
from tests.merging.merging_samples import claim

# What is said, the same in another order, and so with one word exchanged.
REORDERED = [
    (
        "miners blocked the road to the port on Friday",
        "on Friday the road to the port was blocked by miners",
        "on Friday the road to the stadium was blocked by miners",
    ),
    (
        "two soldiers shot a shepherd near the border fence",
        "near the border fence a shepherd was shot by two soldiers",
        "near the border fence a teacher was shot by two soldiers",
    ),
    (
        "the storm destroyed the harvest of almonds in the valley",
        "the almond harvest in the valley was destroyed by the storm",
        "the olive harvest in the valley was destroyed by the storm",
    ),
    (
        "police arrested the mayor's driver at the airport",
        "the driver of the mayor was arrested by police at the airport",
        "the driver of the mayor was questioned by police at the airport",
    ),
    (
        "because of the drought the farmers slaughtered their goats",
        "the farmers slaughtered their goats because of the drought",
        "the farmers sold their goats because of the drought",
    ),
    (
        "scientists discovered a new species of frog in the swamp",
        "in the swamp scientists discovered a new species of frog",
        "in the swamp scientists discovered a new species of spider",
    ),
    (
        "customs officers seized two tonnes of cocaine in the harbour",
        "two tonnes of cocaine were seized by customs officers in the harbour",
        "two tonnes of tobacco were seized by customs officers in the harbour",
    ),
]

# What is said, the same with a synonym, and so with one word more exchanged.
WITH_SYNONYM = [
    (
        "the villagers would not help the injured pilot of the balloon",
        "the villagers would not assist the injured pilot of the balloon",
        "the villagers would not assist the injured owner of the balloon",
    ),
    (
        "the doctors had freed the elephant before the circus could buy another",
        "the physicians had freed the elephant before the circus could buy another",
        "the physicians had painted the elephant before the circus could buy another",
    ),
    (
        "the illness has spread among the sheep of the western islands",
        "the disease has spread among the sheep of the western islands",
        "the disease has spread among the nurses of the western islands",
    ),
    (
        "the two sides reached a compromise on the price of river water",
        "the two sides reached a settlement on the price of river water",
        "the two sides reached a stalemate on the price of river water",
    ),
    (
        "critics praised the young pianist after the second evening",
        "critics lauded the young pianist after the second evening",
        "critics ignored the young pianist after the second evening",
    ),
    (
        "the uprising in the mining towns began in spring",
        "the revolt in the mining towns began in spring",
        "the strike in the mining towns began in spring",
    ),
]


@pytest.mark.parametrize(("said", "same", "other"), [*REORDERED, *WITH_SYNONYM])
def test_one_word_exchanged_makes_another_assertion(said: str, same: str, other: str) -> None:
    assert compare(claim(said), claim(same)).relation == "same"
    assert compare(claim(said), claim(other)).relation != "same"


def test_the_exchanged_words_are_the_reason() -> None:
    found = compare(
        claim("miners blocked the road to the port on Friday"),
        claim("on Friday the road to the port was blocked by farmers"),
    )

    assert any("farmers / miners" in reason for reason in found.reasons)
