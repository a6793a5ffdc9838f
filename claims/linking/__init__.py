"""The same speaker in several articles, under whatever spelling: appearances to speakers."""

from claims.linking.corrections import corrections
from claims.linking.linking import link

__all__ = ["corrections", "link"]
