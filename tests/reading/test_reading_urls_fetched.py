"""Articles at an address: what is fetched, as what it is read, and what is said where it cannot be had."""

import gc
import gzip
import shutil
import ssl
import subprocess
import sys
import time
import zlib
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from threading import Thread

import pytest
from urllib3 import Timeout

from claims.reading import fetching, find, read
from tests.page_server import Site, serving
from tests.reading.fetched_pages import MORE, SAID, page, refused


def test_a_page_is_read_as_a_saved_one_is(site: Site, tmp_path: Path) -> None:
    url = site.put("/news/bridge", page())
    fetched = read(url)
    saved = tmp_path / "bridge.html"
    saved.write_text(page(), "utf-8")
    assert fetched.text == read(saved).text
    assert fetched.blocks == read(saved).blocks
    assert (fetched.title, fetched.key, fetched.url, fetched.path) == ("Bridge to open", url, url, None)
    assert fetched.outlet == "127.0.0.1"


def test_the_request_says_who_asks_and_takes_compressed_pages(site: Site) -> None:
    read(site.put("/a", page()))
    [(_, headers)] = site.asked
    assert headers["User-Agent"].startswith("claims/")
    assert "gzip" in headers["accept-encoding"]


@pytest.mark.parametrize(("encoding", "packed"), [("gzip", gzip.compress), ("deflate", zlib.compress)])
def test_compressed_pages(site: Site, encoding: str, packed: Callable[[bytes], bytes]) -> None:
    url = site.put("/a", packed(page().encode()), Content_Encoding=encoding)
    assert SAID in read(url).text


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/a", "text/html; charset=utf-8"),
        ("/a.txt", "text/html"),
        ("/a.php?x=1.txt", "application/xhtml+xml"),
        ("/a", None),
        ("/a.html", "application/octet-stream"),
    ],
)
def test_web_pages(site: Site, path: str, kind: str | None) -> None:
    assert read(site.put(path, page(), kind)).text == f"Bridge to open\n\n{SAID}\n\n{MORE}"


@pytest.mark.parametrize(
    ("path", "kind"), [("/a", "text/plain"), ("/a.txt", None), ("/a", None), ("/a.asp", "text/plain")]
)
def test_plain_text(site: Site, path: str, kind: str | None) -> None:
    assert read(site.put(path, f"{SAID}\n\n{MORE}\n", kind)).text == f"{SAID}\n\n{MORE}\n"


@pytest.mark.parametrize("kind", ["text/markdown", "text/plain", None, "text/x-markdown; charset=utf-8"])
def test_markdown(site: Site, kind: str | None) -> None:
    found = read(site.put("/notes/bridge.md", f"# Bridge to open\n\n{SAID} *{MORE}*\n", kind))
    assert found.title == "Bridge to open"
    assert "*" not in found.text


@pytest.mark.parametrize(
    ("named", "written"),
    [
        ("windows-1252", "cp1252"),
        ("ISO-8859-1", "cp1252"),
        ("iso-8859-1", "utf-8"),
        ("utf-16le", "utf-16-le"),
        ("utf-8", "utf-8-sig"),
        ("windows-1251", "utf-8-sig"),
        ("no-such-encoding", "utf-8"),
        ("base64", "utf-8"),
    ],
)
@pytest.mark.parametrize("declared", ["", "<meta charset='koi8-r'>"])
def test_the_encoding_that_the_server_names(site: Site, named: str, written: str, declared: str) -> None:
    url = site.put("/a", page(declared).encode(written), f"text/html; charset={named}")
    assert MORE in read(url).text


def test_an_encoding_in_other_letters(site: Site) -> None:
    words = "Мэр Идра Велмор сказала в понедельник, что мост откроют в мае после долгого ремонта и споров."
    body = f"<html><body><article><p>{words}</p><p>{words}</p></article></body></html>"
    assert words in read(site.put("/b", body.encode("koi8-r"), "text/html; charset=koi8-r")).text


