"""What became of each claim between two versions of an article.

:func:`compare` (``version_diff.py``) tokenises both versions (``article_version.py``), aligns their words
(``word_alignment.py``), leaves out boilerplate and live-blog entries that came or went (``page_parts.py``), aligns the
claims (``claim_alignment.py``, with ``claim_similarity.py``, ``assignment.py`` and ``projection.py``) and describes how
the aligned ones differ (``changes.py``, with ``sentence_changes.py``, ``rewording.py``, ``speaker_changes.py`` and
``severity.py``). ``carry_over.py`` uses that to keep reviewers' verdicts.
"""

from typing import TYPE_CHECKING

from claims.lazy import attach_modules

if TYPE_CHECKING:
    from claims.versions.carry_over import CarriedVerdicts, carry_verdicts, successors
    from claims.versions.severity import at_least
    from claims.versions.version_diff import VersionDiff, compare, diff

__all__ = ["CarriedVerdicts", "VersionDiff", "at_least", "carry_verdicts", "compare", "diff", "successors"]

_MODULES = {
    "carry_over": ("CarriedVerdicts", "carry_verdicts", "successors"),
    "severity": ("at_least",),
    "version_diff": ("VersionDiff", "compare", "diff"),
}
__getattr__, __dir__ = attach_modules(__name__, _MODULES)
