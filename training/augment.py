"""Changed copies of annotated articles, so that the tagger does not lean on one country's news style.

Every change is a set of replacements in the text; spans move with it.
"""

import random
import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import replace

from training import names
from training.corpus import ROLES, Anaphor, Annotated, Attribution, SpanList
from training.forms import more_forms

Edit = tuple[int, int, str]

_CAPITALISED = re.compile(r"[A-Z][\w.'’-]*")
_PERSON = re.compile(r"(?:[A-Z][a-z]+\.? ){0,2}([A-Z][a-z]+) (?:[A-Z]\. )?([A-Z][A-Za-z'’-]+)")
_NO_NAME = frozenset(
    names.words("""
The A An He She They We It New United White House National American Republican Republicans Democrat
Democrats Democratic Party Senate Congress Committee Campaign Department News Press Post Times
Journal University State States Secretary President Vice Senator Sen Rep Gov Governor Mr Mrs Ms Dr
Many Some Several Supreme Court Group Center Institute Association Council Bureau Office Justice
Attorney General Director Spokesman Officials Trump's Clinton's Former Federal Service Agency Police
County City Fox Wall Street Associated Monday Tuesday Wednesday Thursday Friday Saturday Sunday
""")
)
_SAID = (
    "pointed out", "stressed", "affirmed", "noted", "added", "underlined", "indicated", "explained", "clarified",
    "emphasized", "remarked", "revealed", "maintained", "reiterated", "stated", "confirmed", "declared", "argued",
    "went on to say", "warned", "observed", "insisted", "recalled", "told reporters",
)  # fmt: skip
_SAYS = (
    "points out", "stresses", "affirms", "notes", "adds", "underlines", "indicates", "explains", "maintains",
    "states", "confirms", "declares", "argues", "warns", "insists", "admits",
)  # fmt: skip
_WORLD = {
    **dict.fromkeys(("America", "Mexico", "China", "Russia", "Israel"), names.COUNTRIES),
    **dict.fromkeys(("American", "Russian", "Mexican", "Chinese"), names.NATIONALITIES),
    **dict.fromkeys(("Washington", "Philadelphia", "Cleveland", "Chicago", "Florida", "Ohio"), names.PLACES),
    **dict.fromkeys(("Sen.", "Rep.", "Gov.", "Senator", "Congressman", "Secretary"), names.TITLES),
    **dict.fromkeys(("CNN", "MSNBC", "Politico", "Breitbart", "NBC"), names.OUTLETS),
}


def augmented(article: Annotated, chance: random.Random) -> Annotated:
    """The article after changes drawn by chance; a good half of the draws leave it as it is, marks apart."""
    for change, share in _CHANGES:
        if chance.random() < share:
            article = change(article, chance)
    return article


def edited(article: Annotated, edits: list[Edit]) -> Annotated:
    """The article with parts of its text replaced; edits that overlap an earlier one are left out.

    A span that touches a replaced part is widened to the whole of the replacement.
    """
    edits = sorted(edits)
    kept: list[Edit] = []
    for edit in edits:
        if not kept or edit[0] >= kept[-1][1]:
            kept.append(edit)
    pieces: list[str] = []
    starts, new_starts, new_ends = [], [], []
    behind = length = 0
    for start, end, new in kept:
        pieces += (article.text[behind:start], new)
        length += start - behind
        starts.append(start)
        new_starts.append(length)
        length += len(new)
        new_ends.append(length)
        behind = end
    pieces.append(article.text[behind:])

    def moved(place: int, *, is_end: bool) -> int:
        k = bisect_right(starts, place - 1 if is_end else place) - 1
        if k < 0:
            return place
        end = kept[k][1]
        if place >= end:
            return place - end + new_ends[k]
        return new_ends[k] if is_end else new_starts[k]

    def spans(old: SpanList) -> SpanList:
        new = ((moved(s, is_end=False), moved(e, is_end=True)) for s, e in old)
        return tuple((s, e) for s, e in new if e > s)

    return _moved(article, "".join(pieces), spans)


def _moved(article: Annotated, text: str, spans: Callable[[SpanList], SpanList]) -> Annotated:
    """The article with another text, each span moved by ``spans``, which drops those that are gone."""

    def attribution(a: Attribution) -> Attribution:
        return Attribution(*(spans(a.spans(role)) for role in ROLES))

    entities = None
    if article.entities is not None:
        entities = tuple(
            replace(e, start=start, end=end)
            for e in article.entities
            for start, end in spans(((e.start, e.end),))
        )
    anaphors = []
    for a in article.anaphors:
        head, antecedents, ruled_out = spans((a.head,)), spans(a.antecedents), spans(a.ruled_out)
        if head and len(antecedents) == len(a.antecedents) and len(ruled_out) == len(a.ruled_out):
            anaphors.append(Anaphor(head[0], antecedents, ruled_out))
    return replace(
        article,
        text=text,
        attributions=None if article.attributions is None else tuple(map(attribution, article.attributions)),
        entities=entities,
        anaphors=tuple(anaphors),
    )


