"""Which tagger finds the attributions: the network with the package's weights or others, or an installed one."""

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Final

from claims.errors import ClaimsError
from claims.extraction.attribution import Tagger
from claims.extraction.confidence import load_coefficients
from claims.extraction.tagger import NetworkTagger
from claims.plugins import Registry

FILES: Final = ("tagger.int8.onnx", "tokenizer.json", "transitions.json", "confidence.json")
"""What a model's folder holds: the network, its tokenizer, its transition scores, the fit of the confidence."""

TAGGERS: Final[Registry[Callable[[], Tagger]]] = Registry("claims.taggers", {})
"""What makes a tagger, by the name that an installed package gives it."""

_TRIAL = "Idra Vellmoor said that the bridge was closed."


@cache
def load_tagger(model: str | Path | None = None) -> Tagger:
    """The tagger with the weights of a folder, or an installed one by its name; the package's where none is given.

    It is loaded once in a process. A folder holds :data:`FILES`; ``training/README.md`` says how they are made. Raises
    :class:`ClaimsError` where it is missing, lacks a file, or holds one that does not fit.
    """
    if model is None:
        return NetworkTagger()
    folder = Path(model)
    if not folder.exists() and str(model) in TAGGERS:
        return TAGGERS[str(model)]()
    if not folder.is_dir():
        raise ClaimsError(
            f"{folder}: no such folder, and no installed tagger; name the folder of a model that training made"
        )
    lacking = [name for name in FILES if not (folder / name).is_file()]
    if lacking:
        raise ClaimsError(
            f"{folder}: no model, since it has no {' and no '.join(lacking)}; training/README.md says how to make them"
        )
    for name in FILES[1:]:
        _check_json(folder / name)
    load_coefficients(folder)
    try:
        tagger = NetworkTagger(folder)
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
