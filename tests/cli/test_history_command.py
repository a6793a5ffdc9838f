import json
from pathlib import Path

from tests.cli.running import Run


def test_all_versions_with_what_changed(claims: Run, desk: Path) -> None:
    done = claims("history", "grain warehouse", "--ledger", desk, "--json")
    first, second = json.loads(done.out)
    assert (first["version"], first["claims"], first["changes"]) == (1, 9, 0)
    assert (second["version"], second["claims"], second["changes"], second["substantial"]) == (2, 8, 4, 4)
    assert dict(second["types"]) == {"figure": 1, "stance": 1, "removed": 1, "reattributed": 1}
    assert "Fire destroys grain warehouse on Ostermere quay" in done.err
    table = claims("history", "grain warehouse", "--ledger", desk).out
    assert "first version" in table
    assert "1 figure, 1 stance, 1 removed, 1 reattributed" in " ".join(table.split())


def test_an_article_that_is_not_there(claims: Run, desk: Path) -> None:
    done = claims("history", "no such title", "--ledger", desk)
    assert (done.code, done.out) == (2, "")
    assert "no article in the ledger is called" in done.err
