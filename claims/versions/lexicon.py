"""The word lists and patterns of this room, from words.toml."""

import re
import tomllib
from importlib.resources import files
from typing import Any, Final

_DATA: Final[dict[str, Any]] = tomllib.loads(
    files("claims.versions").joinpath("words.toml").read_text(encoding="utf-8")
)


def listed(name: str) -> frozenset[str]:
    """The words of a list."""
    return frozenset(_DATA[name].split())


def pattern(name: str) -> re.Pattern[str]:
    """One pattern for any of a list of patterns, after marks that are no letters; whatever the case."""
    return re.compile(rf"\W*(?:{'|'.join(_DATA[name])})", re.IGNORECASE)
