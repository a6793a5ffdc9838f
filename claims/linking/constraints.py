"""The desk's decisions about speakers in linking's terms: must-link and cannot-link pairs, corrected appearances.

Wagstaff et al., "Constrained K-means Clustering with Background Knowledge", ICML 2001.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final, TypeVar

from claims import names
from claims.records import Appearance, Decision, SpeakerType, listed_names, short_hash

T = TypeVar("T", bound=Hashable)

_AFTER_ALL: Final = 10**18
"""Above the number of every appearance that an article has."""


@dataclass(frozen=True, slots=True)
class Constraints:
    """Pairs of appearances' ids that must or cannot be one speaker, each with the decision's number, oldest first."""

    must_link: Mapping[tuple[str, str], int]
    cannot_link: Mapping[tuple[str, str], int]


NO_CONSTRAINTS: Final = Constraints({}, {})


def constraints(decisions: Iterable[Decision], known: Iterable[str]) -> Constraints:
    """The constraints between known appearances' ids; of several decisions about one pair, the last holds."""
    ids = set(known)
    latest: dict[tuple[str, str], Decision] = {}
    for decision in decisions:
        of_two = decision.kind in ("same", "different") and len(set(decision.about)) == 2
        if of_two and ids.issuperset(decision.about):
            one, other = sorted(decision.about)
            latest.pop((one, other), None)
            latest[one, other] = decision
    return Constraints(
        {pair: d.number for pair, d in latest.items() if d.kind == "same"},
        {pair: d.number for pair, d in latest.items() if d.kind == "different"},
    )


def partners(pairs: Iterable[tuple[T, T]]) -> dict[T, set[T]]:
    """Those that stand with each in any pair."""
    found: defaultdict[T, set[T]] = defaultdict(set)
    for one, other in pairs:
        found[one].add(other)
        found[other].add(one)
    return dict(found)


def corrections(
    decisions: Iterable[Decision], articles: Mapping[str, str], appearances: Iterable[Appearance]
) -> dict[str, tuple[Appearance, ...]]:
    """The appearances for each claim whose speakers the desk decided, by the claim's id; the last decision holds.

    ``articles``: the key of each claim's article, by the claim's id. A name that ``appearances`` have keeps its
    type; another one is taken for a person's.
    """
    known: dict[str, SpeakerType] = {}
    for appearance in appearances:
        known.setdefault(names.key(appearance.name), appearance.type)
    found = {}
    for decision in decisions:
        if not named_speakers(decision):
            continue
        for claim_id in decision.about:
            if claim_id in articles:
                found[claim_id] = tuple(
                    Appearance(
                        corrected_id(claim_id, name),
                        articles[claim_id],
                        name,
                        known.get(names.key(name), "person"),
                        number=_AFTER_ALL + decision.number,
                    )
                    for name in named_speakers(decision)
                )
    return found


def named_speakers(decision: Decision) -> tuple[str, ...]:
    """The names of those whom the desk named as a claim's speakers: one, or several with semicolons between."""
    return listed_names(decision.value or "") if decision.kind == "speaker" else ()


def corrected_id(claim_id: str, name: str) -> str:
    """The id of the appearance of somebody whom the desk named as a claim's speaker."""
    return short_hash("decided", claim_id, name)
