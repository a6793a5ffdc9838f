"""What the package's network says of names and antecedents in the corpora's articles, kept from one run to the next."""

import hashlib
import os
from dataclasses import fields
from functools import cache

import numpy as np
from corpora import ROOT, digest

from claims.extraction import NetworkTagger
from claims.extraction.layout import layout_of
from claims.extraction.references import References
from claims.records import Article

WEIGHTS = ROOT / "claims" / "extraction" / "weights"
_FIELDS = tuple(field.name for field in fields(References))
_CACHE = ROOT / "build" / "references" / "-".join(_FIELDS)


def references_in(article: Article) -> References:
    """What the network says of an article; computed once for the same weights and text."""
    layout = layout_of(article)
    path = _CACHE / _weights() / f"{hashlib.sha256(layout.text.encode()).hexdigest()[:24]}.npz"
    if not path.exists():
        found = _tagger().references(layout)
        path.parent.mkdir(parents=True, exist_ok=True)
        begun = path.with_suffix(f".{os.getpid()}.part")  # others may read the same article at once
        with begun.open("wb") as file:
            np.savez(file, **{name: getattr(found, name) for name in _FIELDS})
        begun.rename(path)
    with np.load(path) as kept:
        return References(**{name: kept[name] for name in _FIELDS})


@cache
def _tagger() -> NetworkTagger:
    return NetworkTagger()


@cache
def _weights() -> str:
    return digest(WEIGHTS)[:16]
