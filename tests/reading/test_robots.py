"""What a site's robots.txt asks is done, and what a hostile server does ends soon."""

import gzip
import time
from http.server import BaseHTTPRequestHandler

import pytest

from claims.reading import fetching, read, read_all
from claims.reading.page_state import condition, state_of
from claims.records import Article, PageState
from tests.page_server import Site
from tests.reading.fetched_pages import SAID, dripping, page, refused


@pytest.mark.parametrize(
    ("rules", "path", "allowed"),
    [
        ("User-agent: *\nDisallow: /news/", "/news/a", False),
        ("User-agent: *\nDisallow: /news/", "/other", True),
        ("User-agent: *\nDisallow: /\n\nUser-agent: claims\nAllow: /", "/news/a", True),
        ("User-agent: claims\nDisallow: /news/*.html$", "/news/a.html", False),
        ("User-agent: claims\nDisallow: /news/*.html$", "/news/a", True),
        ("User-agent: elsewhere\nDisallow: /", "/news/a", True),
        ("User-agent: *\nDisallow: /news/\nAllow: /news/a", "/news/a", True),
        ("<html>no rules</html>\0\xff", "/news/a", True),
    ],
)
def test_pages_that_programs_are_asked_not_to_fetch_are_not_asked_for(
    site: Site, rules: str, path: str, allowed: bool
) -> None:
    site.put("/robots.txt", rules, "text/plain")
    url = site.put(path, page())
    if allowed:
        assert SAID in read(url).text
    else:
        assert "robots.txt asks programs not to fetch this page; open it in a browser" in refused(url)
        assert site.asked == []


@pytest.mark.parametrize(
    ("status", "allowed"), [(404, True), (403, True), (410, True), (500, False), (503, False), (429, False)]
)
def test_a_site_that_cannot_say_what_it_asks_is_left_alone(site: Site, status: int, allowed: bool) -> None:
    site.refuse("/robots.txt", status)
    url = site.put("/a", page())
    if allowed:
        assert SAID in read(url).text
    else:
        assert f"robots.txt cannot be had now ({status}" in refused(url)


def test_the_page_that_a_redirect_leads_to_is_looked_up_too(site: Site) -> None:
    site.put("/robots.txt", "User-agent: *\nDisallow: /secret", "text/plain")
    site.put("/secret/a", page())
    assert "asks programs not to fetch" in refused(site.refuse("/a", 302, Location="/secret/a"))
    assert [path for path, _ in site.asked] == ["/a"]


def test_rules_that_are_moved_or_endless_do_not_hold_up(site: Site) -> None:
    site.refuse("/robots.txt", 301, Location="/rules/robots.txt")
    site.put("/rules/robots.txt", b"User-agent: *\nDisallow: /b\n" + b"# words\n" * 2_000_000, "text/plain")
    assert SAID in read(site.put("/a", page())).text
    assert "asks programs" in refused(site.put("/b", page()))


def forever(kind: str) -> object:
    packed = gzip.compress(b"\0" * 5_000_000, mtime=0)

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n")
        try:
            if kind == "headers":
                for number in range(100_000):
                    handler.wfile.write(b"X-%d: words\r\n" % number)
            if kind == "one header":
                for _ in range(10_000):
                    handler.wfile.write(b"X" * 1000)
            if kind == "compressed":
                handler.wfile.write(b"Content-Encoding: gzip\r\n\r\n")
                for _ in range(100_000):
                    handler.wfile.write(packed)
            handler.wfile.write(b"\r\n")
            for _ in range(100_000):
                handler.wfile.write(b"<p>word</p>" * 1000)
        except OSError:
            return

    return answer


@pytest.mark.parametrize("kind", ["headers", "one header", "compressed", "content"])
def test_an_answer_without_end_is_broken_off(site: Site, kind: str) -> None:
    site.pages["/a"] = forever(kind)  # type: ignore[assignment]
    begun = time.process_time()
    assert (
        refused(site.address + "/a")
        .partition(": ")[2]
        .startswith(("larger than 5 MB", "the connection broke"))
    )
    assert time.process_time() - begun < 30


def test_a_length_that_is_too_small_cuts_and_one_that_is_none_is_said(site: Site) -> None:
    def told(length: str) -> object:
        def answer(handler: BaseHTTPRequestHandler) -> None:
            start = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {length}\r\n\r\n"
            handler.wfile.write(start.encode() + page().encode())
            handler.close_connection = True

        return answer

    for length in ("99999999", "-5", "many"):
        site.pages["/a"] = told(length)  # type: ignore[assignment]
        (each,) = read_all(site.address + "/a")
        assert isinstance(each, Article) or "\n" not in each.problem
    site.pages["/a"] = told("9999999999")  # type: ignore[assignment]
    assert "the connection broke off" in refused(site.address + "/a")


def test_a_proxy_that_drips_is_broken_off(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "_WHOLE", 0.5)
    monkeypatch.setenv("http_proxy", site.address)
    site.pages["http://news.example/a"] = dripping
    begun = time.monotonic()
    assert "not here after" in refused("http://news.example/a")
    assert time.monotonic() - begun < 4


@pytest.mark.parametrize(
    ("headers", "fresh"),
    [
        ({"Cache-Control": "max-age=60"}, 60),
        ({"Cache-Control": "public, max-age=600", "Age": "100"}, 500),
        ({"Cache-Control": "max-age=31536000"}, 3600),
        ({"Cache-Control": "max-age=60, no-cache"}, None),
        ({"Cache-Control": "no-store"}, None),
        ({"Cache-Control": "s-maxage=60"}, None),
        ({"Cache-Control": "max-age=60", "Age": "90"}, None),
        ({}, None),
    ],
)
def test_how_long_a_page_holds(headers: dict[str, str], fresh: int | None) -> None:
    from datetime import UTC, datetime

    now = datetime(2026, 11, 28, tzinfo=UTC)
    until = state_of("https://a.example/", "https://a.example/", headers, now).fresh_until
    assert (None if until is None else (until - now).total_seconds()) == fresh


def test_what_a_server_gave_is_sent_back_only_where_it_is_a_header() -> None:
    kept = state_of(
        "https://a.example/1", "https://a.example/2", {"ETag": '"a"\r\nX: y', "Last-Modified": "x" * 2000}
    )
    assert (kept.etag, kept.last_modified) == (None, None)
    assert (
        condition(PageState("https://a.example/1", "https://a.example/2", '"a"'), "https://a.example/1") == {}
    )
