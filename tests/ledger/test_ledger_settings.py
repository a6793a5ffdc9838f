"""What the desk has chosen stays chosen."""

from claims.ledger import Ledger
from claims.records import TRUTH_VERDICTS


def test_the_usual_verdicts_until_the_desk_chooses_its_own(place: str) -> None:
    with Ledger.open(place, create=True) as ledger:
        assert ledger.truths() == TRUTH_VERDICTS
        ledger.choose_truths(("holds", "fällt"))
        ledger.choose_truths(("holds", "fällt", "open"))
    with Ledger.open(place) as ledger:
        assert ledger.truths() == ("holds", "fällt", "open")
