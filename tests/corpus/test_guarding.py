"""A record that takes its process down takes nothing else down."""

import os
import signal
from pathlib import Path

from claims.corpus.guarding import guarded


def doubled(number: int) -> int:
    if number % 7 == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return 2 * number


def once(path: str) -> str:
    """Ended by somebody else the first time."""
    mark = Path(path)
    if not mark.exists():
        mark.touch()
        os._exit(9)
    return "read"


def test_items_that_end_their_process_come_back_without_a_result_and_all_others_with_theirs() -> None:
    found = list(guarded(doubled, range(20)))
    assert found == [(n, None if n % 7 == 3 else 2 * n) for n in range(20)]


def test_an_item_whose_process_was_ended_for_another_reason_is_tried_again(tmp_path: Path) -> None:
    items = [str(tmp_path / name) for name in "ab"]
    assert list(guarded(once, items)) == [(item, "read") for item in items]


def test_nothing_is_asked_of_no_items() -> None:
    assert list(guarded(doubled, [])) == []
