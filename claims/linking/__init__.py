"""The same speaker in several articles, under whatever spelling: appearances to speakers."""

from claims.linking.constraints import corrections
from claims.linking.linking import link
from claims.linking.relinking import relink

__all__ = ["corrections", "link", "relink"]
