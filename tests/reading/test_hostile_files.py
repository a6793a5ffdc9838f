"""Files that nobody trusts: damaged, cut short, wrongly named, or made to exhaust the machine. One line each, soon."""

import gzip
import os
import random
import re
import time
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims.reading import Unread, find, read_all
from claims.records import Article
from tests.reading.article_files import WRITERS, Units, docx, odt, rss, zipped

UNITS: Units = [
    ("title", "Quay to be reviewed"),
    (
        "paragraph",
        "The mayor of Norhaven said on Tuesday that the harbour contract would be reviewed in full, after all.",
    ),
    (
        "paragraph",
        "“We have nothing to hide,” Ilse Brandt told reporters outside the town hall of the old port.",
    ),
]
ODT = b"application/vnd.oasis.opendocument.text"
BOMB = b"\0" * 60_000_000
LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {chr(98 + i)} "{f"&{chr(97 + i)};" * 10}">' for i in range(12))
    + "]>"
)


def unread(path: Path) -> Unread:
    """What is said of a file of which nothing can be read: one line that names it."""
    start = time.monotonic()
    found = list(read_all(path))
    assert time.monotonic() - start < 20
    assert found
    for each in found:
        assert isinstance(each, Unread)
        assert each.problem.startswith(str(path))
        assert "\n" not in each.problem
    assert isinstance(found[0], Unread)
    return found[0]


def understated(part: str) -> bytes:
    """A zip file whose part says that it unpacks to ten bytes."""
    whole = bytearray(zipped({"[Content_Types].xml": b"<Types/>", part: BOMB}))
    with zipfile.ZipFile(BytesIO(bytes(whole))) as archive:
        size = archive.getinfo(part).file_size.to_bytes(4, "little")
    return bytes(whole).replace(size, (10).to_bytes(4, "little"))


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("bomb.docx", zipped({"word/document.xml": BOMB}), "unpacks to more than 50 MB"),
        ("bomb.odt", zipped({"mimetype": ODT, "content.xml": BOMB}), "more than"),
        ("bomb.zip", zipped({"a.txt": BOMB}), "a.txt: .*unpacks to more than|a.txt unpacks to more than"),
        ("bomb.xlsx", zipped({"xl/workbook.xml": b"<w/>", **dict.fromkeys("abcdef", BOMB)}), "more than 300 MB"),
        ("liar.docx", understated("word/document.xml"), "damaged"),
        ("bomb.txt.gz", gzip.compress(BOMB * 4, mtime=0), "unpacks to more than 200 MB"),
        ("twice.gz", gzip.compress(gzip.compress(b"words", mtime=0), mtime=0), "archive in an archive"),
        ("inner.zip", zipped({"b.zip": zipped({"a.txt": b"words"})}), "archive in an archive"),
        ("laughs.xml", (LAUGHS + "<rss><item><title>&m;</title></item></rss>").encode(), "document type|broken XML"),
        ("outside.rss", b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><rss>&a;</rss>', "document type"),
        ("laughs.docx", zipped({"word/document.xml": (LAUGHS + "<x>&m;</x>").encode()}), "document type|broken XML"),
        ("deep.json", b"[" * 5_000_000, "broken JSON"),
        ("deep.rtf", b"{\\rtf1" + b"{" * 1_000_000, "no words|damaged"),
        ("deep.rss", b"<rss>" + b"<a>" * 1_000_000, "broken XML"),
        ("many.zip", zipped({f"{i}.txt": b"" for i in range(20_001)}), "more than 20000 files"),
    ],
)  # fmt: skip
def test_what_would_exhaust_the_machine_is_refused(
    name: str, content: bytes, problem: str, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(content)
    found = unread(tmp_path / name)
    assert re.search(problem, found.problem), found.problem


@pytest.mark.parametrize(
    "name", [name for name in WRITERS if name not in ("a.txt", "a.md", "a.html", "a.pdf", "a-columns.pdf")]
)
@pytest.mark.parametrize("part", [0.02, 0.3, 0.6, 0.95])
def test_a_file_that_is_cut_short_is_read_as_far_as_it_goes_or_refused(
    name: str, part: float, tmp_path: Path
) -> None:
    whole = WRITERS[name](UNITS)
    (tmp_path / name).write_bytes(whole[: max(1, int(part * len(whole)))])
    for each in read_all(tmp_path / name):
        assert isinstance(each, Article) or (
            str(tmp_path / name) in each.problem and "\n" not in each.problem
        )


@pytest.mark.parametrize("name", WRITERS)
def test_a_damaged_file_never_ends_in_a_traceback(name: str, tmp_path: Path) -> None:
    chance = random.Random(name)
    whole = WRITERS[name](UNITS)
    for _ in range(30):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 30)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        (tmp_path / name).write_bytes(data)
        for each in read_all(tmp_path / name):
            assert isinstance(each, Article | Unread)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(sorted(WRITERS)), st.binary(max_size=300), st.integers(0, 60))
