"""What two claims say otherwise wherever it stands: "was bought legally in Nevada", "bought it in Arizona legally".

Words are matched whatever their order (:mod:`claims.text.word_matching`); what is left of both claims, and is led to or
followed by the same, fills one slot. How sure a place is counts less here than in two claims that have one order, and
so these differences are kinds of their own, which the match model weighs by itself.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import product
from typing import Final

from claims.lexicons import rows, word_set
from claims.text.conditions import IF, other_conditions, other_exceptions
from claims.text.countries import places_in
from claims.text.modality_differences import modality_differences
from claims.text.near_negation import EXCEPT
from claims.text.opposites import are_opposite, opposite_pairs
from claims.text.particle_verbs import other_verbs
from claims.text.relative_periods import RelativePeriod, relative_period
from claims.text.slot_difference import DifferenceKind, SlotDifference
from claims.text.slots import UNIT_WITHIN, Slots, is_negated
from claims.text.voices import swapped_parts
from claims.text.word_matching import WordMatching, led_by, match_words, unlikeness
from claims.text.word_senses import (
    PARTICLE_ADVERBS,
    are_of_one_sort,
    is_noun,
    is_particle_verb,
    is_verb_form,
    kinship,
    may_be_one,
)

_LEAST_SIDE_BY_SIDE: Final = 0.25
"""How surely (0 to 1) two stretches must be one place to be compared."""
_LEAST_OF_ONE_SORT: Final = 0.4
"""How surely (0 to 1) two things must be of one sort, and in one place, to say that each claim has another one."""
_SAME_LENGTH: Final = 0.15
"""So much of the greater one two lengths of time may differ that are one."""
_REACH: Final = 3
"""So many words that tell anything a negation surely reaches."""
_LEADS: Final = 3
"""So many words before a word may lead to it."""
_DATES: Final = tuple(
    word_set(*(f"calendar.{name}" for name in names))
    for names in (("month", "short_month"), ("day", "short_day"))
)
_DAYS_OF: Final = {"seconds": 1 / 86_400, "days": 1.0, "months": 30.4}
_PLACES: Final = word_set("places.place")
_FIRST_NAMES: Final = word_set("first_names.men", "first_names.women", "first_names.either")
_NOBODY: Final = frozenset({"nobody", "none", "nothing", "neither"})
"""Negations that are a subject, behind which a preposition may lead to more of it."""
_NEGATES_NOTHING: Final = word_set("function_words.negates_nothing")
_ENDS: Final = word_set("function_words.scope_ends")
_TAKING_BACK: Final = IF | EXCEPT | PARTICLE_ADVERBS
"""Words that make something else of what stands before them."""


def unordered_differences(a: Slots, b: Slots) -> Iterator[SlotDifference]:
    """What the words left over of both claims say otherwise; the order of the two makes no difference."""
    if _only_goes_on(a, b):
        return
    matched = match_words(a, b)
    if matched.lone_a and matched.lone_b:
        yield from _names(matched)
        yield from _dates(matched)
        yield from _lengths(matched)
        yield from _kinds(matched)
    yield from _only_words(matched)
    yield from _periods(matched)
    yield from _measures(matched)
    yield from _opposites(matched)
    yield from _negation(matched)
    yield from _verbs(matched)
    for kind, here, there in (*other_conditions(matched), *other_exceptions(matched)):
        yield _says(matched, kind, here, there, 1.0)
    for found in modality_differences(matched):
        yield _says(matched, "modality apart", [found.here], [found.there], found.sure)
        break
    if swap := swapped_parts(matched):
        yield _says(matched, "swap", [swap.here], [swap.there], swap.sure)


def _only_goes_on(a: Slots, b: Slots) -> bool:
    """Whether one claim begins with all of the other, and takes nothing of it back behind that."""
    least = min(a.size, b.size)
    rest = a.words[least:] or b.words[least:]
    return a.words[:least] == b.words[:least] and _TAKING_BACK.isdisjoint(rest)


def _says(
    matched: WordMatching, kind: DifferenceKind, one: Sequence[int], other: Sequence[int], sure: float
) -> SlotDifference:
    covered = matched.covered(max(1, min(len(one), len(other))))
    return SlotDifference(kind, matched.a.show(one), matched.b.show(other), min(1.0, sure), covered)


def _stretches(slots: Slots, places: Sequence[int], kind: str) -> list[range]:
    """The places of a kind, those beside each other together."""
    found: list[range] = []
    for k in places:
        if slots.kinds[k] == kind:
            if found and found[-1].stop == k:
                found[-1] = range(found[-1].start, k + 1)
            else:
                found.append(range(k, k + 1))
    return found


def _absent(own: Slots, places: Sequence[int], other: Slots) -> list[int]:
    """Those of some places whose words the other claim has nowhere, however often this one has them."""
    return [k for k in places if own.stems[k] not in other.occurrences]


def _names(matched: WordMatching) -> Iterator[SlotDifference]:
    a, b = matched.a, matched.b
    best: tuple[float, range, range] | None = None
    ones = _stretches(a, _absent(a, matched.lone_a, b), "name")
    others = _stretches(b, _absent(b, matched.lone_b, a), "name")
    alone = 0.25 if len(ones) == len(others) == 1 else 0.0
    for one, other in product(ones, others):
        types = _type(a, one), _type(b, other)
        if types[0] != types[1] and ("" not in types or "person" in types):
            continue  # "Clinton" and "Hillary" may be one
        sure = alone + matched.side_by_side(one, other) + (0.25 if types[0] == types[1] != "" else 0.0)
        if sure >= _LEAST_SIDE_BY_SIDE and (best is None or sure > best[0]):
            best = sure, one, other
    if best:
        yield _says(matched, "name apart", best[1], best[2], best[0])


def _type(slots: Slots, stretch: range) -> str:
    """What a name is the name of, as far as lists tell."""
    shown = slots.show(stretch)
    if places_in(shown) or any(slots.words[k] in _PLACES for k in stretch):
        return "place"
    if any(slots.words[k] in _FIRST_NAMES for k in stretch):
        return "person"
    return "body" if shown.isupper() else ""


def _dates(matched: WordMatching) -> Iterator[SlotDifference]:
    a, b = matched.a, matched.b
    for listed in (*_DATES, None):
        one, other = (
            [k for k in lone if slots.kinds[k] == "date" and _is_in(slots.words[k], listed)]
            for slots, lone in ((a, matched.lone_a), (b, matched.lone_b))
        )
        if one and other:
            yield _says(matched, "date apart", one[:1], other[:1], 1.0)


def _periods(matched: WordMatching) -> Iterator[SlotDifference]:
    """Whether one says "last year" where the other says "this year"."""
    a, b = matched.a, matched.b
    if "unit" not in a.kinds or "unit" not in b.kinds:
        return
    for here, there in matched.to_b.items():
        if "unit" == a.kinds[here] == b.kinds[there]:
            one, other = _period(a, here), _period(b, there)
            if one and other and one.span == other.span and one != other:
                yield _says(matched, "date apart", (here - 1, here), (there - 1, there), 1.0)


def _period(slots: Slots, place: int) -> RelativePeriod | None:
    return relative_period(slots.show((place - 1, place))) if place else None


def _is_in(word: str, listed: frozenset[str] | None) -> bool:
    """Whether a date is one of a list, or, where there is none, a year."""
    return word[0].isdigit() if listed is None else word in listed


def _lengths(matched: WordMatching) -> Iterator[SlotDifference]:
    """Whether each has a length of time that the other has not: "six hours", "six days"."""
    one, other = (
        [(k, days) for k in lone if (days := _days(slots, k)) is not None]
        for slots, lone in ((matched.a, matched.lone_a), (matched.b, matched.lone_b))
    )
    if one and other and not any(_are_one_length(x, y) for (_, x), (_, y) in product(one, other)):
        yield _says(matched, "unit apart", [one[0][0]], [other[0][0]], 1.0)


def _measures(matched: WordMatching) -> Iterator[SlotDifference]:
    """Whether one figure has another unit: "5,000 litres", "5,000 barrels"."""
    a, b = matched.a, matched.b
    if "unit" not in a.kinds or "unit" not in b.kinds:
        return
    for here, there in matched.to_b.items():
        if a.kinds[here] == b.kinds[there] == "number" and a.words[here] == b.words[there]:
            one, other = _unit_of(a, here), _unit_of(b, there)
            if one is not None and other is not None and a.stems[one] != b.stems[other]:
                yield _says(matched, "unit apart", [one], [other], 1.0)


def _unit_of(slots: Slots, place: int) -> int | None:
    """The place of the unit of the figure at a place."""
    after = range(place + 1, min(place + 1 + UNIT_WITHIN, slots.size))
    return next((k for k in after if slots.kinds[k] == "unit"), None)


def _days(slots: Slots, place: int) -> float | None:
    """How many days the unit at a place, with the figure or the "a" before it, stands for; None where it tells none."""
    if slots.kinds[place] != "unit":
        return None
    for k in range(place - 1, max(-1, place - 3), -1):
        if slots.words[k] in ("a", "an"):
            measured, factor = slots.stems[place].split(" ")
            many = 0.5 if slots.words[:k][-1:] == ("half",) else 1.0
            return many * float(factor) * _DAYS_OF[measured] if measured in _DAYS_OF else None
        if slots.kinds[k] == "number":
            length = slots.measure(k)
            return length[1] * _DAYS_OF[length[0]] if length and length[0] in _DAYS_OF else None
    return None


def _are_one_length(one: float, other: float) -> bool:
    return abs(one - other) <= _SAME_LENGTH * max(one, other)


def _opposites(matched: WordMatching) -> Iterator[SlotDifference]:
    """Whether words that are left are opposites."""
    a, b = matched.a, matched.b
    ones, others = (
        [k for k in lone if slots.kinds[k] == "word"]
        for slots, lone in ((a, matched.lone_a), (b, matched.lone_b))
    )
    found = opposite_pairs([a.words[k] for k in ones], [b.words[m] for m in others])
    opposites = [*((ones[k], others[m]) for k, m in found), *_opposite_leads(matched)]
    if any(is_negated(a, k) != is_negated(b, m) for k, m in opposites):
        return  # "ban", "not allow"
    if opposites:
        opposed = opposites[0]
        yield _says(matched, "opposite apart", opposed[:1], opposed[1:], 1.0)


def _opposite_leads(matched: WordMatching) -> Iterator[tuple[int, int]]:
    """Opposite prepositions that lead to the same: "before the vote", "after they voted"."""
    a, b = matched.a, matched.b
    for here, there in matched.to_b.items():
        if a.words[max(0, here - _LEADS) : here] == b.words[max(0, there - _LEADS) : there]:
            continue
        ones = _leads(a, here)
        others = _leads(b, there) if ones else ()
        if not others:
            continue
        ours, theirs = {a.words[k] for k in ones}, {b.words[m] for m in others}
        opposed = _OPPOSED_LEADS.get(a.kinds[here], frozenset())
        if a.kinds[here] in _TURNED and (matched.lone_a or matched.lone_b):
            opposed = frozenset()  # "sold to Acme", "bought from Acme"
        elif not _LEADING.isdisjoint(ours & theirs):
            opposed = frozenset()  # "by 4", "by up to 4"
        for k, m in product(ones, others):
            one, other = a.words[k], b.words[m]
            if one in theirs or other in ours:
                continue
            if are_opposite(one, other) or (one, other) in opposed:
                yield k, m


def _opposed_leads() -> dict[str, frozenset[tuple[str, str]]]:
    """By what a word is, the pairs of prepositions before it that exclude each other, in both orders."""
    found: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for kind, *row in rows("slots.opposed_leads"):
        middle = row.index("|")
        for one, other in product(row[:middle], row[middle + 1 :]):
            found[kind] |= {(one, other), (other, one)}
    return {kind: frozenset(pairs) for kind, pairs in found.items()}


_OPPOSED_LEADS: Final = _opposed_leads()
_TURNED: Final = frozenset({"name", "word"})
"""Of what is no amount or time another verb may turn where something comes from, and goes to."""
_LEADING: Final = frozenset(word for pairs in _OPPOSED_LEADS.values() for pair in pairs for word in pair)


def _leads(slots: Slots, place: int) -> list[int]:
    """The words that tell nothing by themselves right before a word."""
    found = []
    for k in range(place - 1, max(-1, place - 1 - _LEADS), -1):
        if slots.kinds[k] not in ("function", "quantifier") and slots.words[k] not in _LEADING:
            break
        if slots.words[k] in PARTICLE_ADVERBS and k and is_particle_verb(slots.words[k - 1], slots.words[k]):
            break  # "called off on Monday"
        found.append(k)
    return found


def _kinds(matched: WordMatching) -> Iterator[SlotDifference]:
    """Whether each has a thing or a person of one sort that the other has not: "teachers", "nurses"."""
    best: tuple[float, int, int] | None = None
    a, b = matched.a, matched.b
    ones, others = _nouns(a, _absent(a, matched.lone_a, b)), _nouns(b, _absent(b, matched.lone_b, a))
    for k, m in product(ones, others):
        one, other = a.words[k], b.words[m]
        if not are_of_one_sort(one, other) or may_be_one(one, other):
            continue
        of_one_kind = kinship(one, other) == "of one kind"
        sure = 0.5 if of_one_kind else 0.25
        sure += 0.5 * matched.side_by_side(range(k, k + 1), range(m, m + 1))
        if sure >= _LEAST_OF_ONE_SORT and (best is None or sure > best[0]):
            best = sure, k, m
    if best:
        yield _says(matched, "kind apart", [best[1]], [best[2]], best[0])


def _only_words(matched: WordMatching) -> Iterator[SlotDifference]:
    """Whether two claims are the same words, in whatever order, but for one that does not mean the same."""
    a, b = matched.a, matched.b
    alike = [(k, m) for k, m in matched.to_b.items() if a.stems[k] != b.stems[m]]
    ones, others = [*matched.lone_a, *(k for k, _ in alike)], [*matched.lone_b, *(m for _, m in alike)]
    if len(ones) != 1 or len(others) != 1 or "negator" in a.kinds or "negator" in b.kinds:
        return
    if {*a.modality} != {*b.modality}:
        return  # "apply to all ferries", "all ferries have to pay"
    here, there = ones[0], others[0]
    if not (a.kinds[here] == b.kinds[there] == "word" and _may_stand_alike(matched, here, there)):
        return
    unlike = unlikeness(a, here, b, there)
    if unlike > 0:
        beside = matched.side_by_side(range(here, here + 1), range(there, there + 1))
        yield _says(matched, "only word apart", ones, others, unlike * (1 + beside) / 2)


def _may_stand_alike(matched: WordMatching, here: int, there: int) -> bool:
    """Whether two words may stand in one place: both verbs or none, and led to by no two prepositions."""
    a, b = matched.a, matched.b
    led = led_by(a, here), led_by(b, there)
    if all(led) and led[0] != led[1]:
        return False
    return is_verb_form(a.words[here]) == is_verb_form(b.words[there])


def _nouns(slots: Slots, places: Sequence[int]) -> list[int]:
    return [k for k in places if slots.kinds[k] == "word" and is_noun(slots.words[k])]


def _verbs(matched: WordMatching) -> Iterator[SlotDifference]:
    """Whether a verb is another one by its particle, the surest first."""
    found = max(other_verbs(matched), key=lambda verb: verb.sure, default=None)
    if found:
        yield _says(matched, "verb apart", found.here, found.there, found.sure)


def _negation(matched: WordMatching) -> Iterator[SlotDifference]:
    """Whether one negates what the other says plainly, wherever it does."""
    a, b = matched.a, matched.b
    if "negator" not in a.kinds and "negator" not in b.kinds:
        return
    if a.negations(b) % 2 == b.negations(a) % 2:
        return
    for own, other, to, turned in ((a, b, matched.to_b, False), (b, a, matched.to_a, True)):
        plain = set(range(other.size)) - {m for n in _negators(other) for m in _reached(other, n)}
        for negator in _negators(own):
            reached = _reached(own, negator)
            stated = [k for k in reached if to.get(k) in plain]
            turned_round = any(are_opposite(own.words[k], other.words[m]) for k in reached[:1] for m in plain)
            if stated and not turned_round:  # "not allow", "ban"
                sure = len(stated) / len(reached) * (1.0 if stated[0] == reached[0] else 0.5)
                there = [to[stated[0]]]
                here = [negator, stated[0]]
                yield _says(matched, "negation apart", *((there, here) if turned else (here, there)), sure)
                return


def _negators(slots: Slots) -> list[int]:
    return [
        k
        for k in range(slots.size)
        if slots.kinds[k] == "negator" and not (k + 1 < slots.size and slots.words[k + 1] in _NEGATES_NOTHING)
    ]


def _reached(slots: Slots, negator: int) -> list[int]:
    """The places of the next words that tell anything."""
    found: list[int] = []
    for k in range(negator + 1, slots.size):
        if slots.words[k] in _ENDS or len(found) == _REACH or (slots.words[k] == "and" and k == negator + 1):
            break  # "said nothing and resigned"
        if slots.kinds[k] not in ("function", "modal", "negator", "cue"):
            found.append(k)
    if slots.words[negator] in _NOBODY and found and led_by(slots, found[0]):
        found.pop(0)  # "nobody on the council cared"
    return found
