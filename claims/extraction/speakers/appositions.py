"""The names that a comma or a dash sets off from a description: "one of their lawyers, Jane Roe"."""

from collections.abc import Mapping
from typing import Final

from claims.extraction.speakers import lexicon
from claims.extraction.speakers.naming import Use
from claims.extraction.speakers.page import Page

_LONGEST_ROLE: Final = 6
_SETS_OFF: Final = frozenset({",", "—", "–", "--", "―"})


def set_off_names(
    page: Page, numbers: list[int], uses_at: Mapping[int, Use], end: int, *, plural: bool
) -> tuple[Use, ...]:
    """The persons named after a description that ends at a place of a mention's tokens; empty if there are none.

    A plural wants several names, to the end of the mention; a singular one name, or several.
    """
    signs = [at for at in range(end, len(numbers)) if page.tokens[numbers[at]].text in _SETS_OFF]
    for sign, following in zip(signs, [*signs[1:], len(numbers)], strict=False):
        use = _person_from(page, numbers, uses_at, sign + 1)
        if use is None:
            continue
        if not plural and _ends_apposition(page, numbers, use.last, following):
            return (use,)
        if several := _persons_from(page, numbers, uses_at, sign + 1):
            return several
    return ()


def _person_from(
    page: Page, numbers: list[int], uses_at: Mapping[int, Use], at: int, *, full: bool = True
) -> Use | None:
    """The name (by default a full one) of a person, its title included, that begins at a place of a mention."""
    for i in numbers[at : at + _LONGEST_ROLE]:
        use = uses_at.get(i)
        if use is not None:
            fits = use.kind in ("person", "unknown") and not (full and use.is_single)
            leading = numbers[at : numbers.index(i)]
            plain = all(page.tokens[k].bare in lexicon.ROLE_MODIFIERS | lexicon.ARTICLES for k in leading)
            return use if fits and plain else None
    return None


def _ends_apposition(page: Page, numbers: list[int], last: int, following: int) -> bool:
    """Whether a name ends before the next comma, perhaps with where it is from: "Jane Roe of Tarnholt"."""
    if last == numbers[following - 1] + 1:
        return True
    return last in numbers[:following] and page.tokens[last].bare in {"of", "from"}


def _after_origin(page: Page, numbers: list[int], uses_at: Mapping[int, Use], at: int) -> int:
    """After where somebody is from or works, if the list goes on with it: "of Tarnholt", "at the Dale School"."""
    if at + 1 < len(numbers) and page.tokens[numbers[at]].bare in {"of", "from", "at", "with"}:
        while at < len(numbers):
            place = uses_at.get(numbers[at])
            if page.tokens[numbers[at]].text in {",", "and", *_SETS_OFF} and place is None:
                following = uses_at.get(numbers[at + 1]) if at + 1 < len(numbers) else None
                if following is None or following.kind != "place":
                    break
            at += 1
    return at


def _persons_from(page: Page, numbers: list[int], uses_at: Mapping[int, Use], at: int) -> tuple[Use, ...]:
    """The names that a list is made of to the end of the mention: ", Jane Roe and Governor Ann Poe"."""
    names: list[Use] = []
    joined = False
    while at < len(numbers):
        use = _person_from(page, numbers, uses_at, at, full=not names)
        if use is None or use.last - 1 not in numbers:
            return ()
        names.append(use)
        at = _after_origin(page, numbers, uses_at, numbers.index(use.last - 1) + 1)
        joints = [page.tokens[i].text for i in numbers[at : at + 2] if page.tokens[i].text in {",", "and"}]
        if at < len(numbers) and not joints:
            return ()
        joined = joined or "and" in joints
        at += len(joints)
    return tuple(names) if joined and len(names) > 1 else ()
