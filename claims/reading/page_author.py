"""Who wrote a page's article: persons, by its metadata or its byline, without office, desk and address."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from claims.lexicons import word_set
from claims.reading.elements import named, words_apart, words_of
from claims.reading.page_data import PageData
from claims.reading.page_dating import MONTH, stands_elsewhere
from claims.reading.page_order import PageOrder
from claims.records import Origin

_BY = re.compile(
    r"^(?:(?:story|words|text|written|posted|reported|published|submitted|article)\s+)?(?:(?:by|from|von|par|por|door)\b[\s:]*|"
    r"(?:authors?|autor(?:/?in)?|auteur)\s*:\s*)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"\(?\S*@[\w.-]+\)?|\bhttps?://\S+|\bwww\.\S+")
OFFICE: Final = r"\b(?:correspondent|reporter|editor|writer|columnist|journalist|bureau chief)\b"
"""What somebody does who writes for an outlet, as a regular expression in small letters."""
_ROLE = re.compile(
    r"\s*[,|–—-]?\s*\b(?:(?:chief|senior|staff|political|diplomatic|home affairs|foreign|world|business|sports?|"
    r"health|science|environment|economics?|legal affairs|white house|national|regional|special|deputy|associate|"
    r"managing|contributing|freelance|news|education|crime|courts?|city|local|technology|data|executive|investigative)\s+"
    rf"(?:\w+\s+){{0,2}}?)*{OFFICE}.*$",
    re.IGNORECASE,
)
_AGENCY = re.compile(
    r"\s*[,|–—/-]?\s*\b(?:for\s+)?(?:the\s+)?(?:(?i:associated press|reuters|agence france-presse|bloomberg(?: news)?|"
    r"press association|bbc news)|AP|AFP|PA|UPI|dpa)$"
)
_DATED = re.compile(
    r"\s+(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?(?:,|\s+\d)|"
    rf"{MONTH}\s+\d|\d{{1,2}}[\s:./-]|(?:posted|published|updated|last updated|on)[\s:]).*$",
    re.IGNORECASE,
)
"""What follows a name in a line that gives the day, too: "Jane Doe Fri., Aug. 23", "Jane Doe posted 3 May"."""
_ASIDE = re.compile(r"\s*\([^()]*\)")
_OWN_SITE = re.compile(r"\(?\s*(?:https?://)?www\.", re.IGNORECASE)
"""The address behind what is the name of an outlet: "Sarn Radio (www.sarn.example)"."""
_PLACE = re.compile(r"\s+(?:in|at|for)\s+(?:the\s+)?[A-Z].*$|\s*[|•·(/–—].*$|\s+-\s.*$")
_BETWEEN = re.compile(r"\s*(?:;|,?\s+(?:and|und|et|y)\s+|\s&\s|,\s+with\s+|,|\s+/\s+)\s*")
_BYLINE = re.compile(
    r"(?<![a-z])(?:by-?_?line|author|writer|contributor|created-?_?by|submitted|reporter|autor|auteur|redact[eo]u?r|signature)(?!s?-?_?(?:bio|desc|about|box-?wrap|image|avatar|info-box))",
    re.IGNORECASE,
)
_LINES: Final = frozenset({"p", "div", "span", "li", "small", "em", "td"})
_ENDS_IN_BY = re.compile(r"(?:^|\W)(?:(?P<done>\w+)\s+)?by\s*:?\s*$", re.IGNORECASE)
_CREDIT = re.compile(
    r"\b(?:photo(?:graph)?s?|pictures?|images?|illustrat(?:ion|ed)s?|portraits?|graphics?|video|art(?:work)?|design(?:ed)?|"
    r"translat(?:ion|ed)|edit(?:ed|ing)|music|hosted|produced|powered|sponsored)\b",
    re.IGNORECASE,
)
"""What somebody else did for the article: "Portrait by", "Translated by"."""
_OPENS_WITH_BY = re.compile(r"\s*[Bb][Yy]\s+(?=[A-Z])")
_AND = re.compile(r"\s*(?:,|and|&|,\s*and)\s*")
_MOST_TOKENS: Final = 6
_LONGEST: Final = 160  # characters of a byline
_NEAR: Final = 150  # words below the headline
_TOGETHER: Final = 12  # words from the nearest byline, within which a longer form of it may stand
_LONGEST_LINE: Final = 20  # words of a line with a byline in it; what is longer is a sentence of the article
_ABOVE: Final = 20
_PARTICLES: Final = word_set("name_parts.particle", "name_parts.arabic_article", "name_parts.link")
_FIRST_NAMES: Final = word_set("first_names.men", "first_names.women", "first_names.either")
_DESK: Final = word_set("bylines.desk")
_BODY: Final = word_set("bodies.in_names", "bodies.newspaper", "bodies.legal_form") - _FIRST_NAMES


def authors_of(
    tree: Any, order: PageOrder, data: PageData, *, metadata: str | None, outlets: Iterable[str | None]
) -> tuple[str | None, Origin | None]:
    """The authors, with commas between, and where they were found; ``metadata`` is what trafilatura made of all of it.

    ``outlets`` are names of the outlet, which is no author. ``order`` is that of the tree's elements.
    """
    known = {letters(outlet) for outlet in outlets if outlet} - {""}
    declared = [e.get("content") or "" for e in tree.iter("meta")]
    found = metadata.split(";") if metadata else []
    given = [each for each in declared if found and found[0].strip().casefold() in each.casefold()]
    if given and all(_OWN_SITE.search(each) for each in given):
        found, given = [], []
    in_head = bool(given)
    for names, origin in (
        (data.authors, Origin("author", "metadata", "high")),
        (found if in_head else [], Origin("author", "metadata", "high")),
        (_in_bylines(tree, order), Origin("author", "its byline", "medium")),
        ([] if in_head else _near_headline(tree, order, found), Origin("author", "its byline", "medium")),
    ):
        if people := _people(names, known):
            return ", ".join(people), origin
    return None, None


def byline_names(words: str, outlets: Iterable[str | None] = ()) -> list[str]:
    """The persons that a byline names: "By Jane Doe and Kofi Boateng, Science Editor"."""
    return _people([words], {letters(outlet) for outlet in outlets if outlet} - {""})


def is_desk(words: str) -> bool:
    """Whether a line names nobody in the place of an author: "Web Desk", "Our Correspondent"."""
    return _DESK.issuperset(_BY.sub("", words).casefold().split())


def letters(words: str) -> str:
    """The letters and digits of some words, whatever their case."""
    return "".join(c for c in words.casefold() if c.isalnum())


def _people(names: Iterable[str], outlets: set[str]) -> list[str]:
    found: dict[str, str] = {}
    for each in names:
        line = _ASIDE.sub("", " ".join(_ADDRESS.sub(" ", each).split()))
        for part in _BETWEEN.split(_DATED.sub("", _BY.sub("", line))):
            name = _person(part, outlets)
            if name:
                found.setdefault(letters(name), name)
    return list(found.values())


def _person(words: str, outlets: set[str]) -> str:
    """A person's name without what stands around it; empty where it is none."""
    name = _PLACE.sub("", _AGENCY.sub("", _ROLE.sub("", _BY.sub("", words.strip())))).strip(" ,.:|*-–—")
    tokens = name.split()
    for i in range(1, len(tokens)):
        if letters(" ".join(tokens[i:])) in outlets:
            tokens = tokens[:i]
            break
    half = len(tokens) // 2
    if tokens[:half] == tokens[half:]:  # beside the picture, and below it
        tokens = tokens[:half]
    plain = [token.casefold().strip(".,’'") for token in tokens]
    whole = letters("".join(tokens))
    if not 2 <= len(tokens) <= _MOST_TOKENS or any(outlet.startswith(whole) for outlet in outlets):
        return ""
    if any(c.isdigit() for c in whole) or _is_office_of(tokens, outlets):
        return ""
    # "David House" is a person, "Trent Health Group" none.
    like_person = plain[0] in _FIRST_NAMES and len(tokens) == 2
    if not like_person and not (_DESK.isdisjoint(plain) and _BODY.isdisjoint(plain)):
        return ""
    if any(t[0].islower() and p not in _PARTICLES for t, p in zip(tokens, plain, strict=True)):
        return ""
    name = " ".join(tokens)
    return name.title() if name.isupper() else name


