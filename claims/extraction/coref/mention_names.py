"""Which of the names in a mention is the speaker's: "Acme's chief, Jane Roe of Tarnholt", "Jane Roe and Otto Hallam".

Each name is a possible answer, and so are those that "and" joins together; the ranker says which it is, or that the
mention is a description that only has names in it.
"""

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from claims.extraction.coref import lexicon
from claims.extraction.coref.discourse import DiscourseState, network_features, refers_back
from claims.extraction.coref.entities import Entity
from claims.extraction.coref.features import Candidate
from claims.extraction.coref.name_spans import NamedArticle, NameSpan, is_common
from claims.extraction.coref.name_tags import types_of
from claims.extraction.coref.phrases import ISSUED_BY, names_who_saw
from claims.extraction.coref.ranking import NOUN, WITH_NAME
from claims.extraction.coref.roles import is_role_noun
from claims.extraction.coref.tokens import POSSESSIVE, Token
from claims.text.word_senses import is_past_form

SIGNS: Final = frozenset({",", ";", ":", "(", "—", "–", "--", "―"})
AND: Final = frozenset({"and", "&", "nor"})
_RELATIVE: Final = frozenset({"who", "which", "that", "whose", "whom"})
_ISSUING: Final = ISSUED_BY | {"of", "in", "on"}
"""What may lead to whose a document is: "an article in the Herald", "a post on the ministry's page"."""
_NOUNS: Final = lexicon.PERSON_NOUNS | lexicon.BODY_NOUNS | lexicon.GROUP_NOUNS
_PARTICIPLES: Final = ("ed", "ing")
_JOINS_NAMES: Final = AND | lexicon.ARTICLES | {","}
_JOINS_LISTED: Final = _JOINS_NAMES | lexicon.POSSESSIVES
_DETERMINED: Final = lexicon.POSSESSIVES | {"the", "this", "that"}
_INDEFINITE: Final = lexicon.ARTICLES | {"one", "another", "some"}

_LEADS_EXAMPLES: Final = lexicon.AFTER_HEAD - {"of"}
"""Words behind the noun of those who speak: "critics, including lawyers Jane Roe and Otto Hallam"."""

Names = tuple[NameSpan, ...]


def names_meant(state: DiscourseState, numbers: Sequence[int], at: int, head_end: int) -> Names:
    """The names in a mention that are its speaker's; empty where none is.

    ``numbers`` are the mention's tokens, ``at`` where it begins in the text, ``head_end`` how many of its tokens come
    before the first comma, preposition or relative clause.
    """
    where = town_and_state(state.doc, numbers)
    spans = [
        s
        for s in _spans(state, numbers)
        if not is_common(s.name) and s.end not in where and not _is_anothers(state, s, numbers, head_end)
    ]
    if not spans:
        return ()
    if _is_paper(state.doc, spans[-1], numbers[max(head_end, 1) - 1]):
        return (spans[-1],)
    if _is_set_off(state.doc, spans[-1], numbers, head_end):
        return (spans[-1],)
    lists = list(_lists(state, spans, numbers))
    for names in lists:
        if (
            _is_all(state, names, numbers)
            or _is_pair(state, names, numbers)
            or _is_announced(state, names, numbers)
        ):
            return names
    options = [(s,) for s in spans] + lists
    given = [_candidate(state, names, spans, numbers, head_end) for names in options]
    given, said = _with_network(state, given, numbers[max(head_end, 1) - 1])
    state.ranking = state.ranker.rank(at, given, _of_mention(state, numbers, spans, head_end) | said)
    best = state.ranking.best
    return next((names for names, c in zip(options, given, strict=True) if c.entity is best), ())


def _with_network(
    state: DiscourseState, given: Sequence[Candidate], head: int
) -> tuple[list[Candidate], dict[str, float]]:
    """The candidates with whether the network thinks that the mention's noun means them, and whether it means others.

    "Former Acme chairman" before "Jane Roe, who led Acme" is Roe, not Acme.
    """
    entities = {c.entity for c in given}
    chances, said = network_features(state, head, entities)
    back = refers_back(state, head)
    said["network: a name behind refers back"] = max(
        (chance for e, chance in back.items() if e not in entities), default=0.0
    )
    found = [
        Candidate(c.entity, {**c.features, "network: refers to it": chances.get(c.entity, 0.0)})
        for c in given
    ]
    return found, said


