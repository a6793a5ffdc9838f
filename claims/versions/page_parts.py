"""Parts of a page other than its report: boilerplate, entries of live blogs, and headlines.

Boilerplate is what Kohlschütter, Fankhauser and Nejdl (WSDM 2010) call the text around the main content: here
correction notices, links and widgets, questions and answers. In a live blog (a "rolling story") new entries come on
top and old ones fall off the end, which retracts nothing.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import Final, Self

from claims.records import Article, Block, Claim
from claims.text.claim_wording import ClaimWording
from claims.text.page_notices import FAQ, NOTICE, WIDGET
from claims.text.tokens import WordTokens
from claims.versions.article_version import ArticleVersion
from claims.versions.word_alignment import AlignedVersions

LONGEST_QUESTION: Final = 20  # words
LEAST_QUESTIONS: Final = 3
"""So many questions as paragraphs or headings of their own make a FAQ where no heading calls it so."""
LEAST_ENTRIES: Final = 3
"""Fewest entries, in both versions, of a live blog."""
KEPT_FROM: Final = 0.5
"""Share of the words of an entry, or of boilerplate, from which the other version has it, too."""
REPEATED: Final = 0.6
"""Share of a headline's stems that a claim of the same version must have to be what the headline repeats."""
_LONGEST_QUOTE: Final = 12  # words of boilerplate in a note

_QUESTION: Final = re.compile(r"[^\"“”„«»]*\?\W*")

_CLOCK: Final = r"\d{1,2}[:.h]\d{2}(?:\s*[ap]\.?\s?m\.?)?|\d{1,2}\s*[ap]\.?\s?m\.?|noon|midnight"
_ZONE: Final = r"(?:\s*\(?(?:[A-Z]{2,5}|local time)\)?)?"
_DAY: Final = r"(?:[\w,]+\s+){0,4}"
_TIME_LINE: Final = re.compile(
    rf"\W*(?:(?:posted|updated?|published|last updated)(?: at)?:?\s*)?(?:{_DAY}(?:{_CLOCK}){_ZONE}"
    r"|\d+\s*(?:min(?:ute)?s?|hours?|hrs?|h|m|days?)\s+ago)(?:\W+[\w,]+){0,4}\W*",
    re.IGNORECASE,
)
_TIME_FIRST: Final = re.compile(rf"\W*(?:{_CLOCK}){_ZONE}\s*(?:[-–—:|•]|\s{{2,}})\s*\S", re.IGNORECASE)

Stretch = tuple[int, int]
"""Offsets into a version's text, end exclusive."""


@dataclass(frozen=True, slots=True)
class Boilerplate:
    """A stretch of an article's text that is no part of its report; ``what`` says in words what it is."""

    what: str
    start: int
    end: int


def find_boilerplate(article: Article) -> list[Boilerplate]:
    """The boilerplate of an article, in order; neighbours of one sort are one part.

    It is recognised by how a block begins. A FAQ reaches from its heading, or from the first of three questions, to
    the next heading that asks nothing.
    """
    blocks = [b for b in article.blocks if b.kind != "title"]
    parts: list[Boilerplate] = []
    found = [*_notices_and_widgets(article, blocks), *_faqs(article, blocks)]
    for part in sorted(found, key=lambda p: p.start):
        last = parts[-1] if parts else None
        if last and part.start < last.end:
            continue
        if last and last.what == part.what and not article.text[last.end : part.start].strip():
            parts[-1] = Boilerplate(last.what, last.start, part.end)
        else:
            parts.append(part)
    return parts


def _notices_and_widgets(article: Article, blocks: Sequence[Block]) -> Iterator[Boilerplate]:
    for block, following in zip_longest(blocks, blocks[1:]):
        words = article.text[block.start : block.end]
        if NOTICE.match(words):
            labels = following and (block.kind == "heading" or words.rstrip().endswith(":"))
            yield Boilerplate("a correction notice", block.start, following.end if labels else block.end)
        elif WIDGET.match(words):
            yield Boilerplate("a widget or link", block.start, block.end)


def _faqs(article: Article, blocks: Sequence[Block]) -> Iterator[Boilerplate]:
    asks = [_is_question(article.text[b.start : b.end]) for b in blocks]
    for first, block in enumerate(blocks):
        if block.kind == "heading" and FAQ.fullmatch(article.text[block.start : block.end].strip()):
            yield Boilerplate("a FAQ", block.start, blocks[_last_of_faq(blocks, asks, first)].end)
    asked = [k for k, asking in enumerate(asks) if asking]
    if len(asked) >= LEAST_QUESTIONS:
        last = _last_of_faq(blocks, asks, asked[-1])
        yield Boilerplate("a FAQ", blocks[asked[0]].start, blocks[last].end)


def _last_of_faq(blocks: Sequence[Block], asks: Sequence[bool], first: int) -> int:
    """The last block before the next heading that asks nothing; one answer where no heading follows."""
    for k in range(first + 1, len(blocks)):
        if blocks[k].kind == "heading" and not asks[k]:
            return k - 1
    asked = [k for k in range(first, len(blocks)) if asks[k]]
    return min(len(blocks) - 1, (asked[-1] if asked else first) + 1)