def _is_office_of(tokens: Sequence[str], outlets: set[str]) -> bool:
    """Whether a name begins with the initials of the outlet: "AGV Philippines" on a page of AGV Fact Check."""
    first = tokens[0]
    initials = first.isupper() and len(first) > 1 and not tokens[-1].isupper()
    return initials and any(outlet.startswith(letters(first)) for outlet in outlets)


def _in_bylines(tree: Any, order: PageOrder) -> Iterator[str]:
    """The names in the nearest byline around the headline that has most, else in one that stands further down."""
    marked = sorted(_bylines(tree, order), key=lambda each: each[0])
    told = [(distance, names) for distance, words in marked if (names := byline_names(words))]
    near = [(distance, names) for distance, names in told if distance <= _NEAR]
    together = [names for distance, names in near if distance <= near[0][0] + _TOGETHER]
    yield from max(together, key=len, default=[]) or next((names for _, names in told), [])


def _near_headline(tree: Any, order: PageOrder, names: Iterable[str]) -> list[str]:
    """The names that stand in a short line near the headline; others may be of the writers of other articles."""
    lines = [
        words
        for element in tree.iter(*_LINES, "a", "b", "strong", "h4", "h5", "h6", "address")
        if -_ABOVE <= order.words_below(element) <= _NEAR and len(words := words_of(element)) <= _LONGEST
    ]
    return [name for name in names if any(letters(name) in letters(line) for line in lines)]


