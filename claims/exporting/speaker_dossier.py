"""A dossier: what the ledger has on one speaker, as it goes into a page, a workbook or a Markdown file."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from claims.records import Article, Change, Claim, Conflict, Group, Speaker, Verdict

ContrastKind = Literal["development", "contradiction", "disagreement"]
"""A figure given anew on a later day; the speaker against himself or herself; another speaker against this one."""


@dataclass(frozen=True, slots=True)
class Naming:
    """Words by which articles name or describe the speaker.

    Fields:
        words: a form of the name, a role or a mention.
        times: in how many claims a mention stands; how many articles give a name or a role.
        articles: which, the oldest first, undated ones last.
        probability: from 0 to 1, that a name means this speaker, of the least sure link; 1 for roles and mentions.
        reason: why a name was taken for this speaker's; empty for roles and mentions.
    """

    words: str
    times: int
    articles: tuple[Article, ...]
    probability: float = 1.0
    reason: str = ""

    @property
    def first(self) -> date | None:
        """The day of the earliest article that has the words; None where none is dated."""
        return _first(self.articles)

    @property
    def last(self) -> date | None:
        """The day of the latest article that has the words; None where none is dated."""
        return _last(self.articles)

    @property
    def outlets(self) -> tuple[str, ...]:
        """The outlets (else places) of the articles, sorted, without repeats."""
        return _outlets(self.articles)


@dataclass(frozen=True, slots=True)
class Quoting:
    """An outlet (else the place of an article) that quotes the speaker.

    Fields:
        outlet: its name.
        claims: how many claims of the speaker it carries; ``direct`` of them are wholly in quotation marks.
        articles: in how many articles.
        first, last: the days of the earliest and the latest of them; None where none is dated.
    """

    outlet: str
    claims: int
    direct: int
    articles: int
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Contrast:
    """A claim of the speaker and one that disagrees with it; see :data:`ContrastKind`.

    Fields:
        kind: whose the other claim is, and whether it is only newer.
        conflict: both claims, and in words how they differ.
    """

    kind: ContrastKind
    conflict: Conflict

    @property
    def remark(self) -> str:
        """The kind and how the claims differ, in one line."""
        return f"{'' if self.conflict.is_development else f'{self.kind}: '}{self.conflict.differs}"


@dataclass(frozen=True, slots=True)
class Statement:
    """One assertion of the speaker, with every article that carries it.

    Fields:
        claims: the speaker's claims that make it, the oldest first, undated ones last; never empty.
        group: where several articles carry it, these, also those that leave open who said it.
        topic: a word that it has in common with other statements of the speaker; None where there is none.
        contrasts: what it develops, contradicts, or is contradicted by.
        verdict: the verdict that counts now, on any of its claims; None where nobody has judged it.
        dispute: in words how reviewers differ on one of its claims; None where they do not.
    """

    claims: tuple[Claim, ...]
    group: Group | None = None
    topic: str | None = None
    contrasts: tuple[Contrast, ...] = ()
    verdict: Verdict | None = None
    dispute: str | None = None

    @property
    def main(self) -> Claim:
        """The claim with the fullest wording, else the first."""
        known = {claim.id for claim in self.claims}
        fullest = (claim for claim in self.group.claims if claim.id in known) if self.group else ()
        return next(iter(fullest), self.claims[0])

    @property
    def day(self) -> date | None:
        """The day of the earliest article that carries it; None where none is dated."""
        return _first(claim.article for claim in self.claims)

    @property
    def outlets(self) -> tuple[str, ...]:
        """The outlets (else places) that carry it, sorted, without repeats."""
        return self.group.outlets if self.group else _outlets(claim.article for claim in self.claims)

    @property
    def independent(self) -> int:
        """How many of its reports are independent: copies of one text count once."""
        return self.group.independent if self.group else 1


@dataclass(frozen=True, slots=True)
class PossibleLink:
    """Another speaker who may be this one, for the desk to settle: the probability, from 0 to 1, and why, in words."""

    other: Speaker
    probability: float
    reason: str


@dataclass(frozen=True, slots=True)
class Dossier:
    """What the ledger has on one speaker, by the latest versions of all articles.

    Fields:
        speaker: with name, role and id, as the ledger has them.
        names, roles, mentions: the words for the speaker; names and mentions the most frequent first, roles by day.
        statements: the oldest first, undated ones last.
        outlets: who quotes the speaker, those with most claims first.
        contrasts: all developments, contradictions and disagreements, in the order of the later claim.
        changes: what became of the speaker's claims between versions of their articles, by article, then version.
        doubts: in words, who else the speaker might be.
        possible: links to other speakers that are to be settled, the likeliest first.
    """

    speaker: Speaker
    names: tuple[Naming, ...]
    roles: tuple[Naming, ...]
    mentions: tuple[Naming, ...]
    statements: tuple[Statement, ...]
    outlets: tuple[Quoting, ...]
    contrasts: tuple[Contrast, ...] = ()
    changes: tuple[Change, ...] = ()
    doubts: tuple[str, ...] = ()
    possible: tuple[PossibleLink, ...] = ()

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All claims of the speaker, in the order of the statements."""
        return tuple(claim for statement in self.statements for claim in statement.claims)

    @property
    def topics(self) -> tuple[tuple[str | None, tuple[Statement, ...]], ...]:
        """The statements by topic: the topic with most first, those without one last; of each the oldest first."""
        found: dict[str | None, list[Statement]] = {}
        for statement in self.statements:
            found.setdefault(statement.topic, []).append(statement)
        ordered = sorted(found.items(), key=lambda item: (item[0] is None, -len(item[1]), item[0] or ""))
        return tuple((topic, tuple(its)) for topic, its in ordered)

    @property
    def first(self) -> date | None:
        """The day of the earliest article that quotes the speaker; None where none is dated."""
        return _first(claim.article for claim in self.claims)

    @property
    def last(self) -> date | None:
        """The day of the latest article that quotes the speaker; None where none is dated."""
        return _last(claim.article for claim in self.claims)


def days(first: date | None, last: date | None) -> str:
    """From when to when, in words: "2031-05-01 to 2031-05-04", "2031-05-01", or nothing."""
    return " to ".join(dict.fromkeys(day.isoformat() for day in (first, last) if day))


def carrier(article: Article) -> str:
    """An article's outlet, else where it is."""
    return article.outlet or article.where


def _first(articles: Iterable[Article]) -> date | None:
    return min((a.published for a in articles if a.published), default=None)


def _last(articles: Iterable[Article]) -> date | None:
    return max((a.published for a in articles if a.published), default=None)


def _outlets(articles: Iterable[Article]) -> tuple[str, ...]:
    return tuple(sorted({carrier(article) for article in articles}))
