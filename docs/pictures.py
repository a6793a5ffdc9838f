"""Draw the pages of the claim sheet that seeds/ gives: docs/pictures/sheet-claims.png and so on.

Needs LibreOffice (soffice) and poppler (pdftoppm, pdftotext); run from the repository's root, by `make pictures`.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from claims import desk, reading
from claims.ledger import Ledger
from claims.sheet.pages import PAGES

PICTURES = Path("docs/pictures")
DOTS = 80
"""An inch; so many are read well beside text and keep a picture below 200 kB."""


def main() -> None:
    """Write one picture a page of the workbook, of its first printed page."""
    missing = [program for program in ("soffice", "pdftoppm", "pdftotext") if not shutil.which(program)]
    if missing:
        sys.exit(f"pictures: {missing[0]} is not installed; install LibreOffice Calc and poppler-utils")
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        printed = _printed(Path(folder))
        for number, page in _first_pages(printed):
            target = PICTURES / f"sheet-{page.lower()}"
            _run("pdftoppm", "-r", DOTS, "-f", number, "-l", number, "-singlefile", "-png", printed, target)
            print(f"{target}.png")


def _printed(folder: Path) -> Path:
    """The sample's sheet as PDF."""
    with Ledger.open(folder / "claims.db", create=True) as ledger:
        desk.add(ledger, reading.find([Path("seeds")]), root=Path.cwd())
        desk.export_from(ledger, ledger.claims(), folder / "claims.xlsx")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    _run("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, folder / "claims.xlsx")
    return folder / "claims.pdf"


def _first_pages(printed: Path) -> list[tuple[int, str]]:
    """The number of the first printed page of each worksheet, which its footer names."""
    texts = _run("pdftotext", "-layout", printed, "-").split("\f")[:-1]
    footers = [text.strip().splitlines()[-1].split()[0] for text in texts]
    return sorted((footers.index(page) + 1, page) for page in PAGES if page in footers)


def _run(*command: object) -> str:
    return subprocess.run([str(part) for part in command], check=True, capture_output=True, text=True).stdout  # noqa: S603


if __name__ == "__main__":
    main()
