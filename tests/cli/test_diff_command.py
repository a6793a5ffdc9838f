import csv
import io
import json
from pathlib import Path

import pytest
from rich.console import Console

from claims.cli.changed_words import changed_words
from claims.reading import from_text
from claims.records import Change, Claim, Speaker
from tests.cli.running import Run

ONE, TWO = "seeds/ostermere-courier-1.md", "seeds/ostermere-courier-2.md"


def test_words_are_shown_in_place(claims: Run) -> None:
    done = claims("diff", ONE, TWO)
    assert done.code == 0
    assert "that [-14-] {+17+} people had been taken to hospital" in done.out
    assert "[-“We heard a bang, and then every window on Cordwainer Street was gone,”-]" in done.out
    assert "cue: said -> claimed" in done.out
    assert "speaker: Joss Tarrander -> Idra Vellmoor" in done.out


def test_changed_words_have_their_places_in_every_form(claims: Run) -> None:
    records = json.loads(claims("diff", ONE, TWO, "--json").out)
    texts = [Path(name).read_text("utf-8") for name in (ONE, TWO)]
    figure = next(r for r in records if r["change"] == "figure")
    assert figure["severity"] == "substantial"
    for side, words in (("old", "14"), ("new", "17")):
        [[start, end, told]] = figure[f"{side}_words"]
        assert told == words
        assert sum(f"{words} people" in text for text in texts) == 1
        assert end - start == len(words)
    rows = list(csv.DictReader(io.StringIO(claims("diff", ONE, TWO, "--csv").out)))
    assert [json.loads(row["old_words"]) for row in rows if row["change"] == "figure"] == [
        figure["old_words"]
    ]
    assert list(rows[0]) == list(records[0])


def test_the_exit_code_tells_of_substantial_changes(claims: Run, tmp_path: Path) -> None:
    assert claims("diff", ONE, TWO).code == 0
    assert claims("diff", ONE, TWO, "--exit-code").code == 1
    assert claims("diff", ONE, ONE, "--exit-code").code == 0
    comma = tmp_path / "comma.md"
    comma.write_text(Path(ONE).read_text("utf-8").replace("a bang, and", "a bang and"), "utf-8")
    done = claims("diff", ONE, comma, "--exit-code", "--json")
    assert done.code == 0
    assert [(c["change"], c["severity"]) for c in json.loads(done.out)] == [("reworded", "minor")]
    some = claims("diff", ONE, comma, "--min-severity", "moderate", "--json")
    assert json.loads(some.out) == []
    assert "1 less severe not shown" in some.err


def test_what_changed_outside_claims_is_said(claims: Run, tmp_path: Path) -> None:
    longer = tmp_path / "longer.md"
    longer.write_text(Path(ONE).read_text("utf-8") + "\nThe quay has three warehouses.\n", "utf-8")
    done = claims("diff", ONE, longer)
    assert done.out == ""
    assert "no claim changed" in done.err
    assert "outside claims: 1 sentence added" in done.err


def test_an_article_of_the_ledger_is_compared_with_its_earlier_version(claims: Run, desk: Path) -> None:
    files = json.loads(claims("diff", ONE, TWO, "--json").out)
    for asked in (
        "https://courier.example/news/quay-warehouse-fire",
        "https://courier.example/news/quay-warehouse-fire?utm_source=mail",
        TWO,
        "Fire destroys grain warehouse on Ostermere quay",
        "grain warehouse",
    ):
        done = claims("diff", asked, "--ledger", desk, "--json")
        assert [c["detail"] for c in json.loads(done.out)] == [c["detail"] for c in files], asked
    for since in ("1", "2026-01-01"):
        done = claims("diff", "grain", "--since", since, "--ledger", desk, "--json")
        assert len(json.loads(done.out)) == len(files)


@pytest.mark.parametrize(
    ("args", "named"),
    [
        (["e"], "may be 3 articles"),
        (["no such title"], "no article in the ledger is called 'no such title'"),
        (["US-Iraqi"], "one version of it only"),
        (["grain", "--since", "7"], "no earlier version 7"),
        (["grain", "--since", "2"], "no earlier version 2"),
        (["grain", "--since", "lately"], "--since lately"),
        ([ONE, TWO, "--since", "1"], "--since is for an article of the ledger"),
        ([ONE, "missing.md"], "missing.md: no such file"),
        (["https://courier.invalid/a", TWO], "https://courier.invalid/a: no such host"),
    ],
)
def test_bad_input_is_one_line(claims: Run, desk: Path, args: list[str], named: str) -> None:
    done = claims("diff", *args, "--exit-code", "--ledger", desk)
    assert (done.code, done.out) == (2, "")
    assert named in done.err
    assert len(done.err.strip().splitlines()) == 1


def test_one_file_alone_asks_for_the_other(claims: Run, tmp_path: Path) -> None:
    done = claims("diff", ONE, "--ledger", tmp_path / "none.db")
    assert (done.code, done.out) == (2, "")
    assert "name the later one" in done.err


def test_a_page_is_written_beside(claims: Run, tmp_path: Path) -> None:
    page = tmp_path / "changes.html"
    done = claims("diff", ONE, TWO, "--html", page)
    assert done.code == 0
    assert "Okonwick" in page.read_text("utf-8")
    assert str(page) in done.err.replace("\n", "")


@pytest.mark.parametrize(
    ("old", "new", "gone", "come", "shown"),
    [
        (
            "that it rained here",
            "that it snowed here",
            ["rained"],
            ["snowed"],
            "that it [-rained-] {+snowed+} here",
        ),
        ("it rained", "that it really rained", [], ["really"], "that it {+really+} rained"),
        ("it rained, all day", "it rained", ["all day"], [], "it rained [-all day-]"),
        (" “We waited, he", " “They waited, he", ["We"], ["They"], " “[-We-] {+They+} waited, he"),
        ("“It rained.” “A lot.”", "“It rained.”", ["A lot"], [], "“It rained.” [-A lot-]"),
        ("a b c d", "e f g h", ["a b c d"], ["e f g h"], "[-a b c d-]\n{+e f g h+}"),
    ],
)
def test_one_text_with_both_wordings_where_it_can_be_read(
    old: str, new: str, gone: list[str], come: list[str], shown: str
) -> None:
    def claim(words: str) -> Claim:
        article = from_text(words, key="a")
        span = article.span(0, len(words))
        return Claim(
            "a", article, (), (), (span,), Speaker("A", "person"), "indirect", "neutral", 0.9, "high"
        )

    one, other = claim(old), claim(new)
    change = Change(
        "reworded",
        one,
        other,
        "",
        "moderate",
        tuple(one.article.span(old.index(w), old.index(w) + len(w)) for w in gone),
        tuple(other.article.span(new.index(w), new.index(w) + len(w)) for w in come),
    )
    console = Console(width=80, no_color=True)
    with console.capture() as printed:
        console.print(changed_words(change), end="")
    assert printed.get().rstrip() == shown.rstrip()
