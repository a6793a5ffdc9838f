"""The inflected forms of verbs."""

import re
from collections.abc import Iterator


def forms_of(verb: str) -> Iterator[str]:
    """The inflected forms of a verb: those listed with it, and the regular ones."""
    base, *irregular = verb.split()
    yield from (base, *irregular)
    if base.endswith("y") and base[-2] not in "aeiou":
        yield from (base[:-1] + "ies", base[:-1] + "ied", base + "ing")
        return
    yield base + ("es" if re.search(r"(?:s|x|z|ch|sh)$", base) else "s")
    stem = base[:-1] if base.endswith("e") and not base.endswith("ee") else base
    if re.fullmatch(r"[^aeiou]*[aeiou][bdgmnprt]|admit|refer|rebut|commit", base):
        stem += base[-1]
    yield stem + "ing"
    if not irregular:
        yield base + "d" if base.endswith("ee") else stem + "ed"
