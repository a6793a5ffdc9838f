"""Fills in a claim sheet in LibreOffice as a person does; run by a Python that has UNO, LibreOffice's own interface.

python libreoffice_editor.py SOFFICE FOLDER < edits.json

FOLDER has sheet.xlsx. The edits are {claim id: {heading: text}}; each text is put in as if it were typed. Then the rows
are sorted by speaker, some are filtered out of sight, and the sheet is saved in FOLDER as filled.xlsx, filled.ods and
filled.csv, and with a password as locked.ods.
"""

import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.table import TableSortField

FILTERS = {
    "filled.xlsx": ("Calc MS Excel 2007 XML", ""),
    "filled.ods": ("calc8", ""),
    "locked.ods": ("calc8", "secret"),
    "filled.csv": ("Text - txt - csv (StarCalc)", ""),
}
CSV = "44,34,76,1,,0,false,true,false"


def main(soffice: str, folder: Path) -> None:
    edits = json.load(sys.stdin)
    pipe = f"claims{folder.stat().st_ino}"
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    accept = f"--accept=pipe,name={pipe};urp;"
    program = subprocess.Popen([soffice, profile, "--headless", "--norestore", "--nologo", accept])
    try:
        desktop = connect(pipe)
        document = desktop.loadComponentFromURL(
            (folder / "sheet.xlsx").as_uri(), "_blank", 0, (value("Hidden", True),)
        )
        fill(document, edits)
        for name, (kind, password) in FILTERS.items():
            options = [value("FilterName", kind)]
            options += [value("Password", password)] if password else []
            options += [value("FilterOptions", CSV)] if name.endswith("csv") else []
            document.storeToURL((folder / name).as_uri(), tuple(options))
        document.close(True)
        desktop.terminate()
        program.wait(60)
    finally:
        program.kill()


def connect(pipe: str) -> Any:
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(120):
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            return context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        except NoConnectException:
            time.sleep(0.5)
    raise SystemExit("LibreOffice does not answer")


def fill(document: Any, edits: dict[str, dict[str, str]]) -> None:
    page = document.Sheets.getByName("Claims")
    cursor = page.createCursor()
    cursor.gotoEndOfUsedArea(False)
    rows, columns = cursor.RangeAddress.EndRow, cursor.RangeAddress.EndColumn
    at = {page.getCellByPosition(column, 0).String: column for column in range(columns + 1)}
    for row in range(1, rows + 1):
        for heading, text in edits.get(page.getCellByPosition(at["Claim id"], row).String, {}).items():
            page.getCellByPosition(at[heading], row).FormulaLocal = text
    field = TableSortField()
    field.Field, field.IsAscending = at["Speaker"], False
    body = page.getCellRangeByPosition(0, 1, columns, rows)
    fields = uno.Any("[]com.sun.star.table.TableSortField", (field,))
    body.sort((value("SortFields", fields), value("ContainsHeader", False)))
    page.Rows.getByIndex(2).IsVisible = False
    page.Columns.getByIndex(at["Context"]).IsVisible = False


def value(name: str, content: object) -> PropertyValue:
    made = PropertyValue()
    made.Name, made.Value = name, content
    return made


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
