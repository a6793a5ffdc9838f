"""docs/python.md and the README show Python that runs, and the public names are there, documented and cheap."""

import doctest
import inspect
import re
import shutil
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path
from types import ModuleType

import pytest

import claims
from claims import desk
from claims.release import DISTRIBUTION

PAGE = Path("docs/python.md")
OPTIONS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


@pytest.fixture
def _with_seeds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree("seeds", tmp_path / "seeds")
    monkeypatch.chdir(tmp_path)


def blocks(page: Path, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", page.read_text("utf-8"), re.DOTALL | re.MULTILINE)


def test_what_the_page_shows_is_what_happens(request: pytest.FixtureRequest) -> None:
    examples = "\n".join(blocks(PAGE, "pycon"))
    request.getfixturevalue("_with_seeds")
    page = doctest.DocTestParser().get_doctest(examples, {}, PAGE.name, str(PAGE), 0)
    printed: list[str] = []
    doctest.DocTestRunner(optionflags=OPTIONS).run(page, out=printed.append)
    assert not printed, "".join(printed)
    assert len(page.examples) > 15
    assert Path("sheet.xlsx").exists()


def test_the_example_in_the_readme_runs(request: pytest.FixtureRequest) -> None:
    (example,) = blocks(Path("README.md"), "python")
    request.getfixturevalue("_with_seeds")
    exec(compile(example, "README.md", "exec"), {})
    assert Path("sheet.xlsx").exists()


def test_every_command_has_its_function_in_the_page() -> None:
    page = PAGE.read_text("utf-8")
    named = set(re.findall(r"\b(?:desk|claims)\.([a-z_]+)\(", page))
    assert {name for name in named if not hasattr(claims, name) and not hasattr(desk, name)} == set()
    commands = set(
        re.findall(r"^## `claims (\w+)`", Path("docs/commands.md").read_text("utf-8"), re.MULTILINE)
    )
    assert {command for command in commands if f"`claims {command}" not in page} == set()


@pytest.mark.parametrize("package", [claims, desk])
def test_every_public_function_is_in_the_page(package: ModuleType) -> None:
    page = PAGE.read_text("utf-8")
    functions = [name for name in package.__all__ if inspect.isfunction(getattr(package, name))]
    assert len(functions) > 7
    assert [name for name in functions if not re.search(rf"\b(?:claims|desk)\.{name}\(", page)] == []


@pytest.mark.parametrize("package", [claims, desk])
def test_every_public_name_is_documented(package: ModuleType) -> None:
    names = [name for name in package.__all__ if name != "__version__"]
    assert dir(package) == sorted(package.__all__)
    assert [name for name in names if not (getattr(package, name).__doc__ or "").strip()] == []


def test_the_version_is_that_of_the_installed_package() -> None:
    assert claims.__version__ == version(DISTRIBUTION)


def test_a_name_that_is_not_there_is_said_as_of_any_module() -> None:
    with pytest.raises(AttributeError, match="module 'claims' has no attribute 'nothing'"):
        claims.nothing  # noqa: B018


def test_importing_costs_next_to_nothing() -> None:
    heavy = ("pandas", "onnxruntime", "sqlalchemy", "numpy", "openpyxl", "typer")
    script = f"import sys, claims, claims.desk; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
