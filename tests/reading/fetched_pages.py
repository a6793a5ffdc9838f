"""A page that a site of the tests gives, and what is said of one that cannot be had."""

import time
from http.server import BaseHTTPRequestHandler

import pytest

from claims.errors import ClaimsError
from claims.reading import read

SAID = (
    "Mayor Idra Vellmoor said on Monday that the bridge over the Oster would open in May, after long repairs."
)
MORE = (
    "“We are sorry for the wait – it was long,” she told reporters in the café at the town hall on the quay."
)


def page(head: str = "", said: str = SAID) -> str:
    return (
        f"<html><head><title>Bridge to open</title>{head}</head><body><nav><a href='/'>Home</a></nav>"
        f"<article><h1>Bridge to open</h1><p>{said}</p><p>{MORE}</p></article></body></html>"
    )


def refused(url: str) -> str:
    """The one line that says why a page cannot be had."""
    with pytest.raises(ClaimsError) as caught:
        read(url)
    line = str(caught.value)
    assert line.startswith(f"{url}: ")
    assert "\n" not in line
    return line


def dripping(handler: BaseHTTPRequestHandler) -> None:
    """Answer with a byte now and then, for some seconds."""
    for _ in range(100):
        try:
            handler.wfile.write(b"X")
        except OSError:
            return
        time.sleep(0.05)
