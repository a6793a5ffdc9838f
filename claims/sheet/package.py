"""Beginning a workbook, and saving it so that the same content gives the same bytes."""

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date, datetime, time
from pathlib import Path
from typing import Any, BinaryIO, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils.indexed_list import IndexedList
from openpyxl.writer.excel import ExcelWriter

from claims.sheet.style import FONT, SIZE

_ZIP_DATE: Final = (1980, 1, 1, 0, 0, 0)
"""The earliest that a zip file can hold, and what Excel writes too."""


def new_book() -> Workbook:
    """An empty workbook to be written row by row, in which widths are measured in digits of our font."""
    book = Workbook(write_only=True)
    # openpyxl has no other way to say what Excel calls the normal style's font.
    font = Font(name=FONT, size=SIZE)
    book._fonts = IndexedList([font])  # type: ignore[attr-defined]
    book._named_styles["Normal"].font = font  # type: ignore[attr-defined]
    return book


@contextmanager
def full_disk_as_oserror(book: Workbook) -> Iterator[None]:
    """Let a failure to write the workbook's rows come out as an OSError, as every other such failure does."""
    try:
        yield
    except Exception as error:
        for sheet in book.worksheets:
            # Else the half-written parts complain on stderr when they are collected.
            with suppress(Exception):
                sheet.close()
        # openpyxl writes through lxml where that is installed; its errors read "IO_ENOSPC".
        if type(error).__module__ == "lxml.etree" and str(error).startswith("IO_"):
            code = getattr(errno, str(error).removeprefix("IO_"), errno.EIO)
            raise OSError(code, os.strerror(code)) from error
        raise


def save(book: Workbook, file: BinaryIO, dated: date) -> None:
    """Write the workbook as xlsx; ``dated`` stands for the times at which it was made and changed."""
    moment = datetime.combine(dated, time())
    book.properties.created = book.properties.modified = moment
    # Workbook.save would put the present time into the properties and the parts.
    with _SteadyZip(file, "w", ZIP_DEFLATED) as archive:
        ExcelWriter(book, archive).save()


class _SteadyZip(ZipFile):
    """A zip file whose members carry no time and no trace of the system that wrote them."""

    def writestr(self, zinfo_or_arcname: Any, data: Any, *_: Any, **__: Any) -> None:
        super().writestr(_member(zinfo_or_arcname), data)

    def write(self, filename: Any, arcname: Any = None, *_: Any, **__: Any) -> None:
        member = _member(arcname)
        member.file_size = Path(filename).stat().st_size
        with Path(filename).open("rb") as source, self.open(member, "w") as target:
            shutil.copyfileobj(source, target)


def _member(name: str) -> ZipInfo:
    member = ZipInfo(name, _ZIP_DATE)
    member.compress_type = ZIP_DEFLATED
    member.create_system = 3
    member.external_attr = 0o600 << 16
    return member
