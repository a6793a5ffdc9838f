"""Is this the same person or body? Names taken apart, keyed, compared."""

from claims.names.blocking_keys import blocking_keys
from claims.names.comparing import Match, compare
from claims.names.keys import key
from claims.names.lexicon import COURTESY, PARTICLES, SUFFIXES, TITLES
from claims.names.parsing import Name, parse
from claims.names.query_likeness import LIKE, likeness
from claims.names.sameness import first_names_agree, same

__all__ = [
    "COURTESY",
    "LIKE",
    "PARTICLES",
    "SUFFIXES",
    "TITLES",
    "Match",
    "Name",
    "blocking_keys",
    "compare",
    "first_names_agree",
    "key",
    "likeness",
    "parse",
    "same",
]
