"""Which addresses become links."""

from urllib.parse import urlsplit


def web_address(text: str | None) -> str | None:
    """The text if it is an address on the web (http or https) that a browser can open, else None."""
    if not text or any(character.isspace() or not character.isprintable() for character in text):
        return None
    try:
        parts = urlsplit(text)
        return text if parts.scheme in {"http", "https"} and parts.hostname else None
    except ValueError:
        return None
