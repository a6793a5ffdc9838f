"""Fetched pages kept as they came, in a web archive (WARC 1.1, ISO 28500) that claims and others read."""

import os
from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from threading import Lock
from typing import Any, Final

from claims.errors import ClaimsError
from claims.reading.fetched_page import Capture, FetchedPage

_NO_LONGER_TRUE: Final = frozenset({"content-encoding", "transfer-encoding", "content-length"})
"""Headers about how the content was packed on the way; it is kept unpacked."""


class CaptureFile:
    """A new web archive in a folder, named by the time, to which pages are added, each whole or not at all."""

    def __init__(self, folder: Path) -> None:
        """Makes the folder where there is none. Raises ClaimsError where nothing can be written into it."""
        now = datetime.now(UTC)
        self.path = folder / f"claims-{now:%Y%m%d%H%M%S}-{os.getpid()}.warc.gz"
        self._lock = Lock()
        try:
            folder.mkdir(exist_ok=True)
            self.path.touch(exist_ok=False)
            self.path.unlink()
        except OSError as error:
            raise ClaimsError(f"{folder}: {error.strerror}; name another folder for the captures") from None

    def add(self, page: FetchedPage) -> None:
        """Append what was asked and answered. Raises ClaimsError where the disk takes it no more."""
        written = _written(page.capture)
        with self._lock:
            try:
                if not self.path.exists():
                    written = _records(self._begin) + written
                with self.path.open("ab") as file:
                    end = file.tell()
                    try:
                        file.write(written)
                        file.flush()
                    except OSError:
                        file.truncate(end)
                        raise
            except OSError as error:
                raise ClaimsError(
                    f"{self.path}: {error.strerror}; free some space, or name another folder"
                ) from None

    def _begin(self, writer: Any) -> None:
        about = {"software": "claims", "format": "WARC File Format 1.1", "robots": "obey"}
        writer.write_record(writer.create_warcinfo_record(self.path.name, about))


def _written(capture: Capture) -> bytes:
    from warcio.statusandheaders import StatusAndHeaders  # noqa: PLC0415

    def write(writer: Any) -> None:
        answer = StatusAndHeaders(
            capture.status,
            [(_renamed(name), value) for name, value in capture.headers],
            protocol="HTTP/1.1",
        )
        asked = StatusAndHeaders(f"GET {capture.url} HTTP/1.1", list(capture.asked), is_http_request=True)
        at = {"WARC-Date": f"{capture.at:%Y-%m-%dT%H:%M:%SZ}"}
        content = BytesIO(capture.content)
        response = writer.create_warc_record(
            capture.url,
            "response",
            payload=content,
            length=len(capture.content),
            warc_headers_dict=dict(at),
            http_headers=answer,
        )
        request = writer.create_warc_record(
            capture.url, "request", warc_headers_dict=dict(at), http_headers=asked
        )
        writer.write_request_response_pair(request, response)

    return _records(write)


def _records(write: Callable[[Any], None]) -> bytes:
    # Imported here so that only who keeps pages loads it.
    from warcio.warcwriter import WARCWriter  # noqa: PLC0415

    file = BytesIO()
    write(WARCWriter(file, gzip=True, warc_version="1.1"))
    return file.getvalue()


def _renamed(header: str) -> str:
    return f"X-Archive-Orig-{header}" if header.lower() in _NO_LONGER_TRUE else header
