"""``claims watch``: pages of a real server, looked at again and again."""

import json
import signal
import subprocess
import sys
import time
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from threading import Lock

import pytest

from tests.cli.running import Run
from tests.page_server import Site

FIRST = (
    "Mayor Idra Vellmoor said on Monday that the bridge over the Oster would open in May, after long repairs."
)
LATER = "Mayor Idra Vellmoor said on Monday that the bridge over the Oster would open in June, after long repairs."
REST = (
    "“We are sorry for the wait,” she told reporters at the town hall on the quay, beside a map of the works."
)


def page(said: str, space: str = "") -> str:
    return (
        "<html><head><title>Bridge to open</title></head><body><article><h1>Bridge to open</h1>"
        f"<p>{said}</p>{space}<p>{REST}</p></article></body></html>"
    )


def listed(folder: Path, *addresses: str) -> Path:
    (folder / "pages.txt").write_text("# ours\n" + "\n".join(addresses) + "\n")
    return folder / "pages.txt"


def test_a_version_is_stored_and_told_only_where_the_text_changed(
    claims: Run, site: Site, tmp_path: Path
) -> None:
    file, ledger = (
        listed(tmp_path, site.put("/bridge", page(FIRST))),
        ("--ledger", tmp_path / "claims.db"),
    )
    first = claims("watch", file, *ledger)
    assert (first.code, "new: Bridge to open" in first.out) == (0, True)
    site.put("/bridge", page(FIRST.replace(" on ", "  on\n"), "\n\n<!-- built anew -->"))
    same = claims("watch", file, *ledger)
    assert (same.code, same.out, "1 as before" in same.err) == (0, "", True)
    site.put("/bridge", page(LATER))
    changed = claims("watch", file, *ledger)
    assert changed.code == 0
    assert "version 2: Bridge to open" in changed.out
    assert "[-May-]" in changed.out
    assert "{+June+}" in changed.out
    listing = json.loads(claims("articles", "--json", *ledger).out)
    assert [one["versions"] for one in listing] == [2]


def test_a_page_is_asked_for_only_if_it_has_changed(claims: Run, site: Site, tmp_path: Path) -> None:
    version = {"now": (FIRST, '"a1"')}

    def answer(handler: BaseHTTPRequestHandler) -> None:
        said, tag = version["now"]
        if handler.headers.get("If-None-Match") == tag:
            handler.send_response(304)
            handler.end_headers()
            return
        body = page(said).encode()
        handler.send_response(200)
        for name, value in (
            ("Content-Type", "text/html"),
            ("ETag", tag),
            ("Last-Modified", "Mon, 02 Nov 2026 10:00:00 GMT"),
            ("Content-Length", str(len(body))),
        ):
            handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(body)

    site.pages["/bridge"] = answer
    url = site.address + "/bridge"
    ledger = ("--ledger", tmp_path / "claims.db")
    assert claims("add", url, *ledger).code == 0
    again = claims("add", url, *ledger)
    assert (again.code, "already in the ledger" in again.out) == (0, True)
    assert "1 as before" in claims("watch", listed(tmp_path, url), *ledger).err
    assert [headers.get("If-None-Match") for _, headers in site.asked] == [None, '"a1"', '"a1"']
    assert site.asked[1][1]["If-Modified-Since"] == "Mon, 02 Nov 2026 10:00:00 GMT"
    version["now"] = (LATER, '"a2"')
    assert "version 2" in claims("watch", listed(tmp_path, url), *ledger).out


def test_a_removed_article_does_not_come_back_as_unchanged(claims: Run, site: Site, tmp_path: Path) -> None:
    url, ledger = site.put("/bridge", page(FIRST), ETag='"a"'), ("--ledger", tmp_path / "claims.db")
    claims("add", url, *ledger)
    claims("remove", url, *ledger)
    assert "removed by decision" in claims("watch", listed(tmp_path, url), *ledger).err
    assert "If-None-Match" not in site.asked[-1][1]


def test_a_page_that_still_holds_is_not_asked_for(claims: Run, site: Site, tmp_path: Path) -> None:
    url = site.put("/bridge", page(FIRST), Cache_Control="public, max-age=600")
    file, ledger = listed(tmp_path, url), ("--ledger", tmp_path / "claims.db")
    claims("watch", file, *ledger)
    assert "1 not asked, as they still hold" in claims("watch", file, *ledger).err
    assert len(site.asked) == 1


