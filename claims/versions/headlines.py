"""Headlines: those that changed, and those that only say again what the article says."""

from typing import Final

from claims.records import Article
from claims.text.claim_wording import ClaimWording
from claims.versions.version import Version
from claims.versions.wordlist import Words

REPEATED: Final = 0.6
"""Share of a headline's telling words that a claim of the same version must have to be what it repeats."""


def only_repeats(claim: ClaimWording, version: Version) -> bool:
    """Whether a claim stands in a title or heading and another of its version, below it, says the same."""
    start = claim.claim.content[0].start
    block = next((b for b in version.article.blocks if b.start <= start < b.end), None)
    if block is None or block.kind == "paragraph":
        return False
    return any(
        p.claim.content[0].start >= block.end and len(claim.stems & p.stems) >= REPEATED * len(claim.stems)
        for p in version.claims
    )


def changed_headline(old: Article, new: Article) -> str | None:
    """The line that says how the headline changed; None where it did not, or one version has none."""
    if not (old.title and new.title) or Words.of(old.title).keys == Words.of(new.title).keys:
        return None
    return f"headline: “{old.title}” -> “{new.title}”"


def headline_places(article: Article) -> list[tuple[int, int]]:
    """Where the headline stands in the text."""
    return [(block.start, block.end) for block in article.blocks if block.kind == "title"]
