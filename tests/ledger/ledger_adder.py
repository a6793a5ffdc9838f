"""A process that adds articles FIRST to LAST-1 to a ledger: what the crash tests kill.

Run as: ledger_adder.py LEDGER FIRST LAST SENTENCES
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from claims.ledger import Ledger
from tests.ledger.ledger_samples import long_article

if __name__ == "__main__":
    where, first, last, sentences = sys.argv[1], *map(int, sys.argv[2:])
    articles = [long_article(number, sentences) for number in range(first, last)]
    print("ready", flush=True)
    with Ledger.open(where, create=True) as ledger:
        for whole, found in articles:
            ledger.add(whole, found)
