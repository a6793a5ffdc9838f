"""What two articles must share before a surname that many bear is compared across them.

Of a rare surname alone, whoever else bears it is worth a look. Of a common one nobody is, unless something says so:
all its bearers in all articles would have to do with each other, ever more of them as a ledger grows. It is compared
where both articles give a word of a role in common, or tell one story. Which these are, is written into the keys under
which the surname is looked up (:mod:`claims.linking.name_keys`).
"""

import zlib
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

import numpy as np

from claims.linking.evidence import Evidence, Words, evidence_of
from claims.linking.person_features import COMMON
from claims.records import Appearance

_BANDS: Final = 8
"""Of two articles with two in three names in common 99 of 100 share a band; of two with one in twenty, 2."""
_PRIME: Final = np.uint64(4_294_967_291)
_FACTORS: Final = np.array(
    [pow(1_583_458_089, k, 2**31 - 1) for k in range(1, 2 * _BANDS + 1)], dtype=np.uint64
)
"""Of the hash functions, of which two make a band."""


def is_common(found: Evidence) -> bool:
    """Whether a name is a surname that many bear, has one, or is that of a body called so."""
    return found.family in COMMON or (found.form == "body" and len(found.core) == 1 and found.core <= COMMON)


def told(appearance: Appearance) -> Iterator[str]:
    """What another article must share of this one: the article itself, a word of a role, a band of its story."""
    found = evidence_of(appearance)
    yield f"in {appearance.article}"
    yield from (f"role {word}" for word in found.roles.offices | found.roles.affiliations | found.roles.words)
    yield from _bands(found.shown.names)


@lru_cache(maxsize=256)
def _bands(words: Words) -> tuple[str, ...]:
    """The bands of a story: two articles share one the likelier, the more of their names they share.

    MinHash with banding: Broder, "On the resemblance and containment of documents" (1997); Leskovec, Rajaraman and
    Ullman, "Mining of Massive Datasets", chapter 3.
    """
    if not words:
        return ()
    numbers = np.array([zlib.crc32(w.encode("utf-8", "surrogatepass")) for w in words], dtype=np.uint64)
    least = (numbers[:, None] * _FACTORS % _PRIME).min(axis=0).tolist()
    return tuple(f"story {k} {least[2 * k]:x} {least[2 * k + 1]:x}" for k in range(_BANDS))
