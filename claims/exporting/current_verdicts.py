"""Which verdicts on a claim count now: the latest, whether reviewers differ, and on what words they were made."""

from collections.abc import Iterable
from textwrap import shorten
from typing import Final

from claims.records import Claim, Verdict
from claims.text.normalisation import normalised

_FORMER: Final = 100
"""So many characters of the words that a verdict was made on are enough to know them again."""


def latest_verdicts(verdicts: Iterable[Verdict]) -> dict[str, Verdict]:
    """The verdict that counts for each claim's id: the latest, of one day the last given."""
    return {verdict.claim_id: verdict for verdict in sorted(verdicts, key=lambda v: v.decided)}


def latest_by_reviewer(verdicts: Iterable[Verdict]) -> dict[str, tuple[Verdict, ...]]:
    """The latest verdict of each reviewer, by the claim's id."""
    found: dict[str, dict[str, Verdict]] = {}
    for verdict in sorted(verdicts, key=lambda v: v.decided):
        found.setdefault(verdict.claim_id, {})[verdict.reviewer] = verdict
    return {claim_id: tuple(by_reviewer.values()) for claim_id, by_reviewer in found.items()}


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
    for claim_id, given in latest_by_reviewer(_since_settled(verdicts)).items():
        latest = [v for v in given if not (v.version or v.made_on)] or given
        if any(len(set(filter(None, values))) > 1 for values in zip(*map(_judged, latest), strict=True)):
            said = (
                ", ".join(filter(None, (v.reviewer, v.attribution, v.truth, v.corrected_speaker)))
                for v in latest
            )
            found[claim_id] = f"disputed: {'; '.join(said)}"
    return found


def _since_settled(verdicts: Iterable[Verdict]) -> list[Verdict]:
    """The verdicts on each claim from the last one on that settles; all of them where there is none."""
    found: dict[str, list[Verdict]] = {}
    for verdict in sorted(verdicts, key=lambda v: v.decided):
        if verdict.settles:
            found[verdict.claim_id] = []
        found.setdefault(verdict.claim_id, []).append(verdict)
    return [verdict for given in found.values() for verdict in given]


def _judged(verdict: Verdict) -> tuple[str | None, ...]:
    """What two reviewers can differ in; the typography of names and words is no difference."""
    corrected = (normalised(words or "") for words in (verdict.corrected_speaker, verdict.corrected_words))
    return (verdict.attribution, verdict.truth, *corrected)
