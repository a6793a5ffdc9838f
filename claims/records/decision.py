"""What people decided: verdicts on claims, and decisions about speakers, groups and articles."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, Literal, get_args

DecisionKind = Literal["same", "different", "rename", "role", "join", "split", "speaker", "words", "remove"]
AttributionVerdict = Literal["correct", "wrong speaker", "wrong words", "not a claim"]
TruthVerdict = Literal["true", "mostly true", "mixed", "mostly false", "false", "unverifiable"]
ATTRIBUTION_VERDICTS: Final[tuple[AttributionVerdict, ...]] = get_args(AttributionVerdict)
DECISION_KINDS: Final[tuple[DecisionKind, ...]] = get_args(DecisionKind)
TRUTH_VERDICTS: Final[tuple[TruthVerdict, ...]] = get_args(TruthVerdict)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a reviewer decided about one claim; fields left empty were not judged.

    Fields:
        claim_id: of the claim, which the ledger need not have any more.
        reviewer: who decided.
        decided: the day of the decision.
        attribution: whether mention, speaker and words are right.
        truth: a word of the desk's own vocabulary, by default one of :data:`TRUTH_VERDICTS`.
        evidence, note: in the reviewer's words.
        corrected_speaker, corrected_words: what is right, where the attribution is wrong.
        version: of the article, which the reviewer had, where the claim's words have changed since.
        made_on: the words that the reviewer had, where a later extraction of the same text has others.
        settles: whether it settles what reviewers differ in: of the verdicts before it, none counts in a dispute.
    """

    claim_id: str
    reviewer: str
    decided: date
    attribution: AttributionVerdict | None = None
    truth: str | None = None
    evidence: str | None = None
    note: str | None = None
    corrected_speaker: str | None = None
    corrected_words: str | None = None
    version: int | None = None
    made_on: str | None = None
    settles: bool = False

    @property
    def judged(self) -> tuple[str | None, ...]:
        """All that it says."""
        return (
            self.attribution,
            self.truth,
            self.evidence,
            self.note,
            self.corrected_speaker,
            self.corrected_words,
        )

    @property
    def is_withdrawal(self) -> bool:
        """Whether it says nothing, and so takes back what the reviewer said before."""
        return not any(self.judged)


@dataclass(frozen=True, slots=True)
class Decision:
    """What the desk decided about speakers, groups, a claim or an article, and what no later run may undo.

    Fields:
        kind: what is decided.
        about: the ids (or names) that it concerns: two speakers for "same" and "different", one for "rename" and
            "role"; two claims for "join", a group's claim and the claim taken from it for "split"; one claim for a
            corrected "speaker" or "words"; one article for "remove".
        value: the name, role or wording decided on, where there is one; the key of a removed article.
        reviewer: who decided, None where nobody was named.
        made: when, in UTC; None until stored.
        number: counts the ledger's decisions from 1; 0 until stored.
        undone: whether it was taken back.
    """

    kind: DecisionKind
    about: tuple[str, ...]
    value: str | None = None
    reviewer: str | None = None
    made: datetime | None = None
    number: int = 0
    undone: bool = False
