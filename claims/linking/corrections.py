"""Speakers that the desk gave to single claims, as appearances of their own."""

from collections.abc import Iterable, Mapping

from claims import names
from claims.records import Appearance, Decision, SpeakerType, short_hash

_AFTER_ALL = 10**12


def corrections(
    decisions: Iterable[Decision], articles: Mapping[str, str], appearances: Iterable[Appearance]
) -> dict[str, Appearance]:
    """An appearance for each claim whose speaker the desk decided, by the claim's id; the last decision holds.

    ``articles``: the key of each claim's article. A name that the ledger knows keeps its type; another one is
    taken for a person's.
    """
    known: dict[str, SpeakerType] = {}
    for appearance in appearances:
        known.setdefault(names.key(appearance.name), appearance.type)
    found = {}
    for decision in decisions:
        if decision.kind != "speaker" or not decision.value:
            continue
        for claim_id in decision.about:
            if claim_id in articles:
                found[claim_id] = Appearance(
                    short_hash("decided", claim_id, decision.value),
                    articles[claim_id],
                    decision.value,
                    known.get(names.key(decision.value), "person"),
                    number=_AFTER_ALL + decision.number,
                )
    return found
