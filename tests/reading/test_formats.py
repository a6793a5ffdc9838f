"""One article gives the same words, and so the same claims, whatever the format in which it comes."""

import os
import shutil
import subprocess
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from claims.extraction import extract
from claims.reading import read, read_all
from claims.records import Article, Claim
from tests.reading.article_files import DATE, URL, WRITERS, Units, page, rtf
from tests.sheet.libreoffice import SOFFICE, convert

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome") or ""

SAMPLE = Path(__file__).parents[2] / "seeds" / "us-iraqi-cooperation.txt"


@cache
def units() -> Units:
    article = read(SAMPLE)
    return [(b.kind, " ".join(article.text[b.start : b.end].split())) for b in article.blocks]


@cache
def claims_of_sample() -> list[tuple[str, str, str]]:
    return said(extract(read(SAMPLE)))


def said(claims: list[Claim]) -> list[tuple[str, str, str]]:
    return [(c.speaker_name, c.cue_text, c.content_text) for c in claims]


def only_article(path: Path) -> Article:
    (article,) = [each for each in read_all(path) if isinstance(each, Article)]
    return article


@pytest.mark.parametrize("name", WRITERS)
def test_the_sample_gives_its_eleven_claims_in_every_format(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(WRITERS[name](units()))
    article = only_article(tmp_path / name)
    blocks = [(b.kind, " ".join(article.text[b.start : b.end].split())) for b in article.blocks]
    assert blocks == list(units())
    assert len(claims_of_sample()) == 11
    assert said(extract(article)) == claims_of_sample()


@pytest.mark.parametrize(
    "name",
    ["a.rss", "a-feed.xml", "a.csv", "a.jsonl", "a-list.json", "a.parquet", "a.xlsx", "a.json", "a.xml"],
)
def test_what_a_format_says_of_the_article_is_kept(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(WRITERS[name](units()))
    article = only_article(tmp_path / name)
    assert (article.title, article.author, article.outlet) == (
        units()[0][1],
        "Petra Holm",
        "Norhaven Courier",
    )
    assert (article.url, article.published) == (URL, date.fromisoformat(DATE))
    assert article.key == URL


@pytest.mark.parametrize("name", ["a.eml", "a.mbox"])
def test_a_message_has_its_subject_sender_and_day(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(WRITERS[name](units()))
    article = only_article(tmp_path / name)
    assert (article.title, article.outlet) == (units()[0][1], "Harbour Press Office")
    assert article.published == date.fromisoformat(DATE)


@pytest.mark.parametrize("name", WRITERS)
def test_the_content_tells_the_format_where_the_name_has_no_ending(name: str, tmp_path: Path) -> None:
    if name in (
        "a.txt",
        "a.md",
        "a.eml",
        "a-page.eml",
        "a.mbox",
        "a.csv",
        "a.jsonl",
        "a-list.json",
        "a.json",
    ):
        pytest.skip("text that may be any text")
    (tmp_path / "article").write_bytes(WRITERS[name](units()))
    assert len(only_article(tmp_path / "article").blocks) == len(units())


def same_claims(path: Path) -> None:
    article = only_article(path)
    assert len(claims_of_sample()) == 11
    assert [each[1:] for each in said(extract(article))] == [each[1:] for each in claims_of_sample()]
    assert said(extract(article)) == claims_of_sample()


@pytest.mark.parametrize("kind", ["pdf", "docx:MS Word 2007 XML", "odt", "rtf", "html:HTML (StarWriter)"])
def test_the_sample_gives_its_eleven_claims_as_libreoffice_saves_it(kind: str, tmp_path: Path) -> None:
    needed(SOFFICE, "LibreOffice")
    (tmp_path / "a.rtf").write_bytes(rtf(units()))
    same_claims(convert(tmp_path / "a.rtf", kind, tmp_path))


def test_the_sample_gives_its_eleven_claims_as_chromium_prints_it(tmp_path: Path) -> None:
    same_claims(printed("", tmp_path))


def test_the_sample_in_columns_keeps_its_words_and_all_claims_but_one(tmp_path: Path) -> None:
    """Where a line is broken the network may end one of the eleven contents elsewhere."""
    article = only_article(
        printed("body { columns: 2; font-size: 10pt } p { text-align: justify; hyphens: auto }", tmp_path)
    )
    found = {each[1:] for each in said(extract(article))}
    assert len(found & {each[1:] for each in claims_of_sample()}) >= 10


def printed(style: str, tmp_path: Path) -> Path:
    needed(CHROMIUM, "Chromium")
    source = (
        page(units())
        .decode()
        .replace("</head>", f"<style>{style}</style></head>")
        .replace("<html>", "<html lang='en'>")
    )
    (tmp_path / "a.html").write_text(source, "utf-8")
    command = [
        CHROMIUM, "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
        f"--user-data-dir={tmp_path / 'profile'}", f"--print-to-pdf={tmp_path / 'a.pdf'}", "--no-pdf-header-footer",
        (tmp_path / "a.html").as_uri(),
    ]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return tmp_path / "a.pdf"


def needed(program: str, name: str) -> None:
    if not program:
        if os.environ.get("CI"):
            pytest.fail(f"{name} is not installed: run `make test-tools`, which installs it")
        pytest.skip(f"{name} is not installed; `make test-tools` installs it")
