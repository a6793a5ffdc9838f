"""The tagger's network: from features to scores of each word.

The network is an all-MiniLM-L6-v2 encoder (Wang et al. 2020, arXiv:2002.10957; Apache-2.0) with two heads trained
on PolNeAR (Newell, Margolin and Ruths, LREC 2018): BIO tags of the three roles, and a pointer from each word to the
word that it belongs to (content and mention to their cue, a cue to its mention, or to none).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from claims.extraction.features import Edge, Features, IntArray, Quote, featurise
from claims.extraction.transitions import load_transitions
from claims.extraction.windows import Window, windows

WINDOW = 318
"""Wordpieces in a window; with its two marks it is as long as those of the training."""
CONTEXT = 32
"""Wordpieces that a window reads on both sides of those that it decides on."""

Scored = NDArray[np.float32]

_CLS, _SEP = 101, 102
_DISTANCE_BUCKETS = 16


@dataclass(frozen=True, slots=True)
class WindowScores:
    """The network's word scores in one window; a row a word that starts in the window.

    ``words`` are indexes into the words of the text. ``tags`` are log-probabilities over the seven BIO tags.
    ``pointers[i, j]`` is the log-probability that word i belongs to the window's word j, ``nowhere[i]`` that it
    belongs to none. Words from ``own_start`` to ``own_end`` (indexes into the rows) are decided in this window.
    """

    words: IntArray
    tags: Scored
    pointers: Scored
    nowhere: Scored
    own_start: int
    own_end: int


class Network:
    """The network, its tokenizer and its transition scores, loaded once; safe to share between threads."""

    def __init__(self, folder: Path | None = None, *, threads: int = 1):
        """Load network, tokenizer and transition scores from a folder, that of the package where none is given."""
        weights = folder or Path(str(files("claims.extraction"))) / "weights"
        self.folder = weights
        self._tokenizer = Tokenizer.from_file(str(weights / "tokenizer.json"))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        self.transitions = load_transitions(weights)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        # The graph is written as it is to be run; onnxruntime's own rewriting would make it slower.
        options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(
            str(weights / "tagger.int8.onnx"), options, providers=["CPUExecutionProvider"]
        )

    def features(self, text: str) -> Features:
        """The features of a text; see :func:`claims.extraction.features.featurise`."""
        return featurise(self._tokenizer, text)

    def scores(self, features: Features) -> Iterator[WindowScores]:
        """The scores of each window, in text order.

        Windows are run one at a time: the network's int8 scales depend on everything in a batch, and an
        article's claims must not depend on its neighbours.
        """
        opens = features.words[:-1][features.opens]
        for window in windows(len(features.ids), opens, WINDOW, CONTEXT):
            yield self._run(features, window)

    def _run(self, features: Features, window: Window) -> WindowScores:
        part = slice(window.start, window.end)
        first, last = np.searchsorted(features.words[:-1], (window.start, window.end))
        own_start, own_end = np.searchsorted(features.words[first:last], (window.own_start, window.own_end))
        places = features.words[first:last] - window.start + 1
        states = (features.case * len(Quote) + features.quote) * len(Edge) + features.paragraph
        tags, pointers = self._session.run(
            None,
            {
                "ids": _framed(features.ids[part], _CLS, _SEP),
                "states": _framed(states[part]),
                "words": places,
                "distances": _distance_buckets()[np.ix_(places, np.append(0, places))],
            },
        )
        return WindowScores(
            words=np.arange(first, last),
            tags=tags[0],
            pointers=pointers[0, :, 1:],
            nowhere=pointers[0, :, 0],
            own_start=int(own_start),
            own_end=int(own_end),
        )


def _framed(values: IntArray, before: int = 0, after: int = 0) -> IntArray:
    return np.concatenate(([before], values, [after]))[None]


@cache
def _distance_buckets() -> IntArray:
    """Signed logarithmic buckets of the distance between each two places in a window."""
    places = np.arange(WINDOW + 2)
    distance = places[None, :] - places[:, None]
    bucket = np.minimum(
        np.log2(np.abs(distance).astype(np.float32) + 1) * np.float32(1.9), _DISTANCE_BUCKETS - 1
    )
    buckets: IntArray = bucket.astype(np.int64)
    buckets[distance < 0] += _DISTANCE_BUCKETS
    return buckets
