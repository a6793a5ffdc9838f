"""A claim sheet that came back: its file, its rows, and the verdicts in them."""
