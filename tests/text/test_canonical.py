import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.text.canonical import canonical, rewritten_figures, stem
from tests.text_samples import texts


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“The dam… is SAFE,”", 'the dam is safe'),
        ("The neighbours organised a labour centre.", "The neighbors organized a labor center"),
        ("They travelled in defence of the programme", "They traveled in defense of the program"),
        ("We don't know and can't tell", "We do not know and cannot tell"),
        ("It's the mayor's plan; she'll wait", "It is the mayor plan she will wait"),
        ("fourteen houses and twenty-one barns", "14 houses and 21 barns"),
        ("1,200 people and $5m", "1200 people and 5 million dollars"),
        ("two million five hundred thousand", "2.5 million"),
        ("12 per cent", "12%"),
        ("[The bridge] is closed", "the bridge is closed"),
        ("the U.S. ambassador", "the United States ambassador"),
        ("''Nobody was hurt''", "“Nobody was hurt”"),
    ],
)  # fmt: skip
def test_the_same_words_in_other_dress(one: str, other: str) -> None:
    assert canonical(one) == canonical(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the form was filed", "the form was filled"),
        ("14 houses", "41 houses"),
        ("€5 million", "$5 million"),
        ("5 percent", "5 people"),
        ("they told us", "they told the US"),
        ("no one came", "one man came"),
        ("four tours", "for tours"),
    ],
)
def test_other_words_stay_apart(one: str, other: str) -> None:
    assert canonical(one) != canonical(other)


def test_inflections_share_a_stem() -> None:
    assert {stem(w) for w in ("ban", "bans", "banned", "banning")} == {"ban"}
    assert stem("proposal") == stem("proposed") == stem("propose")
    assert stem("killed") != stem("kilns")


@given(st.text())
def test_any_text_has_words_without_space_or_marks(text: str) -> None:
    for word in canonical(text):
        assert word
        assert not any(c.isspace() or c in '“”"[]()' for c in word)


@given(texts("mayor's don't travelled twenty-one $5m U.S. 12% harbour “so” … 1,200"))
def test_canonical_words_are_stable(text: str) -> None:
    once = canonical(text)
    assert canonical(" ".join(once)) == once


@pytest.mark.parametrize(
    ("spelled", "canonical_words"),
    [
        ("she promised, praised and advised", "she promised praised and advised"),
        ("an enterprising fundraiser compromised", "an enterprising fundraiser compromised"),
        ("he recalled the bookseller they expelled", "he recalled the bookseller they expelled"),
        ("unions organised and subsidised them", "unions organized and subsidized them"),
        ("the labelled goods they cancelled", "the labeled goods they canceled"),
    ],
)
def test_what_american_english_spells_alike_stays(spelled: str, canonical_words: str) -> None:
    assert " ".join(canonical(spelled)) == canonical_words


def test_no_longer_is_not() -> None:
    assert canonical("It no longer runs, nor pays any longer") == ("it", "not", "runs", "nor", "pays")
    assert canonical("no longer than a week")[:3] == ("no", "longer", "than")


@given(
    texts(
        "one in five of the 1,200 men twenty-one and a half million 2.5 3 m hurdles two thirds 40 no out ferry 07 US",
        max_size=80,
    )
)
def test_a_long_text_has_the_figures_that_it_does_not_write_plainly(text: str) -> None:
    plainly = frozenset(word for word in text.lower().split() if word.isdigit())
    whole = frozenset(word for word in canonical(text) if word[0].isdigit())
    assert whole - plainly <= rewritten_figures(text) | plainly
