"""A property that is worked out once for each object, when it is first asked for."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar

_T = TypeVar("_T")


class once(Generic[_T]):  # noqa: N801 - used as a decorator
    """As :func:`functools.cached_property`, but without the lock that Python 3.11 has there.

    Where a claim has twenty such properties, that takes as long as working out some of them. Two threads that ask at
    once may both work it out.
    """

    def __init__(self, work: Callable[[Any], _T]) -> None:
        self._work, self.__doc__ = work, work.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    def __get__(self, instance: Any, owner: type | None = None) -> _T:
        found = instance.__dict__[self._name] = self._work(instance)
        return found
