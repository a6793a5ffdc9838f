"""Bodies of one name in different places or of different owners: "Sylvania's Supreme Court", "the Court in Hamm"."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from claims.extraction.coref import lexicon
from claims.extraction.coref.name_spans import NameSpan
from claims.extraction.coref.tokens import TokenisedArticle

_PLACING: Final = frozenset({"in", "of"})


def with_owners(doc: TokenisedArticle, names: Sequence[NameSpan]) -> list[NameSpan]:
    """The names, of which those that the article gives to several owners or places have these in them.

    "Sylvania's Supreme Court" and "Ruritania's Supreme Court" are two; where there is only one, whose it is stays out
    of its name.
    """
    surnames = {n.name.split()[-1] for n in names if n.kind == "person" and not n.is_single}
    places = {n.end: n for n in names if n.is_single and not n.title and n.name not in surnames}
    begins = {
        n.start: n
        for n in names
        if n.kind != "person" and lexicon.BODY_WORDS.isdisjoint(n.name.casefold().split())
    }
    owned: dict[NameSpan, NameSpan] = {}
    by_name: dict[str, set[str]] = defaultdict(set)
    for span in names:
        if span.kind != "body" or lexicon.BODY_WORDS.isdisjoint(span.name.casefold().split()):
            continue
        owner = places.get(span.start - 1) if doc.is_possessive(span.start - 1) else None
        placed = span.end < len(doc.tokens) and doc.tokens[span.end].bare in _PLACING
        place = begins.get(span.end + 1) if placed else None
        if owner or place:
            start, end = owner.name_start if owner else span.start, place.end if place else span.end
            owned[span] = replace(span, start=start, name_start=start, end=end, name=doc.words(start, end))
            by_name[span.name].add(owned[span].name)
    owned = {span: whole for span, whole in owned.items() if len(by_name[span.name]) > 1}
    taken = {i for whole in owned.values() for i in range(whole.start, whole.end)}
    return [owned.get(n, n) for n in names if n in owned or n.name_start not in taken]