def _bylines(tree: Any, order: PageOrder) -> Iterator[tuple[int, str]]:
    """What may be bylines, each with the words between it and the headline: so marked, so called, or behind "by"."""
    for element in tree.iter():
        if not isinstance(element.tag, str) or (below := order.words_below(element)) < -_ABOVE:
            continue
        found = [_behind_by(element)] if element.tag in _LINES else []
        marked = "author" in f"{element.get('rel')} {element.get('itemprop')}".split()
        if marked or _BYLINE.search(named(element)):
            found.append(words_apart(element))
        if any(found) and not (_stands_apart(element) or _is_credited(element)):
            yield from (
                (abs(below), words)
                for words in found
                if 0 < len(words) <= _LONGEST and not _CREDIT.match(words)
            )


def _is_credited(element: Any) -> bool:
    """Whether the words right before an element say that it names who took the picture, or the like."""
    before, parent = element.getprevious(), element.getparent()
    told = before.tail if before is not None else parent.text if parent is not None else ""
    by = _ENDS_IN_BY.search(told or "")
    return bool(by and _CREDIT.fullmatch(by["done"] or ""))


def _behind_by(element: Any) -> str:
    """The names behind the word "by" in a line, each in a tag: "News / by <a>Inga Moe</a> and <a>Jon Lie</a>"."""
    names: list[str] = []
    before = element.text or ""
    if _OPENS_WITH_BY.match(before):
        return " ".join(before.split())
    if len(words_of(element).split()) > _LONGEST_LINE:
        return ""
    for child in element:
        by = _ENDS_IN_BY.search(before)
        if child.tag in ("a", "span", "b", "strong") and (
            (by and not _CREDIT.fullmatch(by["done"] or "")) or (names and _AND.fullmatch(before))
        ):
            names.append(words_of(child))
        elif names:
            break
        before = child.tail or ""
    return "; ".join(names)


def _stands_apart(element: Any) -> bool:
    own = element if element.tag != "a" else element.getparent()
    return own is not None and stands_elsewhere(own)
