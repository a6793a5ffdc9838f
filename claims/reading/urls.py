"""Web addresses as keys: one spelling for each page."""

import re
from typing import Final
from urllib.parse import urlsplit, urlunsplit

_TRACKING = re.compile(
    r"utm_.*|(?:fb|g|d|y|tw|tt)clid|msclkid|[gw]braid|igshid|mc_[ce]id|_ga|cmpid|ocid|smid", re.IGNORECASE
)
_DEFAULT_PORTS: Final = {"http": 80, "https": 443}
_ADDRESS = re.compile(r"[a-z][a-z\d+.-]+://", re.IGNORECASE)


def is_url(name: str) -> bool:
    """Whether this is an address rather than a path, of whatever scheme."""
    return bool(_ADDRESS.match(name))


def canonical_url(url: str) -> str | None:
    """The one spelling of a page's address, None where it is no address of a page.

    Scheme and host in lower case; without fragment, default port, tracking parameters (``utm_*``,
    ``fbclid`` and the like) and trailing slash. A site's bare front page names no article.
    """
    url = url.strip()
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return None
    scheme, host = parts.scheme.lower(), parts.netloc.lower()
    if scheme not in _DEFAULT_PORTS or not parts.hostname or any(c.isspace() for c in url):
        return None
    if port in (None, _DEFAULT_PORTS[scheme]):
        host = re.sub(r":\d*$", "", host)
    query = "&".join(p for p in parts.query.split("&") if p and not _TRACKING.fullmatch(p.partition("=")[0]))
    path = parts.path.rstrip("/")
    return urlunsplit((scheme, host, path, query, "")) if path or query else None


def same_site(one: str, other: str) -> bool:
    """Whether two addresses are of one site: the same host, or one below the other, as edition.paper.example."""
    first, second = (f".{(urlsplit(url).hostname or '').removeprefix('www.')}" for url in (one, other))
    return first.endswith(second) or second.endswith(first)
