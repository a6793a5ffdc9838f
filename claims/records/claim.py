"""A claim: who says what, where exactly, and how sure that is."""

from dataclasses import dataclass, field
from typing import Final, Literal, get_args

from claims.records.article import Article, Span, Tag, joined
from claims.records.speaker import UNKNOWN_SPEAKER, Speaker

Kind = Literal["direct", "indirect", "mixed"]
Stance = Literal["neutral", "affirming", "distancing", "denying", "announcing", "believing"]
Act = Literal[
    "statement",
    "announcement",
    "denial",
    "accusation",
    "prediction",
    "belief",
    "intention",
    "request",
    "judgement",
]
KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
STANCES: Final[tuple[Stance, ...]] = get_args(Stance)
ACTS: Final[tuple[Act, ...]] = get_args(Act)


@dataclass(frozen=True, slots=True)
class ClaimPlace:
    """Where a claim is: its article's key, and the components of the speakers that it has and that its article gives.

    The component (:class:`LinkedSpeaker`) is None where a speaker is not linked yet.
    """

    article: str
    components: frozenset[str | None]


@dataclass(frozen=True, slots=True)
class Claim:
    """An attribution with its speaker, kind, stance, act and confidence.

    Fields:
        id: 12 hexadecimal digits, the same in every version of the article that has these words; see
            :func:`claims.text.claim_ids.claim_id`.
        article: the version of the article that it was found in.
        mention: the words that name the speaker there; empty where the article names none.
        cue: the words that report ("pointed out"); empty where a quotation has none.
        content: the asserted words; several spans where something stands between them.
        speaker: whom the mention refers to, None where that could not be resolved; of several who say it together, one
            who stands for all of them. :attr:`speakers` has them one by one.
        kind: whether all, none or some of the content is in quotation marks.
        stance: how the article frames it, by the cue.
        confidence: the calibrated probability, from 0 to 1, that mention, content and speaker are right.
        tag: the confidence in one word.
        act: what the speaker does with it.
        reasons: in words, what speaks against it.
        words_confidence: the probability that mention and content are right, None where a ledger does not have it yet.
        speaker_confidence: the probability that the speaker is right where the words are, None likewise.
    """

    id: str
    article: Article = field(repr=False)
    mention: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    speaker: Speaker | None
    kind: Kind
    stance: Stance
    confidence: float
    tag: Tag
    act: Act = "statement"
    reasons: tuple[str, ...] = ()
    words_confidence: float | None = None
    speaker_confidence: float | None = None

    @property
    def mention_text(self) -> str:
        """The words of the mention, white space folded; empty where there is none."""
        return joined(self.mention)

    @property
    def cue_text(self) -> str:
        """The words of the cue, white space folded."""
        return joined(self.cue)

    @property
    def content_text(self) -> str:
        """The words of the content, white space folded; pieces are joined by one space."""
        return joined(self.content)

    @property
    def speakers(self) -> tuple[Speaker, ...]:
        """Everybody who says it, one by one; nobody where the speaker is unknown."""
        return self.speaker.each if self.speaker else ()

    @property
    def speaker_names(self) -> tuple[str, ...]:
        """The names of everybody who says it, or only "unknown"."""
        return tuple(one.name for one in self.speakers) or (UNKNOWN_SPEAKER,)

    @property
    def speaker_name(self) -> str:
        """The speaker's name, those of several joined by "; ", or "unknown"."""
        return self.speaker.name if self.speaker else UNKNOWN_SPEAKER

    @property
    def start(self) -> int:
        """Offset of the first character that belongs to the claim."""
        return min(s.start for s in (*self.mention, *self.cue, *self.content))

    @property
    def end(self) -> int:
        """Offset after the last character that belongs to the claim."""
        return max(s.end for s in (*self.mention, *self.cue, *self.content))

    @property
    def page(self) -> int | None:
        """The number of the page, from 1, on which the claim begins; None where its article has no pages."""
        return self.article.page_at(self.start)
