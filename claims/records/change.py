"""What became of a claim between two versions of an article."""

from dataclasses import dataclass
from typing import Final, Literal, get_args

from claims.records.article import Span
from claims.records.claim import Claim

ChangeType = Literal["added", "removed", "reworded", "figure", "reattributed", "stance", "kind", "moved"]
Severity = Literal["minor", "moderate", "substantial"]
SEVERITIES: Final[tuple[Severity, ...]] = get_args(Severity)


@dataclass(frozen=True, slots=True)
class Change:
    """What became of a claim between two versions.

    Fields:
        type: what kind of change it is; "figure" is another number, "reattributed" another speaker.
        old: the claim in the earlier version, None where it was added.
        new: the claim in the later version, None where it was removed.
        detail: in words, what differs.
        severity: see :mod:`claims.versions.severity`.
        old_words, new_words: the exact words that changed, each span in its own version's text; empty where a claim
            only moved, or where words were put in or left out only on the other side.
    """

    type: ChangeType
    old: Claim | None
    new: Claim | None
    detail: str
    severity: Severity = "substantial"
    old_words: tuple[Span, ...] = ()
    new_words: tuple[Span, ...] = ()

    @property
    def main_claim(self) -> Claim | None:
        """The claim whose speaker the change is listed under: the new one, unless the old one's is better known."""
        if self.old is None or self.new is None:
            return self.new or self.old
        one, other = self.old.speaker, self.new.speaker
        if one and (other is None or (self.type != "reattributed" and other.type == "unnamed" != one.type)):
            return self.old
        return self.new
