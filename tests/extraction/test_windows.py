import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from claims.extraction.windows import windows


@given(st.integers(0, 3000), st.integers(1, 400), st.integers(0, 100), st.data())
def test_every_wordpiece_is_decided_by_one_window_that_reads_what_is_around_it(
    pieces: int, own: int, context: int, data: st.DataObject
) -> None:
    size = own + 2 * context
    opens = data.draw(st.lists(st.integers(0, max(pieces - 1, 0)), unique=True).map(sorted))
    cut = windows(pieces, np.array(opens, dtype=np.int64), size, context)
    owned = [i for w in cut for i in range(w.own_start, w.own_end)]
    assert owned == list(range(pieces))
    for w in cut:
        assert w.start == max(0, w.own_start - context)
        assert w.end == min(pieces, w.own_end + context)
        assert w.end - w.start <= size


def test_a_text_is_cut_where_a_paragraph_begins() -> None:
    opens = np.array([0, 45, 95, 140], dtype=np.int64)
    assert [(w.own_start, w.own_end) for w in windows(180, opens, 120, 10)] == [(0, 95), (95, 180)]


def test_a_text_without_paragraphs_is_cut_evenly_and_into_as_few_windows_as_may_be() -> None:
    opens = np.array([0], dtype=np.int64)
    assert [(w.own_start, w.own_end) for w in windows(300, opens, 140, 20)] == [
        (0, 100),
        (100, 200),
        (200, 300),
    ]
