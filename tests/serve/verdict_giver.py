"""A reviewer at the command line: what the tests that kill one start.

Run as: verdict_giver.py LEDGER REVIEWER; prints the id of each claim whose verdict is stored.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from claims import desk
from claims.ledger import Ledger

SAMPLES = 2026
"""The year of the samples."""


def give(ledger: Ledger, reviewer: str) -> None:
    """Call every claim of the samples true, one after the other, in the order of the ledger."""
    for claim in ledger.claims():
        if claim.article.published and claim.article.published.year == SAMPLES:
            desk.give_verdict(ledger, claim.id, truth="true", reviewer=reviewer)
            print(claim.id, flush=True)


if __name__ == "__main__":
    with desk.open_ledger(sys.argv[1]) as opened:
        give(opened, sys.argv[2])
