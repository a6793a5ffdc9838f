"""Speakers and groups by what the ledger holds now and what the desk decided."""

from claims import linking, merging
from claims.ledger import Ledger
from claims.records import Conflict


def refresh(ledger: Ledger) -> None:
    """Link the ledger's speakers and group its claims anew."""
    relink(ledger)
    merge(ledger)


def relink(ledger: Ledger) -> None:
    """Decide anew which articles' speakers are one, and store the speakers."""
    appearances, decisions = ledger.appearances(), ledger.decisions()
    about = [id_ for d in decisions if d.kind == "speaker" for id_ in d.about]
    corrected = linking.corrections(decisions, ledger.article_keys(about), appearances)
    linked = linking.link([*appearances, *corrected.values()], decisions)
    ledger.replace_speakers(linked, {claim_id: a.id for claim_id, a in corrected.items()})


def merge(ledger: Ledger) -> None:
    """Group what is new in the ledger's latest versions with what it may have to do with."""
    decided = merging.rulings(ledger.decisions())
    with ledger.grouping_store() as store:
        merging.update(store, decided)


def conflicts(ledger: Ledger) -> list[Conflict]:
    """The claims of different articles about the same thing that disagree, a pair for each two assertions."""
    found = ledger.conflicts()
    units = {
        number: claims
        for tie, *both in found
        for number, claims in zip((tie.first, tie.second), both, strict=True)
    }
    in_groups = ledger.group_ids({claim.id for some in units.values() for claim in some})
    return merging.conflicts_of(units, [tie for tie, *_ in found], in_groups)
