"""What becomes of reviewers' verdicts on an article when it has a later version."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from claims.records import Article, Claim, Verdict
from claims.versions.attribution import other_speaker
from claims.versions.diffing import compare

_Found = Sequence[Mapping[str, Claim]]
"""The claims of each version, by their ids."""

Dated = tuple[Article, Sequence[Claim]]
"""A version of an article with its claims."""


@dataclass(frozen=True, slots=True)
class Carried:
    """Verdicts as they hold of an article's latest version; ``gone`` are those whose claim it has no more."""

    verdicts: tuple[Verdict, ...]
    gone: tuple[Verdict, ...]


def carried(verdicts: Iterable[Verdict], history: Sequence[Dated]) -> Carried:
    """Say of verdicts on claims of an article how they hold of its latest version.

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
    return Carried(tuple(held), tuple(gone))


def _made_on(verdict: Verdict, claims: _Found) -> int | None:
    """The version that the reviewer had, from 1; where that is not known, the last one that has the claim."""
    having = [number for number, found in enumerate(claims, 1) if verdict.claim_id in found]
    return verdict.version if verdict.version in having else max(having, default=None)


def _in_the_latest(
    id_: str, made: int, claims: _Found, became: Callable[[int], Mapping[str, str]]
) -> str | None:
    """What a claim of a version is called in the latest one; None where it is gone."""
    if id_ in claims[-1]:
        return id_
    found: str | None = id_
    for version in range(made, len(claims)):
        if found and found not in claims[version]:
            found = became(version).get(found)
    return found
