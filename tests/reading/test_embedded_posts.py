"""Embedded posts: one quotation with who wrote it, whatever shape the network's code has."""

import pytest

from claims.reading.html import read

POST = "We measured the lock for a year. Nobody in the ministry asked for the figures."
FIRST, SECOND = "We measured the lock for a year.", "Nobody in the ministry asked for the figures."
LINK = '<a href="https://posts.example/dm/1">May 4, 2026</a>'
SHORT_LINK = '<a href="https://t.co/Xy1">pic.twitter.com/Xy1</a>'
REST = (
    "<p>The lock at Arnbeck leaks, and the village has said so since the spring before last in three letters.</p>{}"
    "<p>The waterways office said on Friday that it would send an engineer, though it could not say which day.</p>"
)


@pytest.mark.parametrize(
    "post",
    [
        f'<blockquote class="twitter-tweet"><p lang="en">{POST}</p>&mdash; Dorte Maak (@dmaak) {LINK}</blockquote>',
        f'<blockquote class="twitter-tweet"><p>{FIRST}</p><p>{SECOND}</p>&mdash; Dorte Maak (@dmaak) {LINK}</blockquote>',
        f'<blockquote class="twitter-tweet"><p>{FIRST}<br><br>{SECOND}</p>&mdash; Dorte Maak {LINK}</blockquote>',
        f'<blockquote class="twitter-tweet"><p>{FIRST}</p><p>{SECOND} {SHORT_LINK}</p><p>— Dorte Maak (@dmaak) {LINK}</p></blockquote>',
        f'<blockquote class="twitter-tweet"><p>{POST} {SHORT_LINK}</p><cite>Dorte Maak (@dmaak) {LINK}</cite></blockquote>',
        f'<blockquote class="twitter-tweet"><p>{POST}</p><footer>— Dorte Maak (@dmaak) {LINK}</footer></blockquote>',
        f'<blockquote class="bluesky-embed"><p>{FIRST}</p><p>{SECOND}</p>&mdash; Dorte Maak (@dorte.example.org) {LINK}</blockquote>',
        f'<blockquote class="mastodon-embed"><p>{POST}</p><p>Post by @dmaak@social.example</p></blockquote>',
        f'<blockquote class="instagram-media"><p>{POST}</p><p>A post shared by Dorte Maak (@dmaak)</p></blockquote>',
    ],
)  # fmt: skip
def test_a_post_is_one_quotation_with_its_writer(post: str) -> None:
    source = f"<html><body><article><h1>Lock leaks</h1>{REST.format(post)}</article></body></html>"
    parsed = read(source.encode(), "page.html")
    found = [parsed.text[b.start : b.end] for b in parsed.blocks]
    writer = "@dmaak@social.example" if "mastodon" in post else "Dorte Maak"
    assert f"“{POST}” — {writer}" in found
    assert len(found) == 4


@pytest.mark.parametrize(
    "around",
    [
        "<figure class='embed'>{}</figure>",
        "<div class='embed embed-twitter'><div>{}<script async src='https://posts.example/w.js'></script></div></div>",
        "<figure><div class='tweet-wrapper'>{}</div></figure>",
    ],
)
def test_what_brings_a_post_onto_the_page_does_not_take_it_away(around: str) -> None:
    post = f'<blockquote class="twitter-tweet"><p>{POST}</p>&mdash; Dorte Maak (@dmaak) {LINK}</blockquote>'
    body = REST.format(around.format(post))
    parsed = read(
        f"<html><body><article><h1>Lock leaks</h1>{body}</article></body></html>".encode(), "page.html"
    )
    assert f"“{POST}” — Dorte Maak" in [parsed.text[b.start : b.end] for b in parsed.blocks]


def test_a_post_without_a_writer_keeps_its_words() -> None:
    post = f'<blockquote class="twitter-tweet"><p>{POST}</p></blockquote>'
    source = f"<html><body><article><h1>Lock leaks</h1>{REST.format(post)}</article></body></html>"
    assert POST in read(source.encode(), "page.html").text


TWO = f"<p>{FIRST}</p><p>{SECOND}</p>"


@pytest.mark.parametrize(
    ("post", "writer"),
    [
        (f'<div class="tweet-embed"><div class="tweet-header"><span class="tweet-name">Dorte Maak</span> <span class="tweet-handle">@dmaak</span></div><p class="tweet-text">{POST}</p>{LINK}</div>', "Dorte Maak"),
        (f'<div class="tweet-embed"><p>{POST}</p>&mdash; Dorte Maak (@dmaak) {LINK}</div>', "Dorte Maak"),
        (f'<div class="tweet-embed"><p>{POST}</p><p>— Dorte Maak (@dmaak)</p></div>', "Dorte Maak"),
        (f'<div class="tweet-embed">{POST} — Dorte Maak (@dmaak) May 4, 2026</div>', "Dorte Maak"),
        (f'<div class="tweet"><a href="/dm"><strong>Dorte Maak</strong> @dmaak</a><p>{POST}</p><div>4:12 PM · May 4, 2026</div><div>12K Likes</div></div>', "Dorte Maak"),
        (f'<div class="twitter-embed"><div class="user"><b>Dorte Maak</b><span>@dmaak · 4 May</span></div><div class="text">{POST}</div><div><span>1.2K</span> <span>Retweets</span></div></div>', "Dorte Maak"),
        (f'<div class="social-embed facebook"><div class="author">Dorte Maak</div><div class="date">May 4, 2026</div><div class="content">{TWO}</div></div>', "Dorte Maak"),
        (f'<figure class="embed-tweet"><p>{POST}</p><figcaption>Dorte Maak on X</figcaption></figure>', "Dorte Maak"),
        (f'<div class="instagram-embed"><a href="/dm">dmaak</a><p>{POST}</p><p>View this post on Instagram</p></div>', "dmaak"),
        (f'<div class="telegram-post"><div class="name">Waterways Office</div><div class="text">{POST}</div></div>', "Waterways Office"),
        (f'<div class="embed embed--twitter"><div class="tweet">{TWO}</div></div>', ""),
    ],
)  # fmt: skip
def test_a_post_in_a_sites_own_code_keeps_its_writer(post: str, writer: str) -> None:
    source = f"<html><body><article><h1>Lock leaks</h1>{REST.format(post)}</article></body></html>"
    parsed = read(source.encode(), "page.html")
    found = [parsed.text[b.start : b.end] for b in parsed.blocks]
    assert found[2:-1] == [f"“{POST}” — {writer}" if writer else f"“{POST}”"]


def test_a_post_that_the_text_quotes_stands_there_once() -> None:
    said = f"<p>“{POST}” Dorte Maak wrote on Monday.</p>"
    post = f'<div class="tweet-embed"><span>Dorte Maak @dmaak</span>{TWO}</div>'
    source = f"<html><body><article><h1>Lock leaks</h1>{REST.format(said + post)}</article></body></html>"
    assert read(source.encode(), "page.html").text.count(SECOND) == 1
