"""Quotations set off on a page keep their speaker; what a reader does not see is not read."""

import pytest

from claims.errors import ClaimsError
from claims.reading.html import read

FIRST = "<p>The bridge is safe, Mayor Anna Keller said on Monday in a long speech to the council of Hamm.</p>"
LAST = "<p>The council meets again next week to talk about the road to the bridge and the harbour.</p>"
LONG = (
    "<p>The old bridge over the river was built after the war and carried trams until the line was given up. For "
    "years the town argued over what should become of it, and twice the plans for a new one were put away again.</p>"
    "<p>The new bridge is forty metres longer and has a lane for bicycles on either side. The work took three years, a "
    "year more than planned, since the river flooded the site twice in the first winter.</p>"
)
QUOTED = "“I drove over it every day for thirty years.”"


def paragraphs(middle: str, rest: str = LONG) -> list[str]:
    source = f"<html><body><article><h1>Bridge opens</h1>{FIRST}{middle}{LAST}{rest}</article></body></html>"
    parsed = read(source.encode(), "page.html")
    return [parsed.text[b.start : b.end] for b in parsed.blocks]


@pytest.mark.parametrize("rest", ["", LONG])
@pytest.mark.parametrize(
    "markup",
    [
        f"<blockquote>{QUOTED}<cite>Bob Ames, driver</cite></blockquote>",
        f"<blockquote><p>{QUOTED}</p><footer>— <cite>Bob Ames, driver</cite></footer></blockquote>",
        f"<figure class=quote><blockquote>{QUOTED}</blockquote><figcaption>Bob Ames, driver</figcaption></figure>",
        '<blockquote class="twitter-tweet"><p lang="en">I drove over it every day for thirty years.</p>&mdash; '
        'Bob Ames, driver <a href="https://twitter.example/a/1">May 4, 2026</a></blockquote>',
    ],
)
def test_a_quotation_with_its_speaker_below_is_a_paragraph_that_names_who_spoke(
    markup: str, rest: str
) -> None:
    assert f"{QUOTED} — Bob Ames, driver" in paragraphs(markup, rest)


def test_a_source_inside_the_quotation_is_no_speaker() -> None:
    words = "In <cite>The Bridge</cite> he wrote of the river and of its boats for years."
    markup = f"<blockquote><p>{words}</p></blockquote>"
    assert "In The Bridge he wrote of the river and of its boats for years." in paragraphs(markup)


@pytest.mark.parametrize(
    "pulled",
    [
        "<blockquote class=pullquote>“We will open it in May”</blockquote>",
        "<aside class=pull-quote><p>We will open it in May</p></aside>",
        "<figure><blockquote>We will open it in May</blockquote><figcaption>Anna Keller</figcaption></figure>",
    ],
)
def test_a_pull_quote_that_repeats_the_text_is_left_out(pulled: str) -> None:
    said = "<p>“We will open it in May,” she said. “It is paid for, and nobody will lose money on it.”</p>"
    assert "".join(paragraphs(said + pulled)).count("We will open it in May") == 1


def test_q_is_shown_with_marks_inner_ones_too() -> None:
    markup = "<p><q>It is <b>safe</b>, she calls it <q>my bridge</q></q>, said Bob Ames, the deputy mayor of Hamm.</p>"
    assert "“It is safe, she calls it ‘my bridge’”, said Bob Ames, the deputy mayor of Hamm." in paragraphs(
        markup
    )


@pytest.mark.parametrize(
    "markup",
    [
        "<p style='color: red; display: none'>“Secret words,” said Bob Ames.</p>",
        "<p style='visibility:hidden'>“Secret words,” said Bob Ames.</p>",
        "<div hidden><p>“Secret words,” said Bob Ames.</p></div>",
        "<template><p>“Secret words,” said Bob Ames.</p></template>",
        "<div class='cookie-banner'><p>“Secret words,” said Bob Ames, who wants cookies.</p></div>",
        "<figure><img src=x.jpg><figcaption>Secret words, Bob Ames said. Photograph: Carl Dorn</figcaption></figure>",
        "<p class='wp-caption-text'>Secret words, Bob Ames said.</p>",
    ],
)
@pytest.mark.parametrize("rest", ["", LONG])
def test_hidden_elements_captions_and_consent_dialogs_are_not_read(markup: str, rest: str) -> None:
    assert not any("Secret words" in words for words in paragraphs(markup, rest))


def test_a_page_that_scripts_would_uncover_is_read() -> None:
    source = (
        f"<html><body><div style='display:none'><article>{FIRST}{LAST}{LONG}</article></div></body></html>"
    )
    assert "Anna Keller" in read(source.encode(), "page.html").text


def test_paragraphs_that_stand_on_the_page_twice_are_read_once_short_ones_as_often_as_they_are_said() -> None:
    denied = "<p>KELLER: No comment.</p>"
    found = paragraphs(denied + LONG + denied)
    assert found.count("KELLER: No comment.") == 2
    assert len([words for words in found if words.startswith("The old bridge")]) == 1


@pytest.mark.parametrize(
    "source",
    [
        "<div " + " ".join(f"a{i}=1" for i in range(64_000)) + ">" + FIRST + LAST + LONG,
        "<div x='>' " + " ".join(f"a{i}=1" for i in range(64_000)) + ">" + FIRST + LAST + LONG,
        FIRST + LAST + LONG + "<img src='data:" + "A" * 1_000_000 + "'>",
    ],
)
def test_a_tag_with_very_many_attributes_costs_no_time(source: str) -> None:
    assert "Anna Keller" in read(source.encode(), "page.html").text


def test_a_page_of_tags_is_refused_in_one_line() -> None:
    with pytest.raises(ClaimsError, match=r"^page\.html: more tags than an article has; save the text"):
        read((FIRST + "<b>" * 1_000_000).encode(), "page.html")