def town_and_state(doc: NamedArticle, numbers: Sequence[int]) -> tuple[int, ...]:
    """The two commas about a town's state or country that say where somebody is: "a Hamm, Ohio, nurse"; else none."""
    tokens = doc.tokens
    commas = [i for i in numbers if tokens[i].text == ","]
    for opens, closes in pairwise(commas):
        place, noun = (
            doc.name_at.get(closes - 1),
            tokens[closes + 1] if closes < numbers[-1] else tokens[closes],
        )
        town = tokens[opens - 1].text[0].isupper() and opens > numbers[0]
        set_off = place is not None and place.kind == "place" and place.start == opens + 1
        if town and set_off and noun.text.islower() and noun.bare not in lexicon.FUNCTION_WORDS:
            return opens, closes
    return ()


def _spans(state: DiscourseState, numbers: Sequence[int]) -> list[NameSpan]:
    inside = set(numbers)
    found = dict.fromkeys(s for i in numbers if (s := state.doc.name_at.get(i)))
    signs = {i for i in inside if state.doc.tokens[i].text == "/"}  # "the Reuters/Ipsos poll" is neither's
    return [s for s in found if s.end - 1 in inside and signs.isdisjoint((s.start - 1, s.end))]


def _is_anothers(state: DiscourseState, span: NameSpan, numbers: Sequence[int], head_end: int) -> bool:
    """Whether a name only says whose or what somebody is: "Roe's office", "a lawyer for Roe", "women who sued Roe".

    Of a document it is not so, but of who only saw it, or by what law: "Roe's speech", "a letter from Roe", "a letter
    seen by Roe", "papers released under the Act".
    """
    tokens = state.doc.tokens
    head = numbers[max(head_end, 1) - 1]
    between = [i for i in numbers if head < i < span.start and tokens[i].bare not in lexicon.ARTICLES]
    before = tokens[between[-1]].bare if between else ""
    if between and names_who_saw(state.doc, between[-1]):
        return True
    named = head in state.doc.name_at and not is_common(state.doc.name_at[head].name)
    if named or before in lexicon.PREPOSITIONS - _ISSUING:
        return not named
    noun = tokens[head].bare
    one = lexicon.singular(noun)
    if not (noun in _NOUNS or one in _NOUNS or is_role_noun(one)):
        return False
    modifies = tokens[head].text.islower() and bool(state.table.persons(span.name))
    if span.end <= head and (state.doc.is_possessive(span.end) or modifies):
        return True  # "the Roe campaign", "Roe supporters"
    if any(tokens[i].text in SIGNS for i in between):
        return False
    if span.kind != "person":  # "veterans of former governments", but "director of finance Jane Roe"
        before = next((tokens[i].bare for i in reversed(between) if not _modifies(tokens[i])), "")
    return before in lexicon.PREPOSITIONS or any(tokens[i].bare in _RELATIVE for i in between)


def _is_paper(doc: NamedArticle, span: NameSpan, head: int) -> bool:
    """Whether a name is that of the paper or news agency which the noun behind it says: "the Novapress news agency"."""
    nouns = [t.text for t in doc.tokens[span.end : head + 1]]
    country = span.kind == "place" or span.name.casefold() in lexicon.ORIGINS
    bare = nouns == ["agency"] and not span.name.isupper()  # "the UN agency" is one of several
    printed = len(nouns) == 1 and nouns[0] in lexicon.PAPERS
    return not country and (nouns == ["news", "agency"] or bare or printed)


def _lists(state: DiscourseState, spans: Sequence[NameSpan], numbers: Sequence[int]) -> Iterator[Names]:
    """The names that only commas, "and" and articles join, and all the persons where "and" stands among them."""
    tokens = state.doc.tokens
    runs: list[list[NameSpan]] = []
    for span in spans:
        before = [i for i in numbers if runs and runs[-1][-1].end <= i < span.start]
        joined = [tokens[i] for i in before if tokens[i].bare not in _JOINS_LISTED]
        described = tokens[before[0]].bare in AND if before else False  # "Acme and tyre maker Bremsa"
        if runs and (not joined or (described and all(_modifies(t) for t in joined))):
            runs[-1].append(span)
        else:
            runs.append([span])
    persons = [
        s
        for s in spans
        if s.kind in ("person", "unknown")
        and (s is spans[0] or tokens[s.start - 1].bare not in lexicon.PREPOSITIONS)
    ]
    listed = {tuple(run) for run in (*runs, persons) if len(run) > 1}
    for names in sorted(listed, key=lambda run: (run[0].start, len(run))):
        if any(tokens[i].bare in AND for i in range(names[-2].end, names[-1].start)):
            yield names


def _modifies(token: Token) -> bool:
    """Whether a word may stand in what a name is said to be: no small word, sign or name."""
    return token.text.islower() and token.is_word and token.bare not in lexicon.FUNCTION_WORDS


