"""claims.toml: what a desk need not type."""

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.running import Run


@pytest.fixture
def home(desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a ledger and settings, from a folder in which the commands are given."""
    monkeypatch.delenv("CLAIMS_LEDGER", raising=False)
    shutil.copy(desk, tmp_path / "desk.db")
    (tmp_path / "claims.toml").write_text('ledger = "desk.db"\nreviewer = "Ana"\n', "utf-8")
    (tmp_path / "inbox").mkdir()
    monkeypatch.chdir(tmp_path / "inbox")
    return tmp_path


def test_the_settings_of_the_nearest_folder_above_hold(claims: Run, home: Path) -> None:
    found = json.loads(claims("search", "--speaker", "vellmoor", "--json").out)
    assert {claim["speaker"] for claim in found} == {"Idra Vellmoor"}
    assert claims("verdict", found[0]["id"], "correct").code == 0
    assert "by Ana" in claims("verdict", found[1]["id"], "correct").out
    assert "by Bo" in claims("verdict", found[0]["id"], "not a claim", "--reviewer", "Bo").out
    assert "decision 1" in claims("speakers", "role", "vellmoor", "chief of the fire brigade").out
    assert [row["reviewer"] for row in json.loads(claims("decisions", "--json").out)] == ["Ana"]
    assert not (home / "inbox" / "claims.db").exists()


@pytest.mark.usefixtures("home")
def test_what_is_typed_or_in_the_environment_counts_more(
    claims: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "no ledger other.db" in claims("search", "--ledger", "other.db").err
    monkeypatch.setenv("CLAIMS_LEDGER", "another.db")
    assert "no ledger another.db" in claims("search").err
    assert "no ledger other.db" in claims("search", "--ledger", "other.db").err
    monkeypatch.delenv("CLAIMS_LEDGER")
    (tmp_path / "inbox" / "claims.toml").write_text('ledger = "near.db"\n', "utf-8")
    assert f"no ledger {tmp_path / 'inbox' / 'near.db'}" in claims("search").err.replace("\n", "")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("ledgr = 'x.db'", "there is no setting ledgr: is ledger meant?"),
        ("colour = 'red'", "there is no setting colour: there are ledger, reviewer, outlets"),
        ("ledger = 3", 'ledger cannot be understood: write ledger = "desk.db"'),
        ("outlets = 'x'", "outlets cannot be understood: write [outlets]"),
        ("[outlets]\na = 3", "outlets cannot be understood: write [outlets]"),
        ("ledger = ", "no TOML in UTF-8 (Invalid value (at end of document)): mend it, or move it away"),
        ("ledger = 'caf\udce9.db'", "no TOML in UTF-8"),
    ],
)
def test_a_mistake_in_it_is_one_line(claims: Run, home: Path, text: str, said: str) -> None:
    (home / "claims.toml").write_bytes(text.encode("utf-8", "surrogateescape"))
    done = claims("search")
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert f"claims: {home / 'claims.toml'}: {said}" in done.err


def test_outlets_go_by_the_desks_names(claims: Run, home: Path) -> None:
    settings = 'ledger = "new.db"\n[outlets]\n"wirefeed" = "Wirefeed Agency"\n"news.example" = "The News"\n'
    (home / "claims.toml").write_text(settings, "utf-8")
    for name, head in (
        ("a.md", "outlet: WIREFEED"),
        ("b.md", "url: https://www.news.example/b"),
        ("c.md", "outlet: The Moor Post\nurl: https://moor.example/c"),
    ):
        page = f"---\ntitle: {name}\n{head}\n---\n\nThe bridge is unsafe, mayor Ida Holm said on Monday.\n"
        Path(name).write_text(page, "utf-8")
    assert claims("add", "a.md", "b.md", "c.md").code == 0
    listed = json.loads(claims("articles", "--json").out)
    assert {row["title"]: row["outlet"] for row in listed} == {
        "a.md": "Wirefeed Agency",
        "b.md": "The News",
        "c.md": "The Moor Post",
    }
    Path("a.md").write_text(Path("a.md").read_text("utf-8").replace("Monday", "Tuesday"), "utf-8")
    assert claims("add", "a.md", "--outlet", "Typed").code == 0
    assert "Typed" in claims("articles", "--csv").out
