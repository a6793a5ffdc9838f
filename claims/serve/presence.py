"""Who has which claim open, so that two people do not verify the same one."""

import time
from threading import Lock
from typing import Final

SECONDS: Final = 90.0
"""So long a claim counts as open after its page last said so; it says so three times as often."""


class Presence:
    """The claims that are open, by the reviewers who have them open."""

    def __init__(self) -> None:
        self._seen: dict[tuple[str, str], float] = {}
        self._lock = Lock()

    def look(self, claim_id: str, reviewer: str) -> None:
        """Note that a reviewer has a claim open now, and none other."""
        now = time.monotonic()
        with self._lock:
            self._seen = {
                key: seen for key, seen in self._seen.items() if key[1] != reviewer and seen > now - SECONDS
            }
            self._seen[claim_id, reviewer] = now

    def others(self, reviewer: str) -> dict[str, list[str]]:
        """Which other reviewers have which claims open."""
        now = time.monotonic()
        found: dict[str, list[str]] = {}
        with self._lock:
            for (claim_id, name), seen in self._seen.items():
                if name != reviewer and seen > now - SECONDS:
                    found.setdefault(claim_id, []).append(name or "somebody")
        return found
