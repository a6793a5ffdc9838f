"""Which tagger finds the attributions: the network with the package's weights or others, or an installed package's."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Final

from claims.extraction.attribution import Tagger
from claims.extraction.model import load_tagger
from claims.plugins import Registry

TAGGERS: Final[Registry[Callable[[], Tagger]]] = Registry("claims.taggers", {})
"""What makes each tagger that installed packages add, by its name: called once in a process, without arguments."""


@cache
def choose_tagger(model: str | Path | None = None) -> Tagger:
    """The tagger of this name that an installed package adds, else the network with the weights of this folder.

    A folder that exists comes before a tagger of the same name; None gives the package's own weights. Raises
    :class:`ClaimsError` where there is neither, the package cannot be used or the folder holds no model.
    """
    if model is not None and not Path(model).is_dir() and str(model) in TAGGERS:
        return TAGGERS[str(model)]()
    return load_tagger(model)
