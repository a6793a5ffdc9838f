"""An attribution as the tagger finds it, before it has a speaker, a kind and a stance."""

from dataclasses import astuple, dataclass

from claims.records import Span


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the tagger says for an attribution: probabilities from 0 to 1."""

    content: float
    """Geometric mean, over the words of the content, of being tagged as they were."""
    edges: float
    """The least probability among the words that open a piece of the content and those just behind one."""
    cue: float
    """Geometric mean over the words of the cue."""
    link: float
    """Geometric mean, over the words of the content, of pointing to this cue."""
    mention: float
    """That the cue points to this mention, or to none where there is none."""

    def at_least(self, probability: float) -> "Evidence":
        """The evidence with each probability raised to one that something else vouches for."""
        return Evidence(*(max(own, probability) for own in astuple(self)))


@dataclass(frozen=True, slots=True)
class Attribution:
    """Mention, cue and content spans of one assertion (as in PARC 3 and PolNeAR), each in text order.

    ``mention`` is empty where the text names no speaker.
    """

    mention: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    evidence: Evidence
