"""The tour of docs/desk.md does what it says, step by step, in a real browser."""

import sys
from pathlib import Path

from tests.serve.conftest import OpenDesk, Serve
from tests.serve.served import rows

sys.path.insert(0, str(Path(__file__).parents[2] / "docs"))
from desk_tour import steps, walk


def test_each_step_of_the_tour_shows_what_it_says(serve: Serve, open_desk: OpenDesk, tmp_path: Path) -> None:
    ledger = str(tmp_path / "claims.db")
    page = open_desk(serve(ledger))
    done = list(walk(page, Path("seeds").resolve()))
    assert done == steps()
    assert len(done) > 10
    given = [row[4] for row in rows(ledger, "verdicts")["verdicts"]]
    assert {"correct", "wrong speaker", "not a claim"} <= set(given)
