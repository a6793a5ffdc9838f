"""The page's parts without a browser: no character is lost, nothing is marked wrongly, the same bytes each time."""

import stat
from collections import Counter
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from itertools import chain, pairwise
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import HealthCheck, example, given
from hypothesis import strategies as st

from claims.errors import ClaimsError
from claims.exporters import write
from claims.exporting import Findings
from claims.exporting.page import write_diff
from claims.exporting.page.chart import MOST_PERIODS, chart, periods
from claims.exporting.page.marked_text import MarkedBlock, MarkedPiece, marked_blocks
from claims.exporting.page.side_by_side import side_by_side
from claims.exporting.page.speaker_looks import initials, page_speakers
from claims.exporting.page.template_filters import CHANGE_SIGNS, web_address
from claims.records import Article, Block, Change, ChangeType, Claim, Conflict, Speaker
from tests.page.page_samples import article_of, hostile, nested
from tests.properties import examples

TEXT = st.text(st.sampled_from("ab “”\n<&😀ذ\u0301\r"), min_size=1, max_size=60)


@st.composite
def marked(draw: st.DrawFn) -> tuple[Article, dict[int, Claim]]:
    """Any text, cut into any blocks, with claims at any places, also one across the other."""
    text = draw(TEXT)
    places = st.integers(0, len(text))
    edges = sorted(draw(st.sets(places, max_size=6)))
    blocks = tuple(Block("paragraph", a, b) for a, b in pairwise(edges) if draw(st.booleans()))
    article = Article("a", text, blocks)
    spans = st.lists(
        st.tuples(places, places).filter(lambda p: p[0] < p[1]).map(lambda p: article.span(*p)), max_size=3
    ).map(tuple)
    claims = {
        number: Claim(
            str(number), article, draw(spans), draw(spans), content, None, "mixed", "neutral", 0.5, "low"
        )
        for number in range(1, draw(st.integers(0, 4)) + 1)
        if (content := draw(spans))
    }
    return article, claims


def blank_between_and_in_a_block() -> tuple[Article, dict[int, Claim]]:
    article = Article("a", "<<<<<  ", (Block("paragraph", 0, 5), Block("paragraph", 6, 7)))
    cue, content = (article.span(6, 7),), (article.span(0, 3),)
    return article, {1: Claim("1", article, (), cue, content, None, "mixed", "neutral", 0.5, "low")}


@given(marked())
@example(blank_between_and_in_a_block())
def test_every_character_is_there_and_marked_as_its_claims_say(
    sample: tuple[Article, dict[int, Claim]],
) -> None:
    article, claims = sample
    blocks = marked_blocks(article, claims)
    assert "".join("".join(b.text.split()) for b in blocks) == "".join(article.text.split())
    own = {(block.start, block.end) for block in article.blocks}
    cuts = sorted({0, len(article.text), *chain.from_iterable(own)})
    places = [(a, b) for a, b in pairwise(cuts) if (a, b) in own or article.text[a:b].strip()]
    assert [block.text for block in blocks] == [article.text[a:b] for a, b in places]
    opened: Counter[int] = Counter()
    for block, (start, _) in zip(blocks, places, strict=True):
        at = start
        for piece in block.pieces:
            for role in ("content", "mention", "cue"):
                there = {n for n, c in claims.items() if any(s.start <= at < s.end for s in getattr(c, role))}
                assert set(getattr(piece, role)) == there
            opened.update(piece.opens)
            at += len(piece.text)
    shown = {number for block in blocks for number in block.numbers}
    assert opened == Counter(shown)


