"""Where a paragraph begins with a dateline: "SKARN, May 4 (Brenholt News) - ", which nobody says."""

import re

_DATELINE = re.compile(
    r"^(?P<place>[A-Z][\w.'’/-]+(?: [A-Z][\w.'’/-]+){0,3})"
    r"(?P<more>, [^—–\n()]{2,40}?)?(?P<agency> ?\([A-Z][\w .]{1,40}\))?\s?(?:—|–|--|(?<=\s)-)(?= ?\S) ?",
    re.MULTILINE,
)
_LEAST_PLACE = 3
_DIGIT = re.compile(r"\d")


def datelines(text: str) -> list[tuple[int, int]]:
    """The offsets of the datelines in a text that has each paragraph on a line.

    The place is in capitals, or has an agency or a day behind it. A place alone before a dash is a dateline only
    where a single paragraph begins so: several are the names of a transcript.
    """
    found = list(_DATELINE.finditer(text))
    dated = [m for m in found if m["agency"] or _DIGIT.search(m["more"] or "")]
    capitals = [
        m for m in found if m not in dated and len(m["place"]) >= _LEAST_PLACE and m["place"].isupper()
    ]
    alone = [m for m in capitals if not m["more"]]
    return sorted(m.span() for m in (*dated, *(m for m in capitals if m["more"] or len(alone) == 1)))
