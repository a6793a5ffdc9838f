"""Saving a workbook whose rows are written already, so that the same content gives the same bytes."""

import io
import re
import shutil
from collections.abc import Mapping
from datetime import date, datetime, time
from typing import IO, Any, BinaryIO, Final
from xml.sax.saxutils import quoteattr
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.packaging.relationship import Relationship, RelationshipList
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from claims.sheet.writing.openpyxl_private import worksheet_xml
from claims.sheet.writing.row_writer import RowWriter

_ZIP_DATE: Final = (1980, 1, 1, 0, 0, 0)
"""The earliest that a zip file can hold, and what Excel writes too."""
_RELATIONS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NO_ROWS: Final = b"<sheetData"
_FOLLOWING: Final = re.compile(rb"<(?:\w+:)?drawing|<(?:\w+:)?tableParts|</worksheet>")
"""What may come after a worksheet's ignored errors."""


def save(book: Workbook, rows: Mapping[str, RowWriter], file: BinaryIO, dated: date) -> None:
    """Write the workbook as xlsx, with the rows of each worksheet by its title.

    ``dated`` stands for the times at which it was made and changed.
    """
    moment = datetime.combine(dated, time())
    book.properties.created = book.properties.modified = moment
    # Workbook.save would put the present time into the properties and the parts.
    with _SteadyZip(file, "w", ZIP_DEFLATED) as archive:
        _Writer(book, archive, rows).save()


class _SteadyZip(ZipFile):
    """A zip file whose members carry no time and no trace of the system that wrote them."""

    def writestr(self, zinfo_or_arcname: Any, data: Any, *_: Any, **__: Any) -> None:
        super().writestr(_member(zinfo_or_arcname), data)

    def write_stream(self, name: str, *streams: IO[bytes]) -> None:
        """Add a member that is made of several streams, one after the other."""
        with self.open(_member(name), "w", force_zip64=True) as target:
            for stream in streams:
                shutil.copyfileobj(stream, target, 1 << 18)


def _member(name: str) -> ZipInfo:
    member = ZipInfo(name, _ZIP_DATE)
    member.compress_type = ZIP_DEFLATED
    member.create_system = 3
    member.external_attr = 0o600 << 16
    return member


class _Writer(ExcelWriter):
    """Writes the parts of a workbook, and puts each worksheet's rows in their place."""

    def __init__(self, book: Workbook, archive: _SteadyZip, rows: Mapping[str, RowWriter]) -> None:
        super().__init__(book, archive)
        self._rows = rows
        self._zip = archive

    def write_worksheet(self, ws: Worksheet) -> None:
        rows = self._rows[ws.title]
        xml, relations = worksheet_xml(ws, rows.area)
        before, _, after = xml.partition(_NO_ROWS)
        _, _, after = after.partition(b"</sheetData>" if b"</sheetData>" in after else b"/>")
        after = _with_links(_with_numbers_as_text(after, rows), rows, relations)
        head, tail = io.BytesIO(before + b"<sheetData>"), io.BytesIO(b"</sheetData>" + after)
        self._zip.write_stream(ws.path[1:], head, rows.xml(), tail)
        self.manifest.append(ws)


def _with_links(tail: bytes, rows: RowWriter, relations: RelationshipList) -> bytes:
    """The end of a worksheet with its links; those that lead to one place share a relation."""
    if not rows.links:
        return tail
    ids: dict[str, str] = {}
    for _, target in rows.links:
        if target not in ids:
            ids[target] = f"link{len(ids) + 1}"
            relations.append(
                Relationship(ids[target], type="hyperlink", TargetMode="External", Target=target)
            )
    links = "".join(f'<hyperlink ref="{cell}" r:id={quoteattr(ids[target])}/>' for cell, target in rows.links)
    before, margins, after = tail.partition(b"<pageMargins")
    return before + f'<hyperlinks xmlns:r="{_RELATIONS}">{links}</hyperlinks>'.encode() + margins + after


def _with_numbers_as_text(tail: bytes, rows: RowWriter) -> bytes:
    """The end of a worksheet that lets Excel not warn of "001" kept as text; openpyxl cannot write this."""
    ignored = f'<ignoredErrors><ignoredError sqref="{rows.area}" numberStoredAsText="1"/></ignoredErrors>'
    return _FOLLOWING.sub(ignored.encode() + rb"\g<0>", tail, count=1)
