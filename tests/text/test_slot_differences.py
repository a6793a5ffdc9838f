import pytest
from hypothesis import given

from claims.text.canonical import canonical
from claims.text.normalisation import plain
from claims.text.slot_differences import differences
from claims.text.slots import Slots, slots_of_words
from tests.text_samples import texts


def slots(text: str) -> Slots:
    return slots_of_words(canonical(text), plain(text))


def differing(one: str, other: str) -> dict[str, tuple[str, str]]:
    """What differs surely enough to be another assertion; that one word means something else must be surer."""
    found = differences(slots(one), slots(other))
    return {d.kind: (d.one, d.other) for d in found if d.weight >= (0.4 if d.kind == "only word" else 0.2)}


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        (
            "name",
            "the envoys will meet in Geneva to talk about grain",
            "the envoys will meet in Vienna to talk about grain",
        ),
        (
            "name",
            "the board has named Ada Finch as its new treasurer",
            "the board has named Ada Lorne as its new treasurer",
        ),
        (
            "name",
            "the pier was sold to Acme Steel for ten pounds",
            "the pier was sold to Borg Chemicals for ten pounds",
        ),
        (
            "date",
            "the vote on the dam was put off until Monday",
            "the vote on the dam was put off until Friday",
        ),
        (
            "date",
            "the new tram will run from January along the river",
            "the new tram will run from December along the river",
        ),
        (
            "date",
            "the mill had burned down in 1987 after a storm",
            "the mill had burned down in 1978 after a storm",
        ),
        (
            "number",
            "12 people were arrested after the football match",
            "21 people were arrested after the football match",
        ),
        (
            "number",
            "rents are at their highest for nearly a decade",
            "rents are at their highest for nearly two decades",
        ),
        (
            "unit",
            "the pipeline leaked for 12 kilometres along the coast",
            "the pipeline leaked for 12 miles along the coast",
        ),
        (
            "unit",
            "the school has kept the letters for 30 years",
            "the school has kept the letters for 30 months",
        ),
        ("unit", "the accounts will be published next week", "the accounts will be published next year"),
        (
            "quantifier",
            "all of the wells in the valley were tested",
            "some of the wells in the valley were tested",
        ),
        (
            "quantifier",
            "only one of the two guards was on duty that night",
            "the two guards were both on duty that night",
        ),
        (
            "negation",
            "the ministry will close the tunnel in June",
            "the ministry will not close the tunnel in June",
        ),
        ("negation", "the team has found evidence of a leak", "the team has found no evidence of a leak"),
        (
            "opposite",
            "the council will buy the old mill by spring",
            "the council will sell the old mill by spring",
        ),
        ("opposite", "rents in the capital rose last year", "rents in the capital fell last year"),
        ("opposite", "the ferry sank north of the lighthouse", "the ferry sank south of the lighthouse"),
        (
            "opposite",
            "the repair will cost at least two million pounds",
            "the repair will cost at most two million pounds",
        ),
        (
            "swap",
            "Acme Steel sued Borg Chemicals over the patent",
            "Borg Chemicals sued Acme Steel over the patent",
        ),
        (
            "swap",
            "four dead and 120 wounded were brought in that night",
            "120 dead and four wounded were brought in that night",
        ),
        (
            "swap",
            "talks about the river depend on the release of the sailors",
            "the release of the sailors depends on talks about the river",
        ),
        (
            "modality",
            "the bank will sell its branches in the north",
            "the bank may sell its branches in the north",
        ),
        (
            "modality",
            "the sailors have been freed after long talks",
            "the sailors are to be freed after long talks",
        ),
        (
            "modality",
            "the party had voted for the older candidate",
            "the party planned to vote for the older candidate",
        ),
        (
            "post",
            "he named Ada Finch as executive director of the port",
            "he named Ada Finch as deputy executive director of the port",
        ),
        (
            "word",
            "Norway will deliver forty tanks to the border",
            "Norway will deliver forty blankets to the border",
        ),
        (
            "word",
            "the clinic will hire twelve doctors by the end of spring",
            "the clinic will hire twelve teachers by the end of spring",
        ),
        (
            "word",
            "the council wants to repair the bridge over the river",
            "the council wants to paint the bridge over the river",
        ),
        (
            "word",
            "the town had been without clean water for weeks",
            "the town had been without clean water for months",
        ),
        (
            "name",
            "the minister said the US had sent two ships to the strait",
            "the minister said the UK had sent two ships to the strait",
        ),
        (
            "name",
            "the port belongs to the Harbour Works Board (HWB) of the town",
            "the port belongs to the Harbour Works Board (TUC) of the town",
        ),
        (
            "swap",
            "the port let in ships from Norway despite Iceland's protest",
            "the port let in ships from Iceland despite Norway's protest",
        ),
        (
            "negation",
            "the port can grow without being able to hire more pilots",
            "the port can grow without being unable to hire more pilots",
        ),
    ],
)
def test_what_differs_in_one_place(kind: str, one: str, other: str) -> None:
    assert kind in differing(one, other)
    assert kind in differing(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the tram will run from January", "that the tram would run from January"),  # reported speech
        ("the mill has been sold", "the mill had been sold"),
        ("five barns burned down", "5 barns burned down"),
        ("more than 48,000 homes were lost", "more than 48,230 homes were lost"),
        ("about 20 families left the town", "19 families left the town"),
        ("the quake struck half an hour later", "the quake struck 30 minutes later"),
        ("they will train Ukrainian pilots", "they will train Ukraine's pilots"),
        ("tanks will be sent to Kyiv by spring", "tanks will be sent to Kiev by spring"),
        ("the mill at Bombay will be sold", "the mill at Mumbai will be sold"),
        ("the ferry ran aground on Wed. near the pier", "the ferry ran aground on Wednesday near the pier"),
        ("half of the crew was ill", "50 percent of the crew was ill"),
        ("one in five pupils stayed at home", "20 percent of pupils stayed at home"),
        ("the lease of the mill ends on May 3", "the lease of the mill ends on 3 May"),
        ("Ada Finch will resign as treasurer", "Finch will resign as treasurer"),
        ("the dam was rejected by the council", "the council rejected the dam"),  # the passive
        ("the mill was sold on Monday", "on Monday the mill was sold"),
        ("the wall and the gate will be rebuilt", "the gate and the wall will be rebuilt"),
        ("the mill was sold, but nobody was told", "the mill was sold"),  # left out
        ("the explosion was heard in the valley", "the blast was heard in the valley"),
        ("he is not qualified to lead the port", "he is unqualified to lead the port"),
        ("the staff of the port was told at once", "the employees of the port were told at once"),
        ("the sailors were freed by the owners", "the sailors were released by the owners"),
        ("the flag hangs at half-mast on federal buildings", "the flag hangs at half-mast to honor victims"),
        ("the U.S. will send two ships", "the US will send two ships"),
        ("the Harbour Works Board will pay", "the HWB will pay"),
        ("more than 400 sailors were killed in the storm", "the storm killed more than 400 sailors"),
        ("the new tolls apply to all ferries", "all ferries have to pay the new tolls"),
        ("the owners sold the mill", "the mill had been sold by the owners"),
    ],
)
def test_what_says_the_same_does_not_differ(one: str, other: str) -> None:
    assert differing(one, other) == {}
    assert differing(other, one) == {}