def test_redirects_are_followed_and_the_last_address_counts(site: Site) -> None:
    last = site.put("/news/bridge", page())
    site.refuse("/middle", 302, Location="/news/bridge?utm_source=short#top")
    site.put("/news/bridge?utm_source=short", page())
    first = site.refuse("/s/1", 301, Location="/middle")
    found = read(first)
    assert (found.key, found.url) == (last, last)


def test_the_address_that_the_page_gives_for_itself_goes_before(site: Site) -> None:
    link = f"<link rel='canonical' href='{site.address}/news/bridge?utm_source=amp'>"
    found = read(site.put("/amp/bridge", page(link)))
    assert (found.key, found.url) == (f"{site.address}/news/bridge",) * 2
    assert found.outlet == site.address.removeprefix("http://")


def test_an_address_on_another_site_is_said_and_does_not_count(
    site: Site, caplog: pytest.LogCaptureFixture
) -> None:
    link = "<link rel='canonical' href='https://courier.example/news/bridge'>"
    url = site.put("/copied/bridge", page(link))
    assert read(url).key == url
    (said,) = caplog.records
    assert "names https://courier.example/news/bridge as its address" in said.getMessage()


def test_a_front_page_given_as_its_own_address_does_not_count(site: Site) -> None:
    url = site.put("/news/bridge", page("<link rel='canonical' href='https://courier.example/'>"))
    assert read(url).key == url


@pytest.mark.parametrize("target", ["ftp://127.0.0.1/a", "file:///etc/hostname"])
def test_redirects_lead_to_web_pages_only(site: Site, target: str) -> None:
    line = refused(site.refuse("/a", 302, Location=target))
    assert "leads to none" in line


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_redirect_to_what_is_no_address(site: Site) -> None:
    assert "leads to none" in refused(site.refuse("/a", 302, Location="http://[::1/a"))
    gc.collect()  # urllib3 leaves the connection open here, which is said when it is collected


def test_a_circle_of_redirects(site: Site) -> None:
    assert "redirected more than 10 times" in refused(site.refuse("/a", 302, Location="/a"))
    assert len(site.asked) == 11


@pytest.mark.parametrize(
    ("status", "told"),
    [
        (404, "no such page (404 Not Found); check the address"),
        (410, "no such page (410 Gone)"),
        (403, "gives no page (403 Forbidden); open it in a browser, save the page and name the file"),
        (401, "gives no page (401 Unauthorized)"),
        (429, "no page now (429 Too Many Requests); try again later"),
        (500, "no page now (500 Internal Server Error); try again later"),
        (503, "no page now (503 Service Unavailable)"),
        (204, "gives no page (204 No Content)"),
        (799, "(799)"),
    ],
)
def test_answers_without_a_page(site: Site, status: int, told: str) -> None:
    assert told in refused(site.refuse("/a", status))


@pytest.mark.parametrize("kind", ["image/png", "application/json", "video/mp4"])
def test_what_is_no_page(site: Site, kind: str) -> None:
    line = refused(site.put("/a.pdf", b"%PDF-1.7 \x00\x01", kind))
    assert f"not an article's page, but {kind}; save the article's text as a .txt file" in line


def test_what_is_said_to_be_text_and_is_none(site: Site) -> None:
    assert "binary data" in refused(site.put("/a", bytes(range(256)) * 40, "text/plain"))


@pytest.mark.parametrize("body", [b"", b" \n\n "])
def test_an_empty_page(site: Site, body: bytes) -> None:
    assert "an empty page" in refused(site.put("/a", body))


def test_a_page_without_an_article(site: Site) -> None:
    assert "no article's text" in refused(site.put("/a", "<html><body><script>run()</script></body></html>"))


@pytest.mark.parametrize("packed", [bytes, gzip.compress], ids=["plain", "compressed"])
def test_a_page_that_is_too_large(site: Site, packed: Callable[[bytes], bytes]) -> None:
    kind = {} if packed is bytes else {"Content_Encoding": "gzip"}
    url = site.put("/a", packed(b"<p>" + b"word " * 1_200_000), **kind)
    assert "larger than 5 MB" in refused(url)