def test_json_has_a_line_for_each_page_with_its_changes(claims: Run, site: Site, tmp_path: Path) -> None:
    file = listed(tmp_path, site.put("/bridge", page(FIRST)), site.refuse("/gone", 404))
    ledger = ("--ledger", tmp_path / "claims.db")
    first = claims("watch", file, "--json", *ledger)
    assert first.code == 1
    assert [json.loads(line)["status"] for line in first.out.splitlines()] == ["new", "failed"]
    site.put("/bridge", page(LATER))
    [changed, failed] = map(json.loads, claims("watch", file, "--json", *ledger).out.splitlines())
    assert (changed["status"], changed["version"], failed["version"]) == ("changed", 2, None)
    again = json.loads(claims("watch", file, "--json", *ledger).out.splitlines()[0])
    assert (again["status"], again["version"]) == ("unchanged", 2)
    assert "no such page" in failed["problem"]
    (change,) = changed["changes"]
    assert [words[2] for words in change["new_words"]] == ["June"]


def test_one_request_a_host_at_a_time(claims: Run, site: Site, tmp_path: Path) -> None:
    lock, most, under_way = Lock(), [0], [0]

    def slow(handler: BaseHTTPRequestHandler) -> None:
        with lock:
            under_way[0] += 1
            most[0] = max(most[0], under_way[0])
        time.sleep(0.1)
        with lock:
            under_way[0] -= 1
        handler.send_response(404)
        handler.end_headers()

    urls = []
    for number in range(5):
        site.pages[f"/{number}"] = slow
        urls.append(f"{site.address}/{number}")
    done = claims("watch", listed(tmp_path, *urls), "--ledger", tmp_path / "claims.db")
    assert (done.code, most[0], len(site.asked), site.asked_for_robots) == (2, 1, 5, 1)


@pytest.mark.parametrize(
    ("lines", "options", "told"),
    [
        ("", (), "no address in this file"),
        ("notes.txt", (), "notes.txt is no address"),
        ("http://127.0.0.1:1/a", ("--every", "soon"), "--every soon: a number with s, m, h or d"),
        ("http://127.0.0.1:1/a", ("--every", "1s"), "10s at the least"),
        ("http://127.0.0.1:1/a", ("--save", "/nowhere/kept"), "/nowhere/kept: No such file or directory"),
    ],
)
def test_bad_input(claims: Run, tmp_path: Path, lines: str, options: tuple[str, ...], told: str) -> None:
    done = claims("watch", listed(tmp_path, lines), *options, "--ledger", tmp_path / "claims.db")
    assert (done.code, told in done.err) == (2, True)
    assert not (tmp_path / "claims.db").exists()


@pytest.mark.parametrize("command", [("watch",), ("watch", "--json"), ("add", "--urls")])
def test_a_password_in_an_address_is_not_told(
    claims: Run, site: Site, tmp_path: Path, command: tuple[str, ...]
) -> None:
    address = site.put("/bridge", page(FIRST)).replace("//", "//anna:secret@")
    done = claims(*command, listed(tmp_path, address), "--ledger", tmp_path / "claims.db")
    assert (done.code, "secret" in done.out + done.err, "/bridge" in done.out + done.err) == (2, False, True)


def test_ctrl_c_ends_it_cleanly_between_two_looks(site: Site, tmp_path: Path) -> None:
    file = listed(tmp_path, site.put("/bridge", page(FIRST)))
    command = [
        sys.executable, "-m", "claims", "watch", str(file), "--every", "10s", "--ledger", str(tmp_path / "a.db")
    ]  # fmt: skip
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as started:
        assert started.stderr is not None
        line = started.stderr.readline()
        assert "1 new" in line
        started.send_signal(signal.SIGINT)
        out, err = started.communicate(timeout=60)
    assert (started.returncode, "Traceback" in err, "new: Bridge to open" in out) == (0, False, True)


def test_pages_are_kept_as_they_came_and_read_again_from_the_archive(
    claims: Run, site: Site, tmp_path: Path
) -> None:
    url = site.put("/bridge", page(FIRST).replace("é", "e"), Set_Cookie="session=secret")
    first = site.refuse("/short", 302, Location="/bridge")
    kept = tmp_path / "kept"
    kept.mkdir()
    done = claims("add", first, "--save", kept, "--ledger", tmp_path / "a.db")
    assert done.code == 0
    [archive] = kept.iterdir()
    assert claims("add", archive, "--ledger", tmp_path / "b.db").code == 0
    listings = [
        json.loads(claims("articles", "--json", "--ledger", tmp_path / name).out) for name in ("a.db", "b.db")
    ]
    assert [one["url_or_file"] for (one,) in listings] == [url, url]
    assert [one["claims"] for (one,) in listings] == [2, 2]
    from warcio.archiveiterator import ArchiveIterator

    with archive.open("rb") as file:
        records = [
            (r.rec_type, r.rec_headers.get_header("WARC-Target-URI"), r.content_stream().read())
            for r in ArchiveIterator(file)
        ]
    assert [kind for kind, *_ in records] == ["warcinfo", "response", "request"]
    assert records[1][1:] == (url, page(FIRST).encode())
    import gzip

    assert b"secret" not in gzip.decompress(archive.read_bytes())
