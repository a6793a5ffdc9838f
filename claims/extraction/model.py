"""Other weights than the package's: a folder as training leaves it, checked before it is used."""

import json
from functools import cache
from pathlib import Path
from typing import Final

from claims.errors import ClaimsError
from claims.extraction.confidence import load_coefficients
from claims.extraction.tagger import Tagger

FILES: Final = ("tagger.int8.onnx", "tokenizer.json", "transitions.json", "confidence.json")
"""What a model's folder holds: the network, its tokenizer, its transition scores, the fit of the confidence."""

_TRIAL = "Idra Vellmoor said that the bridge was closed."


@cache
def load_tagger(folder: str | Path | None = None) -> Tagger:
    """The tagger with the weights of a folder, or of the package where none is given; loaded once in a process.

    The folder holds :data:`FILES`; ``training/README.md`` says how they are made. Raises :class:`ClaimsError` where it
    is missing, lacks a file, or holds one that does not fit.
    """
    if folder is None:
        return Tagger()
    folder = Path(folder)
    if not folder.is_dir():
        raise ClaimsError(f"{folder}: no such folder; name the folder of a model that training made")
    lacking = [name for name in FILES if not (folder / name).is_file()]
    if lacking:
        raise ClaimsError(
            f"{folder}: no model, since it has no {' and no '.join(lacking)}; training/README.md says how to make them"
        )
    for name in FILES[1:]:
        _check_json(folder / name)
    load_coefficients(folder)
    try:
        tagger = Tagger(folder)
        for _ in tagger.scores(tagger.features(_TRIAL)):
            pass
    except Exception as error:  # each of the libraries has its own kinds
        why = " ".join(str(error).split())[:200]
        raise ClaimsError(
            f"{folder}: its files make no tagger of this release ({why}); export the model again"
        ) from error
    return tagger


def _check_json(path: Path) -> None:
    try:
        json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise ClaimsError(f"{path}: cannot be read as JSON ({error}); export the model again") from error
