"""Other processes of this machine, as far as Linux tells: for messages, and to know whether they still run."""

import re
from pathlib import Path
from typing import Final

_PASSWORD: Final = re.compile(r"(://[^\s:@/]*:)\S*@")
"""In the address of a ledger on a server."""


def command_of(pid: int) -> str:
    """The command line of a process, shortened; "another program" where it cannot be read."""
    try:
        words = Path(f"/proc/{pid}/cmdline").read_bytes().decode("utf-8", "replace").split("\0")
    except OSError:
        return "another program"
    line = " ".join(word.rpartition("/")[2] if not n else word for n, word in enumerate(words) if word)
    line = _PASSWORD.sub(r"\1***@", line)
    return line if len(line) <= 60 else f"{line[:57]}..."


def started(pid: int) -> str | None:
    """When a process started, in the kernel's clock ticks; None where it has ended, or there is no /proc."""
    try:
        state, *fields = Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()
    except OSError:
        return None
    return None if state in "ZX" else fields[18]
