"""How tests run the command line."""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Done:
    """What a command gave back."""

    code: int
    out: str
    err: str


Run = Callable[..., Done]


def loaded_by(*arguments: str) -> tuple[str, set[str]]:
    """What a command prints, run by itself, and the modules that it has loaded when it ends."""
    code = (
        f"import sys; sys.argv = ['claims', *{arguments!r}]\n"
        "from claims.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    *printed, modules = done.stdout.splitlines()
    return "\n".join(printed), set(modules.split())
