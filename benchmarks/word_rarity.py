"""Write how rare each word is in the news: ``word_rarity.py``.

In how many of the articles of ``world_unlabelled.jsonl`` and ``world_train.jsonl`` the stem of a word stands, as a
share on a logarithmic scale, for the stems that stand in a few at least. Of the articles themselves nothing is kept.
"""

import math
from collections import Counter

import numpy as np
from corpora import CORPORA, ROOT, UNLABELLED, need, read

from claims.text.canonical import canonical_of_plain
from claims.text.normalisation import plain
from claims.text.word_rarity import MOST, rarity_stem

TARGET = ROOT / "claims" / "lexicons" / "en" / "word_rarity.npz"
PATHS = (UNLABELLED, CORPORA / "world_train.jsonl")
LEAST = 5
"""A stem that stands in fewer articles is as rare as one that stands in none."""


def main() -> None:
    """Count and write."""
    need(*PATHS)
    having: Counter[str] = Counter()
    articles = 0
    for path in PATHS:
        for article in read(path):
            articles += 1
            having.update({rarity_stem(word) for word in canonical_of_plain(plain(article["text"]))})
    stems = sorted(root for root, count in having.items() if count >= LEAST and root.isalpha())
    rarity = [MOST * math.log(articles / having[root]) / math.log(articles) for root in stems]
    np.savez_compressed(TARGET, stems=np.array("\n".join(stems)), rarity=np.round(rarity).astype(np.uint8))
    print(f"{len(stems):,} stems of {articles:,} articles")


if __name__ == "__main__":
    main()
