import json
import multiprocessing
import os
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from claims import desk
from claims.desk.pipeline import Outcome, ReadingOptions, extract_files, processes_for
from claims.desk.storing import together
from claims.errors import ClaimsError
from claims.ledger import Ledger
from claims.reading import from_text

TEXT = """Mayor Idra Vellmoor said that bridge {0} would open in May.

"We need {0} boats," Oren Tass told Vellmoor.
"""


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Articles, the fifth of which cannot be read."""
    folder = tmp_path_factory.mktemp("articles")
    paths = [folder / f"{number:03}.txt" for number in range(12)]
    for number, path in enumerate(paths):
        path.write_text(TEXT.format(number + 2), "utf-8")
    paths[4].write_bytes(b"\x00\x01\x02" * 50)
    return paths


def test_several_processes_find_what_one_finds_in_the_same_order(files: list[Path]) -> None:
    alone, by_two = (
        [
            outcome
            for outcome in extract_files(
                files, options=ReadingOptions(files[0].parent), held=lambda _: False, processes=processes
            )
            if outcome is not None
        ]
        for processes in (1, 2)
    )
    assert by_two == alone
    assert [taken.path for taken in by_two] == files
    assert [bool(taken.problem) for taken in by_two] == [path == files[4] for path in files]
    assert all(taken.claims for taken in by_two if taken.article)


def test_one_file_that_cannot_be_read_does_not_keep_the_others_out(files: list[Path], tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "claims.db", create=True) as ledger:
        first = desk.add(ledger, *files, root=files[0].parent, processes=2)
        again = desk.add(ledger, *files, root=files[0].parent, processes=2)
        assert len(ledger.articles()) == len(files) - 1
    assert [o.status for o in first] == ["failed" if path == files[4] else "new" for path in files]
    assert [o.status for o in again] == ["failed" if path == files[4] else "unchanged" for path in files]


def test_a_process_that_is_killed_gives_one_line_and_keeps_what_was_stored(
    files: list[Path], tmp_path: Path
) -> None:
    readable = [path for path in files if path != files[4]]
    more = [tmp_path / path.name for path in readable]
    for path in more:
        path.write_text(60 * TEXT.format(path.stem), "utf-8")  # longer to read than what is stored together
    readable += more

    def kill(outcome: desk.Outcome) -> None:
        for process in multiprocessing.active_children():
            process.kill()
            process.join()

    with Ledger.open(tmp_path / "claims.db", create=True) as ledger:
        with pytest.raises(ClaimsError, match=r"ended from outside.*run the command again") as raised:
            desk.add(ledger, *readable, root=files[0].parent, each=kill, processes=2)
        assert "\n" not in str(raised.value)
        assert readable[0].name in {article.key for article in ledger.articles()}


SCRIPT = """
import json, multiprocessing, sys
from pathlib import Path
from claims.desk.pipeline import ReadingOptions, extract_files
if __name__ == "__main__":
    paths = [Path(sys.argv[1])] * 400
    found = extract_files(paths, options=ReadingOptions(Path()), held=lambda _: False, processes=2)
    next(found)
    print(json.dumps([child.pid for child in multiprocessing.active_children()]), flush=True)
    for _ in found:
        pass
"""


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks for processes in /proc")
def test_no_process_outlives_the_one_that_started_it(files: list[Path], tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(SCRIPT, "utf-8")
    with subprocess.Popen([sys.executable, script, files[0]], stdout=subprocess.PIPE) as started:
        assert started.stdout is not None
        children = json.loads(started.stdout.readline())
        started.kill()
    assert len(children) == 2
    end = time.monotonic() + 20
    while any(map(_runs, children)) and time.monotonic() < end:
        time.sleep(0.05)
    assert not any(map(_runs, children))


def _runs(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def test_processes_are_started_for_many_files_only_and_no_more_than_there_are_processors(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 3, 5}, raising=False)
    assert [processes_for(["a.txt"] * files) for files in (0, 1, 39, 45, 1000)] == [1, 1, 1, 2, 3]


def test_a_file_that_holds_many_articles_is_worth_several_processes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 3}, raising=False)
    table = tmp_path / "news.jsonl"
    for articles, processes in ((1, 1), (500, 2)):
        table.write_text("".join(f'{{"body": "{"word " * 1000}"}}\n' for _ in range(articles)), "utf-8")
        assert processes_for([table]) == processes
    assert processes_for([tmp_path / "missing.jsonl"]) == 1


def test_articles_read_one_after_the_other_are_stored_together_and_one_before_a_long_one_at_once() -> None:
    def read(key: str) -> Outcome:
        return Outcome(key, "read", from_text(".", key=key))

    known = replace(read("b"), status="unchanged")
    found = [read("a"), read("b"), None, read("c"), known, None, read("d"), read("d"), read("e")]
    lists = [[outcome.article.key for outcome in some if outcome.article] for some in together(found)]
    assert lists == [["a", "b"], ["c"], ["b"], ["d"], ["d", "e"]]
