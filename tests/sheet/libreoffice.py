"""LibreOffice without its windows."""

import shutil
import subprocess
from pathlib import Path

SOFFICE = shutil.which("soffice") or ""


def convert(path: Path, kind: str, folder: Path) -> Path:
    """The file as LibreOffice saves it in another format, below the folder."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    out = folder / "out" / kind.partition(":")[0]
    command = [SOFFICE, profile, "--headless", "--convert-to", kind, "--outdir", str(out), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    (made,) = out.iterdir()
    return made
