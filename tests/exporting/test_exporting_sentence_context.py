"""The context is made of whole sentences of the claim's own paragraph."""

from hypothesis import given
from hypothesis import strategies as st

from claims.exporting.sentence_context import context
from claims.records import Article, Block, Claim, Span


def claim_of(text: str, content: str, cue: str = "", blocks: tuple[Block, ...] | None = None) -> Claim:
    article = Article("a", text, blocks or (Block("paragraph", 0, len(text)),))

    def spans(words: str) -> tuple[Span, ...]:
        start = text.index(words)
        return (article.span(start, start + len(words)),) if words else ()

    return Claim("id", article, (), spans(cue), spans(content), None, "direct", "neutral", 0.5, "medium")


def test_the_whole_sentence_is_shown_with_white_space_folded() -> None:
    text = "The river rose. “We were\ntold   nothing,” said Mr. Osk\nof Tarnholt. Nobody slept."
    assert (
        context(claim_of(text, "“We were\ntold   nothing,”")).text
        == "“We were told nothing,” said Mr. Osk of Tarnholt."
    )


def test_a_claim_over_two_sentences_shows_both() -> None:
    text = "It was dark. “Stop!” Holt shouted. “The bridge is gone.” Then he ran."
    assert (
        context(claim_of(text, "“The bridge is gone.”", "shouted")).text
        == "Holt shouted. “The bridge is gone.”"
    )


def test_neighbouring_blocks_are_left_out() -> None:
    text = "The dam breaks\n\nHolt said it was old\n\nMore tomorrow"
    blocks = (Block("title", 0, 14), Block("paragraph", 16, 36), Block("paragraph", 38, 51))
    assert context(claim_of(text, "it was old", "said", blocks)).text == "Holt said it was old"


def test_a_text_without_stops_is_cut_and_says_so() -> None:
    shown = context(claim_of("water " * 100_000 + "the dam held" + " water" * 100_000, "the dam held")).text
    assert shown.startswith("… ")
    assert shown.endswith(" …")
    assert "the dam held" in shown
    assert len(shown) < 2_100


@given(st.text(min_size=1), st.data())
def test_the_context_always_holds_the_claim(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    article = Article("a", text, (Block("paragraph", 0, len(text)),))
    claim = Claim("id", article, (), (), (article.span(start, end),), None, "direct", "neutral", 0.5, "low")
    shown = context(claim)
    assert claim.content_text in shown.text
    ((first, last),) = shown.stretches
    assert shown.text[first:last] == claim.content_text


def test_each_piece_of_the_content_has_its_place() -> None:
    text = "It rained.  “The dam,”\n said   Holt, “is  gone.” He left."
    article = Article("a", text, (Block("paragraph", 0, len(text)),))
    pieces = tuple(article.span(text.index(p), text.index(p) + len(p)) for p in ("“The dam,”", "“is  gone.”"))
    claim = Claim("id", article, (), (), pieces, None, "direct", "neutral", 0.5, "low")
    shown = context(claim)
    assert shown.text == "“The dam,” said Holt, “is gone.”"
    assert [shown.text[start:end] for start, end in shown.stretches] == ["“The dam,”", "“is gone.”"]