def test_a_month_is_not_a_possibility() -> None:
    found = differing("the lease of the mill ends in May", "the lease of the mill ends in June")
    assert found == {"date": ("May", "June")}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("belgora", "tarvixen"),  # that no list knows
        ("postmistress", "gamekeeper"),
        ("toddler", "postman"),
        ("arsenic", "lead"),
        ("chainsaws", "wheelbarrows"),
        ("choirmaster", "thief"),
        ("kitchen", "cellar"),
    ],
)
def test_one_word_for_another_is_another_assertion_however_rare_it_is(one: str, other: str) -> None:
    found = differing(f"the {one} was taken to the harbour", f"the {other} was taken to the harbour")
    assert found["only word"] == (one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("lawyer", "attorney"),
        ("film", "movie"),
        ("soldiers", "troops"),
        ("epidemic", "outbreak"),
        ("fertiliser", "fertilizer"),
        ("belgora", "belgoras"),
    ],
)
def test_one_word_for_another_that_means_the_same_is_none(one: str, other: str) -> None:
    assert "only word" not in differing(
        f"the {one} was seen in the harbour", f"the {other} was seen in the harbour"
    )


WORDS = "Acme Borg Geneva Monday will may not all some 12 21 miles km the of by and sued sold bought mill dam rose fell"


@given(texts(WORDS, max_size=12), texts(WORDS, max_size=12))
def test_the_order_of_two_claims_makes_no_difference(one: str, other: str) -> None:
    here, there = differences(slots(one), slots(other)), differences(slots(other), slots(one))
    assert [(d.kind, d.one, d.other, d.weight) for d in here] == [
        (d.kind, d.other, d.one, d.weight) for d in there
    ]
    assert differences(slots(one), slots(one)) == ()


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("the boat was bought legally in Nevada", "he bought the boat in Arizona legally", "name"),
        ("the boat was bought legally by the baker", "the baker bought the boat illegally", "opposite"),
        ("the wardens were sued by the bakers", "the wardens sued the bakers", "swap"),
        ("it had expelled four Belarusian traders", "four Belarusian traders had expelled it", "swap"),
        ("the manager yanked her out of the way", "she yanked the manager out of the way", "swap"),
        ("thieves had stolen the bell", "thieves may have stolen the bell", "modality"),
        ("the sailors died of smoke", "the sailors did not die of smoke", "negation"),
        ("the mill would be rebuilt by the city", "the mill would be demolished by the city", "opposite"),
        (
            "the owners closed the mill before the vote",
            "after the vote the mill was closed by the owners",
            "opposite",
        ),
        ("the owners will sell the mill", "the mill was sold by the owners", "modality"),
        ("the owners may sell the mill", "the mill will be sold by the owners", "modality"),
        ("5,000 litres of oil ran into the pond", "into the pond ran 5,000 barrels of oil", "unit"),
        ("she painted three walls in the harbour", "three bridges in the harbour were painted", "kind"),
    ],
)
def test_what_differs_is_found_in_another_order_and_in_one_word(one: str, other: str, kind: str) -> None:
    found = {d.kind.removesuffix(" apart") for d in differences(slots(one), slots(other))}
    assert kind in found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("there were no masks and no gloves", "there were no masks or gloves"),
        ("1.2m people will go hungry", "1.2 million people would go hungry"),
    ],
)
def test_one_negation_and_one_figure_are_one_however_written(one: str, other: str) -> None:
    assert not differences(slots(one), slots(other))
