import subprocess
import sys
from pathlib import Path


def test_the_command_reference_is_what_make_docs_writes() -> None:
    command = [sys.executable, "-m", "typer", "claims.cli", "utils", "docs", "--name", "claims"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == Path("docs/commands.md").read_text("utf-8").strip(), "run `make docs`"
