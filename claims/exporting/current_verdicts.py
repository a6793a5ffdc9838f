"""Which verdicts on a claim count now: the latest, whether reviewers differ, and on what words they were made."""

from collections.abc import Iterable
from textwrap import shorten
from typing import Final

from claims.records import Claim, Verdict
from claims.text.normalisation import normalised

_FORMER: Final = 100
"""So many characters of the words that a verdict was made on are enough to know them again."""


def latest_verdicts(verdicts: Iterable[Verdict]) -> dict[str, Verdict]:
    """The verdict that counts for each claim's id: the latest that stands, of one day the last given."""
    return {claim_id: given[-1] for claim_id, given in latest_by_reviewer(verdicts).items()}


def latest_by_reviewer(verdicts: Iterable[Verdict]) -> dict[str, tuple[Verdict, ...]]:
    """The latest verdict of each reviewer who has not taken it back, in the order given, by the claim's id."""
    found: dict[str, dict[str, Verdict]] = {}
    for verdict in sorted(verdicts, key=lambda v: v.decided):
        of_claim = found.setdefault(verdict.claim_id, {})
        of_claim.pop(verdict.reviewer, None)
        if not verdict.is_withdrawal:
            of_claim[verdict.reviewer] = verdict
    return {claim_id: tuple(of_claim.values()) for claim_id, of_claim in found.items() if of_claim}


def made_before(verdict: Verdict, claim: Claim) -> str | None:
    """In words on what a verdict was made, where that was not the claim as it stands now."""
    if verdict.version and verdict.version != claim.article.version:
        return f"made on version {verdict.version}"
    if verdict.made_on:
        return f"made on other words: {shorten(verdict.made_on, _FORMER, placeholder=' …')}"
    return None


def disputes(verdicts: Iterable[Verdict]) -> dict[str, str]:
    """In words how reviewers differ, by the claim's id: "disputed: Ana, correct, true; Bo, false".

    Of each reviewer the latest verdict counts, so that a dispute ends when these agree; what one of them left open
    is no difference. Verdicts on words that have changed since count only where there are no others, and none that was
    given before one that settles.
    """
    found = {}
    for claim_id, by_reviewer in latest_by_reviewer(verdicts).items():
        given = _since_settled(by_reviewer)
        latest = [v for v in given if not (v.version or v.made_on)] or given
        if any(len(set(filter(None, values))) > 1 for values in zip(*map(_judged, latest), strict=True)):
            said = (
                ", ".join(filter(None, (v.reviewer, v.attribution, v.truth, v.corrected_speaker)))
                for v in latest
            )
            found[claim_id] = f"disputed: {'; '.join(said)}"
    return found


def _since_settled(given: tuple[Verdict, ...]) -> tuple[Verdict, ...]:
    """The verdicts from the last one on that settles and stands; all of them where none does."""
    settling = [place for place, verdict in enumerate(given) if verdict.settles]
    return given[settling[-1] :] if settling else given


def _judged(verdict: Verdict) -> tuple[str | None, ...]:
    """What two reviewers can differ in; the typography of names and words is no difference."""
    corrected = (normalised(words or "") for words in (verdict.corrected_speaker, verdict.corrected_words))
    return (verdict.attribution, verdict.truth, *corrected)
