"""Lists of cues by what they tell: ``stances.toml`` and ``acts.toml`` as patterns."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files


@cache
def cue_patterns(name: str) -> dict[str, re.Pattern[str]]:
    """A pattern for each table of a list in this folder, in the list's order, for normalised cues.

    A table has verbs (their regular forms are made here), words and phrases.
    """
    return {
        label: _any_of(
            [*(f for verb in table["verbs"] for f in _forms(verb)), *table["words"], *table["phrases"]]
        )
        for label, table in _tables(name).items()
    }


@cache
def word_patterns(name: str) -> dict[str, re.Pattern[str]]:
    """A pattern for the words and phrases of each table, without its verbs: "hope", "the need"."""
    return {label: _any_of([*table["words"], *table["phrases"]]) for label, table in _tables(name).items()}


def _tables(name: str) -> dict[str, dict[str, list[str]]]:
    return tomllib.loads((files("claims.extraction") / name).read_text("utf-8"))


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(set(words), key=lambda w: (-len(w), w))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b")


def _forms(verb: str) -> Iterator[str]:
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
