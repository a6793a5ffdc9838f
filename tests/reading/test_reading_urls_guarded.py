"""Pages at addresses that are not trusted: private ones, dripping ones, and credentials in them."""

import socket
import time

import pytest

from claims.errors import ClaimsError
from claims.reading import fetching, read, read_all
from claims.records import Article
from tests.page_server import Site
from tests.reading.article_files import pdf_article, rss
from tests.reading.fetched_pages import MORE, SAID, dripping, page, refused


def test_private_addresses_are_not_fetched_unless_allowed(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = site.put("/a", page())
    monkeypatch.delenv("CLAIMS_ALLOW_PRIVATE")
    for address in (
        url,
        url.replace("127.0.0.1", "localhost"),
        "http://[::1]/a",
        "http://[::ffff:10.0.0.1]/a",
        "http://10.0.0.1/a",
        "http://169.254.169.254/latest/meta-data",
        "http://0.0.0.0/a",
        "http://100.64.0.1/a",
        "http://2130706433/a",
    ):
        assert "no public address" in refused(address)
    assert site.asked == []


def test_a_name_is_looked_up_once_and_checked_at_each_redirect(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.put("/a", page())
    port = int(site.address.rpartition(":")[2])
    site.refuse("/to-private", 302, Location=f"http://inside.example:{port}/a")
    answers = {"outside.example": "93.184.216.34", "inside.example": "10.0.0.7"}
    looked_up = []

    def look_up(host: str, port: int, **_: object) -> list[tuple[object, ...]]:
        looked_up.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (answers[host], port))]

    def connect(address: tuple[str, int], *_: object, **__: object) -> socket.socket:
        assert address[0] == "93.184.216.34"
        made = socket.socket()
        made.connect(("127.0.0.1", port))
        return made

    monkeypatch.delenv("CLAIMS_ALLOW_PRIVATE")
    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    monkeypatch.setattr("urllib3.util.connection.create_connection", connect)
    assert SAID in read(f"http://outside.example:{port}/a").text
    assert looked_up == ["outside.example"] * 2  # a connection for robots.txt, and one for the page
    assert "no public address" in refused(f"http://outside.example:{port}/to-private")
    assert [path for path, _ in site.asked] == ["/a", "/to-private"]


def test_headers_that_drip_in_do_not_hold_the_command(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "_WHOLE", 0.4)
    site.pages["/a"] = dripping
    begun = time.monotonic()
    assert "not here after" in refused(site.address + "/a")
    assert time.monotonic() - begun < 1.5


def test_a_document_and_a_feed_are_read_from_their_addresses(site: Site) -> None:
    units = [("title", "Bridge to open"), ("paragraph", SAID), ("paragraph", MORE)]
    url = site.put("/bridge.pdf", pdf_article(units), "application/pdf")
    article = read(url)
    assert (article.key, article.outlet) == (url, "127.0.0.1")
    assert SAID in article.text
    (entry,) = read_all(site.put("/feed", rss(units), "application/xml"))
    assert isinstance(entry, Article)
    assert (entry.key, entry.path) == ("https://courier.example/town/quay", None)


def test_credentials_in_an_address_are_neither_kept_nor_shown(site: Site) -> None:
    url = site.put("/a", page())
    with pytest.raises(ClaimsError) as caught:
        read(url.replace("http://", "http://idra:secret@"))
    assert str(caught.value).startswith(f"{url}: an address with a user's name or password is not fetched")
    assert site.asked == []


def test_credentials_in_what_a_page_gives_as_its_address_are_not_kept(site: Site) -> None:
    with_name = site.address.replace("//", "//idra:secret@")
    link = f"<link rel='canonical' href='{with_name}/news/bridge?access_token=abc&id=7'>"
    first = site.refuse("/s", 302, Location=f"{with_name}/a")
    site.put("/a", page(link))
    found = read(first)
    assert (found.key, found.url) == (f"{site.address}/news/bridge?id=7",) * 2
