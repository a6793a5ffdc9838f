"""The same speaker in several articles, under whatever spelling: appearances to speakers."""

from claims.linking.constraints import corrections
from claims.linking.incremental import relink
from claims.linking.linking import link

__all__ = ["corrections", "link", "relink"]
