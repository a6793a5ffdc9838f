"""Whether a name is a body's or a person's: "Cairn said" may be a company, "Christian Aid" no Christian.

A logistic regression (Platt 1999) on what all places of a name in the article show, the network's types among it;
fitted by ``benchmarks/fit_name_kinds.py`` on annotated speakers; its coefficients lie in ``name_kinds.json``.
"""

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Final, NamedTuple, Self

from claims.extraction.coref import lexicon
from claims.extraction.coref.lexicon import COURTESY, TITLES
from claims.extraction.coref.name_spans import INITIALS, NameKind, NameSpan, by_name
from claims.extraction.coref.name_tags import types_of
from claims.extraction.coref.tokens import TokenisedArticle
from claims.extraction.references import References
from claims.names import key, parse
from claims.text.fitted import load_coefficients, log_odds, score_of

OPEN: Final[frozenset[NameKind]] = frozenset({"person", "unknown"})
"""What a name is by rules that may be a body's all the same."""
_LEAST: Final = 0.02
"""No probability counts as less."""
_REACH: Final = 8
"""Tokens behind a name in its sentence that may say what it is."""
_SETS_OFF: Final = frozenset({",", "(", "-", "–", "—"})
_PERSONS: Final = frozenset({"he", "she", "his", "her", "him", "himself", "herself"})
_OFTEN: Final = ("the before", "owns")
"""What counts by how many places show it, too."""
_PERSON_NOUNS: Final = lexicon.PERSON_NOUNS | lexicon.CALLINGS | TITLES
_BODY_NOUNS: Final = lexicon.BODY_NOUNS | lexicon.COMPANIES | lexicon.PAPERS


def with_likely_kinds(
    doc: TokenisedArticle,
    names: Sequence[NameSpan],
    mention_edges: Collection[int],
    references: References,
) -> list[NameSpan]:
    """The names of speakers as bodies' where that is likelier than what rules made of them.

    ``mention_edges``: the first and last tokens of the speakers' mentions.
    """
    places = by_name(names)
    known = FullNames.of(places)
    coefficients = load_coefficients("claims.extraction.coref", "name_kinds.json")
    bodies = {
        name
        for name, spans in places.items()
        if is_open(spans, known)
        and any(span.name_start in mention_edges or span.end - 1 in mention_edges for span in spans)
        and score_of(measures(doc, spans, known, references), coefficients) > 0
    }
    return [
        replace(n, kind="body", start=n.name_start, title="", sex=None)
        if n.name in bodies and n.kind in OPEN
        else n
        for n in names
    ]


class FullNames(NamedTuple):
    """The names of several words in an article: bodies', such as may be persons', and the keys of these' surnames."""

    bodies: Sequence[str]
    persons: Sequence[str]
    families: frozenset[str]

    @classmethod
    def of(cls, places: Mapping[str, Sequence[NameSpan]]) -> Self:
        """Those among some names, given with their places."""
        full = [name for name in places if " " in name]
        bodies, persons = (
            [name for name in full if any(span.kind in kinds for span in places[name])]
            for kinds in ({"body"}, OPEN)
        )
        return cls(bodies, persons, frozenset(key(parse(name).family) for name in persons))


def is_open(spans: Sequence[NameSpan], known: FullNames) -> bool:
    """Whether rules leave it open what a name is, given with all its places: it is no surname of somebody's here."""
    return any(span.kind in OPEN for span in spans) and not (
        spans[0].is_single and key(spans[0].name) in known.families
    )


def measures(
    doc: TokenisedArticle,
    spans: Sequence[NameSpan],
    known: FullNames,
    references: References,
) -> dict[str, float]:
    """What all places of a name show, by name.

    ``spans``: the places of one name. ``known``: what the article names in full.
    """
    name = spans[0].name
    words = name.split()
    types = types_of(doc, references, spans)
    shown = [_shown(doc, span) for span in spans]
    bare = [w.casefold().strip(".,") for w in words]
    given = lexicon.is_first_name(words[0])
    found = {
        "constant": 1.0,
        "a person's, log odds": log_odds(types["person"], _LEAST),
        "a body's, log odds": log_odds(types["organisation"], _LEAST),
        "a place's, log odds": log_odds(types["place"], _LEAST),
        "one word": float(len(words) == 1),
        "three words or more": float(len(words) > 2),
        "first name": float(given),
        "first name alone": float(given and len(words) == 1),
        "initial": float(len(words) > 1 and any(INITIALS.match(w) for w in words)),
        "in capitals": float(name.isupper()),
        "word of a body": float(any(w in lexicon.BODY_WORDS for w in bare)),
        "place": float(bare[-1] in lexicon.PLACES or name.casefold() in lexicon.PLACES),
        "begins a body's name": float(any(one.startswith(f"{name} ") for one in known.bodies)),
        "begins a person's name": float(any(one.startswith(f"{name} ") for one in known.persons)),
        "a body's by rules at some place": float(any(span.kind == "body" for span in spans)),
        "places, log": math.log(len(spans)),
    }
    for sign in shown[0]:
        found[sign] = float(any(one[sign] for one in shown))
    for sign in _OFTEN:
        found[f"{sign}, share"] = sum(one[sign] for one in shown) / len(shown)
    return found


def _shown(doc: TokenisedArticle, span: NameSpan) -> dict[str, bool]:
    """What one place of a name shows."""
    tokens = doc.tokens
    sentence = tokens[span.name_start].sentence
    behind = [t for t in tokens[span.end : span.end + _REACH] if t.sentence == sentence]
    before = [t for t in tokens[max(span.name_start - 3, 0) : span.name_start] if t.sentence == sentence]
    owns = doc.is_possessive(span.end)
    bare = [t.bare for t in behind]
    has = frozenset(bare[1:2] if owns and not behind[0].is_word else bare[:1])
    set_off = bool(behind) and behind[0].text in _SETS_OFF
    clause = frozenset(bare[1:2] if set_off else ())
    apposed = frozenset(bare[1:] if set_off else ())
    last = before[-1].bare if before else ""
    return {
        "courtesy before": last in COURTESY or span.sex is not None,
        "noun for a person before": last in _PERSON_NOUNS,
        "noun for a body before": last in _BODY_NOUNS and (before[-1].opens or before[-1].text.islower()),
        "the before": last == "the",
        "has an officer": not has.isdisjoint(lexicon.COMPANY_TITLES),
        "has somebody": not has.isdisjoint(_PERSON_NOUNS - lexicon.COMPANY_TITLES),
        "owns": owns,
        "who behind": not clause.isdisjoint({"who", "whom"}),
        "which behind": not clause.isdisjoint({"which", "where"}),
        "noun for a person apposed": not apposed.isdisjoint(_PERSON_NOUNS),
        "noun for a body apposed": not apposed.isdisjoint(_BODY_NOUNS),
        "it behind": "it" in bare,
        "its behind": "its" in bare or "itself" in bare,
        "he or she behind": not _PERSONS.isdisjoint(bare),
    }
