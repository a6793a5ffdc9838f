"""The detector of languages, py3langid, with its tables left in a file: a text has to do with a few of their rows.

In memory they take 70 MB, which each process that reads articles would need for one foreign text among thousands.
"""

import lzma
import shutil
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any
from zipfile import ZipFile

import numpy as np
from numpy.typing import NDArray
from py3langid import langid


class LanguageDetector:
    """The detector, loaded in half a second of the processor's time; what it takes goes when it is no longer kept."""

    def __init__(self) -> None:
        with TemporaryFile() as unpacked:
            with lzma.open(Path(langid.__file__).parent / langid.MODEL_FILE) as packed:
                shutil.copyfileobj(packed, unpacked)
            with ZipFile(unpacked) as archive:
                table = {
                    name: _mapped(archive, f"{name}.npy")
                    for name in ("ptc", "pc", "classes", "nextmove", "nextmove_row", "out_feat")
                }
        self._identifier = langid.LanguageIdentifier(
            table["ptc"],
            table["pc"],
            table["classes"].tolist(),
            table["nextmove"].data,
            table["out_feat"].data,
            tk_row=table["nextmove_row"].tolist(),
        )

    def code(self, text: str) -> str:
        """The ISO 639 code of the language that a text is most likely in."""
        code: str = self._identifier.classify(text)[0]
        return code


def _mapped(archive: ZipFile, name: str) -> NDArray[Any]:
    """An array of an npz file, of which what is asked for is read when it is."""
    with archive.open(name) as stored, TemporaryFile() as unpacked:
        np.lib.format.read_magic(stored)
        shape, _, kind = np.lib.format.read_array_header_1_0(stored)
        shutil.copyfileobj(stored, unpacked)
        unpacked.flush()
        return np.memmap(unpacked, kind, "r", shape=shape)
