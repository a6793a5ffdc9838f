"""A formula filled anew for another event contradicts nothing; two reports of one event may."""

from dataclasses import replace

import pytest

from claims.merging import compare
from claims.records import Article, Block, Claim, Span
from tests.merging.merging_samples import claim

ARRAIGNED = (
    "that a man has been arraigned on charges of stealing about $700,000 from three clients of his office"
)
IN_VARNHOLM = (
    "The Varnholm notary Jorun Askeland kept two sets of books, her clerk Mads Tveiten told detectives. "
    "Her clients came from Hestvik and Sandnessund, and one of them, Ragnvald Aas, lost the price of a house there."
)
IN_KELDBY = (
    "The Keldby broker Otmar Friis promised his neighbours a share of a vineyard in Montelupo he had not seen. "
    "They met him at the Keldby chess club, where Yrsa Lindqvist and Bodil Nym handed him their savings."
)


def told_in(article: str, said: Claim) -> Claim:
    """A claim at the end of a longer article."""
    text = f"{article}\n\n{said.article.text}"
    shift = len(article) + 2
    whole = Article(said.article.key, text, (Block("paragraph", 0, len(text)),))

    def moved(spans: tuple[Span, ...]) -> tuple[Span, ...]:
        return tuple(whole.span(s.start + shift, s.end + shift) for s in spans)

    return replace(
        said,
        article=whole,
        mention=moved(said.mention),
        cue=moved(said.cue),
        content=moved(said.content),
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (ARRAIGNED, ARRAIGNED.replace("700,000", "959,000")),
        ("that 12 people were rescued by the coast guard", "that 31 people were rescued by the coast guard"),
        ("that the driver of the stolen lorry was 24 and had no licence",
         "that the driver of the stolen lorry was 33 and had no licence"),
        ("the road was closed for six hours after the crash", "the road was closed for two hours after the crash"),
    ],
)  # fmt: skip
def test_only_claims_told_of_one_event_are_in_conflict(one: str, other: str) -> None:
    both = claim(one, speaker="Helga Strand"), claim(other, speaker="Helga Strand")
    assert compare(told_in(IN_VARNHOLM, both[0]), told_in(IN_VARNHOLM, both[1])).relation == "conflict"
    assert compare(told_in(IN_VARNHOLM, both[0]), told_in(IN_KELDBY, both[1])).relation == "different"


def test_articles_that_name_nothing_leave_a_conflict_open() -> None:
    fewer, more = claim(ARRAIGNED), claim(ARRAIGNED.replace("700,000", "959,000"))
    assert compare(fewer, more).relation == "conflict"


def test_a_seat_of_power_stands_for_its_country() -> None:
    war = claim("that Russia's war against its neighbour had failed")
    assert compare(war, claim("that Moscow's war against its neighbour had failed")).relation == "same"
    assert compare(war, claim("that Beijing's war against its neighbour had failed")).relation != "same"
