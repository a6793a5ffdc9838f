"""Whether "and" between two names makes one body of them: "Devon and Cornwall Police", but "Unison and Unite".

A logistic regression (Platt 1999) on what the network takes "and" and the words around it for, and on what else the
article shows, fitted by ``benchmarks/fit_joined_names.py`` on names by hand; its coefficients lie in
``joined_names.json``.
"""

from collections import Counter
from collections.abc import Collection, Sequence
from itertools import pairwise
from operator import attrgetter
from typing import Final

import numpy as np
from numpy.typing import NDArray

from claims.extraction.coref import lexicon
from claims.extraction.coref.name_spans import NameSpan
from claims.extraction.coref.tokens import TokenisedArticle
from claims.extraction.names_in_text import ENTITY_TYPES
from claims.text.fitted import load_coefficients, log_odds, score_of
from claims.text.word_vectors import is_known

_BODY: Final = ENTITY_TYPES.index("organisation")
_PLACE: Final = ENTITY_TYPES.index("place")
_PERSON: Final = ENTITY_TYPES.index("person")
_LEAST: Final = 0.01
"""No probability counts as less."""
_MAY_BE_IN_A_BODY: Final = 0.2
"""How likely "and" is a part of a body's name at least where it may be one: between most that are two it is less."""
_IN_A_LOCAL_BODY: Final = 0.05
"""Likewise between two places of which the second goes on with a word for bodies: "Norfolk and Suffolk Police"."""
_PLACED: Final = 0.4
"""How likely the first is a place's name then."""
_COMMA_IN_A_BODY: Final = 0.1
"""How likely a comma before them is at least that another word of the same name stands before."""
_ONE: Final = (frozenset({"has", "is", "was", "says", "does"}), frozenset({"it", "its"}))
"""Verbs right behind both names, and pronouns soon behind, that show them to be one."""
_SEVERAL: Final = (frozenset({"have", "are", "were", "say", "do"}), frozenset({"they", "their", "both"}))
_SOON: Final = 3
"""Tokens behind both names in which such a pronoun stands for them."""
_BODIES: Final = lexicon.BODY_WORDS | lexicon.BODY_NOUNS


def with_joined(
    doc: TokenisedArticle, names: Sequence[NameSpan], types: NDArray[np.float32]
) -> tuple[list[NameSpan], frozenset[int]]:
    """The names, those that "and" makes one body or place put together, in text order; and the other "and"s' tokens.

    ``types`` are the probabilities of each type of name of each token.
    """
    coefficients = load_coefficients("claims.extraction.coref", "joined_names.json")
    ordered = sorted(names, key=attrgetter("name_start"))
    pairs = _joinable(doc, ordered, types)
    joins = {
        one.end
        for one, other in pairs
        if score_of(measures(doc, names, (one, other), types), coefficients) > 0
    }
    found: list[NameSpan] = []
    for span in ordered:
        before = found[-1] if found else None
        if before is not None and before.end in joins and span.start == before.end + 1:
            found[-1] = _joined(doc, _with_first(doc, found, types), span, types)
        else:
            found.append(span)
    return found, frozenset(one.end for one, _ in pairs if one.end not in joins)


def _with_first(doc: TokenisedArticle, found: list[NameSpan], types: NDArray[np.float32]) -> NameSpan:
    """The last name, of which "and" makes one body, with the one that a comma joins to it: "Food, Drink and ..."."""
    last = found[-1]
    if len(found) == 1 or found[-2].end != last.start - 1 or doc.tokens[found[-2].end].text != ",":
        return last
    if types[last.start - 1, _BODY] < _COMMA_IN_A_BODY or not found[-2].is_single or found[-2].title:
        return last
    return _joined(doc, found.pop(-2), last, types)


