"""What became of each claim between two versions of an article."""

from claims.versions.diffing import diff

__all__ = ["diff"]
