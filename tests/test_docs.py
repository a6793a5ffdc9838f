"""What the documentation names is there: files by their paths, pages by their links."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGES = sorted(
    page.relative_to(ROOT)
    for pattern in ("*.md", "docs/**/*.md", "seeds/*.md", "training/*.md")
    for page in ROOT.glob(pattern)
)
LINK = re.compile(r"\]\((?!https?:)([^)#\s]+)")
NAMED = re.compile(r"`(?:python )?((?:claims|benchmarks|docs|tests|seeds|training)/[\w./-]*)")


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_every_link_of_a_page_leads_somewhere(page: Path) -> None:
    assert [link for link in LINK.findall(page.read_text("utf-8")) if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_every_path_that_a_page_names_is_there(page: Path) -> None:
    assert [path for path in NAMED.findall(page.read_text("utf-8")) if not Path(path).exists()] == []


def test_every_decision_is_in_the_index() -> None:
    index = Path("docs/decisions/README.md")
    linked = {index.parent / link for link in LINK.findall(index.read_text("utf-8"))}
    assert linked == {page for page in index.parent.glob("*.md") if page != index}


def test_the_picture_of_the_rooms_is_what_make_docs_draws() -> None:
    done = subprocess.run([sys.executable, "docs/rooms.py"], capture_output=True, text=True, check=True)
    assert done.stdout == Path("docs/pictures/rooms.svg").read_text("utf-8"), "run `make docs`"
