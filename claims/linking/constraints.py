"""What the desk decided about pairs of appearances: one speaker, or two."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from claims.records import Decision


@dataclass(frozen=True, slots=True)
class Constraints:
    """Pairs of appearances' ids that are one speaker or two, each with the decision's number, oldest first."""

    same: Mapping[tuple[str, str], int]
    different: Mapping[tuple[str, str], int]


def constraints(decisions: Iterable[Decision], known: Iterable[str]) -> Constraints:
    """The pairs among the known ids; of several decisions about one pair, the last holds."""
    ids = set(known)
    latest: dict[tuple[str, str], Decision] = {}
    for decision in decisions:
        if (
            decision.kind in ("same", "different")
            and len(set(decision.about)) == 2
            and ids.issuperset(decision.about)
        ):
            one, other = sorted(decision.about)
            latest.pop((one, other), None)
            latest[one, other] = decision
    return Constraints(
        {pair: d.number for pair, d in latest.items() if d.kind == "same"},
        {pair: d.number for pair, d in latest.items() if d.kind == "different"},
    )
