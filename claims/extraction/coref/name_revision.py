"""What the article's other names, and the network, show of each name that its own words recognised.

Names are cut and put together, and their kinds revised: ranks before them, an "and" inside them, surnames that are
words for bodies or titles, too.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Final

from claims.extraction.coref import lexicon
from claims.extraction.coref.lexicon import SUFFIXES, TITLES
from claims.extraction.coref.name_spans import (
    FULL_NAME,
    JOINS_OFFICES,
    NO_PERSON,
    STORMS,
    NameKind,
    NameSpan,
    by_name,
)
from claims.extraction.coref.name_tags import as_tagged, types_of
from claims.extraction.coref.owned_bodies import with_owners
from claims.extraction.coref.short_forms import as_bodies, with_apposed_bodies, with_long_forms
from claims.extraction.coref.tokens import Token, TokenisedArticle
from claims.extraction.references import References
from claims.names import key, parse

_KINDS: Final[Mapping[str, NameKind]] = {"person": "person", "organisation": "body", "place": "place"}
_LIKELY: Final = 0.5
_CERTAIN: Final = 0.95
"""How likely the network's type of a name is at least that stands where the words show none, and where they do."""
_SURE: Final = 0.65
"""How likely a name is a body's at one place at least that is so whatever it is elsewhere."""
_ORIGINS_AND_OFFICES: Final = lexicon.ORIGINS | lexicon.OFFICES
_LONGEST_RANK: Final = 4
"""Letters of an abbreviated rank or office at most: "ACSP"."""


def revised(
    doc: TokenisedArticle,
    names: list[NameSpan],
    mention_edges: Collection[int],
    references: References | None,
) -> list[NameSpan]:
    """The names as the rest of the article, and the network where there is one, shows them to be, in text order."""
    names = _without_ranks(doc, names, mention_edges, references)
    if references is not None:
        names = _typed(doc, names, references)
        names = as_tagged(doc, names, references)
    names = as_bodies(with_long_forms(doc, names, mention_edges))
    storms = {n.name.split()[-1] for n in names if n.name.split()[0].casefold() in STORMS}
    names = [replace(n, kind="place") if n.name in storms else n for n in names]
    names = _surnames_that_are_words(doc, names, references)
    names = with_apposed_bodies(doc, _surnames_that_are_titles(doc, names))
    return with_owners(doc, names)


def _typed(doc: TokenisedArticle, names: Sequence[NameSpan], references: References) -> list[NameSpan]:
    """The names as the network takes them wherever they stand: if nothing else shows their kind, or it is certain.

    Of what somebody is mayor is no person, whatever the network thinks.
    """
    known = {name: types_of(doc, references, spans) for name, spans in by_name(names).items()}

    families = {key(parse(n.name).family) for n in names if n.kind == "person" and not n.is_single}

    def typed(span: NameSpan) -> NameSpan:
        here = types_of(doc, references, [span])
        types = here if here["organisation"] >= _SURE else known[span.name]  # "the Roe campaign"
        kind = max(types, key=types.__getitem__)
        given = lexicon.is_first_name(span.name.split()[0])
        weak = (
            span.kind == "unknown"
            or (span.kind == "place" and given)
            or (span.kind == "person" and not given)
        )
        if kind == "person" and span.kind == "unknown" and _is_office_of(doc, span.start - 1):
            return replace(span, kind="place")
        led = span.title and not (kind == "organisation" and span.is_single and weak)  # "Developer Acme said"
        surname = key(parse(span.name).family) in families
        some = kind == "organisation" and span.kind == "unknown" and not surname  # if it is any name at all
        likely = sum(types.values()) if some else types[kind]
        if led or kind not in _KINDS or likely < (_LIKELY if weak else _CERTAIN):
            return span
        return replace(span, kind=_KINDS[kind], start=span.name_start, title="", sex=None)

    return [typed(n) for n in names]


def _is_office_of(doc: TokenisedArticle, at: int) -> bool:
    """Whether an office and "of" stand up to a token: "the mayor of"."""
    return at > 0 and doc.tokens[at].bare == "of" and lexicon.is_title(doc.tokens[at - 1].bare)


