"""Who said what: claims and their speakers from news articles.

>>> import claims
>>> article = claims.read("seeds/us-iraqi-cooperation.txt")
>>> found = claims.extract(article)
>>> found[0].speaker_name, found[0].cue_text
('Matthew Tueller', 'confirmed')
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claims.desk import export
    from claims.errors import ClaimsError
    from claims.exporting.frame import frame
    from claims.extraction import extract
    from claims.ledger import Ledger
    from claims.merging import merge
    from claims.reading import from_text, read
    from claims.versions import diff

__all__ = ["ClaimsError", "Ledger", "diff", "export", "extract", "frame", "from_text", "merge", "read"]

_HOMES = {
    "ClaimsError": "claims.errors",
    "Ledger": "claims.ledger",
    "diff": "claims.versions",
    "export": "claims.desk",
    "extract": "claims.extraction",
    "frame": "claims.exporting.frame",
    "from_text": "claims.reading",
    "merge": "claims.merging",
    "read": "claims.reading",
}


def __getattr__(name: str) -> object:
    # Found when first asked for, so that the command line starts without pandas, onnxruntime or SQLAlchemy.
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'claims' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
