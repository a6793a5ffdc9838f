"""Who says something: in an article, and across articles."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final, Literal

from claims.records.article import Span

SpeakerType = Literal["person", "organisation", "unnamed", "document"]


@dataclass(frozen=True, slots=True)
class Speaker:
    """The person or body that a mention refers to, as far as its article says.

    ``name`` is the fullest name in the article; ``type`` what kind of speaker it is; ``role`` the office or
    affiliation, in the article's words. ``role_spans`` say where the claim's article gives the role, or a part of it;
    none where another article gave it.
    ``id`` is the ledger's, None outside a ledger; ``beside`` what the article shows beside the name. None of them makes
    two speakers unequal.
    ``members``: who they are, of several who speak together (:func:`together`); it has neither id nor ``beside`` then.
    """

    name: str
    type: SpeakerType
    role: str | None = None
    role_spans: tuple[Span, ...] = field(default=(), compare=False, repr=False)
    id: str | None = field(default=None, compare=False)
    beside: "Surroundings | None" = field(default=None, compare=False, repr=False)
    members: tuple["Speaker", ...] = field(default=(), repr=False)

    @property
    def each(self) -> tuple["Speaker", ...]:
        """The speakers one by one: the members, else this one."""
        return self.members or (self,)


AMONG_SPEAKERS: Final = "; "
"""What joins the names of several who speak together."""
_NO_ROLE: Final = "–"


def together(speakers: Iterable[Speaker]) -> Speaker | None:
    """One speaker who stands for all of these, each once; the only one of them as it is, None where there is none.

    Names, and roles where there are any, are joined by "; ", so that both can be taken apart in the same order.
    """
    each = tuple({(one.id, one): one for speaker in speakers for one in speaker.each}.values())
    if len(each) < 2:
        return each[0] if each else None
    types = {one.type for one in each}
    return Speaker(
        AMONG_SPEAKERS.join(one.name for one in each),
        each[0].type if len(types) == 1 else "unnamed",
        AMONG_SPEAKERS.join(one.role or _NO_ROLE for one in each) if any(one.role for one in each) else None,
        tuple(span for one in each for span in one.role_spans),
        members=each,
    )


def listed_names(joined_names: str) -> tuple[str, ...]:
    """The names of several speakers, each once, as :func:`together` joins them and people write them."""
    return tuple(dict.fromkeys(name for name in map(str.strip, joined_names.split(";")) if name))


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What an article shows beside a speaker's name, by which linking tells namesakes apart and joins other names.

    Fields:
        mentions: how the article words the speaker where it describes more than it names, the longest first.
        also: other names that it gives: an acronym, a name before marriage.
        country: where the article is set, as a country of the word lists; empty where it does not show.
        town: the town of its dateline, folded; empty where it has none.
        names: the words of the names that it has most often beside the speaker's, folded.
        topic: the words that it has most often, folded.
        person, body: how many words near the name show a person ("Mr", "he"), and a body ("its", "the company").
    """

    mentions: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    country: str = ""
    town: str = ""
    names: tuple[str, ...] = ()
    topic: tuple[str, ...] = ()
    person: int = 0
    body: int = 0


@dataclass(frozen=True, slots=True)
class Appearance:
    """A speaker as one article has it: what is linked across articles.

    Fields:
        id: stays in later versions of the article, as long as the name does.
        article: the article's key.
        name, type, role: as the latest of the versions gives them.
        number: the order in which the ledger first met it, from 1; 0 outside a ledger.
        versions: the versions of the article that have it, oldest first; none of a removed article.
        beside: what the latest of the versions shows beside the name; None where that is not known.
    """

    id: str
    article: str
    name: str
    type: SpeakerType
    role: str | None = None
    number: int = 0
    versions: tuple[int, ...] = ()
    beside: Surroundings | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Link:
    """That an appearance is a certain speaker, with the probability, from 0 to 1, and why, in words.

    ``name`` is how the appearance's article names the speaker.
    """

    appearance: str
    name: str
    probability: float
    reason: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """That a speaker may be another one, by that one's id: the probability, from 0 to 1, and why, in words."""

    other: str
    probability: float
    reason: str


@dataclass(frozen=True, slots=True)
class LinkedSpeaker:
    """One speaker of the ledger with every appearance in articles, the first one first.

    ``id`` is that of the first appearance. ``doubts`` say in words who else it might be; ``proposals`` are links to
    speakers met later that are not made, since too little speaks for them. ``component`` is the id of the first of all
    speakers that linking had to tell from each other here: those of two components have nothing to do with each other.
    """

    id: str
    speaker: Speaker
    links: tuple[Link, ...]
    doubts: tuple[str, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    component: str = ""


UNKNOWN_SPEAKER: Final = "unknown"
