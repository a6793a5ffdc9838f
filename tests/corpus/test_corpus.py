"""An archive on Spark has the claims, speakers and groups that a ledger of the same articles has."""

import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path
from shutil import which
from typing import TYPE_CHECKING, Any

import pytest

import claims
from claims import desk, reading
from claims.errors import ClaimsError
from claims.ledger import Ledger
from claims.records import Article, Claim, together

pytest.importorskip("pyspark", reason="PySpark is not installed: pip install 'claimsheet[spark]'")
if which("java") is None:
    pytest.skip("no Java is installed: make test-tools", allow_module_level=True)

from claims import corpus
from claims.corpus.components import components
from claims.corpus.record_rows import COLUMNS, article_of, claims_of, row_of

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

ARTICLES = 120

pytestmark = pytest.mark.filterwarnings("ignore:PySpark does not yet fully support pandas:FutureWarning")


@pytest.fixture(scope="module")
def spark() -> Iterator["SparkSession"]:
    with corpus.started("local[2]") as session:
        session.conf.set("spark.sql.shuffle.partitions", 3)
        yield session


def rows(spark: "SparkSession", folder: Path | str) -> list[Any]:
    return spark.read.parquet(str(folder)).collect()


@pytest.fixture(scope="module")
def news(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Records as an archive has them: the samples, and some that are no articles."""
    path = tmp_path_factory.mktemp("news") / "corpus.jsonl"
    texts = [Path(f"seeds/{name}").read_text("utf-8") for name in ("us-iraqi-cooperation.txt",)]
    texts += [f"Mayor Ada Vale said that bridge {n} was closed." for n in range(8)]
    good = [
        json.dumps({"id": f"n{n}", "body": text, "source": "The Courier"}) for n, text in enumerate(texts)
    ]
    bad = [
        '{"id": "x", "body": ""}',
        '{"id": "y", "body": "broken',
        "[1, 2]",
        json.dumps(
            {"id": "z", "body": "Der Bürgermeister sagte gestern, dass die Brücke geschlossen bleibt. " * 5}
        ),
    ]
    path.write_text("\n".join([*good, *bad]) + "\n", "utf-8")
    return path


def test_records_are_read_and_extracted_as_on_a_laptop_and_bad_ones_are_kept_with_the_reason(
    spark: "SparkSession", news: Path, tmp_path: Path
) -> None:
    place = str(tmp_path / "archive")
    done = corpus.extract(spark, str(news), place, parts=2)
    assert (done.articles, done.bad, done.parts) == (9, 4, 2)
    whys = {row.record[:9]: row.problem for row in rows(spark, f"{place}/bad")}
    said = {'{"id": "x': "without a text", '{"id": "y': "JSON", "[1, 2]": "", '{"id": "z': "German"}
    assert all(word in whys[start] for start, word in said.items())
    found = [row.asDict() for row in rows(spark, f"{place}/extracted") if not row.problem]
    on_laptop = {
        a.key: (a, claims.extract(a))
        for a in reading.read_all(news, root=news.parent)
        if isinstance(a, Article) and not reading.foreign_language(a.text)
    }
    assert {row["key"]: (article_of(row), claims_of(row)) for row in found} == on_laptop
    assert sum(len(its) for _, its in on_laptop.values()) > 10

    again = corpus.extract(spark, str(news), place, parts=2)
    assert (again.articles, again.bad, again.parts) == (9, 4, 0)
    with pytest.raises(ClaimsError, match="begun with 2 parts"):
        corpus.extract(spark, str(news), place, parts=3)


def test_what_was_cut_short_is_done_again_and_nothing_twice(
    spark: "SparkSession", news: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from claims.corpus import extracting

    place = tmp_path / "archive"
    monkeypatch.setattr(extracting, "AT_ONCE", 2)
    write = spark.createDataFrame
    marked = []

    def killed(*args: Any, **options: Any) -> Any:
        marked.append(args[0])
        if len(marked) == 2:  # the second stretch is written, but not yet marked as finished
            raise KeyboardInterrupt
        return write(*args, **options)

    monkeypatch.setattr(spark, "createDataFrame", killed)
    with pytest.raises(KeyboardInterrupt):
        corpus.extract(spark, str(news), str(place), parts=4)
    monkeypatch.setattr(spark, "createDataFrame", write)
    done = corpus.extract(spark, str(news), str(place), parts=4)
    assert (done.articles, done.bad, done.parts) == (9, 4, 2)


def invented(articles: int) -> list[tuple[Article, list[Claim]]]:
    sys.path.insert(0, "benchmarks")
    try:
        from growth import stories
    finally:
        sys.path.remove("benchmarks")
    return sorted(islice(stories(articles), articles), key=lambda story: story[0].key)


@pytest.fixture(scope="module")
def both(spark: "SparkSession", tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Ledger]]:
    """The same invented articles in an archive, linked and merged, and in a ledger."""
    folder = tmp_path_factory.mktemp("both")
    told = [
        (article, [replace(c, article=article, speaker=together(its[0].speakers + c.speakers)) for c in its])
        if number % 3 == 0  # so that some speak together
        else (article, [replace(c, article=article) for c in its])
        for number, (article, its) in enumerate(invented(ARTICLES))
    ]
    made = [
        {**dict.fromkeys(c.split()[0] for c in COLUMNS.split(", ")), **row_of(*story), "part": 0}
        for story in told
    ]
    place = str(folder / "archive")
    spark.createDataFrame(made, COLUMNS).write.parquet(f"{place}/extracted")
    corpus.link(spark, place)
    corpus.merge(spark, place)
    with Ledger.open(folder / "claims.db", create=True) as ledger:
        with ledger.transaction():
            for article, its in told:
                ledger.add(article, its)
        desk.refresh(ledger)
        yield place, ledger


def test_the_speakers_are_those_of_a_ledger(spark: "SparkSession", both: tuple[str, Ledger]) -> None:
    place, ledger = both
    found = {(r.appearance, r.speaker, r.name, r.type, r.role) for r in rows(spark, f"{place}/links")}
    speakers = {s.id: s for s in ledger.speakers()}
    expected = {
        (appearance, s.id, s.speaker.name, s.speaker.type, s.speaker.role)
        for s in speakers.values()
        for alias in s.aliases
        for appearance in alias.ids
    }
    assert found == expected
    assert len({speaker for _, speaker, *_ in found}) < len(found)


def test_the_groups_are_those_of_a_ledger(spark: "SparkSession", both: tuple[str, Ledger]) -> None:
    place, ledger = both
    found = sorted(
        (r.group, r.place, r.claim, r.speaker, r.reason, r.report) for r in rows(spark, f"{place}/groups")
    )
    expected = sorted(
        (g.id, n, m.claim.id, m.claim.speaker_name, m.reason, m.report)
        for g in ledger.groups()
        for n, m in enumerate(g.members)
    )
    assert found == expected != []
    conflicts = sum(r.relation == "conflict" for r in rows(spark, f"{place}/ties"))
    assert conflicts == len(ledger.conflicts())


def test_a_slice_comes_into_a_ledger_and_a_sample_can_be_read(
    spark: "SparkSession", both: tuple[str, Ledger], tmp_path: Path
) -> None:
    place, ledger = both
    key = ledger.articles()[3].key
    with Ledger.open(tmp_path / "slice.db", create=True) as made:
        assert corpus.load(spark, place, made, f"key = '{key}'") == 1
        assert [c.id for c in made.claims()] == [c.id for c in ledger.claims() if c.article.key == key]
        with pytest.raises(ClaimsError, match="no condition"):
            corpus.load(spark, place, made, "no_such_column > 1")
    drawn = list(corpus.sample(spark, place, 2))
    assert len({claim.article.key for claim in drawn}) == 2
    assert drawn == list(corpus.sample(spark, place, 2))


def test_a_name_that_very_many_share_is_capped_and_counted(
    spark: "SparkSession", both: tuple[str, Ledger], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from claims.corpus import linking_corpus

    place, _ = both
    monkeypatch.setattr(linking_corpus, "MOST_OF_A_KEY", 2)
    (tmp_path / "extracted").symlink_to(Path(place) / "extracted")
    counts = corpus.link(spark, str(tmp_path))
    assert counts["capped"] > 0
    assert counts["appearances"] == len(rows(spark, f"{place}/links"))  # nobody is lost


def test_steps_in_the_wrong_order_say_what_comes_first(spark: "SparkSession", tmp_path: Path) -> None:
    for step in (corpus.link, corpus.merge):
        with pytest.raises(ClaimsError, match="run `claims corpus extract"):
            step(spark, str(tmp_path / "nothing"))
    with pytest.raises(ClaimsError, match="Spark cannot read it"):
        corpus.extract(spark, str(tmp_path / "nothing.parquet"), str(tmp_path / "archive"))


def test_components_of_a_long_chain_and_a_star(spark: "SparkSession") -> None:
    chain = [(n, n + 1) for n in range(12)]
    star = [(100, n) for n in range(101, 120)] + [(300, 200), (200, 300)]
    found = components(spark.createDataFrame([*chain, *star], "a bigint, b bigint")).collect()
    lowest = {row.node: row.component for row in found}
    assert len(lowest) == len(found)
    assert lowest == {
        **dict.fromkeys(range(13), 0),
        **dict.fromkeys(range(100, 120), 100),
        200: 200,
        300: 200,
    }
