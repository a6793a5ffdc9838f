"""What the tool knows, as frozen dataclasses. They import nothing of the tool.

Offsets everywhere are 0-based code points into :attr:`Article.text`, end exclusive.
"""

import hashlib
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final, Literal, get_args

BlockKind = Literal["title", "heading", "paragraph"]
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
Tag = Literal["high", "medium", "low"]
DescribedField = Literal["title", "author", "outlet", "published"]
SpeakerType = Literal["person", "organisation", "unnamed", "document"]
ChangeType = Literal["added", "removed", "reworded", "figure", "reattributed", "stance", "kind", "moved"]
DecisionKind = Literal["same", "different", "rename", "role", "join", "split", "speaker", "words", "remove"]
Severity = Literal["minor", "moderate", "substantial"]
TieRelation = Literal["same", "conflict"]
AttributionVerdict = Literal["correct", "wrong speaker", "wrong words", "not a claim"]
TruthVerdict = Literal["true", "mostly true", "mixed", "mostly false", "false", "unverifiable"]

KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
STANCES: Final[tuple[Stance, ...]] = get_args(Stance)
ACTS: Final[tuple[Act, ...]] = get_args(Act)
TAGS: Final[tuple[Tag, ...]] = get_args(Tag)
SEVERITIES: Final[tuple[Severity, ...]] = get_args(Severity)
ATTRIBUTION_VERDICTS: Final[tuple[AttributionVerdict, ...]] = get_args(AttributionVerdict)
DECISION_KINDS: Final[tuple[DecisionKind, ...]] = get_args(DecisionKind)
TRUTH_VERDICTS: Final[tuple[TruthVerdict, ...]] = get_args(TruthVerdict)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of an article: ``article.text[start:end] == text``."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Block:
    """One unit of an article's layout: its title, a heading or a paragraph, by offsets.

    Line breaks inside a paragraph only wrap the line; those between blocks end a paragraph.
    """

    kind: BlockKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Origin:
    """Where something that is said of an article was found, in words, and how sure it is.

    High: a field of the format, or of the page's metadata, says just this. Medium: it was read off a line such as a
    byline. Low: it was inferred, as an outlet from the name of its host.
    """

    field: DescribedField
    found_in: str
    certainty: Tag


@dataclass(frozen=True, slots=True)
class Article:
    """One published text in one version.

    Fields:
        key: names the article across versions: its URL where that is known, else its path.
        text: exactly as read; all offsets are into it.
        blocks: its layout, in order, without overlaps. A title that stands in the text has a block of kind "title";
            one that is known from metadata only has none.
        title, author, outlet, url: as the page or file says, None where it does not.
        published: the day of publication, None where it is not known.
        path: of the file, relative to the folder of the ledger; None for a page read from the web.
        version: from 1, in the order in which the ledger was given them.
        pages: where in the text each page of a PDF file begins, from the first on; empty where there are no pages.
        origins: where the file or page has title, author, outlet and day; empty where that is not known.
    """

    key: str
    text: str = field(repr=False)
    blocks: tuple[Block, ...] = field(repr=False)
    title: str | None = None
    author: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: date | None = None
    path: str | None = None
    version: int = 1
    pages: tuple[int, ...] = field(default=(), repr=False)
    origins: tuple["Origin", ...] = field(default=(), repr=False)

    @property
    def id(self) -> str:
        """12 hexadecimal digits, the same in all versions of the article."""
        return article_id(self.key)

    @property
    def digest(self) -> str:
        """SHA-256 of the text in UTF-8, in hexadecimal."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    @property
    def name(self) -> str:
        """What to call the article in one line: its title, else its path, else its key."""
        return self.title or self.path or self.key

    @property
    def where(self) -> str:
        """Where it can be found again: its URL, else its path, else its key."""
        return self.url or self.path or self.key

    def page_at(self, offset: int) -> int | None:
        """The number of the page, from 1, on which a character stands; None where the text has no pages."""
        return bisect_right(self.pages, offset) or None

    def span(self, start: int, end: int) -> Span:
        """The span from ``start`` to ``end`` with its words."""
        return Span(start, end, self.text[start:end])


@dataclass(frozen=True, slots=True)
class PageState:
    """What a server said of a page when it was fetched last, by which it can be asked only whether that has changed.

    Fields:
        address: what was asked for.
        reached: the address where it was found, after all redirects.
        etag, last_modified: the answer's headers ETag and Last-Modified, None where it had none.
        fresh_until: until when the server says that the page holds (Cache-Control), in UTC; None where it does not.
    """

    address: str
    reached: str
    etag: str | None = None
    last_modified: str | None = None
    fresh_until: datetime | None = None


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


UNKNOWN_SPEAKER: Final = "unknown"


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


@dataclass(frozen=True, slots=True)
class Change:
    """What became of a claim between two versions.

    Fields:
        type: what kind of change it is; "figure" is another number, "reattributed" another speaker.
        old: the claim in the earlier version, None where it was added.
        new: the claim in the later version, None where it was removed.
        detail: in words, what differs.
        severity: see :mod:`claims.versions.severity`.
        old_words, new_words: the exact words that changed, each span in its own version's text; empty where a claim
            only moved, or where words were put in or left out only on the other side.
    """

    type: ChangeType
    old: Claim | None
    new: Claim | None
    detail: str
    severity: Severity = "substantial"
    old_words: tuple[Span, ...] = ()
    new_words: tuple[Span, ...] = ()

    @property
    def main_claim(self) -> Claim | None:
        """The claim whose speaker the change is listed under: the new one, unless the old one's is better known."""
        if self.old is None or self.new is None:
            return self.new or self.old
        one, other = self.old.speaker, self.new.speaker
        if one and (other is None or (self.type != "reattributed" and other.type == "unnamed" != one.type)):
            return self.old
        return self.new


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


def joined(spans: Iterable[Span]) -> str:
    """The words of some spans, white space folded, pieces joined by one space."""
    return " ".join(" ".join(s.text.split()) for s in spans)


def article_id(key: str) -> str:
    """The id of the article with this key: 12 hexadecimal digits."""
    return short_hash("article", key)


def short_hash(*parts: str) -> str:
    """12 hexadecimal digits of the SHA-256 of the parts, which are kept apart by a separator."""
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:12]
