"""How large what is read may be."""

LARGEST = 5_000_000  # bytes of text; a long newspaper article has 50,000
LARGEST_DOCUMENT = 50_000_000
"""Bytes of a file with pictures in it."""
