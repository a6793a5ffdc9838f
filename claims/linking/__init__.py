"""The same speaker in several articles, under whatever spelling: appearances to speakers."""

from typing import TYPE_CHECKING

from claims.lazy import attach_modules

if TYPE_CHECKING:
    from claims.linking.constraints import corrections
    from claims.linking.exact_match import Node, exact_matches, identity
    from claims.linking.linking import edges_of, link
    from claims.linking.name_keys import keys_of_name
    from claims.linking.relinking import relink

__all__ = ["Node", "corrections", "edges_of", "exact_matches", "identity", "keys_of_name", "link", "relink"]

_MODULES = {
    "constraints": ("corrections",),
    "exact_match": ("Node", "exact_matches", "identity"),
    "linking": ("edges_of", "link"),
    "name_keys": ("keys_of_name",),
    "relinking": ("relink",),
}
__getattr__, __dir__ = attach_modules(__name__, _MODULES)
