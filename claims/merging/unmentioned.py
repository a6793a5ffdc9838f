"""What a claim names that the other claim's article nowhere mentions: another event, or another statement.

An article that repeats a statement has as a rule what it is about somewhere: in the claim, or beside it. Where a claim
tells of Gravesend and of 14 March, and the article of the other one has neither, the two are a formula that one office
fills with each of its cases, or two statements of one speaker, however many words they share.
"""

import re
from collections.abc import Set
from functools import lru_cache
from typing import Final

from claims.merging.article_words import article_words
from claims.merging.profiles import Profile
from claims.text.canonical import canonical, rewritten_figures, stem
from claims.text.word_rarity import rarity, rarity_stem

LEAST_BESIDE: Final = 60
"""So many words an article must have beside the claim to tell what it mentions."""
MOST: Final = 3.0
"""Of more than this it does not matter how much it is."""
_SMALL: Final = "(?:(?:of|for|and|the|on|in) )*"
_FULL: Final = re.compile(rf"[A-Z][\w-]+(?: {_SMALL}[A-Z][\w-]+){{2,}}")
"""A name that may be known by its initials."""
_SHORT: Final = re.compile(r"\b[A-Z]{3,}\b")
_BETWEEN: Final = rf"[\w-]* {_SMALL}"
"""What stands between the initials of a name in full."""
_KEPT: Final = 1_024
"""So many articles' figures are kept."""


def unmentioned(a: Profile, b: Profile) -> float:
    """How much of what one claim names the other one's article leaves out: the greater of both, ``MOST`` at the most.

    A date or a figure counts 1, a name as much as it is rare (0 to 1), the speaker's own nothing. 0 where either
    article has hardly more than the claim, and does not tell.
    """
    if a.words == b.words or not (_has_more(a) and _has_more(b)):
        return 0.0
    only_a, only_b = a.particulars.keys() - b.particulars.keys(), b.particulars.keys() - a.particulars.keys()
    return min(MOST, max(_left_out(a, only_a, b), _left_out(b, only_b, a)))


def _left_out(own: Profile, only: Set[str], other: Profile) -> float:
    """How much of what only one claim names is not among the words of the other one's article, in whatever form."""
    text = other.claim.article.text
    mentioned = article_words(text).mentioned
    missing = {root for root in only if f" {root}" not in mentioned}
    if any(root.endswith(" ") for root in missing):
        missing = {root for root in missing if root.rstrip() not in _figures(text)}
    if missing:
        missing -= _abbreviated(own.claim.content_text, text)
    return sum(_told_by(own.particulars[root]) for root in missing)


def _told_by(name: str) -> float:
    """How much (0 to 1) a name tells; of a date or a figure, which is none, all."""
    return rarity(rarity_stem(name)) if name else 1.0


def _abbreviated(said: str, text: str) -> frozenset[str]:
    """The stems of those names in what is said that a text has only by their initials, or only in full."""
    found = [name for name in _FULL.findall(said) if re.search(rf"\b{_initials(name)}\b", text)]
    found += [short for short in _SHORT.findall(said) if re.search(rf"\b{_BETWEEN.join(short)}", text)]
    return frozenset(stem(word) for name in found for word in canonical(name))


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isupper())


def _has_more(profile: Profile) -> bool:
    """Whether an article has more than the claim."""
    return article_words(profile.claim.article.text).spaces >= LEAST_BESIDE + len(profile.canonical)


_figures: Final = lru_cache(maxsize=_KEPT)(rewritten_figures)
"""The figures of an article that it does not write in plain digits."""
