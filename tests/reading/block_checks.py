"""What holds of the blocks of every text."""

from collections.abc import Iterable

from claims.records import Block


def assert_blocks_hold_all(text: str, blocks: Iterable[Block]) -> None:
    """Blocks are in order and apart, begin and end with words, and hold all that is not white space."""
    end = 0
    for block in blocks:
        assert not text[end : block.start].strip()
        assert end <= block.start < block.end
        assert text[block.start : block.end] == text[block.start : block.end].strip()
        end = block.end
    assert not text[end:].strip()
