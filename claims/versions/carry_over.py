"""Carrying reviewers' verdicts over: to a later version of an article, and to another extraction of the same text."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from claims.records import Article, Claim, Verdict
from claims.versions.speaker_changes import other_speaker
from claims.versions.version_diff import compare

SHARED: Final = 0.5
"""Share of the shorter content, in characters, that two claims of one text must have in common to be one claim."""

_Found = Sequence[Mapping[str, Claim]]
"""The claims of each version, by their ids."""

ExtractedVersion = tuple[Article, Sequence[Claim]]
"""A version of an article with its claims."""


@dataclass(frozen=True, slots=True)
class CarriedVerdicts:
    """Verdicts as they hold for an article's latest version; ``gone`` are those whose claim it no longer has."""

    verdicts: tuple[Verdict, ...]
    gone: tuple[Verdict, ...]


def carry_verdicts(verdicts: Iterable[Verdict], history: Sequence[ExtractedVersion]) -> CarriedVerdicts:
    """Carry verdicts on claims of an article over to its latest version.

    ``history`` has every version, oldest first. A verdict on a claim that still has its words and its speaker loses
    its version. Where either has changed, it has the version on which it was made, and is there a second time for
    what the claim has become, unless that has a verdict of its own.
    """
    given = list(verdicts)
    judged = {verdict.claim_id for verdict in given}
    claims = [{claim.id: claim for claim in found} for _, found in history]
    latest = claims[-1]

    @cache
    def became(version: int) -> dict[str, str]:
        (old, before), (new, after) = history[version - 1], history[version]
        changes = compare(old, before, new, after).changes
        return {c.old.id: c.new.id for c in changes if c.old and c.new}

    held, gone = [], []
    for verdict in given:
        made = _made_on(verdict, claims)
        now = _in_the_latest(verdict.claim_id, made, claims, became) if made else None
        if made and now == verdict.claim_id:
            changed = other_speaker(claims[made - 1][now], latest[now])
            held.append(replace(verdict, version=made if changed else None))
            continue
        held.append(replace(verdict, version=made))
        if now is None:
            gone.append(held[-1])
        elif now not in judged:
            held.append(replace(verdict, claim_id=now, version=made))
    return CarriedVerdicts(tuple(held), tuple(gone))


def _made_on(verdict: Verdict, claims: _Found) -> int | None:
    """The version that the reviewer had, from 1; where that is not known, the last one that has the claim."""
    having = [number for number, found in enumerate(claims, 1) if verdict.claim_id in found]
    return verdict.version if verdict.version in having else max(having, default=None)


def _in_the_latest(
    id_: str, made: int, claims: _Found, became: Callable[[int], Mapping[str, str]]
) -> str | None:
    """The id, in the latest version, of a claim of version ``made``; None where it is gone."""
    if id_ in claims[-1]:
        return id_
    found: str | None = id_
    for version in range(made, len(claims)):
        if found and found not in claims[version]:
            found = became(version).get(found)
    return found


def successors(old: Iterable[Claim], new: Iterable[Claim]) -> dict[str, str]:
    """From the ids of claims that another extraction of the same text no longer has to those of their successors.

    A successor is the new claim, of the same speaker or with an overlapping mention, whose content has the greatest
    Jaccard index of characters with the old one. A claim that has none is left out; several may have the same one.
    """
    before, after = list(old), list(new)
    stay = {claim.id for claim in before} & {claim.id for claim in after}
    came = [(claim, _characters(claim)) for claim in after if claim.id not in stay]
    found = {}
    for claim in before:
        if claim.id in stay:
            continue
        own = _characters(claim)
        shares = [
            (len(own & its) / len(own | its), other.id)
            for other, its in came
            if len(own & its) >= SHARED * min(len(own), len(its)) and _same_speaker(claim, other)
        ]
        if shares:
            found[claim.id] = max(shares)[1]
    return found


def _same_speaker(old: Claim, new: Claim) -> bool:
    # The desk may have given the old claim to another speaker than the text does.
    same_mention = any(a.start < b.end and b.start < a.end for a in old.mention for b in new.mention)
    return same_mention or not other_speaker(old, new)


def _characters(claim: Claim) -> set[int]:
    return {at for span in claim.content for at in range(span.start, span.end)}
