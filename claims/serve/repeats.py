"""Changes that a browser sends twice: after a reload, the back button or a key that was pressed twice."""

import hashlib
from collections import OrderedDict
from collections.abc import Iterable
from threading import Condition
from typing import Final

_KEPT: Final = 10_000
"""So many changes are remembered; a browser repeats one soon or never."""


class Repeats:
    """Which changes have been made, and where each led.

    Every form has a word of its own (`once`). The same word with the same values is the same change, made once; with
    other values, as after the back button and another choice, it is a change of its own.
    """

    def __init__(self) -> None:
        self._led_to: OrderedDict[str, str | None] = OrderedDict()
        self._changed = Condition()

    @staticmethod
    def key(session: str, path: str, values: Iterable[tuple[str, str]]) -> str:
        """What tells a change from all others."""
        words = "\x1f".join((session, path, *(f"{name}={value}" for name, value in sorted(values))))
        return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()

    def begin(self, key: str) -> str | None:
        """Where a change led that was made before, waiting for one that is being made; None to make it now."""
        with self._changed:
            while key in self._led_to:
                led = self._led_to[key]
                if led is not None:
                    return led
                self._changed.wait()
            self._led_to[key] = None
            return None

    def end(self, key: str, led_to: str | None) -> None:
        """Say where the change led; None where it was not made, so that it can be tried again."""
        with self._changed:
            if led_to is None:
                self._led_to.pop(key, None)
            else:
                self._led_to[key] = led_to
                while len(self._led_to) > _KEPT:
                    self._led_to.popitem(last=False)
            self._changed.notify_all()
