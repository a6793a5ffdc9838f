from hypothesis import given
from hypothesis import strategies as st

from claims.extraction.windows import windows


@given(st.integers(0, 3000), st.integers(2, 400), st.data())
def test_every_wordpiece_is_read_and_belongs_to_one_window(
    pieces: int, size: int, data: st.DataObject
) -> None:
    stride = data.draw(st.integers(1, size))
    cut = windows(pieces, size, stride)
    owned = [i for w in cut for i in range(w.own_start, w.own_end)]
    assert owned == list(range(pieces))
    for w in cut:
        assert w.start <= w.own_start
        assert w.own_end <= w.end <= pieces
        assert w.end - w.start <= size
