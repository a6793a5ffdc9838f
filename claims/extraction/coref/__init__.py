"""Who speaks: the mentions of an article's attributions to speakers."""

from claims.extraction.coref.resolution import resolve

__all__ = ["resolve"]
