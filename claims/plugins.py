"""What installed packages add to the tool, by entry points (docs/extending.md)."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from importlib.metadata import EntryPoint, entry_points
from typing import Generic, TypeVar, cast

from claims.errors import ClaimsError

T = TypeVar("T")


class Registry(Mapping[str, T], Generic[T]):
    """Functions by name: those that come with the tool, then those of installed packages, by their names.

    ``group`` is the entry points' group, such as "claims.readers". Packages are looked up when a name is asked for
    that is not among ``own``, and imported when their function is; they cannot replace one of ``own``. Asking for
    their function raises ClaimsError, in one line that names the package, where it cannot be had.
    """

    def __init__(self, group: str, own: Mapping[str, T]) -> None:
        self._group = group
        self._own = own

    @cached_property
    def _added(self) -> dict[str, EntryPoint]:
        found: dict[str, EntryPoint] = {}
        for point in sorted(entry_points(group=self._group), key=lambda point: point.name):
            if point.name not in self._own:
                found.setdefault(point.name, point)
        return found

    def __getitem__(self, name: str) -> T:
        return self._own[name] if name in self._own else cast(T, _loaded(self._added[name]))

    def __contains__(self, name: object) -> bool:
        return name in self._own or name in self._added

    def __iter__(self) -> Iterator[str]:
        yield from self._own
        yield from self._added

    def __len__(self) -> int:
        return len(self._own) + len(self._added)


def _loaded(point: EntryPoint) -> object:
    try:
        found: object = point.load()
    except Exception as error:  # a package can fail in any way
        raise _unusable(point, " ".join(f"{type(error).__name__}: {error}".split())) from error
    if not callable(found):
        raise _unusable(point, f"{point.value} is no function")
    return found


def _unusable(point: EntryPoint, reason: str) -> ClaimsError:
    package = point.dist.name if point.dist else point.module
    return ClaimsError(
        f"the package {package}, which adds {point.name} to {point.group}, cannot be used ({reason}): "
        "update or uninstall it"
    )
