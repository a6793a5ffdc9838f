"""The word lists and patterns of this room, from words.toml."""

import tomllib
from importlib.resources import files
from typing import Any, Final

_DATA: Final[dict[str, Any]] = tomllib.loads(
    files("claims.versions").joinpath("words.toml").read_text(encoding="utf-8")
)


def listed(name: str) -> frozenset[str]:
    """The words of a list."""
    return frozenset(_DATA[name].split())
