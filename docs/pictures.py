"""Draw the claim sheet: docs/pictures/sheet-claims.png and so on from seeds/, tutorial-*.png from docs/tutorial.md.

Needs LibreOffice (soffice) and poppler (pdftoppm, pdftotext); run from the repository's root, by `make pictures`.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from pictures_png import write_trimmed
from tutorial import TUTORIAL, run

from claims import desk
from claims.ledger import Ledger
from claims.sheet.pages import PAGES

PICTURES = Path("docs/pictures")
DOTS = 110
"""An inch; so many are read well beside text."""
OF_TUTORIAL = {
    "filled": ("sheet.xlsx", ("Context", "Outlet", "Same assertion"), "Right words"),
    "after": (
        "after.xlsx",
        ("Context", "Outlet", "Same assertion", "Evidence link", "Right words"),
        "To be settled",
    ),
}
"""Of each picture the workbook, the columns that are not shown, and the last one that is."""


def main() -> None:
    """Write one picture a page of the workbook, of its first printed page, and those of the tutorial."""
    missing = [program for program in ("soffice", "pdftoppm", "pdftotext") if not shutil.which(program)]
    if missing:
        sys.exit(f"pictures: {missing[0]} is not installed; install LibreOffice Calc and poppler-utils")
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        printed = _printed(_sample(Path(folder)))
        for number, page in _first_pages(printed):
            _draw(printed, number, f"sheet-{page.lower()}")
        for name, workbook in _of_tutorial(Path(folder)):
            _draw(_printed(workbook), 1, f"tutorial-{name}")


def _sample(folder: Path) -> Path:
    with Ledger.open(folder / "claims.db", create=True) as ledger:
        desk.add(ledger, "seeds", root=Path.cwd())
        desk.export(ledger.claims(), folder / "claims.xlsx", ledger=ledger)
    return folder / "claims.xlsx"


def _of_tutorial(folder: Path) -> list[tuple[str, Path]]:
    """The sheets of the tutorial, with the columns in sight that it speaks of."""
    home = folder / "tutorial"
    shutil.copytree("seeds", home / "seeds")
    for _ in run(TUTORIAL.read_text("utf-8"), home):
        pass
    found = []
    for name, (workbook, hidden, last) in OF_TUTORIAL.items():
        book = load_workbook(home / workbook, rich_text=True)
        page = book["Claims"]
        letters = {cell.value: get_column_letter(number) for number, cell in enumerate(page[1], 1)}
        for heading in hidden:
            page.column_dimensions[letters[heading]].hidden = True
        page.print_area = f"A1:{letters[last]}{page.max_row}"
        book.save(home / f"{name}.xlsx")
        found.append((name, home / f"{name}.xlsx"))
    return found


def _printed(workbook: Path) -> Path:
    """The workbook as PDF."""
    profile = f"-env:UserInstallation={(workbook.parent / 'profile').as_uri()}"
    _run("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", workbook.parent, workbook)
    return workbook.with_suffix(".pdf")


def _first_pages(printed: Path) -> list[tuple[int, str]]:
    """The number of the first printed page of each worksheet, which its footer names."""
    texts = _run("pdftotext", "-layout", printed, "-").decode().split("\f")[:-1]
    footers = [text.strip().splitlines()[-1].split()[0] for text in texts]
    return sorted((footers.index(page) + 1, page) for page in PAGES if page in footers)


def _draw(printed: Path, number: int, name: str) -> None:
    target = PICTURES / f"{name}.png"
    write_trimmed(target, _run("pdftoppm", "-r", DOTS, "-f", number, "-l", number, "-singlefile", printed))
    print(target)


def _run(*command: object) -> bytes:
    return subprocess.run([str(part) for part in command], check=True, capture_output=True).stdout  # noqa: S603


if __name__ == "__main__":
    main()
