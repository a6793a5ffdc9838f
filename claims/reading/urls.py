"""Web addresses as keys: one spelling for each page."""

import re
from typing import Final
from urllib.parse import urlsplit, urlunsplit

_TRACKING = re.compile(
    r"utm_.*|(?:fb|g|d|y|tw|tt)clid|msclkid|[gw]braid|igshid|mc_[ce]id|_ga|cmpid|ocid|smid", re.IGNORECASE
)
_SECRETS = re.compile(
    r"(?:access|auth|id|refresh|session|api|csrf|xsrf)?[_-]?token|api[_-]?key|passw(?:or)?d|pwd|secret|"
    r"phpsessid|jsessionid|aspsessionid.*|session[_-]?id|x-amz-(?:signature|credential|security-token)|sig|signature",
    re.IGNORECASE,
)
"""Parameters that let whoever has an address in as the one whom it was made for."""
_DEFAULT_PORTS: Final = {"http": 80, "https": 443}
_ADDRESS = re.compile(r"[a-z][a-z\d+.-]+://", re.IGNORECASE)


def is_url(name: str) -> bool:
    """Whether this is an address rather than a path, of whatever scheme."""
    return bool(_ADDRESS.match(name))


def canonical_url(url: str) -> str | None:
    """The one spelling of a page's address, None where it is no address of a page.

    Scheme and host in lower case; without fragment, default port, tracking parameters (``utm_*``,
    ``fbclid`` and the like), credentials and trailing slash. A site's bare front page names no article.
    """
    url = without_credentials(url.strip())
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
    query = "&".join(part for part in parts.query.split("&") if part and not _is_dropped(part))
    path = parts.path.rstrip("/")
    return urlunsplit((scheme, host, path, query, "")) if path or query else None


def without_credentials(url: str) -> str:
    """An address without the user's name and password that may stand before its host; else as it is."""
    begin, rest = url.partition("//")[::2]
    end = next((i for i, c in enumerate(rest) if c in "/?#\\"), len(rest))
    host = rest[:end].rpartition("@")[2]
    return f"{begin}//{host}{rest[end:]}" if "@" in rest[:end] else url


def _is_dropped(parameter: str) -> bool:
    name = parameter.partition("=")[0]
    return bool(_TRACKING.fullmatch(name) or _SECRETS.fullmatch(name))


def same_site(one: str, other: str) -> bool:
    """Whether two addresses are of one site: the same host, or one below the other, as edition.paper.example."""
    first, second = (f".{(urlsplit(url).hostname or '').removeprefix('www.')}" for url in (one, other))
    return first.endswith(second) or second.endswith(first)