def _other_names(article: Annotated, chance: random.Random) -> Annotated:
    """People who are quoted get names of another region, the same ones throughout."""
    new: dict[str, str] = {}
    for a in article.attributions or ():
        for start, end in a.source:
            for given, family in _PERSON.findall(article.text[start:end]):
                if given in _NO_NAME or family in _NO_NAME:
                    continue
                new.setdefault(given, chance.choice(names.GIVEN))
                new.setdefault(family, chance.choice(names.FAMILY))
    edits = []
    for word in _CAPITALISED.finditer(article.text):
        stem = re.sub(r"(?:['’]s?|\.)$", "", word.group())
        if stem in new:
            edits.append((word.start(), word.start() + len(stem), new[stem]))
        elif word.group() in _WORLD and chance.random() < 0.7:
            edits.append((word.start(), word.end(), chance.choice(_WORLD[word.group()])))
    return edited(article, edits)


def _other_cues(article: Annotated, chance: random.Random) -> Annotated:
    """Plain cues become the more varied ones of translated news."""
    edits = []
    for a in article.attributions or ():
        for start, end in a.cue:
            cue = article.text[start:end]
            choices = {"said": _SAID, "says": _SAYS, "According to": ("As per",)}.get(cue)
            if choices and chance.random() < 0.4:
                edits.append((start, end, chance.choice(choices)))
    return edited(article, edits)


def _straight_marks(article: Annotated, _: random.Random) -> Annotated:
    return replace(article, text=article.text.replace("“", '"').replace("”", '"'))


def _curly_marks(article: Annotated, _: random.Random) -> Annotated:
    text, inside = list(article.text), False
    for i, char in enumerate(text):
        if char == "\n":
            inside = False
        elif char == '"':
            text[i] = "”" if inside else "“"
            inside = not inside
        elif char in "“”":
            inside = char == "“"
    return replace(article, text="".join(text))


def _single_marks(article: Annotated, chance: random.Random) -> Annotated:
    """Marks that the run-time's reading of quotation marks failed on."""
    opening, closing = chance.choice((("‘", "’"), ("'", "'")))
    return replace(
        article, text=article.text.replace("“", opening).replace("”", closing).replace('"', closing)
    )


def _lost_marks(article: Annotated, chance: random.Random) -> Annotated:
    edits = [(m.start(), m.end(), "") for m in re.finditer('[“”"]', article.text) if chance.random() < 0.1]
    return edited(article, edits)


def _lower_case(article: Annotated, _: random.Random) -> Annotated:
    return replace(article, text="".join(c.lower() if len(c.lower()) == 1 else c for c in article.text))


def _upper_headings(article: Annotated, chance: random.Random) -> Annotated:
    """The first line in capitals, or gone."""
    end = article.text.find("\n")
    if end < 0 or end > 200:
        return article
    if chance.random() < 0.5:
        return _cut(article, end, len(article.text))
    head = "".join(c.upper() if len(c.upper()) == 1 else c for c in article.text[:end])
    return replace(article, text=head + article.text[end:])


def _dateline(article: Annotated, chance: random.Random) -> Annotated:
    """A place and an agency before the first long paragraph: BAGHDAD (Reuters) - ..."""
    place, agency = chance.choice(names.PLACES), chance.choice(names.AGENCIES)
    line = chance.choice(
        (
            f"{place.upper()} ({agency}) — ",
            f"{place.upper()}, Nov 12 ({agency}) - ",
            f"{place} - ",
            f"{agency}/ {place}: ",
        )
    )
    body = re.search(r"(?:^|\n)(?=[^\n]{120})", article.text)
    return edited(article, [(body.end(), body.end(), line)]) if body else article


def _cut(article: Annotated, start: int, end: int) -> Annotated:
    """The part of an article, with what lies wholly within it."""

    def moved(spans: SpanList) -> SpanList:
        return tuple((s - start, e - start) for s, e in spans if start <= s and e <= end)

    part = _moved(article, article.text[start:end], moved)
    if article.attributions is None or part.attributions is None:
        return part
    whole = [
        new
        for old, new in zip(article.attributions, part.attributions, strict=True)
        if all(len(old.spans(role)) == len(new.spans(role)) for role in ROLES)
    ]
    return replace(part, attributions=tuple(whole))


def _short(article: Annotated, chance: random.Random) -> Annotated:
    """A few paragraphs only, cut where no attribution crosses the cut."""
    breaks = [0, *(m.end() for m in re.finditer(r"\n+", article.text)), len(article.text)]
    hulls = [
        (min(s for r in ROLES for s, _ in a.spans(r)), max(e for r in ROLES for _, e in a.spans(r)))
        for a in article.attributions or () if any(a.spans(r) for r in ROLES)
    ]  # fmt: skip
    free = [b for b in breaks if not any(s < b < e for s, e in hulls)]
    first = chance.randrange(len(free) - 1) if len(free) > 1 else 0
    last = min(first + chance.randint(1, 8), len(free) - 1)
    return _cut(article, free[first], free[last]) if free[last] - free[first] > 80 else article


_CHANGES: tuple[tuple[Callable[[Annotated, random.Random], Annotated], float], ...] = (
    (more_forms, 0.2),
    (_upper_headings, 0.15),
    (_other_cues, 0.2),
    (_other_names, 0.25),
    (_dateline, 0.06),
    (_straight_marks, 0.15),
    (_curly_marks, 0.15),
    (_lost_marks, 0.03),
    (_single_marks, 0.02),
    (_lower_case, 0.03),
    (_short, 0.12),
)
