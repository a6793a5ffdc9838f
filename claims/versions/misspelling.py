"""Whether two words are one, spelled otherwise."""

from typing import Final

from rapidfuzz.distance import OSA

from claims.versions.lexicon import listed

SHORTEST: Final = 6
"""Letters; shorter words become other words by one letter too often."""
LONG: Final = 10
"""Letters from which two may differ."""

_CONFUSABLE: Final = listed("confusable")


def misspelled(old: str, new: str) -> bool:
    """Whether one of two words, both in lower case, looks like a slip of the pen for the other.

    So do words with the same first letter that differ by one letter, or by two neighbours that changed places
    (optimal string alignment), and are not both words that everybody knows. Names count as other words: who wrote
    to them may have meant another one.
    """
    shorter = min(len(old), len(new))
    if shorter < SHORTEST or old[0] != new[0] or not (old.isalpha() and new.isalpha()):
        return False
    if old in _CONFUSABLE and new in _CONFUSABLE:
        return False
    most = 1 if shorter < LONG else 2
    return OSA.distance(old, new, score_cutoff=most) <= most
