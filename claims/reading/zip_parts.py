"""Parts of a zip file, of a Word or OpenDocument text among others, read without trust in what it says of itself."""

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any, BinaryIO, Final
from zipfile import BadZipFile, LargeZipFile, ZipFile, ZipInfo

from lxml import etree

from claims.errors import ClaimsError

LARGEST_PART: Final = 50_000_000  # bytes, unpacked
_MOST_PARTS: Final = 20_000
_DAMAGED: Final = (
    BadZipFile,
    LargeZipFile,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,
    RuntimeError,
)
"""What zipfile raises for broken, encrypted and unsupported parts."""


class ZipParts:
    """The parts of an open zip file by their names; raises ClaimsError where one cannot be had."""

    def __init__(self, archive: ZipFile, name: str) -> None:
        self._archive = archive
        self._name = name
        self.entries: dict[str, ZipInfo] = {entry.filename: entry for entry in archive.infolist()}

    def content(self, part: str, largest: int = LARGEST_PART) -> bytes:
        """A part's bytes, never more of them than ``largest``, whatever size the file declares."""
        try:
            with self._archive.open(self.entries[part]) as file:
                data = file.read(largest + 1)
        except KeyError:
            raise ClaimsError(f"{self._name}: damaged ({part} is missing); save the document again") from None
        except _DAMAGED as error:
            locked = "encrypted" in str(error)
            problem = (
                "locked with a password; save it without" if locked else f"damaged ({part}); save it again"
            )
            raise ClaimsError(f"{self._name}: {problem}") from None
        if len(data) > largest:
            raise ClaimsError(
                f"{self._name}: {part} unpacks to more than {largest // 1_000_000} MB; save the text as a .txt file"
            )
        return data

    def xml(self, part: str) -> Any:
        """A part's root, an lxml element; entities are not expanded and nothing else is loaded."""
        return xml_root(self.content(part), f"{self._name} ({part})")


@contextmanager
def opened(source: bytes | BinaryIO, name: str) -> Iterator[ZipParts]:
    """A zip file's parts. Raises ClaimsError where it is none, or has too many parts."""
    file = BytesIO(source) if isinstance(source, bytes) else source
    try:
        archive = ZipFile(file)
    except _DAMAGED:
        raise ClaimsError(f"{name}: damaged, or cut short; save or copy the file again") from None
    with archive:
        if len(archive.infolist()) > _MOST_PARTS:
            raise ClaimsError(f"{name}: holds more than {_MOST_PARTS} files; unpack it and name the folder")
        yield ZipParts(archive, name)


def xml_root(data: bytes, name: str) -> Any:
    """The root of an XML document, an lxml element. Raises ClaimsError where it is broken or declares entities."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        reason = " ".join(str(error).split())[:100]
        raise ClaimsError(f"{name}: broken XML ({reason}); save or fetch the file again") from None
    if root is None or root.getroottree().docinfo.internalDTD is not None:
        raise ClaimsError(
            f"{name}: XML with a document type, which may hide an attack, is not read; save it as text"
        )
    return root
