"""How often something may happen."""

import time
from collections import deque
from threading import Lock


class Rate:
    """At most ``most`` times in ``seconds``."""

    def __init__(self, most: int, seconds: float) -> None:
        self._most, self._seconds = most, seconds
        self._times: deque[float] = deque()
        self._lock = Lock()

    def spend(self, number: int = 1) -> bool:
        """Whether it may happen so many times now; where it may, it counts."""
        now = time.monotonic()
        with self._lock:
            self._forget(now)
            if len(self._times) + number > self._most:
                return False
            self._times.extend([now] * number)
            return True

    def _forget(self, now: float) -> None:
        while self._times and self._times[0] <= now - self._seconds:
            self._times.popleft()
