"""The documentation as a site: it builds without a warning, holds every page, and needs nothing from elsewhere."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

FROM_ELSEWHERE = re.compile(r"<(?:script|link|img|iframe|source)\b[^>]*\b(?:src|href)=\"?https?://[^\">\s]+")
OWN_ADDRESS = re.compile(r"""<link rel="?(?:canonical|alternate)""")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "--site-dir", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    warnings = [line for line in (done.stdout + done.stderr).splitlines() if line.startswith(("WARN", "ERR"))]
    assert (done.returncode, warnings) == (0, []), done.stderr
    return folder


def test_every_page_is_in_the_site_and_can_be_reached(site: Path) -> None:
    pages = [page.relative_to("docs").with_suffix("") for page in Path("docs").rglob("*.md")]
    names = [page.parent / "index" if page.name == "README" else page for page in pages]
    start = (site / "index.html").read_text("utf-8")
    assert [name for name in names if not (site / f"{name}.html").exists()] == []
    assert [name for name in names if f'href="{name}.html"' not in start] == []


def test_nothing_is_fetched_from_elsewhere(site: Path) -> None:
    found = {
        asked
        for page in site.rglob("*.html")
        for asked in FROM_ELSEWHERE.findall(page.read_text("utf-8"))
        if not OWN_ADDRESS.match(asked)
    }
    styles = {
        url
        for style in site.rglob("*.css")
        for url in re.findall(r"url\([\"']?(https?://[^)\"']+)", style.read_text("utf-8"))
    }
    assert (found, styles) == (set(), set())


def test_the_public_functions_are_in_it(site: Path) -> None:
    page = (site / "api.html").read_text("utf-8")
    assert all(
        f'id="claims.{name}"' in page
        for name in ("records.claim.Claim", "desk.adding.add", "ledger.ledger.Ledger")
    )
    assert not re.search(r":(?:class|func|meth):", page)


def test_links_to_what_the_site_does_not_have_keep_their_words(site: Path) -> None:
    assert 'href="training.html#our-own-annotation"' in (site / "model-card.html").read_text("utf-8")
