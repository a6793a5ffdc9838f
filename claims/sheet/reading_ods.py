"""Line breaks and tabs of an OpenDocument sheet, which python-calamine leaves out where they are elements."""

import re
from io import BytesIO
from typing import Final
from zipfile import ZipFile

from claims.sheet.reading_zip import chunks_of, whole_tags

_CONTENT: Final = "content.xml"
_READ: Final = frozenset({"mimetype", "META-INF/manifest.xml", _CONTENT})
"""The parts that python-calamine looks at."""
_BREAK: Final = re.compile(rb"<text:line-break\s*/>")
_TAB: Final = re.compile(rb"<text:tab(?:\s[^>]*)?/>")


def with_breaks(data: bytes) -> bytes:
    """An OpenDocument file with these elements as the characters that they stand for; any other file as it is."""
    with ZipFile(BytesIO(data)) as archive:
        if not _READ.issubset(archive.namelist()) or not _has_breaks(archive):
            return data
        parts = {name: archive.read(name) for name in archive.namelist() if name in _READ}
    parts[_CONTENT] = _TAB.sub(b"\t", _BREAK.sub(b"\n", parts[_CONTENT]))
    made = BytesIO()
    with ZipFile(made, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()


def _has_breaks(archive: ZipFile) -> bool:
    pieces = whole_tags(chunks_of(archive, archive.getinfo(_CONTENT)))
    return any(b"<text:line-break" in piece or b"<text:tab" in piece for piece in pieces)
