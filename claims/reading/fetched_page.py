"""What an address gave, as it came and as it can be read."""

from dataclasses import dataclass
from datetime import datetime

from claims.records import PageState


@dataclass(frozen=True, slots=True)
class Capture:
    """An exchange as it was, without cookies: what was asked, and the answer, its content unpacked.

    Headers are in the order in which they came. ``at`` is when, in UTC; ``status`` the answer's first line, without
    the protocol: "200 OK".
    """

    url: str
    at: datetime
    asked: tuple[tuple[str, str], ...]
    status: str
    headers: tuple[tuple[str, str], ...]
    content: bytes


@dataclass(frozen=True, slots=True)
class FetchedPage:
    """What an address gave: the content, in UTF-8 where the server names its encoding.

    ``address`` is what was asked for, ``url`` where it was found after all redirects; ``suffix`` is that of the format
    the content is in, such as ".html". ``state`` is by what a second look can ask only whether it has changed.
    """

    data: bytes
    address: str
    url: str
    suffix: str
    state: PageState
    capture: Capture