def test_a_damaged_compressed_page(site: Site) -> None:
    assert "came damaged" in refused(site.put("/a", page(), Content_Encoding="gzip"))


def test_a_connection_that_breaks_off(site: Site) -> None:
    def broken(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "text/html")
        handler.send_header("Content-Length", "100000")
        handler.end_headers()
        handler.wfile.write(page().encode())
        handler.close_connection = True

    site.pages["/a"] = broken
    assert "the connection broke off" in refused(site.address + "/a")


def test_a_server_that_does_not_answer(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "_TIMEOUT", Timeout(connect=1, read=0.2))
    site.pages["/a"] = lambda handler: time.sleep(0.6)
    assert "no answer in time" in refused(site.address + "/a")


def test_a_server_that_never_ends(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    def dripping(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "text/html")
        handler.end_headers()
        for _ in range(40):
            try:
                handler.wfile.write(b"<p>word</p>")
            except OSError:
                return
            time.sleep(0.05)

    monkeypatch.setattr(fetching, "_WHOLE", 0.3)
    site.pages["/a"] = dripping
    begun = time.monotonic()
    assert "not here after" in refused(site.address + "/a")
    assert time.monotonic() - begun < 1.5


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("http://no-such-host.invalid/a", "no such host"),
        ("http://127.0.0.1:1/a", "the server cannot be reached (Connection refused)"),
        ("ftp://news.example/a", "only http and https"),
        ("file:///etc/hostname", "only http and https"),
        ("http://", "no address of a page"),
        ("http:///a", "no address of a page"),
        ("http://[::1/a", "no address of a page"),
        ("http://a..b/c", "no address of a page"),
        ("http://127.0.0.1:99999/a", "no address of a page"),
        (f"http://{'a' * 70}.example/a", "no address of a page"),
    ],
)
def test_addresses_that_lead_nowhere(site: Site, url: str, told: str) -> None:
    assert told in refused(url)


def test_a_proxy_is_used_where_the_system_names_one(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    site.put("http://news.example/a", page())
    monkeypatch.setenv("http_proxy", site.address.replace("//", "//idra:secret@"))
    assert read("http://news.example/a").key == "http://news.example/a"
    [(_, headers)] = site.asked
    assert headers["proxy-authorization"].startswith("Basic ")
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
    assert "the proxy cannot be reached" in refused("http://news.example/a")


@pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl is not installed")
def test_certificates_are_checked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, site: Site) -> None:
    asked = (
        "req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -addext subjectAltName=IP:127.0.0.1"
    )
    files = ["-keyout", str(tmp_path / "key"), "-out", str(tmp_path / "crt")]
    subprocess.run(["openssl", *asked.split(), *files], capture_output=True, check=True)
    safe = Site("", {})
    server = serving(safe)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tmp_path / "crt", tmp_path / "key")
    server.socket = context.wrap_socket(server.socket, server_side=True)
    monkeypatch.setattr(server, "handle_error", lambda *_: None)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    safe.address = safe.address.replace("http:", "https:")
    url = safe.put("/a", page())
    try:
        assert "no safe connection (self-signed certificate)" in refused(url).replace(
            "self signed", "self-signed"
        )
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "crt"))
        assert SAID in read(url).text
        assert SAID in read(site.refuse("/to-safe", 302, Location=url)).text
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
    assert "no safe connection" in refused(site.put("/a", page()).replace("http:", "https:"))


def test_finding_leaves_addresses_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SAID, "utf-8")
    url = "https://news.example//a?x=1"
    assert find([str(tmp_path), url, tmp_path / "a.txt", url]).files == (tmp_path / "a.txt", url)


def test_nothing_that_makes_connections_is_loaded_for_files() -> None:
    code = (
        "import sys, claims; claims.read('seeds/us-iraqi-cooperation.txt');"
        "print('claims.reading.fetching' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
