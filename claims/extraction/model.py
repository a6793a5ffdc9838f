"""The network as a tagger, with the package's weights or others, from a folder as training leaves it."""

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Final

from claims.errors import ClaimsError
from claims.extraction.attribution import Attribution, Tagger
from claims.extraction.confidence import confidence_of, load_coefficients
from claims.extraction.decoding import decode
from claims.extraction.layout import Layout
from claims.extraction.tagger import Network
from claims.plugins import Registry
from claims.records import Article, Kind

FILES: Final = ("tagger.int8.onnx", "tokenizer.json", "transitions.json", "confidence.json")
"""What a model's folder holds: the network, its tokenizer, its transition scores, the fit of the confidence."""

TAGGERS: Final[Registry[Callable[[], Tagger]]] = Registry("claims.taggers", {})
"""What makes a tagger, by the name that an installed package gives it."""

_TRIAL = "Idra Vellmoor said that the bridge was closed."


class NetworkTagger:
    """The package's :class:`claims.extraction.attribution.Tagger`: a network, decoded, and a fitted confidence."""

    def __init__(self, folder: Path | None = None):
        """Load the network of a folder, or of the package; the confidence is loaded when it is first asked for."""
        self.network = Network(folder)

    def attributions(self, article: Article, layout: Layout) -> list[Attribution]:
        """The attributions of an article, in the order of their cues."""
        network = self.network
        features = network.features(layout.text)
        return decode(article, layout, features, network.scores(features), network.transitions)

    def confidence(self, attribution: Attribution, kind: Kind) -> float:
        """The probability, from 0 to 1, that the mention and at least half of the content are right."""
        return confidence_of(attribution, kind, load_coefficients(self.network.folder))


@cache
def load_tagger(model: str | Path | None = None) -> Tagger:
    """The tagger with the weights of a folder, or an installed one by its name; the package's where none is given.

    It is loaded once in a process. A folder holds :data:`FILES`; ``training/README.md`` says how they are made. Raises
    :class:`ClaimsError` where it is missing, lacks a file, or holds one that does not fit.
    """
    if model is None:
        return NetworkTagger()
    folder = Path(model)
    if not folder.exists() and str(model) in TAGGERS:
        return TAGGERS[str(model)]()
    if not folder.is_dir():
        raise ClaimsError(
            f"{folder}: no such folder, and no installed tagger; name the folder of a model that training made"
        )
    lacking = [name for name in FILES if not (folder / name).is_file()]
    if lacking:
        raise ClaimsError(
            f"{folder}: no model, since it has no {' and no '.join(lacking)}; training/README.md says how to make them"
        )
    for name in FILES[1:]:
        _check_json(folder / name)
    load_coefficients(folder)
    try:
        tagger = NetworkTagger(folder)
        for _ in tagger.network.scores(tagger.network.features(_TRIAL)):
            pass
    except Exception as error:  # each of the libraries has its own kinds
        why = " ".join(str(error).split())[:200]
        raise ClaimsError(
            f"{folder}: its files make no tagger of this release ({why}); export the model again"
        ) from error
    return tagger


def _check_json(path: Path) -> None:
    try:
        json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise ClaimsError(f"{path}: cannot be read as JSON ({error}); export the model again") from error
