"""Under which name and role a speaker goes."""

from collections import Counter
from collections.abc import Sequence

from claims.records import Appearance, Decision, Speaker


def canonical(appearances: Sequence[Appearance], decisions: Sequence[Decision]) -> Speaker:
    """The speaker of some appearances: the fullest name and the role told most often, unless the desk decided.

    Of names with equally many words the most frequent counts, then the longest.
    """
    ids = {a.id for a in appearances}
    appearances = [a for a in appearances if a.versions] or appearances  # as articles have it, where one does
    decided = {
        d.kind: d.value for d in decisions if d.kind in ("rename", "role") and ids.intersection(d.about)
    }
    names = Counter(a.name for a in appearances)
    name = min(names, key=lambda n: (-len(n.split()), -names[n], -len(n), n))
    types = Counter(a.type for a in appearances)
    roles = Counter(a.role for a in appearances if a.role)
    role = min(roles, key=lambda r: (-roles[r], -len(r), r), default=None)
    return Speaker(
        decided.get("rename") or name,
        min(types, key=lambda t: (t == "unnamed", -types[t], t)),
        decided.get("role") or role,
    )
