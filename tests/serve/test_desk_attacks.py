"""What an attacker tries: words of articles that would run, other sites' pages, other names, other files, floods."""

import re
import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.postgresql_server import copy_of
from tests.serve.conftest import Serve
from tests.serve.served import Desk, rows, serving


@pytest.fixture(scope="module")
def served(seeded: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A desk whose ledger no attack may change."""
    ledger = tmp_path_factory.mktemp("attacked") / "claims.db"
    ledger.write_bytes(seeded.read_bytes())
    with serving(str(ledger), "--reviewer", "Ana") as running:
        yield running


def test_nobody_comes_in_without_the_token(served: Desk) -> None:
    visitor = served.visitor(logged_in=False)
    for path in (
        "/",
        "/articles",
        "/export/claims.csv",
        "/speaker-names?name=a",
        f"/?token={'x' * 43}",
        "/?token=",
    ):
        answer = visitor.get(path)
        assert (answer.status, visitor.cookie) == (401, ""), path
        assert "Vellmoor" not in answer.text
    assert visitor.post("/login", {"token": "x"}).status == 401
    visitor.cookie = "claims-desk-8420=x"
    assert visitor.get("/").status == 401
    assert visitor.post("/login", {"token": served.token}).status == 303
    assert visitor.get("/").status == 200


def test_the_cookie_stays_with_the_desk(served: Desk) -> None:
    answer = served.visitor(logged_in=False).get(f"/?token={served.token}")
    said = answer.headers["Set-Cookie"].lower()
    assert "httponly" in said
    assert "samesite=strict" in said
    assert answer.leads_to == "/", "the token leaves the address"


@pytest.mark.parametrize(
    "host",
    ["evil.example", "evil.example:80", "127.0.0.1.evil.example", "localhost@evil", "", "[::1", "10.0.0.5"],
)
def test_a_name_that_was_pointed_at_this_machine_is_refused(served: Desk, host: str) -> None:
    visitor = served.visitor()
    answer = visitor.get("/", Host=host)
    assert answer.status in {400, 421}
    assert "Vellmoor" not in answer.text


def test_every_answer_says_what_the_browser_may_do(served: Desk) -> None:
    visitor = served.visitor()
    for path in ("/", "/nothing", "/static/desk.css", "/static/keys.js", "/export", "/claims/0000"):
        headers = visitor.get(path).headers
        policy = headers["Content-Security-Policy"]
        assert "default-src 'self'" in policy
        assert "unsafe" not in policy
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "no-referrer"
    page = visitor.get("/").text
    assert not re.search(
        r"<style|<script(?![^>]*src=)|\son\w+=|\sstyle=|//cdn|https?://(?!courier|gazette)", page
    )


@pytest.mark.parametrize(
    "path",
    [
        "/static/../guards.py",
        "/static/%2e%2e/guards.py",
        "/static/..%2fguards.py",
        "/static//etc/passwd",
        "/articles/..%2f..%2fetc%2fpasswd",
        "/claims/..%2f..%2fclaims.db",
        "/export/claims.../../x.csv",
        "/export/claims.db",
    ],
)
def test_no_path_leads_out_of_the_desk(served: Desk, path: str) -> None:
    answer = served.visitor().get(path)
    assert answer.status in {404, 405}
    assert "root:" not in answer.text
    assert "Content-Security-Policy" in answer.headers


def upload(visitor_of: Desk, name: str, content: bytes, **more: str) -> tuple[int, str]:
    """Send a file as a browser does; gives the answer's status and words."""
    visitor = visitor_of.visitor()
    fields = {**visitor.fields("/add"), **more}
    edge = "edge-of-a-part"
    parts = [
        f'--{edge}\r\nContent-Disposition: form-data; name="{k}"\r\n\r\n{v}\r\n' for k, v in fields.items()
    ]
    parts.append(f'--{edge}\r\nContent-Disposition: form-data; name="files"; filename="{name}"\r\n\r\n')
    body = "".join(parts).encode() + content + f"\r\n--{edge}--\r\n".encode()
    answer = visitor.ask("POST", "/add", body, {"Content-Type": f"multipart/form-data; boundary={edge}"})
    return answer.status, answer.text


def test_an_uploaded_file_stays_in_its_folder_whatever_it_is_called(served: Desk) -> None:
    folder = served.folder
    before = {path for path in folder.rglob("*") if path.parent.name != "added"}
    for name in (
        "../../../evil.txt",
        "..\\..\\evil.txt",
        "/etc/cron.d/evil.txt",
        ".hidden.txt",
        "..",
        "a/../b.txt",
    ):
        assert upload(served, name, b"No one said anything.")[0] == 303, name
    kept = [path for path in (folder / "added").iterdir() if not path.name.startswith(".")]
    assert {path.name for path in kept} >= {"evil.txt", "hidden.txt", "b.txt"}
    assert {path for path in folder.rglob("*") if path.parent.name != "added"} - before <= {folder / "added"}


def test_an_address_is_a_pages_and_no_file_is_read_by_it(served: Desk) -> None:
    visitor = served.visitor()
    for address in (
        "/etc/passwd",
        "file:///etc/passwd",
        "ftp://a.example/x",
        "javascript:alert(1)",
        "http://",
        "-",
    ):
        answer = visitor.change("/add", addresses=address)
        assert answer.status == 400, address
        assert "is no address of a page" in answer.text


def test_too_large_an_upload_is_refused_before_it_is_read(served: Desk) -> None:
    visitor = served.visitor()
    with socket.create_connection(served.place, timeout=20) as connection:
        connection.sendall(
            f"POST /add HTTP/1.1\r\nHost: {served.host}\r\nCookie: {visitor.cookie}\r\n"
            "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 99000000000\r\n\r\n".encode()
        )
        assert connection.recv(100).startswith(b"HTTP/1.1 413")


def test_an_upload_without_an_end_is_ended(served: Desk) -> None:
    visitor = served.visitor()
    with socket.create_connection(served.place, timeout=60) as connection:
        connection.sendall(
            f"POST /add HTTP/1.1\r\nHost: {served.host}\r\nCookie: {visitor.cookie}\r\n"
            "Content-Type: multipart/form-data; boundary=x\r\nTransfer-Encoding: chunked\r\n\r\n"
            '54\r\n--x\r\nContent-Disposition: form-data; name="files"; filename="a.txt"\r\n\r\n'.encode()
        )
        piece = b"%x\r\n%s\r\n" % (1 << 20, b"a" * (1 << 20))
        sent = 0
        try:
            while sent < 200:
                connection.sendall(piece)
                sent += 1
        except OSError:
            pass
    assert sent < 120, "it was read on and on"
    assert visitor.get("/").status == 200


def test_two_hundred_at_once_are_all_answered_and_no_verdict_is_lost(ledger: str, serve: Serve) -> None:
    visitor = serve(ledger).visitor()
    ids = list(dict.fromkeys(re.findall(r"/claims/([0-9a-f]{12})", visitor.get("/").text)))
    csrf = visitor.fields("/name")["csrf"]

    def ask(number: int) -> int:
        if number % 2:
            return visitor.get(("/", "/articles", f"/claims/{ids[0]}")[number % 3]).status
        form = {"csrf": csrf, "once": str(number), "note": f"note {number}"}
        return visitor.post(f"/claims/{ids[number % len(ids)]}/verdict", form).status

    with ThreadPoolExecutor(200) as pool:
        statuses = list(pool.map(ask, range(200)))
    assert set(statuses) <= {200, 303}
    notes = {row[7] for row in rows(ledger, "verdicts")["verdicts"]}
    assert notes == {f"note {number}" for number in range(0, 200, 2)}


def test_the_log_has_no_words_of_articles(seeded: Path, tmp_path: Path) -> None:
    ledger = Path(copy_of(seeded, "sqlite", tmp_path))
    with serving(str(ledger), "--reviewer", "Ana") as served:
        visitor = served.visitor()
        id_ = re.findall(r"/claims/([0-9a-f]{12})", visitor.get("/?words=warehouse").text)[0]
        for path in (f"/claims/{id_}", "/?words=warehouse&order=nonsense", "/?tag=warehouse", "/claims/ffff"):
            visitor.get(path)
        with damaged(ledger):
            assert visitor.get(f"/claims/{id_}").status in {404, 500}
        said = served.said()
    assert "warehouse" not in said
    assert "Traceback" not in said


@contextmanager
def damaged(ledger: Path) -> Iterator[None]:
    """While inside, the text of every article is another one than was stored."""
    whole = ledger.read_bytes()
    assert b"warehouse had passed" in whole
    ledger.write_bytes(whole.replace(b"warehouse had passed", b"WAREHOUSE had passed"))
    yield
    ledger.write_bytes(whole)
