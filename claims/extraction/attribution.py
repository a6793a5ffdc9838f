"""Attributions as a tagger finds them, before they have a speaker and a stance; and what a tagger is."""

from dataclasses import astuple, dataclass
from typing import Protocol

from claims.extraction.layout import Layout
from claims.records import Article, Kind, Span


@dataclass(frozen=True, slots=True)
class AttributionEvidence:
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

    def at_least(self, probability: float) -> "AttributionEvidence":
        """The evidence with each probability raised to one that something else vouches for."""
        return AttributionEvidence(*(max(own, probability) for own in astuple(self)))


@dataclass(frozen=True, slots=True)
class Attribution:
    """Mention, cue and content spans of one assertion (as in PARC 3 and PolNeAR), each in text order.

    ``mention`` is empty where the text names no speaker.
    """

    mention: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    evidence: AttributionEvidence


class Tagger(Protocol):
    """Finds the attributions of articles; the package's is :class:`claims.extraction.tagger.NetworkTagger`.

    Both methods must give the same for the same arguments, and be safe to call from several threads.
    """

    def attributions(self, article: Article, layout: Layout) -> list[Attribution]:
        """The attributions of an article, likely or not, in the order of their cues.

        ``layout`` is the article's; its text, with each paragraph on a line, has the article's offsets. Spans are made
        by ``article.span(start, end)``.
        """
        ...

    def confidence(self, attribution: Attribution, kind: Kind) -> float:
        """The calibrated probability, from 0 to 1, that one of its attributions has the right mention and content."""
        ...
