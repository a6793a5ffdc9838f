"""The names that a comma or a dash sets off from a description: "one of their lawyers, Jane Roe"."""

from collections.abc import Mapping
from typing import Final

from claims.extraction.coref import lexicon
from claims.extraction.coref.name_recognition import NameSpan
from claims.extraction.coref.tokens import TokenisedArticle

_LONGEST_ROLE: Final = 6
_SETS_OFF: Final = frozenset({",", "—", "–", "--", "―"})


def set_off_names(
    doc: TokenisedArticle, numbers: list[int], name_at: Mapping[int, NameSpan], end: int, *, plural: bool
) -> tuple[NameSpan, ...]:
    """The persons named after a description that ends at a place of a mention's tokens; empty if there are none.

    A plural wants several names, to the end of the mention; a singular one name, or several.
    """
    signs = [at for at in range(end, len(numbers)) if doc.tokens[numbers[at]].text in _SETS_OFF]
    for sign, following in zip(signs, [*signs[1:], len(numbers)], strict=False):
        span = _person_from(doc, numbers, name_at, sign + 1)
        if span is None:
            continue
        if not plural and _ends_apposition(doc, numbers, span.last, following):
            return (span,)
        if several := _persons_from(doc, numbers, name_at, sign + 1):
            return several
    return ()


def _person_from(
    doc: TokenisedArticle, numbers: list[int], name_at: Mapping[int, NameSpan], at: int, *, full: bool = True
) -> NameSpan | None:
    """The name (by default a full one) of a person, its title included, that begins at a place of a mention."""
    for i in numbers[at : at + _LONGEST_ROLE]:
        span = name_at.get(i)
        if span is not None:
            fits = span.kind in ("person", "unknown") and not (full and span.is_single)
            leading = numbers[at : numbers.index(i)]
            plain = all(doc.tokens[k].bare in lexicon.ROLE_MODIFIERS | lexicon.ARTICLES for k in leading)
            return span if fits and plain else None
    return None


def _ends_apposition(doc: TokenisedArticle, numbers: list[int], last: int, following: int) -> bool:
    """Whether a name ends before the next comma, perhaps with where it is from: "Jane Roe of Tarnholt"."""
    if last == numbers[following - 1] + 1:
        return True
    return last in numbers[:following] and doc.tokens[last].bare in {"of", "from"}


def _after_origin(doc: TokenisedArticle, numbers: list[int], name_at: Mapping[int, NameSpan], at: int) -> int:
    """After where somebody is from or works, if the list goes on with it: "of Tarnholt", "at the Dale School"."""
    if at + 1 < len(numbers) and doc.tokens[numbers[at]].bare in {"of", "from", "at", "with"}:
        while at < len(numbers):
            place = name_at.get(numbers[at])
            if doc.tokens[numbers[at]].text in {",", "and", *_SETS_OFF} and place is None:
                following = name_at.get(numbers[at + 1]) if at + 1 < len(numbers) else None
                if following is None or following.kind != "place":
                    break
            at += 1
    return at


def _persons_from(
    doc: TokenisedArticle, numbers: list[int], name_at: Mapping[int, NameSpan], at: int
) -> tuple[NameSpan, ...]:
    """The names that a list is made of to the end of the mention: ", Jane Roe and Governor Ann Poe"."""
    names: list[NameSpan] = []
    joined = False
    while at < len(numbers):
        span = _person_from(doc, numbers, name_at, at, full=not names)
        if span is None or span.last - 1 not in numbers:
            return ()
        names.append(span)
        at = _after_origin(doc, numbers, name_at, numbers.index(span.last - 1) + 1)
        joints = [doc.tokens[i].text for i in numbers[at : at + 2] if doc.tokens[i].text in {",", "and"}]
        if at < len(numbers) and not joints:
            return ()
        joined = joined or "and" in joints
        at += len(joints)
    return tuple(names) if joined and len(names) > 1 else ()
