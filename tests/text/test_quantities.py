import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.lexicons import words
from claims.text.numerals import in_digits
from claims.text.quantities import quantities
from claims.text.quantity_matching import match_quantities, may_be_equal
from tests.text_samples import texts

ONES, TENS = words("numbers.ones"), ("", "", *words("numbers.tens"))


def spelled(n: int) -> str:
    if n < 20:
        return ONES[n]
    if n < 100:
        return TENS[n // 10] + (f"-{ONES[n % 10]}" if n % 10 else "")
    for scale, name in ((10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if n >= scale:
            rest = f" {'and ' if scale == 100 else ''}{spelled(n % scale)}" if n % scale else ""
            return f"{spelled(n // scale)} {name}{rest}"
    raise AssertionError(n)


@given(st.integers(2, 999_999_999))
def test_numbers_in_words_are_read(n: int) -> None:
    assert in_digits(f"about {spelled(n)} men") == f"about {n} men"
    assert in_digits(f"{n:,} men") == f"{n} men"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("About 20 people were hurt.", ["about 20"]),
        ("between ten and fifteen per cent of voters", ["10 percent to 15 percent"]),
        ("between ten and fifteen villages", ["10 to 15"]),
        ("It cost $1.1 trillion over ten years", ["$1.1 trillion", "over 10"]),
        ("It cost more than £3.5m", ["over $3.5 million".replace("$", "£")]),
        ("two-thirds of the village", ["66.7 percent"]),
        ("on March 3 and on 4 May", ["Mar 3", "May 4"]),
        ("in 2015, at 9.30 p.m.", ["2015", "21:30"]),
        ("the 18-year-old came 9th", ["18 years old", "9th"]),
        ("No one knows, and one of them left; one man stayed", ["1"]),
        ("up to 300 sheep, at least four dogs", ["up to 300", "over 4"]),
        ("the F-16 and COVID-19", []),
        ("dozens of people", []),
        ("half a million trees", ["500,000"]),
        ("half of the village", ["50 percent"]),
        ("one in five villages", ["20 percent"]),
        ("two out of every five villages", ["40 percent"]),
        ("one in 10 days", ["1", "10"]),
        ("a year and a half", ["1.5"]),
    ],
)
def test_figures_are_found(text: str, shown: list[str]) -> None:
    assert [str(f) for f in quantities(text)] == shown


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("14 people died", "41 people died", False),
        ("about 20 people died", "19 people died", True),
        ("20 people died", "19 people died", False),
        ("more than 915 sheep died", "916 sheep died", True),
        ("more than 900 sheep died", "890 sheep died", False),
        ("$1.1 trillion", "$1.12 trillion", True),
        ("104,000 men", "100,000 men", False),
        ("36 percent", "36.4 percent", True),
        ("36 percent", "37 percent", False),
        ("ten to fifteen", "12", True),
        ("more than 60 votes", "fewer than 60 votes", False),
        ("more than 60 votes", "fewer than 64 votes", True),
        ("reached 60 votes", "was short of the magic number of 60 votes", False),
        ("$14 million", "€14 million", False),
        ("March 3", "March 4", False),
        ("in 2015", "in 2016", False),
        ("14 percent", "14 houses", False),
    ],
)
def test_whether_two_figures_can_be_one(one: str, other: str, agree: bool) -> None:
    (a,), (b,) = quantities(one), quantities(other)
    assert may_be_equal(a, b) is agree
    assert may_be_equal(b, a) is agree


def clashes(one: str, other: str) -> set[tuple[str, str]]:
    return {(str(a), str(b)) for a, b in match_quantities(quantities(one), quantities(other)).clashing}


def test_figures_are_compared_by_what_they_count() -> None:
    assert clashes("the blast killed 14 and wounded 41", "the blast killed 41 and wounded 14") == {
        ("14", "41"),
        ("41", "14"),
    }
    assert not clashes("14 killed, 41 wounded", "the blast wounded 41 and killed 14")
    assert clashes("a fine of $14 million", "a fine of €14 million")
    assert not clashes("14 houses burned", "the fire started at 4 a.m.")


def test_what_is_missing_is_no_other_figure_of_what_is_there() -> None:
    assert not clashes("the party leads by 12 seats", "the party is 4 seats short of a majority")
    assert not clashes("the club has 30 players", "the club is three players shy of a full squad")
    assert not clashes("the bill got 51 votes", "the bill fell two votes short")
    assert not clashes("she has 250 delegates", "she is within 90 delegates away from the nomination")
    assert clashes("the party is 4 seats short of a majority", "the party is 9 seats short of a majority")
    assert clashes("she wrote 20 short stories", "she wrote 30 short stories")


def test_figures_without_a_counterpart_are_known() -> None:
    match = match_quantities(
        quantities("28 percent backed the plan"), quantities("61 percent feared drought")
    )
    assert match.unmatched
    assert not match_quantities(quantities("28 percent backed it"), quantities("they backed it")).unmatched


TEXTS = texts(
    "about more than 14 41 twenty $3 £3 % percent killed wounded houses and in 2015 March 3 - to , ."
)


@given(TEXTS, TEXTS)
def test_the_order_of_the_sides_makes_no_difference(a: str, b: str) -> None:
    one, other = (
        match_quantities(quantities(a), quantities(b)),
        match_quantities(quantities(b), quantities(a)),
    )
    assert len(one.agreeing) == len(other.agreeing)
    assert bool(one.clashing) == bool(other.clashing)


@given(TEXTS)
def test_a_text_agrees_with_itself(text: str) -> None:
    match = match_quantities(quantities(text), quantities(text))
    assert not match.clashing
    assert not match.unmatched


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from("0123456789.,:-%$£ million"))))
def test_any_text_can_be_read(text: str) -> None:
    for quantity in quantities(text):
        assert quantity.low <= quantity.high
        assert str(quantity)
