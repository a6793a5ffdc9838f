"""The network as a tagger: from an article's features to scores of each word, and from these to attributions.

The network is an all-MiniLM-L6-v2 encoder (Wang et al. 2020, arXiv:2002.10957; Apache-2.0) with four heads:
BIO tags of the three roles, a pointer from each word to the word that it belongs to (content and mention to their cue,
a cue to its mention, or to none), BIO tags of names, and a pointer from a mention's head word to its antecedents.
"""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from claims.extraction.attribution import Attribution
from claims.extraction.confidence import confidence_of, load_coefficients
from claims.extraction.decoding import decode
from claims.extraction.features import Edge, Features, IntArray, Quote, featurise
from claims.extraction.layout import Layout
from claims.extraction.references import Reading, References, references_of
from claims.extraction.stitching import ArticleScores, WindowScores
from claims.extraction.transitions import load_transitions
from claims.extraction.windows import Window, windows
from claims.records import Article, Kind

WINDOW = 318
"""Wordpieces in a window; with its two marks it is as long as those of the training."""
CONTEXT = 32
"""Wordpieces that a window reads on both sides of those that it decides on."""

_OUTPUTS = ("tags", "pointers", "entities", "antecedents")
_CLS, _SEP = 101, 102
_DISTANCE_BUCKETS = 16


class NetworkTagger:
    """The package's :class:`claims.extraction.attribution.Tagger`, loaded once; safe to share between threads."""

    def __init__(self, folder: Path | None = None, *, threads: int = 1):
        """Load network, tokenizer and transition scores from a folder, that of the package where none is given.

        The coefficients of the confidence are loaded when it is first asked for.
        """
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

    def attributions(self, article: Article, layout: Layout) -> list[Attribution]:
        """The attributions of an article, in the order of their cues."""
        return self.read(article, layout).attributions

    def read(self, article: Article, layout: Layout) -> Reading:
        """The attributions of an article, and what its words are the names of and refer to."""
        features = self.features(layout.text)
        scores = ArticleScores(len(features.opens), self.scores(features))
        found = decode(article, layout, features, scores, self.transitions)
        return Reading(found, references_of(features, scores))

    def references(self, layout: Layout) -> References:
        """What the words of a text are the names of and refer to."""
        features = self.features(layout.text)
        return references_of(features, ArticleScores(len(features.opens), self.scores(features)))

    def confidence(self, attribution: Attribution, kind: Kind) -> float:
        """The probability, from 0 to 1, that the mention and at least half of the content are right."""
        return confidence_of(attribution, kind, load_coefficients(self.folder))

    def features(self, text: str) -> Features:
        """The features of a text; see :func:`claims.extraction.features.featurise`."""
        return featurise(self._tokenizer, text)

    def scores(self, features: Features) -> Iterator[WindowScores]:
        """The scores of each window, in text order.

        Windows are run one at a time: the network's int8 scales depend on everything in a batch, and an
        article's claims must not depend on its neighbours.
        """
        opens = features.words[:-1][features.opens]
        states = (features.case * len(Quote) + features.quote) * len(Edge) + features.paragraph
        for window in windows(len(features.ids), opens, WINDOW, CONTEXT):
            yield self._run(features, states, window)

    def _run(self, features: Features, states: IntArray, window: Window) -> WindowScores:
        part = slice(window.start, window.end)
        first, last = np.searchsorted(features.words[:-1], (window.start, window.end))
        own_start, own_end = np.searchsorted(features.words[first:last], (window.own_start, window.own_end))
        places = features.words[first:last] - window.start + 1
        tags, pointers, entities, antecedents = self._session.run(
            _OUTPUTS,
            {
                "ids": _framed(features.ids[part], _CLS, _SEP),
                "states": _framed(states[part]),
                "words": places,
                "distances": _distance_buckets().take(places, axis=0).take(np.append(0, places), axis=1),
            },
        )
        return WindowScores(
            words=np.arange(first, last),
            tags=tags[0],
            pointers=pointers[0, :, 1:],
            nowhere=pointers[0, :, 0],
            entities=entities[0],
            antecedents=antecedents[0],
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
