"""Web addresses as keys."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from claims.reading.urls import canonical_url, same_site


@pytest.mark.parametrize(
    ("given_", "wanted"),
    [
        ("HTTPS://News.Example/A/b/", "https://news.example/A/b"),
        ("https://news.example/a#comments", "https://news.example/a"),
        ("https://news.example/a?utm_source=x&id=7&fbclid=q&gclid=z", "https://news.example/a?id=7"),
        ("https://news.example/a/?UTM_Campaign=x", "https://news.example/a"),
        ("http://news.example:80/a", "http://news.example/a"),
        ("https://news.example:8443/a", "https://news.example:8443/a"),
        ("  https://news.example/?p=12 ", "https://news.example?p=12"),
    ],
)
def test_one_spelling(given_: str, wanted: str) -> None:
    assert canonical_url(given_) == wanted


@pytest.mark.parametrize(
    "no_page",
    [
        "",
        "https://news.example/",
        "https://news.example",
        "/a/b",
        "news.example/a",
        "file:///a",
        "https://[a/b",
        "http:///a",
        "https://news.example/a b",
    ],
)
def test_no_address_of_a_page(no_page: str) -> None:
    assert canonical_url(no_page) is None


@given(
    st.one_of(
        st.text(),
        st.text(alphabet="aB/?#&=:.%+utm_ @[]", max_size=30).map("hTTps://News.Example/".__add__),
        st.text(alphabet="aB/?#&=:.%80", max_size=30).map("http://".__add__),
    )
)
@example("http://a:80:80/x")
def test_the_spelling_is_stable(url: str) -> None:
    once = canonical_url(url)
    assert once is None or canonical_url(once) == once


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://www.courier.example/a", "http://courier.example:8080/b", True),
        ("https://amp.courier.example/a", "https://courier.example/a", True),
        ("https://courier.example/a", "https://gazette.example/a", False),
        ("https://notcourier.example/a", "https://courier.example/a", False),
        ("https://courier.co.example/a", "https://gazette.co.example/a", False),
    ],
)
def test_one_site(one: str, other: str, same: bool) -> None:
    assert same_site(one, other) == same_site(other, one) == same
