"""What `claims serve` says and does at the terminal, and what is left when it is killed."""

import re
import socket
import subprocess
import sys
from datetime import date
from pathlib import Path

from claims import desk
from tests.serve.conftest import Serve
from tests.serve.served import rows


def refused(*options: str, folder: Path) -> str:
    """What the command says where it cannot serve."""
    done = subprocess.run(
        [sys.executable, "-m", "claims", "serve", *options],
        capture_output=True,
        text=True,
        cwd=folder,
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") >= 1
    return " ".join(done.stderr.split())


def test_a_busy_port_is_one_clear_line(seeded: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as busy:
        port = busy.getsockname()[1]
        said = refused("--port", str(port), "--ledger", str(seeded), folder=Path.cwd())
    assert said.startswith(f"claims: port {port} is taken by another program")
    assert f"--port {port + 1 if port < 65535 else 8420}" in said


def test_a_host_that_is_none_of_this_machine_is_one_clear_line(seeded: Path) -> None:
    said = refused("--host", "192.0.2.7", "--port", "0", "--ledger", str(seeded), folder=Path.cwd())
    assert "name another with --host or --port" in said


def test_what_is_no_ledger_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("my notes")
    assert "not a ledger" in refused("--ledger", str(path), folder=Path.cwd())
    assert path.read_text() == "my notes"


def test_who_decides_is_asked_where_nobody_is_named(serve: Serve, ledger: str) -> None:
    visitor = serve(ledger, "--host", "localhost").visitor()
    id_ = re.findall(r"/claims/([0-9a-f]{12})", visitor.get("/").text)[0]
    answer = visitor.change(f"/claims/{id_}/verdict", attribution="correct")
    assert answer.status == 400
    assert "Nobody is named who decides" in answer.text
    for name in ("", " ", "x" * 101, "a\x07b"):
        assert visitor.change("/name", reviewer=name).status == 400
    assert visitor.change("/name", reviewer=" Ana  Holm ", back="//evil.example").leads_to == "/"
    assert visitor.change(f"/claims/{id_}/verdict", attribution="correct").status == 303
    assert [row[2] for row in rows(ledger, "verdicts")["verdicts"]] == ["Ana Holm"]


def test_a_desk_for_others_answers_to_figures_and_to_no_foreign_name(serve: Serve, ledger: str) -> None:
    visitor = serve(ledger, "--host", "0.0.0.0", "--reviewer", "Ana").visitor()
    assert visitor.get("/", Host="192.168.1.5:8420").status == 200
    assert visitor.get("/", Host=socket.gethostname()).status == 200
    assert visitor.get("/", Host="evil.example").status == 421


def test_wrong_tokens_are_slowed_down_and_the_right_one_still_opens(serve: Serve, ledger: str) -> None:
    served = serve(ledger)
    visitor = served.visitor(logged_in=False)
    statuses = [visitor.get(f"/?token={number}").status for number in range(25)]
    assert statuses == [401] * 20 + [429] * 5
    assert visitor.post("/login", {"token": served.token}).status == 303


def test_the_queue_is_filtered_as_a_search_is_and_an_id_leads_to_what_has_it(
    serve: Serve, ledger: str
) -> None:
    visitor = serve(ledger).visitor()

    def listed(query: str) -> set[str]:
        return set(re.findall(r"/claims/([0-9a-f]{12})", visitor.get(f"/?{query}").text))

    with desk.open_ledger(ledger) as opened:
        day = date(2026, 3, 15)
        assert listed("since=2026-03-15") == {c.id for c in desk.search(opened, since=day)} != set()
        assert listed("until=2026-03-14&speaker=velmoor") == {
            c.id for c in desk.search(opened, until=date(2026, 3, 14), speaker="velmoor")
        }
        assert listed("outlet=gazette&tag=high") == {
            c.id for c in desk.search(opened, outlet="gazette", tag="high")
        }
        assert listed("kind=direct&stance=neutral") == {
            c.id for c in desk.search(opened, kind="direct", stance="neutral")
        }
        assert (
            set() != listed("stance=distancing") == {c.id for c in desk.search(opened, stance="distancing")}
        )
        claim = opened.claims()[0]
    assert visitor.get("/?kind=sideways").status == 404
    assert visitor.get(f"/?words={claim.id[:8]}").leads_to == f"/claims/{claim.id}"
    assert visitor.get(f"/?words={claim.article.id}").leads_to == f"/articles/{claim.article.id}"
    assert visitor.get("/?since=yesterday").status == 404


def test_the_same_change_sent_twice_is_made_once(serve: Serve, ledger: str) -> None:
    visitor = serve(ledger).visitor()
    id_ = re.findall(r"/claims/([0-9a-f]{12})", visitor.get("/").text)[0]
    form = {**visitor.fields("/name"), "note": "once"}
    first, again = (visitor.post(f"/claims/{id_}/verdict", form) for _ in range(2))
    assert (first.status, first.leads_to) == (again.status, again.leads_to)
    assert visitor.post(f"/claims/{id_}/undo", {**form, "once": "another"}).status == 303
    assert visitor.post(f"/claims/{id_}/verdict", form).status == 303, "a reload after the undo"
    notes = [row[7] for row in sorted(rows(ledger, "verdicts")["verdicts"])]
    assert notes == ["once", None]


def test_a_wrong_word_is_one_line_and_changes_nothing(serve: Serve, ledger: str) -> None:
    visitor = serve(ledger).visitor()
    id_ = re.findall(r"/claims/([0-9a-f]{12})", visitor.get("/").text)[0]
    for form in ({"attribution": "perhaps"}, {"truth": "sort of"}, {}, {"corrected_speaker": " "}):
        assert visitor.change(f"/claims/{id_}/verdict", **form).status == 400
    assert visitor.change("/claims/ffffffffffff/verdict", attribution="correct").status == 400
    assert visitor.change(f"/claims/{id_}/undo").status == 400
    assert visitor.get("/claims/ffffffffffff").status == 404
    assert visitor.get("/articles/ffffffffffff").status == 404
    assert visitor.get("/?order=sideways&page=-3").status == 200
    assert rows(ledger, "verdicts", "decisions") == {"verdicts": [], "decisions": []}


def test_a_page_that_no_list_has_is_the_last_or_the_first(serve: Serve, ledger: str) -> None:
    visitor = serve(ledger).visitor()
    for path in ("/", "/articles", "/speakers", "/assertions"):
        first = visitor.get(path)
        assert first.status == 200
        for number in ("99", "0", "-1", "two", "9" * 5000):
            assert visitor.get(f"{path}?page={number}").text.count("<li") == first.text.count("<li"), number
