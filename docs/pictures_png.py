"""A rendered page as a small PNG: without its empty margins, in 256 colours (PNG, second edition, W3C 2003)."""

import struct
import zlib
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

FOOTER = 0.93
"""Where the page's footer begins, as a share of its height; it is left out."""
MARGIN = 12
"""Dots that stay around what is drawn."""
COMMON = 192
"""Letters have many shades at their edges; so many of 256 colours are the most common ones."""


def write_trimmed(path: Path, ppm: bytes) -> None:
    """Write the picture, which pdftoppm gives as PPM with 8 bits a colour."""
    _, size, _, dots = ppm.split(b"\n", 3)
    width, height = map(int, size.split())
    page = np.frombuffer(dots, np.uint8).reshape(height, width, 3)[: int(height * FOOTER)]
    _write(path, _trimmed(page))


def _trimmed(page: NDArray[np.uint8]) -> NDArray[np.uint8]:
    inked: NDArray[np.bool_] = np.any(page < 250, axis=2)
    rows, columns = (np.flatnonzero(inked.any(axis=axis)) for axis in (1, 0))
    top, left = max(0, rows[0] - MARGIN), max(0, columns[0] - MARGIN)
    return page[top : rows[-1] + MARGIN, left : columns[-1] + MARGIN]


def _palette(colours: NDArray[np.int_], counts: NDArray[np.int_]) -> NDArray[np.int_]:
    """256 colours at most: the most common ones, then those that are least like any of them."""
    palette = colours[np.argsort(-counts, kind="stable")[:COMMON]]
    while len(palette) < min(256, len(colours)):
        farthest = _distances(colours, palette).min(axis=1).argmax()
        palette = np.vstack([palette, colours[farthest]])
    return palette


def _distances(colours: NDArray[np.int_], palette: NDArray[np.int_]) -> NDArray[np.int_]:
    squares: NDArray[np.int_] = ((colours[:, None] - palette[None]) ** 2).sum(axis=2)
    return squares


def _write(path: Path, picture: NDArray[np.uint8]) -> None:
    height, width, _ = picture.shape
    colours, places, counts = np.unique(
        picture.reshape(-1, 3), axis=0, return_inverse=True, return_counts=True
    )
    palette = _palette(colours.astype(int), counts)
    nearest = _distances(colours.astype(int), palette).argmin(axis=1).astype(np.uint8)
    rows = nearest[places].reshape(height, width)
    lines = b"".join(b"\0" + row.tobytes() for row in rows)
    parts = (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)),
        (b"PLTE", palette.astype(np.uint8).tobytes()),
        (b"IDAT", zlib.compress(lines, 9)),
        (b"IEND", b""),
    )
    with path.open("wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n")
        for kind, data in parts:
            file.write(
                struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
            )
