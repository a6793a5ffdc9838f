"""What surrounds the package says the same as the package: its name, version and Pythons; and is well formed."""

import json
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path
from typing import Any

import pytest
import yaml

import claims
from claims.release import DISTRIBUTION

ROOT = Path(__file__).parents[1]
PROJECT: Any = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
PYTHONS = [
    found[1]
    for each in PROJECT["classifiers"]
    if (found := re.match(r"Programming Language :: Python :: (3\.\d+)", each))
]


def loaded(path: str) -> Any:
    return yaml.safe_load((ROOT / path).read_text("utf-8"))


def test_the_name_is_the_distributions_everywhere() -> None:
    assert PROJECT["name"] == DISTRIBUTION == "claimsheet"
    wrong = re.compile(r"""(?:pip|pipx|uv tool) install (?:-U )?["']?claims(?![\w-]|heet)""")
    texts = [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("claims/**/*.py")]
    named = {str(path.relative_to(ROOT)) for path in texts if wrong.search(path.read_text("utf-8"))}
    assert named <= {"docs/install.md"}, "`claims` on the index is another project's, as docs/install.md says"


def test_the_version_is_the_same_everywhere() -> None:
    changes = re.findall(
        r"^## (\S+) - (unreleased|\d{4}-\d\d-\d\d)$", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.M
    )
    assert changes[0][0] == claims.__version__
    assert loaded("CITATION.cff")["version"] == claims.__version__
    assert loaded("CITATION.cff")["license"] == PROJECT["license"]
    assert f"{DISTRIBUTION}-{claims.__version__}-py3-none-any.whl" in (ROOT / "docs/install.md").read_text(
        "utf-8"
    )


def test_every_python_that_is_promised_is_tried() -> None:
    first, last = PYTHONS[0], PYTHONS[-1]
    following = f"3.{int(last.split('.')[1]) + 1}"
    assert PROJECT["requires-python"] == f">={first},<{following}"
    jobs = loaded(".github/workflows/ci.yml")["jobs"]
    assert jobs["test"]["strategy"]["matrix"]["python"] == PYTHONS
    assert jobs["install"]["strategy"]["matrix"]["python"] == [first, last]
    lab = loaded(".gitlab-ci.yml")
    assert lab["test"]["parallel"]["matrix"] == [{"PYTHON": PYTHONS}]
    assert lab["install"]["parallel"]["matrix"] == [{"PYTHON": [first, last]}]
    assert f"Python {first} to {last}" in (ROOT / "README.md").read_text("utf-8")


def test_what_workflows_and_hooks_call_is_there() -> None:
    targets = set(re.findall(r"^([\w-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    for path in (".github/workflows/ci.yml", ".gitlab-ci.yml"):
        called = re.findall(r"\bmake (?:PYTHON=\w+ )?([\w-]+)", (ROOT / path).read_text("utf-8"))
        assert called
        assert set(called) <= targets
    hooks = loaded(".pre-commit-config.yaml")["repos"][0]["hooks"]
    assert {hook["id"] for hook in hooks} >= {"ruff", "ruff-format", "mypy", "lint-imports"}
    named = re.findall(r"tests/\S+\.py", " ".join(hook["entry"] for hook in hooks))
    assert named
    assert all((ROOT / path).exists() for path in named)


@pytest.mark.parametrize(
    "form", sorted((ROOT / ".github/ISSUE_TEMPLATE").glob("[!c]*.yml")), ids=lambda p: p.name
)
def test_an_issue_form_asks_for_something(form: Path) -> None:
    said = yaml.safe_load(form.read_text("utf-8"))
    assert said["name"]
    assert said["description"]
    ids = [part["id"] for part in said["body"]]
    assert "version" in ids
    assert len(ids) == len(set(ids))
    assert all(part["type"] in ("textarea", "input") and part["attributes"]["label"] for part in said["body"])


def test_the_container_is_built_from_what_is_here_and_runs_the_command_as_nobody_special() -> None:
    text = re.sub(r"\\\n", " ", (ROOT / "Containerfile").read_text("utf-8"))
    steps = [line.split(maxsplit=1) for line in text.splitlines() if line and not line.startswith("#")]
    taken = [words.split()[:-1] for step, words in steps if step == "COPY" and not words.startswith("--from")]
    sources = {source for some in taken for source in some}
    assert [source for source in sources if not (ROOT / source).exists()] == []
    for ignored in (".containerignore", ".dockerignore"):
        assert {f"!{source}" for source in sources} < set((ROOT / ignored).read_text("utf-8").split())
    bases = {words.split()[0] for step, words in steps if step == "FROM"}
    assert {re.fullmatch(r"python:(3\.\d+)-slim", base)[1] for base in bases} <= set(PYTHONS)  # type: ignore[index]
    installs = [words for step, words in steps if step == "RUN" and "pip install" in words]
    assert all("--require-hashes -r requirements.lock" in words or "--no-deps" in words for words in installs)
    assert ["USER", "1000"] in steps
    assert json.loads(steps[-1][1]) == list(PROJECT["scripts"])


def test_hadolint_finds_nothing_in_the_container_file() -> None:
    program = shutil.which("hadolint", path=str(Path(sys.executable).parent)) or shutil.which("hadolint")
    if program is None:
        pytest.skip("hadolint is not installed")
    done = subprocess.run([program, ROOT / "Containerfile"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")


def test_the_wheel_has_all_that_the_package_reads_and_runs_where_only_its_libraries_are(
    tmp_path: Path,
) -> None:
    pytest.importorskip("build")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", tmp_path, ROOT]
    subprocess.run(list(map(str, command)), capture_output=True, check=True)
    (wheel,) = tmp_path.glob("*.whl")
    assert wheel.name == f"{DISTRIBUTION}-{claims.__version__}-py3-none-any.whl"
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        archive.extractall(tmp_path / "unpacked")
    files = {
        str(path.relative_to(ROOT).as_posix())
        for path in (ROOT / "claims").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert files == {name for name in names if name.startswith("claims/")}
    assert {
        f"{DISTRIBUTION}-{claims.__version__}.dist-info/licenses/{name}" for name in ("LICENSE", "NOTICE")
    } <= names
    seed = ROOT / "seeds" / "ostermere-gazette.html"
    code = f"import claims; print(claims.__file__, len(claims.extract(claims.read({str(seed)!r}))))"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path / "unpacked",
        env={"PYTHONPATH": str(tmp_path / "unpacked"), "PATH": ""},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == [str(tmp_path / "unpacked" / "claims" / "__init__.py"), "5"]
