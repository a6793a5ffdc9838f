"""What mkdocs is told beside mkdocs.yml: pages that lie elsewhere, pages made from the code, and links between all.

The pages are written to be read in the repository, so their links are paths of files. Here a link to a page of the site
leads to that page; one to any other file of the repository, which the site does not have, keeps its words only.
"""

import importlib
import inspect
import posixpath
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

ROOT: Final = Path(__file__).parents[1]
ELSEWHERE: Final = {
    "security.md": "SECURITY.md",
    "changes.md": "CHANGELOG.md",
    "training.md": "training/README.md",
    "samples.md": "seeds/README.md",
}
"""Pages of the site, and where in the repository each lies."""
OTHERS: Final = {
    "How to": {
        "The desk in the browser": "desk.md",
        "Every view of the desk": "desk-views.md",
        "Dossiers and timelines": "dossier.md",
        "A team on PostgreSQL": "postgresql.md",
        "An archive on Spark": "archive.md",
        "A large archive": "scale.md",
    },
    "Trust": {"Benchmarks": "benchmarks.md"},
}
"""Pages that are in the navigation where they are there."""
API: Final = "api.md"
PACKAGES: Final = ("claims", "claims.desk", "claims.reading", "claims.exporting")
_LINK = re.compile(
    r"(?P<mark>!?)\[(?P<words>[^\[\]]*)\]\((?P<path>(?!\w+:)[^()#\s]*)(?P<anchor>#[^()\s]*)?\)"
)
_ROLE = re.compile(r":(?:class|func|meth|data|mod|attr):<code>(?:~)?([\w.]+)</code>")


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Put the pages into the navigation that are there, and every decision."""
    folder = Path(config.docs_dir)
    for group in config.nav or []:
        for title, pages in OTHERS.items():
            if isinstance(group, dict) and title in group:
                group[title] += [{name: path} for name, path in pages.items() if (folder / path).exists()]
        _add_decisions(group, folder)
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages that lie elsewhere, and the reference of the Python functions."""
    for name, path in ELSEWHERE.items():
        files.append(File.generated(config, name, content=(ROOT / path).read_text("utf-8")))
    files.append(File.generated(config, API, content="\n".join(_api())))
    return files


def on_page_markdown(markdown: str, page: Page, **_: Any) -> str:
    """Make a page's links lead to pages of the site."""
    own = page.file.src_uri
    source = ELSEWHERE.get(own, f"docs/{own}")

    def on_site(found: re.Match[str]) -> str:
        path = found["path"]
        if not path:
            return found[0]
        target = posixpath.normpath(posixpath.join(posixpath.dirname(source), path))
        pages = {there: name for name, there in ELSEWHERE.items()}
        name = pages.get(target, target.removeprefix("docs/") if target.startswith("docs/") else "")
        if not name:
            return found["words"]
        relative = posixpath.relpath(name, posixpath.dirname(own) or ".")
        return f"{found['mark']}[{found['words']}]({relative}{found['anchor'] or ''})"

    return _LINK.sub(on_site, markdown)


def on_page_content(html: str, page: Page, **_: Any) -> str:
    """Show the names that docstrings refer to as names."""
    return _ROLE.sub(r"<code>\1</code>", html) if page.file.src_uri == API else html


def _add_decisions(group: Any, folder: Path) -> None:
    for pages in group.values() if isinstance(group, dict) else ():
        for page in pages if isinstance(pages, list) else ():
            if isinstance(page, dict) and "Decisions" in page:
                found = sorted(path.name for path in (folder / "decisions").glob("*.md"))
                page["Decisions"] += [f"decisions/{name}" for name in found if name != "README.md"]


def _api() -> Iterator[str]:
    """The page of the public names, package by package, by where they are defined; constants are left out."""
    yield "# Python API\n\nEvery public name, with its docstring. [From Python](python.md) has examples of them.\n"
    told: set[str] = set()
    for package in PACKAGES:
        module = importlib.import_module(package)
        yield f"## `{package}`\n"
        for name in sorted(module.__all__):
            value = getattr(module, name)
            if not (inspect.isclass(value) or inspect.isfunction(value)):
                continue
            place = f"{value.__module__}.{value.__qualname__}"
            if place not in told:
                yield f"::: {place}\n"
            told.add(place)
