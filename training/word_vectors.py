"""Write the static word vectors: ``python -m training.word_vectors ARTICLES.jsonl ...``.

Each word that the articles use often enough, and not as a name, goes alone through the sentence encoder that the tagger
started from (MiniLM, Wang et al. 2020; see requirements.txt); the mean of its states is reduced to 64 dimensions by
principal components, as Model2Vec does (Tulkens and van Dongen 2024). Kept beside it is how rare the word is. Of the
articles themselves nothing is kept.
"""

import json
import re
import sys
from collections import Counter
from pathlib import Path

import numpy as np
import torch
from transformers import AutoModel, AutoTokenizer

from claims.text.canonical import STOP_WORDS, canonical_of_plain
from claims.text.normalisation import plain
from training.__main__ import encoder_folder

TARGET = Path(__file__).parent.parent / "claims" / "lexicons" / "en" / "word_vectors.npz"
DIMENSIONS = 64
LEAST = 4
"""In so many articles a word must stand, and so often in lower case."""
AT_ONCE = 256
WORD = re.compile(r"[A-Za-z]+")


def vocabulary(paths: list[Path]) -> list[str]:
    """The words of the articles, no names and no words that tell nothing, in order."""
    articles: Counter[str] = Counter()
    lower: Counter[str] = Counter()
    upper: Counter[str] = Counter()
    for path in paths:
        for line in path.read_text("utf-8").splitlines():
            text = plain(json.loads(line)["text"])
            articles.update(set(canonical_of_plain(text)))
            for found in WORD.finditer(text):
                before = text[max(0, found.start() - 2) : found.start()].strip()[-1:]
                if found.group().islower():
                    lower[found.group()] += 1
                elif before not in ("", ".", "!", "?", ":", '"', "'"):
                    upper[found.group().lower()] += 1
    return [
        word
        for word in sorted(articles)
        if articles[word] >= LEAST <= lower[word] >= upper[word]
        and word.isascii()
        and word.isalpha()
        and len(word) > 1
        and word not in STOP_WORDS
    ]


def states(words: list[str]) -> np.ndarray:
    """The mean state of each word, of length 1."""
    folder = encoder_folder()
    tokenizer, network = AutoTokenizer.from_pretrained(folder), AutoModel.from_pretrained(folder).eval()
    found = []
    for start in range(0, len(words), AT_ONCE):
        given = tokenizer(words[start : start + AT_ONCE], padding=True, return_tensors="pt")
        mask = given["attention_mask"][..., None].float()
        with torch.no_grad():
            found.append(((network(**given).last_hidden_state * mask).sum(1) / mask.sum(1)).numpy())
    stacked = np.concatenate(found)
    return stacked / np.linalg.norm(stacked, axis=1, keepdims=True)


def reduced(vectors: np.ndarray) -> np.ndarray:
    """The vectors in few dimensions, of length 127, as bytes."""
    vectors = vectors - vectors.mean(axis=0)
    vectors = vectors @ np.linalg.svd(vectors, full_matrices=False)[2][:DIMENSIONS].T
    return np.round(127 * vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.int8)


def main() -> None:
    """Write the vectors."""
    words = vocabulary([Path(path) for path in sys.argv[1:]])
    np.savez_compressed(TARGET, words=np.array("\n".join(words)), vectors=reduced(states(words)))


if __name__ == "__main__":
    main()
