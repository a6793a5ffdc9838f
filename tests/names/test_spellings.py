"""Are two names one person? Measured on a table of pairs, and properties that hold for any text."""

import csv
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.names import blocking_keys, compare, same
from claims.text.normalisation import unaccented

ROOT = Path(__file__).parents[2]
with (Path(__file__).parent / "spellings.csv").open(encoding="utf-8", newline="") as table:
    PAIRS = list(csv.DictReader(table))

LEAST_F1 = 0.93
EVEN = 0.5

names = st.lists(
    st.text(st.characters(categories=["Lu", "Ll"], max_codepoint=0x24F), min_size=1, max_size=9), max_size=4
).map(" ".join)


def f1(pairs: list[dict[str, str]]) -> float:
    said = [compare(p["name1"], p["name2"]).probability >= EVEN for p in pairs]
    true = [p["same"] == "yes" for p in pairs]
    right = sum(s and t for s, t in zip(said, true, strict=True))
    return 2 * right / (sum(said) + sum(true))


@pytest.mark.parametrize("held", ["no", "yes"])
def test_pairs_of_spellings_are_told_from_pairs_of_persons(held: str) -> None:
    part = [p for p in PAIRS if p["held"] == held]
    assert len(part) >= 100
    assert f1(part) >= LEAST_F1


def test_spellings_of_one_name_share_a_block() -> None:
    alike = [p for p in PAIRS if p["same"] == "yes"]
    met = [p for p in alike if blocking_keys(p["name1"]) & blocking_keys(p["name2"])]
    assert len(met) >= 0.98 * len(alike)


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        ("Tahsin al-Qasim", "Tahseen Al Qasim", "other spelling"),
        ("R. Lindqvist", "Robert Lindqvist", "initial agrees"),
        ("Bob Lindqvist", "Robert Lindqvist", "other form: Bob / Robert"),
        ("Rita Lindqvist", "Robert Lindqvist", "other name: Rita / Robert"),
        ("Otto Lindqvist Jr.", "Otto Lindqvist Sr.", "jr / sr"),
        ("Mr. Lindqvist", "Mrs. Lindqvist", "as a man, the other as a woman"),
        ("Ada Quill Hart", "Ada Hart", "only in one: quill"),
        ("Harbour Safety Committee", "HSC", "acronym"),
        ("Harbour Safety Committee", "the Committee", "short form"),
        ("Ministry of Fisheries", "the Fisheries Ministry", "another order"),
        ("Nora Quill", "Idris Qasim", "other name"),
    ],
)
def test_the_reason_says_what_decided(one: str, other: str, words: str) -> None:
    assert words in compare(one, other).reason


@pytest.mark.parametrize(
    ("likelier", "less"),
    [
        (("Nora Quill", "Nora Quill"), ("Nora Quill", "N. Quill")),
        (("Nora Quill", "N. Quill"), ("Nora Quill", "Quill")),
        (("Nora Quill", "Quill"), ("Nora Quill", "Omar Quill")),
        (("Idris Zubaidi", "Zubaidi"), ("Idris Khan", "Khan")),
        (("Otto Lindqvist", "Otto Lindqvist"), ("Otto Lindqvist", "Lindqvist Otto")),
        (("Otto Lindqvist", "Otto Lindqvist Jr."), ("Otto Lindqvist Sr.", "Otto Lindqvist Jr.")),
    ],
)
def test_what_says_more_counts_more(likelier: tuple[str, str], less: tuple[str, str]) -> None:
    assert compare(*likelier).probability > compare(*less).probability


@pytest.mark.parametrize(
    "name", ["", "?!", "...", "-", "'", "Mr.", "al", "J.", "\ud800", "李", "\u0627\u0644"]
)
def test_a_name_with_little_in_it_is_no_error(name: str) -> None:
    assert compare(name, "Nora Quill").probability < EVEN
    assert blocking_keys(name) == blocking_keys(name)


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_text_is_compared_the_same_both_ways(one: str, other: str) -> None:
    match = compare(one, other)
    assert match == compare(other, one)
    assert 0.0 <= match.probability <= 1.0
    assert match.reason
    assert isinstance(blocking_keys(one), frozenset)


@given(names)
def test_a_name_is_the_same_as_itself_in_capitals_and_without_accents(name: str) -> None:
    if compare(name, name).probability:
        assert compare(name, name).probability >= 0.9
    assert compare(name, unaccented(name)).probability == pytest.approx(
        compare(name, name).probability, abs=0.15
    )


@given(st.sampled_from([p for pair in PAIRS for p in (pair["name1"], pair["name2"])]))
def test_capitals_and_accents_change_nothing(name: str) -> None:
    assert compare(name, name.upper()).probability >= 0.9
    assert compare(name, unaccented(name)).probability >= 0.9
    assert same(name, name.lower())


def run(*paths: Path) -> subprocess.CompletedProcess[str]:
    script = ROOT / "benchmarks" / "names.py"
    return subprocess.run([sys.executable, script, *paths], capture_output=True, text=True, check=False)


def test_the_benchmark_adds_a_probability_to_each_row(tmp_path: Path) -> None:
    pairs, out = tmp_path / "pairs.csv", tmp_path / "out.csv"
    pairs.write_text(
        'id,name2,name1\n7,"Qasim, Idris",Idris al-Qasim\n8,Omar Quill,Nora Quill\n', encoding="utf-8"
    )
    assert run(pairs, out).returncode == 0
    with out.open(encoding="utf-8", newline="") as file:
        one, other = csv.DictReader(file)
    assert (one["id"], one["name2"]) == ("7", "Qasim, Idris")
    assert float(one["probability"]) > EVEN > float(other["probability"])


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("a,b\nx,y\n", "lacks name1 or name2"),
        ("name1,name2\nx\n", "row 2 has 1 cells"),
        ("", "lacks name1 or name2"),
    ],
)
def test_the_benchmark_names_what_is_wrong_with_its_input(tmp_path: Path, text: str, problem: str) -> None:
    pairs = tmp_path / "pairs.csv"
    pairs.write_text(text, encoding="utf-8")
    done = run(pairs, tmp_path / "out.csv")
    assert done.returncode == 2
    assert problem in done.stderr
    assert done.stderr.count("\n") == 1


def test_the_benchmark_says_where_a_file_is_missing(tmp_path: Path) -> None:
    done = run(tmp_path / "none.csv", tmp_path / "out.csv")
    assert done.returncode == 2
    assert "none.csv" in done.stderr
    assert done.stderr.count("\n") == 1