def test_any_bytes_under_any_name_give_articles_or_one_line(
    tmp_path: Path, name: str, data: bytes, kept: int
) -> None:
    (tmp_path / name).write_bytes(WRITERS[name](UNITS)[:kept] + data)
    for each in read_all(tmp_path / name):
        assert isinstance(each, Article) or "\n" not in each.problem


@pytest.mark.parametrize(
    ("name", "like"),
    [("a.txt", "a.docx"), ("a.docx", "a.odt"), ("a.html", "a.rtf"), ("a.odt", "a.docx"), ("a.rtf", "a.html")],
)
def test_a_wrong_ending_does_not_matter(name: str, like: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(WRITERS[like](UNITS))
    (article,) = read_all(tmp_path / name)
    assert isinstance(article, Article)
    assert "We have nothing to hide" in article.text


def test_names_in_an_archive_lead_nowhere(tmp_path: Path) -> None:
    inside = tmp_path / "inside"
    inside.mkdir()
    (inside / "a.zip").write_bytes(
        zipped({"../../evil.txt": b"Words of an article.", "/etc/evil.txt": b"More words."})
    )
    assert all(isinstance(each, Article) for each in read_all(inside / "a.zip"))
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["a.zip", "inside"]


def test_what_is_no_file_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    assert "not a file" in unread(tmp_path / "a.txt").problem
    (tmp_path / "b.txt").write_text("Words.")
    assert find([tmp_path]).files == (tmp_path / "b.txt",)


def test_old_and_foreign_formats_are_named_with_what_helps(tmp_path: Path) -> None:
    (tmp_path / "a.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    (tmp_path / "a.epub").write_bytes(zipped({"mimetype": b"application/epub+zip"}))
    (tmp_path / "a.pptx").write_bytes(zipped({"ppt/presentation.xml": b"<x/>"}))
    assert unread(tmp_path / "a.doc").problem.endswith("a.doc: an old Word file; save it as .docx")
    assert "an e-book" in unread(tmp_path / "a.epub").problem
    assert "slides" in unread(tmp_path / "a.pptx").problem


def test_a_good_part_of_an_archive_is_read_beside_bad_ones(tmp_path: Path) -> None:
    parts = {
        "a.docx": docx(UNITS),
        "b.odt": odt(UNITS)[:200],
        "c.png": b"\x89PNG\r\n",
        "d.rss": rss(UNITS),
        "e.xyz": b"x",
    }
    (tmp_path / "all.zip").write_bytes(zipped(parts))
    found = list(read_all(tmp_path / "all.zip"))
    assert [each.status if isinstance(each, Unread) else each.path for each in found] == [
        f"{tmp_path}/all.zip#a.docx".lstrip(), "failed", "skipped", f"{tmp_path}/all.zip#d.rss#https://courier.example/town/quay",
        "skipped",
    ]  # fmt: skip
