"""The settings file, ``claims.toml``: what a desk would otherwise type with every command."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from claims.errors import ClaimsError

NAME: Final = "claims.toml"
_FORMS: Final = {
    "ledger": 'ledger = "desk.db"',
    "reviewer": 'reviewer = "Ana"',
    "outlets": '[outlets] and below it lines such as "courier.example" = "The Courier"',
}
"""The settings, each as it is written."""


@dataclass(frozen=True)
class Configuration:
    """What a settings file says.

    Fields:
        folder: that it is in.
        ledger: the ledger's file or address; a path in the settings file starts from the folder that this is in.
        reviewer: who decides where ``--reviewer`` does not say.
        outlets: the desk's names of outlets, by what a page calls itself or by the host in its address.
    """

    folder: Path | None = None
    ledger: str | None = None
    reviewer: str | None = None
    outlets: Mapping[str, str] = field(default_factory=dict)

    def defaults(self, command: Any) -> dict[str, Any]:
        """What stands in for options of a command that are not typed; its own commands' under their names."""
        given = {"ledger": self.ledger, "reviewer": self.reviewer}
        own = {p.name: given[p.name] for p in command.params if given.get(p.name) is not None}
        return own | {name: self.defaults(sub) for name, sub in getattr(command, "commands", {}).items()}


def configuration() -> Configuration:
    """What the ``claims.toml`` of the current folder says, or of the nearest one above that has one.

    Raises ClaimsError where the file cannot be read or says what there is not to say.
    """
    try:
        folder = Path.cwd()
    except OSError:  # it has been removed
        return Configuration()
    for path in (parent / NAME for parent in (folder, *folder.parents)):
        if path.is_file():
            return _checked(path)
    return Configuration()


def _checked(path: Path) -> Configuration:
    import tomllib
    from difflib import get_close_matches

    try:
        said = tomllib.loads(path.read_text("utf-8-sig"))
    except OSError as error:
        raise ClaimsError(
            f"{path}: cannot be read ({error.strerror}): make it readable, or move it away"
        ) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ClaimsError(f"{path}: no TOML in UTF-8 ({error}): mend it, or move it away") from None
    for key, value in said.items():
        if key not in _FORMS:
            near = get_close_matches(key, _FORMS, 1)
            meant = f"is {near[0]} meant?" if near else f"there are {', '.join(_FORMS)}"
            raise ClaimsError(f"{path}: there is no setting {key}: {meant}")
        words = value.values() if key == "outlets" and isinstance(value, dict) else [value]
        if (key == "outlets") != isinstance(value, dict) or not all(isinstance(w, str) and w for w in words):
            raise ClaimsError(f"{path}: {key} cannot be understood: write {_FORMS[key]}")
    ledger = said.get("ledger")
    if ledger and "://" not in ledger:
        ledger = str(path.parent / Path(ledger).expanduser())
    return Configuration(
        path.parent,
        ledger or None,
        said.get("reviewer"),
        said.get("outlets", {}),
    )
