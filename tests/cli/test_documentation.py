"""The documentation of the commands: it is there, it is what the commands are, and what it shows can be typed."""

import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer

from claims.cli import app
from claims.cli.examples import EXAMPLES

ROOT = Path(__file__).parents[2]
PAGES = [
    page.relative_to(ROOT)
    for pattern in ("*.md", "docs/**/*.md", "seeds/*.md", "training/*.md", ".g*/**/*.md")
    for page in sorted(ROOT.glob(pattern))
    if page.name not in ("commands.md", "benchmarks.md")  # written by commands
]
COMMAND: Any = typer.main.get_command(app)
BLOCK = re.compile(r"^```(?:sh|console)\n(.*?)^```$|^((?: {4}.*\n)+)", re.DOTALL | re.MULTILINE)
INLINE = re.compile(r"`((?:claims )[^`\n]+)`")
OPTION = re.compile(r"(?<![\w-])--?[a-zA-Z][\w-]*")
OPTION_ALONE = re.compile(r"`(--[a-z][a-z-]+)[^`\n]*`")
PLACEHOLDER = re.compile(r"[A-Z|.\\\[\]]+")


def commands(command: Any = COMMAND, words: str = "") -> Iterator[tuple[str, Any]]:
    """Every command by its words, groups too."""
    yield words or "claims", command
    for name, sub in getattr(command, "commands", {}).items():
        yield from commands(sub, f"{words} {name}".strip())


def meant(words: list[str]) -> tuple[str, Any, list[str]]:
    """The command that these words call, and what is left for it."""
    command, path, left = COMMAND, "", list(words)
    while subs := getattr(command, "commands", {}):
        if left and left[0] in subs:
            name = left.pop(0)
        elif "list" in subs:
            name = "list"
        else:
            break
        command, path = subs[name], f"{path} {name}".strip()
    return path, command, left


def options(command: Any) -> set[str]:
    return {opt for param in command.params for opt in param.opts} | {"--help", "-h"}


def typed(page: Path) -> list[list[str]]:
    """The calls of `claims` in a page's blocks of code, each as its words."""
    lines = [
        line
        for block in BLOCK.finditer(page.read_text("utf-8"))
        for line in "".join(filter(None, block.groups())).splitlines()
        if line.startswith("$ ") or not block.group().startswith("```console")  # the other ones are printed
    ]
    parts = [
        part.strip()
        for line in lines
        for part in re.split(r"\$\(|[|;)]|&&|<", line.strip().removeprefix("$ "))
    ]
    calls = [part.split(" > ")[0].strip().rstrip('"') for part in parts if re.match(r"claims( |$)", part)]
    return [shlex.split(call, comments=True)[1:] for call in calls]


def complaint(words: list[str]) -> str | None:
    """What the command line would say to these words, None where it understands them; nothing is done."""
    path, command, left = meant(words)
    if not left and hasattr(command, "commands"):
        return None
    if hasattr(command, "commands") and not left[0].startswith("-"):
        return f"there is no command {left[0]}"
    if hasattr(command, "commands"):
        return None if set(OPTION.findall(" ".join(left))) <= options(command) else f"{path}: {left}"
    try:
        command.make_context("claims", list(left)).close()
    except typer._click.exceptions.UsageError as error:
        return f"{path}: {error.format_message()}"
    return None


def test_the_command_reference_is_what_make_docs_writes() -> None:
    command = [sys.executable, "-m", "typer", "claims.cli", "utils", "docs", "--name", "claims"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == Path("docs/commands.md").read_text("utf-8").strip(), "run `make docs`"


def test_every_command_and_option_is_explained_and_every_command_has_an_example() -> None:
    everything = dict(commands())
    assert set(EXAMPLES) == set(everything)
    assert [words for words, command in everything.items() if not (command.help or "").strip()] == []
    unexplained = [
        f"{words} {param.opts[0]}"
        for words, command in everything.items()
        for param in command.params
        if not (getattr(param, "help", None) or "").strip()
    ]
    assert unexplained == []
    for words, command in everything.items():
        assert all(line in command.epilog for line in EXAMPLES[words])
        if words != "claims":
            called = [meant(shlex.split(line)[1:])[0] for line in EXAMPLES[words]]
            assert any(f"{each} ".startswith(f"{words} ") for each in called)


@pytest.mark.parametrize("words", EXAMPLES)
def test_every_example_can_be_typed(words: str) -> None:
    for line in EXAMPLES[words]:
        found = re.findall(r"(?:^|\$\()claims ?([^|>)]*)", line)
        assert found
        assert [said for call in found if (said := complaint(shlex.split(call)))] == []


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_what_a_page_types_can_be_typed(page: Path) -> None:
    """In blocks of code every word counts; in the running text, where placeholders stand, commands and options."""
    wrong = [
        said
        for words in typed(page)
        if not PLACEHOLDER.fullmatch("".join(words)) and (said := complaint(words))
    ]
    for call in INLINE.findall(page.read_text("utf-8")):
        _, command, left = meant(call.split()[1:])
        if hasattr(command, "commands") and left and re.match("[a-z]", left[0]):
            wrong.append(f"{call}: there is no such command")
        wrong += [
            f"{call}: {option}" for option in OPTION.findall(" ".join(left)) if option not in options(command)
        ]
    assert wrong == []


def test_an_option_that_is_not_there_is_found() -> None:
    assert complaint(["search", "--speeker", "x"]) is not None
    assert complaint(["search", "--since", "yesterday"]) is not None
    assert complaint(["serach"]) is not None
    assert complaint(["speakers", "khafaji"]) is None


@pytest.mark.parametrize(
    "page", ["README.md", *(f"docs/{name}.md" for name in ("tutorial", "sheet", "reading", "settings"))]
)
def test_an_option_that_a_page_names_alone_is_one_of_ours(page: str) -> None:
    ours = set().union(*(options(command) for _, command in commands()))
    assert set(OPTION_ALONE.findall(Path(page).read_text("utf-8"))) <= ours


def test_every_target_of_make_that_a_page_names_is_there() -> None:
    targets = set(re.findall(r"^([\w-]+):", Path("Makefile").read_text("utf-8"), re.MULTILINE))
    named = {
        (str(page), target)
        for page in PAGES
        for target in re.findall(r"(?:`|^ {4}|^)make ([a-z][\w-]*)", page.read_text("utf-8"), re.MULTILINE)
    }
    assert len(named) > 10
    assert {(page, target) for page, target in named if target not in targets} == set()
