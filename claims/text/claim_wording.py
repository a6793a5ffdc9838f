"""The words of a claim in the forms in which claims are compared, each worked out once."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Self

from claims.once import once
from claims.records import Claim
from claims.text.canonical import canonical, is_number, readable_and_canonical, topic_stems
from claims.text.normalisation import plain
from claims.text.polarity import Polarity, polarity, stems_of_cue
from claims.text.quantities import Quantity, quantities_of_readable

_KEPT: Final = 2_048
"""So many contents are kept read: outlets print the same one with another cue."""
_ANSWER: Final = re.compile(r"(?:(?<=^)|(?<=[\"'])|(?<=[.!?] ))No, ", re.IGNORECASE)
"""Negates a question, not what follows."""


@dataclass(frozen=True, eq=False)
class ClaimWording:
    """A claim with the words of its content and cue; what takes time is worked out when it is first asked for.

    ``text`` is the content with plain typography, ``readable`` the same in lower case with contractions resolved
    and numbers in digits, ``canonical`` are its canonical words.
    """

    claim: Claim
    text: str
    readable: str
    canonical: tuple[str, ...]

    @classmethod
    def of(cls, claim: Claim) -> Self:
        """The wording of a claim."""
        return cls(claim, *_read(claim.content_text))

    @once
    def words(self) -> str:
        """The canonical words joined by spaces, without the "that" that opens indirect speech."""
        return " ".join(self.content_words)

    @property
    def content_words(self) -> tuple[str, ...]:
        """The canonical words without the "that" that opens indirect speech."""
        return self.canonical[1:] if self.canonical[:1] == ("that",) else self.canonical

    @once
    def stems(self) -> frozenset[str]:
        """The stems of the words that have a meaning of their own, without numbers."""
        return topic_stems(self.content_words)

    @once
    def figures(self) -> tuple[Quantity, ...]:
        """The figures of the content."""
        return _figures(self.readable) if any(map(is_number, self.canonical)) else ()

    @once
    def asserted_words(self) -> tuple[str, ...]:
        """The canonical words without a "No," that answers a question."""
        return canonical(_ANSWER.sub(" ", self.text)) if "o, " in self.text else self.canonical

    @once
    def cue_words(self) -> tuple[str, ...]:
        """The canonical words of the cue."""
        return canonical(self.claim.cue_text)

    @once
    def polarity(self) -> Polarity:
        """What it says yes and no to."""
        return polarity(self.asserted_words, self.cue_words, self.claim.stance)

    @property
    def cue_stems(self) -> frozenset[str]:
        """The stems of the cue that say more than that something was said."""
        return stems_of_cue(self.cue_words)


@lru_cache(maxsize=_KEPT)
def _read(content: str) -> tuple[str, str, tuple[str, ...]]:
    text = plain(content)
    return text, *readable_and_canonical(text)


_figures: Final = lru_cache(maxsize=_KEPT)(quantities_of_readable)
