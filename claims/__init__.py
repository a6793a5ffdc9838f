"""Who said what: claims and their speakers from news articles.

>>> import claims
>>> article = claims.read("seeds/us-iraqi-cooperation.txt")
>>> found = claims.extract(article)
>>> found[0].speaker_name, found[0].cue_text
('Matthew Tueller', 'confirmed')
"""

from typing import TYPE_CHECKING

from claims.lazy import attach

if TYPE_CHECKING:
    from claims.desk import add, export, search
    from claims.errors import ClaimsError
    from claims.exporting.frame import frame
    from claims.extraction import extract
    from claims.ledger import Ledger
    from claims.merging import merge
    from claims.reading import from_text, read
    from claims.records import Article, Claim, Span, Speaker, Verdict
    from claims.release import __version__
    from claims.versions import diff

__all__ = [
    "Article",
    "Claim",
    "ClaimsError",
    "Ledger",
    "Span",
    "Speaker",
    "Verdict",
    "__version__",
    "add",
    "diff",
    "export",
    "extract",
    "frame",
    "from_text",
    "merge",
    "read",
    "search",
]

__getattr__, __dir__ = attach(
    __name__,
    {
        **dict.fromkeys(("add", "export", "search"), "claims.desk"),
        **dict.fromkeys(("Article", "Claim", "Speaker", "Span", "Verdict"), "claims.records"),
        **dict.fromkeys(("from_text", "read"), "claims.reading"),
        "ClaimsError": "claims.errors",
        "Ledger": "claims.ledger",
        "__version__": "claims.release",
        "diff": "claims.versions",
        "extract": "claims.extraction",
        "frame": "claims.exporting.frame",
        "merge": "claims.merging",
    },
)
