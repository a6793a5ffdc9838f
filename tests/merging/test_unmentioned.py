"""What a claim names must stand in the other one's article, too, where both are long enough to tell."""

import pytest

from claims.merging.profiles import Profile
from claims.merging.unmentioned import unmentioned
from tests.merging.merging_samples import claim
from tests.merging.test_events import told_in

IN_VARNHOLM = (
    "The notary kept two sets of books for nine years, her clerk Mads Tveiten told detectives who came in spring. "
    "Most of her clients were farmers from Hestvik and Sandnessund, and one of them lost the price of a house there. "
    "The court sat for three days in the old school while the town hall of Varnholm was being painted, and heard 11 "
    "witnesses before the verdict was read out on 4 March. The notary, who had not said a word, asked for her coat."
)
IN_KELDBY = (
    "The broker promised his neighbours in Keldby a share of a vineyard in Montelupo that he had never seen himself. "
    "They met him on Thursdays at the chess club, where Yrsa Lindqvist handed him her savings in an envelope. "
    "The police found most of the money under the floor of his boathouse after a tip from the harbour master and two "
    "weeks of searching the shore, and counted it on the pier while the whole village stood by and watched them do it."
)


def in_both(one: str, other: str, first: str = IN_VARNHOLM, second: str = IN_KELDBY) -> float:
    both = (told_in(text, claim(words)) for text, words in ((first, one), (second, other)))
    return unmentioned(*map(Profile.of, both))


@pytest.mark.parametrize(
    "said",
    [
        "that a man from Hestvik has been sentenced for fraud",
        "that he was sentenced on 4 March for fraud",
        "that he was sentenced to 14 years for fraud",
    ],
)
def test_a_name_a_day_or_a_figure_of_another_case_is_missed(said: str) -> None:
    assert in_both(said, "that a man has been sentenced for fraud") > 0.5
    assert in_both("that a man has been sentenced for fraud", said, IN_KELDBY, IN_VARNHOLM) > 0.5


@pytest.mark.parametrize(
    "said",
    [
        "that a notary from Hestvik has been sentenced for fraud",  # named beside the claim
        "that eleven witnesses were heard before the sentence",  # in digits there
        "that the sentence was read out on 4 March",
    ],
)
def test_what_the_article_has_anywhere_is_mentioned(said: str) -> None:
    other = IN_VARNHOLM.replace("11", "eleven")
    assert in_both(said, "that the notary has been sentenced", IN_VARNHOLM, other) == 0


def test_an_article_of_hardly_more_than_the_claim_does_not_tell() -> None:
    one, other = "that a man from Hestvik was sentenced", "that a man was sentenced"
    assert in_both(one, other, second="A short notice from Keldby.") == 0


@pytest.mark.parametrize(
    ("said", "beside"),
    [
        ("the Federal Bureau of Investigation searched the boathouse", "The FBI came in spring."),
        ("the IFRC sent tents", "The International Federation of Red Crescent Societies sent them."),
        ("the Rural Doctors Association (RDA) was heard", "The Rural Doctors Association was there."),
        ("the Ministry of Roads and Bridges paid for the pier", "The MRB paid."),
    ],
)
def test_initials_mention_a_name_and_a_name_its_initials(said: str, beside: str) -> None:
    assert in_both(said, "that he was heard", second=IN_KELDBY) > 0.5
    assert in_both(said, "that he was heard", second=f"{IN_KELDBY} {beside}") == 0
