"""How an article frames a claim, read off its cue; the words are listed in ``stances.toml``."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from claims.records import STANCES, Stance
from claims.wording import normalised

_NEGATION = re.compile(r"\b(?:not|never|nor|neither|cannot|without)\b|n't\b")
# "did not deny" is no denial, and "could not confirm" affirms nothing; "does not believe" is a belief all the same.
_UNDONE_BY_NEGATION = frozenset({"denying", "affirming", "announcing", "distancing"})


def stance_of(cue: str) -> Stance:
    """The stance of a cue: that of its first listed word or phrase in the order of the tables; else neutral."""
    text = normalised(cue)
    for stance, pattern in _patterns().items():
        found = pattern.search(text)
        if found:
            negated = stance in _UNDONE_BY_NEGATION and _NEGATION.search(text[: found.start()])
            return "neutral" if negated else stance
    return "neutral"


@cache
def _patterns() -> dict[Stance, re.Pattern[str]]:
    tables = tomllib.loads((files("claims.extraction") / "stances.toml").read_text("utf-8"))
    patterns: dict[Stance, re.Pattern[str]] = {}
    for stance in STANCES:
        if stance in tables:
            table = tables[stance]
            verbs = [form for verb in table["verbs"] for form in _forms(verb)]
            words = sorted({*verbs, *table["words"], *table["phrases"]}, key=lambda w: (-len(w), w))
            patterns[stance] = re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b")
    return {stance: patterns[stance] for stance in sorted(patterns, key=list(tables).index)}


def _forms(verb: str) -> Iterator[str]:
    """The inflected forms of a verb: those listed with it, and the regular ones."""
    base, *irregular = verb.split()
    yield from (base, *irregular)
    if base.endswith("y") and base[-2] not in "aeiou":
        yield from (base[:-1] + "ies", base[:-1] + "ied", base + "ing")
        return
    yield base + ("es" if re.search(r"(?:s|x|z|ch|sh)$", base) else "s")
    stem = base[:-1] if base.endswith("e") and not base.endswith("ee") else base
    if re.fullmatch(r"[^aeiou]*[aeiou][bdgmnprt]|admit|refer|rebut", base):
        stem += base[-1]
    yield stem + "ing"
    if not irregular:
        yield base + "d" if base.endswith("ee") else stem + "ed"
