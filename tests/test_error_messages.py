"""Every error that is meant for a user is one line that names a problem and, behind a colon or semicolon, the fix."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).parents[1] / "claims"


def messages() -> Iterator[tuple[str, str]]:
    """The messages of ClaimsError as they stand in the code, with {} for what is filled in, by their place."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "ClaimsError" and node.args:
                said = node.args[0]
                parts = said.values if isinstance(said, ast.JoinedStr) else [said]
                words = "".join(str(p.value) if isinstance(p, ast.Constant) else "{}" for p in parts)
                yield f"{path.relative_to(PACKAGE)}:{node.lineno}", words


def test_every_error_names_the_fix() -> None:
    found = dict(messages())
    assert len(found) > 100
    # Where nearly all is filled in, the words come from another place, which has them.
    written = {place: words for place, words in found.items() if re.search(r"[a-z]{2}", words)}
    assert len(written) > 80
    without = {place: w for place, w in written.items() if not re.search("[:;] ", w.removeprefix("{}: "))}
    assert without == {}
    assert {place: words for place, words in found.items() if "\n" in words} == {}
