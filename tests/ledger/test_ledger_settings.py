"""What the desk has chosen stays chosen."""

from pathlib import Path

from claims.ledger import Ledger
from claims.records import TRUTH_VERDICTS


def test_the_usual_verdicts_until_the_desk_chooses_its_own(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "claims.db", create=True) as ledger:
        assert ledger.truths() == TRUTH_VERDICTS
        ledger.choose_truths(("holds", "fällt"))
        ledger.choose_truths(("holds", "fällt", "open"))
    with Ledger.open(tmp_path / "claims.db") as ledger:
        assert ledger.truths() == ("holds", "fällt", "open")