def _is_all(state: DiscourseState, names: Names, numbers: Sequence[int]) -> bool:
    """Whether a mention is a list of names, and nothing else: of persons, or "Neither Acme nor Volta"."""
    inside = {i for span in names for i in range(span.start, span.end)}
    between = [state.doc.tokens[i].bare for i in numbers if i not in inside]
    listed = "nor" in between or all(s.kind == "person" for s in names)
    return listed and _JOINS_NAMES.issuperset(between)


def _is_announced(state: DiscourseState, names: Names, numbers: Sequence[int]) -> bool:
    """Whether a plural says that persons whom only commas and "and" join are several: "lawyers Jo Roe and Al Moe"."""
    tokens = state.doc.tokens
    before = [tokens[i].bare for i in numbers if i < names[0].start and tokens[i].is_word]
    inside = {i for span in names for i in range(span.start, span.end)}
    between = {tokens[i].bare for i in numbers if names[0].start <= i < names[-1].end and i not in inside}
    one = lexicon.singular(before[-1]) if before else ""
    announced = (
        bool(before) and one != before[-1] and one in lexicon.PERSON_NOUNS and "including" not in before
    )
    return announced and between <= _JOINS_NAMES and all(s.kind == "person" for s in names)


def _is_set_off(doc: NamedArticle, span: NameSpan, numbers: Sequence[int], head_end: int) -> bool:
    """Whether a comma sets off a titled person from a post: "the Director of Army Relations, Gen. Otto Hallam"."""
    closes = span.end - 1 == numbers[-1] and doc.tokens[span.start - 1].text == ","
    post = any(is_role_noun(doc.tokens[i].bare) for i in numbers[:head_end])
    return closes and span.kind == "person" and bool(span.title) and post


def _is_pair(state: DiscourseState, names: Names, numbers: Sequence[int]) -> bool:
    """Whether a mention is a name and a person set off from a role: "Roe and the firm's chief, Otto Hallam"."""
    tokens, (first, *others) = state.doc.tokens, names
    last = others[-1]
    opens = first.start == numbers[0] and tokens[first.end].bare in AND
    closes = last.end - 1 == numbers[-1] and tokens[last.start - 1].text == ","
    persons = first.kind in ("person", "unknown") and last.kind == "person"
    return len(names) == 2 and persons and opens and closes and is_role_noun(tokens[last.start - 2].bare)


def _candidate(
    state: DiscourseState, names: Names, spans: Sequence[NameSpan], numbers: Sequence[int], head_end: int
) -> Candidate:
    tokens, first, last = state.doc.tokens, names[0], names[-1]
    before = tokens[first.start - 1].bare if first.start > numbers[0] else ""
    behind = tokens[last.end].bare if last.end <= numbers[-1] else ""
    at = spans.index(first)
    sign = next((i for i in numbers if tokens[i].text in SIGNS), numbers[-1] + 1)
    relative = any(tokens[i].bare in _RELATIVE for i in numbers if i < first.start)
    small = last.end <= numbers[-1] and tokens[last.end].text[0].islower()
    entities = [state.referents.get(s.name_start) or Entity(s.name, "organisation") for s in names]
    one = (
        entities[0]
        if len(names) == 1
        else Entity("; ".join(e.name for e in entities), "unnamed", plural=True)
    )
    words = first.name.split()
    joining = tokens[names[-2].end : last.name_start] if len(names) > 1 else ()
    between = [t for t in joining if t.bare not in _JOINS_LISTED]
    values = {
        "name: a list": float(len(names) > 1),
        "name: words between its names": float(len(between)),
        "name: capitals between its names": float(sum(t.text[0].isupper() for t in between)),
        "name: opens the mention": float(first.start == numbers[0]),
        "name: ends the mention": float(last.end - 1 == numbers[-1]),
        "name: ends the main part": float(head_end > 0 and last.end - 1 == numbers[head_end - 1]),
        "name: in the main part": float(head_end > 0 and last.end - 1 <= numbers[head_end - 1]),
        "name: in a relative clause": float(relative),
        "name: in a participle's clause": float(_in_participle_clause(state.doc, numbers, first.start)),
        "name: names in a list": float(len(names) - 1),
        "name: before any sign": float(last.end <= sign),
        "name: words, log": math.log(len(words)),
        "name: a person's": float(first.kind == "person"),
        "name: a body's": float(first.kind == "body"),
        "name: a place's": float(first.kind == "place"),
        "name: with a title": float(bool(first.title)),
        "name: first name known": float(lexicon.is_first_name(words[0])),
        "name: of an origin": float(first.name.casefold() in lexicon.ORIGINS),
        "name: has a word for bodies": float(any(w.casefold() in lexicon.BODY_WORDS for w in words)),
        "name: in capitals": float(first.name.isupper()),
        "name: behind an article": float(before in lexicon.ARTICLES),
        "name: behind a sign": float(before in SIGNS),
        "name: behind a preposition": float(before in lexicon.PREPOSITIONS),
        "name: behind of": float(before == "of"),
        "name: behind and": float(before in AND),
        "name: behind a possessive": float(before in POSSESSIVE or before in lexicon.POSSESSIVES),
        "name: behind a role": float(is_role_noun(before)),
        "name: before a sign": float(behind in SIGNS),
        "name: before a preposition": float(behind in lexicon.PREPOSITIONS),
        "name: before and": float(behind in AND),
        "name: before a possessive": float(behind in POSSESSIVE),
        "name: before a relative pronoun": float(behind in _RELATIVE),
        "name: before a role": float(is_role_noun(behind)),
        "name: before a noun for bodies": float(behind in lexicon.BODY_NOUNS),
        "name: before a document": float(behind in lexicon.DOCUMENT_NOUNS),
        "name: before a small word": float(small),
        "name: and between it and a name before": float(_and_between(state, spans[max(at - 1, 0)], first)),
        "name: and between it and a name behind": float(
            _and_between(state, last, spans[min(spans.index(last) + 1, len(spans) - 1)])
        ),
        "name: names before it": float(at),
        "name: names behind it": float(len(spans) - 1 - spans.index(last)),
        "name: persons before it": float(sum(s.kind == "person" for s in spans[:at])),
        "name: persons behind it": float(sum(s.kind == "person" for s in spans[spans.index(last) + 1 :])),
        "names in the article, log": math.log1p(state.doc.counts[first.name]),
    }
    network = types_of(state.doc, state.references, names)
    return Candidate(one, values | {f"network: {kind}": share for kind, share in network.items()})


