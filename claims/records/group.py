"""Claims that are the same assertion, and those that contradict each other."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from claims.records.claim import Claim

TieRelation = Literal["same", "conflict"]


@dataclass(frozen=True, slots=True)
class Member:
    """A claim in a group, and in words why it was put there.

    Members with the same number of ``report``, from 0, are near-verbatim copies of one text, such as wire copy.
    """

    claim: Claim
    reason: str
    report: int = 0


@dataclass(frozen=True, slots=True)
class Group:
    """Claims from several articles that make the same assertion; the first member is the fullest wording."""

    id: str
    members: tuple[Member, ...]

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The members' claims, in the members' order."""
        return tuple(m.claim for m in self.members)

    @property
    def speaker_name(self) -> str:
        """The name under which the group's first member has its speaker."""
        return self.claims[0].speaker_name

    @property
    def outlets(self) -> tuple[str, ...]:
        """The outlets (else places) that carried the assertion, sorted, without repeats."""
        return tuple(sorted({c.article.outlet or c.article.where for c in self.claims}))

    @property
    def independent(self) -> int:
        """How many of the reports are independent: copies of one text count once."""
        return len({m.report for m in self.members})

    @property
    def first_seen(self) -> date | None:
        """The day of the earliest article that has it; None where no article is dated."""
        return min((c.article.published for c in self.claims if c.article.published), default=None)

    @property
    def last_seen(self) -> date | None:
        """The day of the latest article that has it; None where no article is dated."""
        return max((c.article.published for c in self.claims if c.article.published), default=None)


@dataclass(frozen=True, slots=True, order=True)
class Tie:
    """How two units relate; a unit is a class of exact duplicates: claims with the same words and speaker.

    ``first`` and ``second`` are their numbers, the lower one first. ``probability``, from 0 to 1, is that of one
    assertion, or where they disagree (conflict) of one event, by what they say; their articles decide about that.
    ``reason`` says why.
    """

    first: int
    second: int
    relation: TieRelation
    probability: float
    reason: str


@dataclass(frozen=True, slots=True)
class DoubtfulMatch:
    """Two claims of different articles that may be one assertion, and were not joined.

    ``probability`` (0 to 1) is that of one assertion in a ledger; ``reason`` says in words what it rests on.
    """

    first: Claim
    second: Claim
    probability: float
    reason: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two claims about the same thing that disagree; ``differs`` says in words how ("figure: 14 / 17").

    A figure that one speaker gives anew on a later day is marked: "development from 2031-05-01 to 2031-05-02, figure:
    14 / 17".
    """

    first: Claim
    second: Claim
    differs: str

    @property
    def is_development(self) -> bool:
        """Whether it is a figure that one speaker gives anew on a later day."""
        return self.differs.startswith("development from ")
