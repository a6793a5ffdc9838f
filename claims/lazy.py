"""Names of a package that are imported when first asked for, so that the command line starts without pandas."""

import sys
from collections.abc import Callable, Iterable, Mapping
from importlib import import_module


def attach(package: str, homes: Mapping[str, str]) -> tuple[Callable[[str], object], Callable[[], list[str]]]:
    """The functions ``__getattr__`` and ``__dir__`` of a package (PEP 562) whose names are defined elsewhere.

    ``homes`` has the module in which each name is defined. No module of the package may bear one of these names.
    """

    def find(name: str) -> object:
        if name not in homes:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        found = getattr(import_module(homes[name]), name)
        setattr(sys.modules[package], name, found)
        return found

    return find, lambda: sorted(homes)


def attach_modules(
    package: str, modules: Mapping[str, Iterable[str]]
) -> tuple[Callable[[str], object], Callable[[], list[str]]]:
    """As :func:`attach`, for a package whose modules define its names: ``modules`` has the names in each."""
    return attach(
        package, {name: f"{package}.{module}" for module, names in modules.items() for name in names}
    )