def _joined(doc: TokenisedArticle, one: NameSpan, other: NameSpan, types: NDArray[np.float32]) -> NameSpan:
    start, end = one.name_start, other.end
    placed = other.kind != "body" and types[start:end, _PLACE].sum() > types[start:end, _BODY].sum()
    return NameSpan(start, start, end, doc.words(start, end), "place" if placed else "body")


def _joinable(
    doc: TokenisedArticle, ordered: Sequence[NameSpan], types: NDArray[np.float32]
) -> list[tuple[NameSpan, NameSpan]]:
    """The names between which only an "and" stands that may be a part of one: without titles, and no full person's."""
    return [
        (one, other)
        for one, other in pairwise(ordered)
        if other.start == one.end + 1 and doc.tokens[one.end].text == "and"
        if types[one.end, _BODY] >= _least(doc, one, other, types)
        if not any(n.title or (n.kind == "person" and not n.is_single) for n in (one, other))
    ]


def _least(doc: TokenisedArticle, one: NameSpan, other: NameSpan, types: NDArray[np.float32]) -> float:
    """How likely an "and" is in a body's name at least that may be a part of one."""
    placed = types[one.name_start : one.end, _PLACE].mean() >= _PLACED
    return _IN_A_LOCAL_BODY if placed and _ends_as_body(doc, other) else _MAY_BE_IN_A_BODY


def _ends_as_body(doc: TokenisedArticle, name: NameSpan) -> bool:
    """Whether a name ends with a word for bodies, or one in small letters follows: "Hove council"."""
    following = doc.tokens[name.end] if name.end < len(doc.tokens) else None
    noun = following is not None and following.text.islower() and following.bare in _BODIES
    return noun or doc.tokens[name.end - 1].bare in _BODIES


def measures(
    doc: TokenisedArticle,
    names: Sequence[NameSpan],
    pair: tuple[NameSpan, NameSpan],
    types: NDArray[np.float32],
) -> dict[str, float]:
    """What two names and the "and" between them show, by name."""
    one, other = pair
    first = doc.tokens[one.end - 1].bare
    behind = [t.bare for t in doc.tokens[other.end : other.end + _SOON]]
    alone = Counter(n.name for n in names if n is not one and n is not other)
    families = {n.name.split()[-1] for n in names if n.kind == "person" and not n.is_single}
    return {
        "constant": 1.0,
        "and in a body, log odds": log_odds(types[one.end, _BODY], _LEAST),
        "first in a body": float(types[one.name_start : one.end, _BODY].mean()),
        "first in a place": float(types[one.name_start : one.end, _PLACE].mean()),
        "first in a person": float(types[one.name_start : one.end, _PERSON].mean()),
        "second in a body": float(types[other.name_start : other.end, _BODY].mean()),
        "second in a place": float(types[other.name_start : other.end, _PLACE].mean()),
        "first is one word": float(one.is_single),
        "second is one word": float(other.is_single),
        "first is a common word": float(is_known(first)),
        "second begins with a common word": float(is_known(doc.tokens[other.name_start].bare)),
        "first ends with a word of bodies": float(first in _BODIES),
        "second ends with a word of bodies": float(_ends_as_body(doc, other)),
        "first in capitals": float(one.name.isupper()),
        "second in capitals": float(other.name.isupper()),
        "first is a country": float(first in lexicon.PLACES),
        "first stands alone elsewhere": float(alone[one.name] > 0 or one.name in families),
        "second stands alone elsewhere": float(alone[other.name] > 0 or other.name in families),
        "a comma before": float(one.start > 0 and doc.tokens[one.start - 1].text == ","),
        "one behind": float(_agrees(behind, *_ONE)),
        "several behind": float(_agrees(behind, *_SEVERAL)),
    }


def _agrees(behind: Sequence[str], verbs: Collection[str], pronouns: Collection[str]) -> bool:
    """Whether one of some verbs comes first of the words behind both names, or one of some pronouns later."""
    return any(word in verbs for word in behind[:1]) or any(word in pronouns for word in behind[1:])