def _without_ranks(
    doc: TokenisedArticle,
    names: list[NameSpan],
    mention_edges: Collection[int],
    references: References | None,
) -> list[NameSpan]:
    """The full names without what is no part of them: "DA Jane Roe", "Iowa Jane Roe", "of Trade and Tourism Jane Roe".

    A first name shows it, the surname alone elsewhere in the article, or that the name is set off.
    """
    alone = {n.name for n in names if n.is_single}

    def without(span: NameSpan) -> NameSpan:
        if span.kind == "place" or span.end - span.name_start <= FULL_NAME:
            return span
        words = doc.tokens[span.name_start : span.end]
        ranks = [i for i, t in enumerate(words[:-FULL_NAME]) if _is_rank(t)]
        joined = span.start > 0 and doc.tokens[span.start - 1].text in JOINS_OFFICES
        before = _ORIGINS_AND_OFFICES if joined else lexicon.ORIGINS
        if words[0].bare in before and not lexicon.is_first_name(words[0].bare):
            ranks = ranks or [0]
        if not ranks:
            return span
        name = words[ranks[-1] + 1 :]
        set_off = doc.tokens[span.start - 1].text == "," and span.end - 1 in mention_edges
        shown = lexicon.is_first_name(name[0].bare) or name[-1].text in alone or set_off
        people = span.kind != "body" and words[0].bare in lexicon.NATIONALITIES  # "Kenyan Abera Tola"
        people = people and types_of(doc, references, [span]).get("organisation", 0.0) < _LIKELY
        if not (shown or people) or any(t.bare in NO_PERSON or not t.is_word for t in name):
            return span
        at = span.end - len(name)
        title = doc.words(span.start, at)
        kind: NameKind = "person" if shown else span.kind
        return replace(span, name_start=at, name=doc.name(at, span.end), kind=kind, title=title)

    return [without(span) for span in names]


def _is_rank(token: Token) -> bool:
    letters = token.text
    return letters.isalpha() and letters.isupper() and 1 < len(letters) <= _LONGEST_RANK


def _surnames_that_are_words(
    doc: TokenisedArticle, names: list[NameSpan], references: References | None
) -> list[NameSpan]:
    """The names with a word for bodies or places taken for a surname where a person has it.

    "Guardian" after "Don Guardian", "El Amin" after "Sara El Amin".
    """
    surnames: dict[str, int] = {}
    for n in names:
        if n.kind == "person" and not n.is_single:
            surnames.setdefault(n.name.split()[-1], n.start)
    first = {n.name: n.start for n in reversed(names)}

    def is_surname(span: NameSpan) -> bool:
        article = span.start > 0 and doc.tokens[span.start - 1].bare in lexicon.ARTICLES
        word = span.kind == "body" or (span.kind == "place" and span.name.casefold() not in lexicon.PLACES)
        surname = surnames.get(span.name.split()[-1])
        if surname is None or not span.is_single:
            return False
        if references is not None:
            types = references.type_of(doc.starts[span.name_start], doc.ends[span.end - 1])
            if span.kind == "place":  # "Wales" after "Jimmy Wales"
                word = word or types["person"] > max(_LIKELY, types["place"])
            # "Ford" beside "Henry Ford"; a surname seldom stands before the name in full
            elif types["organisation"] > (_LIKELY if first[span.name] < surname else _CERTAIN):
                return False
        return word and not article

    return [replace(span, kind="unknown") if is_surname(span) else span for span in names]


def _surnames_that_are_titles(doc: TokenisedArticle, names: list[NameSpan]) -> list[NameSpan]:
    """The names with those surnames that are titles, too, where they stand alone: "King" after "Martin King Jr."."""
    full = [n.name.split() for n in names if n.kind == "person" and not n.is_single]
    proper = [[w.strip(",") for w in words if w.casefold().strip(".,") not in SUFFIXES] for words in full]
    surnames = {words[-1] for words in proper if words and words[-1].casefold() in TITLES}
    if not surnames:
        return names
    taken = {i for n in names for i in range(n.start, n.end)}
    found = [
        NameSpan(i, i, i + 1, token.text, "unknown")
        for i, token in enumerate(doc.tokens)
        if token.text in surnames and i not in taken and token.block not in doc.headlines
        if not i or doc.tokens[i - 1].bare not in lexicon.ARTICLES
    ]
    return sorted([*names, *found], key=lambda n: n.name_start)