class Reader(HTMLParser):
    """The text of a page outside its style, script and what repeats claims."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.tags: Counter[str] = Counter()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags[tag] += 1

    def handle_data(self, data: str) -> None:
        self.parts.append(data)


def page_of(findings: Findings, path: Path) -> str:
    write(findings, path)
    return path.read_text("utf-8")


def test_the_same_findings_give_the_same_bytes(tmp_path: Path) -> None:
    one, other = tmp_path / "one.html", tmp_path / "other.html"
    write(hostile(), one)
    write(hostile(), other)
    assert one.read_bytes() == other.read_bytes()


def test_no_claims_are_a_page_that_says_so(tmp_path: Path) -> None:
    page = page_of(Findings(()), tmp_path / "empty.html")
    assert "There are no claims to show" in page


@examples(40, suppress=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(exclude_categories=()), min_size=1, max_size=30))
def test_any_name_stays_text(tmp_path: Path, name: str) -> None:
    claim = nested().claims[0]
    known = replace(claim, speaker=Speaker(name, "person", name))
    reader = Reader(page_of(Findings((known,)), tmp_path / "name.html"))
    plain = Reader(
        page_of(Findings((replace(claim, speaker=Speaker("x", "person", "x")),)), tmp_path / "name.html")
    )
    assert reader.tags == plain.tags


def test_what_html_cannot_hold_is_counted(tmp_path: Path) -> None:
    claim = replace(nested().claims[0], speaker=Speaker("A\x00b\ud800", "person"))
    report = write(Findings((claim,)), tmp_path / "odd.html")
    assert report.altered
    assert "A�b�" in (tmp_path / "odd.html").read_text("utf-8")


def test_articles_without_claims_are_shown(tmp_path: Path) -> None:
    quiet = article_of("Nothing was said\nThe quay lay still.", "quiet.txt")
    page = page_of(Findings(nested().claims, articles=(quiet,)), tmp_path / "quiet.html")
    assert "The quay lay still." in page


def test_what_disagrees_is_told(tmp_path: Path) -> None:
    one, other, _ = nested().claims
    findings = Findings((one, other), conflicts=(Conflict(one, other, "figure: 14 / 17"),))
    assert page_of(findings, tmp_path / "page.html").count("figure: 14 / 17") == 2


@pytest.mark.parametrize(
    "make", [lambda p: p.mkdir(), lambda p: p.write_text("mine") and p.chmod(stat.S_IREAD)]
)
def test_a_place_that_cannot_be_written_is_one_line(
    tmp_path: Path, make: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "page.html"
    make(path)  # type: ignore[operator]
    monkeypatch.setattr(
        "os.access", lambda place, _: Path(place).stat().st_mode & stat.S_IWRITE
    )  # root may all
    article = nested().claims[0].article
    for writing in (
        lambda: write(nested(), path),
        lambda: write_diff(path, article, (), article, (), ()),
    ):
        with pytest.raises(ClaimsError, match=r"page\.html") as error:
            writing()
        assert "\n" not in str(error.value)


def test_a_change_may_bring_claims_that_were_not_found(tmp_path: Path) -> None:
    one, other, _ = nested().claims
    changes = [
        Change("removed", one, None, "no longer there"),
        Change("added", None, other, "not there before"),
    ]
    write_diff(tmp_path / "diff.html", one.article, (), other.article, (), changes)
    page = (tmp_path / "diff.html").read_text("utf-8")
    assert page.count('data-change="removed"') == page.count('data-change="added"') == 1


def test_every_change_has_a_sign_of_its_own() -> None:
    assert list(CHANGE_SIGNS) == list(get_args(ChangeType))
    assert len(set(CHANGE_SIGNS.values()) | {"="}) == len(CHANGE_SIGNS) + 1


BLOCKS = st.lists(st.sampled_from(["a b c d", "a b c x", "e f g", "", "h"]), max_size=8).map(
    lambda texts: [MarkedBlock("paragraph", (MarkedPiece(text),)) for text in texts]
)


@given(BLOCKS, BLOCKS)
def test_rows_have_each_paragraph_once_in_its_order(old: list[MarkedBlock], new: list[MarkedBlock]) -> None:
    rows = side_by_side(old, new)
    assert [row.old for row in rows if row.old] == old
    assert [row.new for row in rows if row.new] == new
    assert all((row.state == "only") == (row.old is None or row.new is None) for row in rows)
    assert all(row.state == "same" for row in side_by_side(old, old))


def test_rewritten_paragraphs_stand_beside_each_other() -> None:
    old, new = (
        [MarkedBlock("paragraph", (MarkedPiece(text),)) for text in texts]
        for texts in (
            ["The roof fell in.", "Fourteen people are in hospital.", "The end."],
            ["Ships wait outside.", "Seventeen people are in hospital.", "The end."],
        )
    )
    rows = side_by_side(old, new)
    assert [(r.old and r.old.text, r.new and r.new.text, r.state) for r in rows] == [
        ("The roof fell in.", None, "only"),
        (None, "Ships wait outside.", "only"),
        ("Fourteen people are in hospital.", "Seventeen people are in hospital.", "differs"),
        ("The end.", "The end.", "same"),
    ]


@given(st.sets(st.dates(), min_size=1, max_size=5))
def test_periods_hold_every_day(days: set[date]) -> None:
    found = periods(days)
    assert 1 <= len(found) <= MOST_PERIODS
    starts = [start for start, _ in found]
    assert starts == sorted(set(starts))
    assert starts[0] <= min(days)
    assert len({name for _, name in found}) == len(found)


@pytest.mark.parametrize(
    ("first", "last", "names"),
    [
        (date(2026, 3, 14), date(2026, 3, 16), ["14 Mar", "15 Mar", "16 Mar"]),
        (date(2026, 3, 4), date(2026, 3, 20), ["from 2 Mar", "from 9 Mar", "from 16 Mar"]),
        (date(2025, 11, 30), date(2026, 3, 20), ["Nov 2025", "Dec 2025", "Jan 2026", "Feb 2026", "Mar 2026"]),
        (date(1999, 1, 1), date(2001, 1, 1), ["1999", "2000", "2001"]),
    ],
)
def test_periods_are_as_short_as_fits(first: date, last: date, names: list[str]) -> None:
    assert [name for _, name in periods([first, last])] == names


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Idra Vellmoor", "IV"),
        ("Joint Operations Command", "JOC"),
        ("owners of the warehouse", "OW"),
        ("Tahsin al-Khafaji", "TK"),
        ("سلمى الدريني", "سا"),
        ("…", "•"),
        ("straße", "S"),
    ],
)
def test_initials(name: str, code: str) -> None:
    assert initials(name) == code


@given(st.lists(st.text(max_size=6), max_size=30))
def test_no_two_speakers_have_one_sign(names: list[str]) -> None:
    claim = nested().claims[0]
    found = page_speakers(
        [replace(claim, speaker=Speaker(name, "person")) for name in names] + [nested().claims[2]]
    )
    assert len({speaker.code for speaker in found.values()}) == len(found) == len(set(names)) + 1


def test_an_unnamed_speaker_is_one_within_an_article_only() -> None:
    claim = nested().claims[0]
    resident = replace(claim, speaker=Speaker("a resident", "unnamed"))
    elsewhere = replace(resident, article=article_of("Elsewhere\nNobody.", "other.txt"))
    assert len(page_speakers([resident, resident, elsewhere])) == 2


def test_the_chart_counts_every_claim() -> None:
    claims = [
        replace(nested().claims[0], speaker=Speaker(f"Speaker {n}", "person"))
        for n in range(20)
        for _ in range(3)
    ]
    found = page_speakers(claims)
    drawn = chart([(c, found[c.speaker.name, None]) for c in claims if c.speaker])
    assert len(drawn.rows) == 13
    assert drawn.rows[-1].speaker.name == "8 more speakers"
    assert sum(row.claims for row in drawn.rows) == sum(sum(row.counts) for row in drawn.rows) == 60


@given(st.lists(st.dates() | st.none(), min_size=1, max_size=6))
def test_the_names_of_periods_do_not_touch(days: list[date | None]) -> None:
    claim = nested().claims[0]
    dated = [replace(claim, article=replace(claim.article, published=day)) for day in days]
    speaker = next(iter(page_speakers(dated).values()))
    drawn = chart([(one, speaker) for one in dated])
    assert drawn.labels[len(drawn.periods) - 1] == drawn.periods[-1]
    places = sorted(drawn.labels)
    for one, other in pairwise(places):
        width = 6 * (len(drawn.periods[one]) + len(drawn.periods[other])) / 2
        assert drawn.columns[other] - drawn.columns[one] > width


@pytest.mark.parametrize(
    "text",
    ["javascript:alert(1)", "data:text/html,x", " https://a.example", "https://", "//a.example", "ftp://a.example",
     "java\nscript:x", "http://[", "", None, "https://a.example/\u202ex", "file:///etc/passwd"],
)  # fmt: skip
def test_only_addresses_on_the_web_become_links(text: str | None) -> None:
    assert web_address(text) is None


def test_an_address_on_the_web_is_kept() -> None:
    assert web_address("HTTPS://a.example/b?c=ü") == "HTTPS://a.example/b?c=ü"
