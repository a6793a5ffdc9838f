"""The word lists, read from ``en/``."""

import tomllib
from importlib.resources import files
from typing import Any, Final

_DATA: Final[dict[str, Any]] = tomllib.loads(
    files("claims.lexicons").joinpath("en", "words.toml").read_text(encoding="utf-8")
)


def listed(name: str) -> tuple[str, ...]:
    """The words of a list, in their order."""
    return tuple(_DATA[name].split())


def paired(name: str) -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    """The pairs of a list of pairs, each side as words."""
    return tuple((tuple(one.split()), tuple(other.split())) for one, other in _DATA[name])


def table(name: str) -> dict[str, str]:
    """The words of a table, each with its counterpart."""
    return dict(_DATA[name])