def _in_participle_clause(doc: NamedArticle, numbers: Sequence[int], start: int) -> bool:
    """Whether a participle before a name says who did what to the speaker: "the union, led by Roe", "backed by Roe".

    But not "a woman named by police as Roe".
    """
    before = [doc.tokens[i] for i in numbers if i < start]
    if any(token.bare == "as" for token in before):
        return False
    return any(
        (word.bare == "by" and (one.bare.endswith("ed") or is_past_form(one.bare)))
        or (one.text in SIGNS and word.text.islower() and word.bare.endswith(_PARTICIPLES))
        for one, word in pairwise(before)
    )


def _and_between(state: DiscourseState, one: NameSpan, other: NameSpan) -> bool:
    """Whether "and" stands between two names: "Roe and the firm's chief, Otto Hallam"."""
    return any(state.doc.tokens[i].bare in AND for i in range(one.end, other.start))


def _of_mention(
    state: DiscourseState, numbers: Sequence[int], spans: Sequence[NameSpan], head_end: int
) -> dict[str, float]:
    tokens = [state.doc.tokens[i] for i in numbers]
    head = tokens[max(head_end, 1) - 1].bare
    one = lexicon.singular(head)
    named = numbers[max(head_end, 1) - 1] in state.doc.name_at
    noun = {} if named else {f"{NOUN}{lexicon.role(head)}{WITH_NAME}": 1.0}
    return noun | {
        "kind: name in a mention": 1.0,
        "mention: candidates, log": math.log1p(len(spans)),
        "mention: words, log": math.log(len(numbers)),
        "mention: words behind the noun, log": math.log1p(len(numbers) - head_end),
        "mention: determined": float(tokens[0].bare in _DETERMINED),
        "mention: definite": float(tokens[0].bare not in _INDEFINITE),
        "mention: in a headline": float(tokens[0].block in state.doc.headlines),
        "mention: has a sign": float(any(t.text in SIGNS for t in tokens)),
        "mention: has and": float(any(t.bare in AND for t in tokens)),
        "mention: its noun is a name": float(named),
        "mention: a person's noun": float(head in lexicon.PERSON_NOUNS or is_role_noun(head)),
        "mention: a group's noun": float(
            head in lexicon.GROUP_NOUNS or (one != head and one in lexicon.PERSON_NOUNS)
        ),
        "mention: a body's noun": float(head in lexicon.BODY_NOUNS),
        "mention: a document's noun": float(one in lexicon.DOCUMENT_NOUNS),
        "mention: quoted": float(tokens[0].quoted),
    }