def _is_question(words: str) -> bool:
    return len(words.split()) <= LONGEST_QUESTION and bool(_QUESTION.fullmatch(words))


@dataclass(frozen=True, slots=True)
class UnsharedParts:
    """The parts of one version that came or went as a whole: the other version lacks them.

    ``boilerplate`` is in the order of the text; ``entries`` are those at either end of a live blog.
    """

    boilerplate: tuple[Boilerplate, ...]
    entries: tuple[Stretch, ...]

    @classmethod
    def of_old(cls, versions: AlignedVersions) -> Self:
        """The parts of the old version that the new one lacks."""
        parts = find_boilerplate(versions.old.article)
        gone = [p for p in parts if versions.share_kept(p.start, p.end) < KEPT_FROM]
        return cls(tuple(gone), _unshared_entries(versions))

    def boilerplate_around(self, claim: Claim) -> Boilerplate | None:
        """The boilerplate in which a claim's content starts."""
        return next((p for p in self.boilerplate if p.start <= claim.content[0].start < p.end), None)

    def in_entry(self, claim: Claim) -> bool:
        """Whether a claim's content starts in one of the entries."""
        return any(start <= claim.content[0].start < end for start, end in self.entries)

    def without_boilerplate(self, version: ArticleVersion) -> ArticleVersion:
        """The version without the claims in the boilerplate."""
        kept = tuple(p for p in version.claims if not self.boilerplate_around(p.claim))
        return replace(version, claims=kept)

    @property
    def stretches(self) -> list[Stretch]:
        """Boilerplate and entries alike."""
        return [*((p.start, p.end) for p in self.boilerplate), *self.entries]


def _unshared_entries(versions: AlignedVersions) -> tuple[Stretch, ...]:
    """The entries at either end of an old live blog that the new version lacks, where it has others.

    An entry is what follows a time of day on a line of its own, or at the head of a paragraph. An entry that is
    missing between others was deleted, and is none of these.
    """
    entries = _entries(versions.old.article)
    if len(entries) < LEAST_ENTRIES or len(_entries(versions.new.article)) < LEAST_ENTRIES:
        return ()
    kept = [versions.share_kept(*entry) >= KEPT_FROM for entry in entries]
    if not any(kept):
        return ()
    first, last = kept.index(True), len(kept) - kept[::-1].index(True)
    return (*entries[:first], *entries[last:])


def _entries(article: Article) -> list[Stretch]:
    starts = [
        b.start
        for b in article.blocks
        if _TIME_LINE.fullmatch(article.text, b.start, b.end)
        or _TIME_FIRST.match(article.text, b.start, b.end)
    ]
    return list(zip(starts, [*starts[1:], len(article.text)], strict=True)) if starts else []


def notes(
    versions: AlignedVersions,
    old: UnsharedParts,
    new: UnsharedParts,
    claims: tuple[Sequence[Claim], Sequence[Claim]],
) -> Iterator[str]:
    """Lines in words on the unshared parts; ``claims`` are all of the old and of the new version."""
    if old.entries or new.entries:
        counts = f"{_counted(len(old.entries), 'old')} fell off, {_counted(len(new.entries), 'new')} came on"
        yield f"rolling story: {counts}; what went with an old entry was not retracted"
    yield from _boilerplate_notes(versions.old, old, claims[0], "taken out")
    yield from _boilerplate_notes(versions.new, new, claims[1], "added")


def _counted(entries: int, age: str) -> str:
    return f"{entries} {age} {'entry' if entries == 1 else 'entries'}"


def _boilerplate_notes(
    version: ArticleVersion, parts: UnsharedParts, claims: Sequence[Claim], became: str
) -> Iterator[str]:
    for part in parts.boilerplate:
        words = version.article.text[part.start : part.end].split()
        quoted = " ".join(words[:_LONGEST_QUOTE]) + (" ..." if len(words) > _LONGEST_QUOTE else "")
        inside = sum(parts.boilerplate_around(claim) is part for claim in claims)
        hidden = f" ({inside} {'claim' if inside == 1 else 'claims'} in it not listed)" if inside else ""
        yield f"{part.what} was {became}: “{quoted}”{hidden}"


def repeats_in_headline(claim: ClaimWording, version: ArticleVersion) -> bool:
    """Whether a claim is in a title or heading and another claim of its version, below it, says the same."""
    start = claim.claim.content[0].start
    block = next((b for b in version.article.blocks if b.start <= start < b.end), None)
    if block is None or block.kind == "paragraph":
        return False
    return any(
        p.claim.content[0].start >= block.end and len(claim.stems & p.stems) >= REPEATED * len(claim.stems)
        for p in version.claims
    )


def headline_note(old: Article, new: Article) -> str | None:
    """The line that says how the headline changed; None where it did not, or one version has none."""
    if not (old.title and new.title) or WordTokens.of(old.title).keys == WordTokens.of(new.title).keys:
        return None
    return f"headline: “{old.title}” -> “{new.title}”"


def headline_stretches(article: Article) -> list[Stretch]:
    """Where the headline is in the text."""
    return [(block.start, block.end) for block in article.blocks if block.kind == "title"]
