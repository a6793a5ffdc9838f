"""Write the static word vectors: ``python -m training.word_vectors WORDNET_FOLDER ARTICLES.jsonl ...``.

Each word that the articles use often enough, and not as a name, goes alone through the sentence encoder that the tagger
started from (MiniLM, Wang et al. 2020; see requirements.txt); the mean of its states is reduced to 64 dimensions by
principal components, as Model2Vec does (Tulkens and van Dongen 2024). Then each is drawn towards those of the words
that WordNet relates to it (wordnet.py), and of its own other forms: retrofitting (Faruqui et al., NAACL 2015). Of the
articles themselves nothing is kept.
"""

import json
import re
import sys
from collections import Counter, defaultdict
from itertools import combinations
from pathlib import Path

import numpy as np
import torch
from transformers import AutoModel, AutoTokenizer

from claims.text.canonical import STOP_WORDS, canonical_of_plain, stem
from claims.text.normalisation import plain
from training.encoders import minilm_folder
from training.wordnet import SYNONYMS, near_in_meaning

TARGET = Path(__file__).parent.parent / "claims" / "lexicons" / "en" / "word_vectors.npz"
DIMENSIONS = 64
LEAST = 4
"""In so many articles a word must stand, and so often in lower case."""
AT_ONCE = 256
OWN = 0.25
"""What a word's own vector counts, where its neighbours' count 1 together."""
ROUNDS = 10
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
    folder = minilm_folder()
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
    return as_bytes(vectors @ np.linalg.svd(vectors, full_matrices=False)[2][:DIMENSIONS].T)


def as_bytes(vectors: np.ndarray) -> np.ndarray:
    """The vectors of length 127, rounded."""
    return np.round(127 * vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.int8)


def retrofitted(words: list[str], vectors: np.ndarray, wordnet: Path) -> np.ndarray:
    """The vectors, as bytes, between what they were and the weighted mean of their neighbours'."""
    place = {word: k for k, word in enumerate(words)}
    forms = defaultdict(list)
    for word in words:
        forms[stem(word)].append(word)
    near = near_in_meaning(wordnet, words)
    near |= {pair: SYNONYMS for alike in forms.values() for pair in combinations(alike, 2)}
    edges = [(place[a], place[b], weight) for pair, weight in near.items() for a, b in (pair, pair[::-1])]
    one, other, weight = (np.array(column) for column in zip(*sorted(edges), strict=True))
    having, begin = np.unique(one, return_index=True)
    share = (weight / np.add.reduceat(weight, begin)[np.searchsorted(having, one)])[:, None]
    own = vectors.astype(np.float32) / 127
    found = own.copy()
    for _ in range(ROUNDS):
        drawn = np.add.reduceat(found[other] * share, begin)
        found[having] = (OWN * own[having] + drawn) / (1 + OWN)
    return as_bytes(found)


def main() -> None:
    """Write the vectors."""
    words = vocabulary([Path(path) for path in sys.argv[2:]])
    vectors = retrofitted(words, reduced(states(words)), Path(sys.argv[1]))
    np.savez_compressed(TARGET, words=np.array("\n".join(words)), vectors=vectors)


if __name__ == "__main__":
    main()
